//! Small parts that many pages show: badge, number, time left, stops, chips.

use super::Tone;

/// A state or a fact in a coloured box, always with its word.
#[derive(Clone)]
pub struct Badge {
    /// The full word.
    pub text: String,
    /// Colour by meaning.
    pub tone: Tone,
    /// Name of the sign.
    pub sign: &'static str,
}

impl Badge {
    /// Joins word, colour and sign.
    pub fn new(text: impl Into<String>, tone: Tone, sign: &'static str) -> Self {
        Self { text: text.into(), tone, sign }
    }
}

/// The time left until a deadline, in words.
#[derive(Clone)]
pub struct LeftTime {
    /// "2 hari", "Hari ini", "Lewat 1 hari".
    pub text: String,
    /// Working days left; below zero when late.
    pub days: i64,
}

impl LeftTime {
    /// Returns the class of the style sheet.
    pub const fn class(&self) -> &'static str {
        match self.days {
            i64::MIN..=-1 => "late",
            0 => "today",
            1..=i64::MAX => "",
        }
    }

    /// Returns the name of the sign.
    pub const fn sign(&self) -> &'static str {
        if self.days < 0 { "warning" } else { "clock" }
    }
}

/// A registration number, cut into the parts that are drawn differently.
#[derive(Clone)]
pub struct NumberText {
    /// The groups before the check character.
    pub groups: Vec<String>,
    /// The check character, underlined.
    pub check: String,
}

impl NumberText {
    /// Cuts a number as it is stored, `KKKK-YYMM-PPP-NNNN-C`.
    pub fn new(number: &str) -> Self {
        let mut groups: Vec<String> = number.split('-').map(str::to_owned).collect();
        let check = if groups.len() > 1 { groups.pop().unwrap_or_default() } else { String::new() };
        Self { groups, check }
    }

    /// Returns the plain text, hyphens included: what is copied.
    pub fn plain(&self) -> String {
        let mut parts = self.groups.clone();
        parts.extend((!self.check.is_empty()).then(|| self.check.clone()));
        parts.join("-")
    }
}

/// What is wrong with a form, and the field where it can be set right.
#[derive(Clone)]
pub struct Problem {
    /// The sentence.
    pub text: String,
    /// Id of the field's element, or nothing.
    pub field: String,
}

impl Problem {
    /// Returns a problem of the form as a whole.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), field: String::new() }
    }

    /// Names the field.
    #[must_use]
    pub fn at(self, field: impl Into<String>) -> Self {
        Self { field: field.into(), ..self }
    }
}

/// Who has a row that waits.
#[derive(Clone, Default)]
pub struct Hold {
    /// A colleague's name, or nothing.
    pub by: String,
    /// Whether the viewer has it.
    pub mine: bool,
    /// Whether the viewer may take it or give it back.
    pub offered: bool,
}

/// A name and its value.
#[derive(Clone)]
pub struct Fact {
    /// Name.
    pub label: String,
    /// Value in words.
    pub value: String,
    /// Where a masked value is opened for a purpose; empty where nothing is masked.
    pub reveal: String,
    /// A second line in small letters, or nothing.
    pub more: String,
    /// Whether it speaks for or against a value; drawn with a sign.
    pub agrees: Option<bool>,
}

impl Fact {
    /// Joins name and value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            reveal: String::new(),
            more: String::new(),
            agrees: None,
        }
    }
}

/// How far a stop of the jalur is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// Behind us.
    Done,
    /// Here.
    Now,
    /// To come.
    Later,
}

impl StopState {
    /// Returns the class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Later => "later",
        }
    }
}

/// One of the five stops: Dicatat, Ditelaah, Ditangani, Program, Dikabari.
#[derive(Clone)]
pub struct Stop {
    /// Its word.
    pub name: &'static str,
    /// How far.
    pub state: StopState,
    /// Date beneath it, or nothing.
    pub date: String,
}

/// A filter with its count; a link, so the address holds the filter.
pub struct Chip {
    /// Address with the filter.
    pub href: String,
    /// Its word.
    pub name: String,
    /// Name of the sign, or nothing.
    pub sign: &'static str,
    /// Rows it leaves.
    pub count: u64,
    /// Whether it is on.
    pub current: bool,
}

/// Returns up to two first letters of a name.
pub fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_copied_as_it_is_stored() {
        let number = NumberText::new("9901-2507-0K7-0012-G");
        assert_eq!((number.groups.len(), number.check.as_str()), (4, "G"));
        assert_eq!(number.plain(), "9901-2507-0K7-0012-G");
        assert_eq!(NumberText::new("").plain(), "");
    }

    #[test]
    fn late_today_and_later_look_different() {
        let class = |days| LeftTime { text: String::new(), days }.class();
        assert_eq!((class(-1), class(0), class(1)), ("late", "today", ""));
    }
}
