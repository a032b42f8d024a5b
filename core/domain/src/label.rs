//! Words on a screen: Indonesian, with English as second language.

/// The two languages of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

/// One word or sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bahasa Indonesia resmi.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Label {
    /// Joins the two texts.
    pub const fn new(id: &'static str, en: &'static str) -> Self {
        Self { id, en }
    }

    /// Returns the text in a language.
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}
