//! What surrounds every page: rail of queues, search, the person signed in.

use jangkau_domain::{Label, Lang};

use super::piece::initials;

/// The meaning of a colour; each stands beside a word or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A neutral fact.
    Plain,
    /// Look here: waiting, warning.
    Kunyit,
    /// Under way.
    Laut,
    /// Done, receiving, new.
    Padi,
    /// Wrong, late, refused.
    Bata,
    /// Two truths.
    Manggis,
    /// Private.
    Dark,
}

impl Tone {
    /// Returns the class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Kunyit => "kunyit",
            Self::Laut => "laut",
            Self::Padi => "padi",
            Self::Bata => "bata",
            Self::Manggis => "manggis",
            Self::Dark => "dark",
        }
    }
}

/// One line of the rail.
pub struct RailItem {
    /// Address of the queue or list.
    pub href: String,
    /// Name in the page's language.
    pub name: &'static str,
    /// Name of the sign.
    pub sign: &'static str,
    /// Rows; `None` where a list is not counted.
    pub count: Option<u64>,
    /// Rows over their date; shown only above zero.
    pub over: u64,
    /// Whether this is the page shown.
    pub current: bool,
}

/// A titled part of the rail.
pub struct RailGroup {
    /// Title in the page's language.
    pub title: &'static str,
    /// Lines from the top.
    pub items: Vec<RailItem>,
}

/// The person signed in.
pub struct Who {
    /// Name as the account holds it.
    pub name: String,
    /// Role and area, in words.
    pub role_line: String,
}

impl Who {
    /// Returns up to two first letters.
    pub fn initials(&self) -> String {
        initials(&self.name)
    }
}

/// A sentence at the top of the main area: what is true, then what to do.
pub struct Banner {
    /// Colour by meaning.
    pub tone: Tone,
    /// What is true.
    pub first: String,
    /// What to do, or nothing.
    pub second: String,
}

impl Banner {
    /// Returns the name of the sign.
    pub const fn sign(&self) -> &'static str {
        match self.tone {
            Tone::Laut | Tone::Dark => "lock",
            Tone::Kunyit | Tone::Bata => "warning",
            Tone::Plain | Tone::Padi | Tone::Manggis => "done",
        }
    }
}

/// What every page of a signed-in person carries.
pub struct Frame {
    /// Language of the page.
    pub lang: Lang,
    /// Title of the window.
    pub title: String,
    /// The rail.
    pub rail: Vec<RailGroup>,
    /// Who is signed in.
    pub who: Who,
    /// Name and code of the kabupaten.
    pub kab_line: String,
    /// Token that every form sends back.
    pub csrf: String,
    /// What the search field holds.
    pub searched: String,
    /// What happened just now, or what is wrong.
    pub banner: Option<Banner>,
    /// Whether single keys act on lists.
    pub keys: bool,
    /// Whether the kabupaten is an invented one.
    pub fictive: bool,
    /// When the page was drawn; stands at the foot of a print.
    pub printed: String,
}

impl Frame {
    /// Returns a text of the catalogue in the page's language.
    pub fn say(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }

    /// Returns the value of the `lang` attribute.
    pub const fn lang_code(&self) -> &'static str {
        match self.lang {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }
}
