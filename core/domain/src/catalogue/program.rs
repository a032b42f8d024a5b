//! One program, and the catalogue that holds them.

use jiff::civil::Date;

use crate::referral::{AnswerChannel, Level};
use crate::wilayah::Code;
use crate::{DocKind, Lang};

/// Whose participation is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// The family: the keys lie in its document.
    Household,
    /// One citizen: the keys lie in the person's document.
    Person,
}

impl Unit {
    /// Returns the kind of document that holds the participation.
    pub const fn doc(self) -> DocKind {
        match self {
            Self::Household => DocKind::Household,
            Self::Person => DocKind::Person,
        }
    }
}

/// How a visit asks about a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// Found by search only.
    Search,
    /// Stands on the form; the answer is free.
    Offered,
    /// Stands on the form; without an answer nothing is submitted.
    Required,
}

impl Ask {
    /// Returns the number on the wire.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Reads the number on the wire.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Search),
            1 => Some(Self::Offered),
            2 => Some(Self::Required),
            _ => None,
        }
    }
}

/// A text about amounts or rules that was true on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DatedText {
    /// The day it was true.
    pub as_of: Date,
    /// Bahasa Indonesia.
    pub id: String,
    /// English.
    pub en: String,
}

/// A row of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Program {
    /// The code in keys: `a-z 0-9 -`.
    pub code: String,
    /// The name in Indonesian.
    pub name: String,
    /// The name in English.
    pub name_en: String,
    /// `list:sector` (Guideline IV.A).
    pub sector: String,
    /// Who owns it.
    pub owner: String,
    /// The owner's level (Guideline IV.C.1.c).
    pub level: Level,
    /// Whose participation is recorded.
    pub unit: Unit,
    /// The highest decile that it takes, where it has a limit.
    pub desil_max: Option<u8>,
    /// The ages it is for, in years, both inclusive.
    pub ages: Option<(u16, u16)>,
    /// Only who stands in the register may be referred to it.
    pub requires_register: bool,
    /// `list:att_kind`: what a referral must show.
    pub papers: Vec<String>,
    /// How a visit asks about it.
    pub ask: Ask,
    /// The digits of its cards, where they are known.
    pub card_digits: Option<u8>,
    /// The first day it is valid.
    pub valid_from: Option<Date>,
    /// The last day it is valid.
    pub valid_to: Option<Date>,
    /// Where it is valid; none means everywhere.
    pub wilayah: Vec<Code>,
    /// The rule it stands on.
    pub regulation: String,
    /// What it pays.
    pub amount: Option<DatedText>,
    /// What a citizen should know of it.
    pub info: Option<DatedText>,
    /// `list:target`: where a referral goes.
    pub target: String,
    /// How the target answers.
    pub channel: AnswerChannel,
}

impl Program {
    /// Returns the name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.name,
            Lang::En => &self.name_en,
        }
    }

    /// Tells whether it is valid in a place on a day.
    pub fn valid_here(&self, place: Code, day: Date) -> bool {
        let begun = self.valid_from.is_none_or(|from| from <= day);
        let goes_on = self.valid_to.is_none_or(|to| day <= to);
        let here = |area: &Code| place.lies_within(*area);
        begun && goes_on && (self.wilayah.is_empty() || self.wilayah.iter().any(here))
    }

    /// Tells whether a decile is within its limit; no limit takes every decile.
    pub fn takes_desil(&self, desil: u8) -> bool {
        self.desil_max.is_none_or(|max| desil <= max)
    }

    /// Tells whether an age is within its limits.
    pub fn takes_age(&self, years: u16) -> bool {
        self.ages.is_none_or(|(from, to)| (from..=to).contains(&years))
    }

    /// Tells whether a text is a possible code.
    pub fn code_ok(code: &str) -> bool {
        let byte_ok = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (1..=32).contains(&code.len()) && code.bytes().all(byte_ok)
    }
}

/// Every program that a kabupaten knows, with the version that answers name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Counts up with every change.
    pub version: u32,
    /// The rows, in the order of screens.
    pub programs: Vec<Program>,
}

impl Catalogue {
    /// Returns the row of a code.
    pub fn find(&self, code: &str) -> Option<&Program> {
        self.programs.iter().find(|program| program.code == code)
    }

    /// Returns the programs of a unit that a form shows unasked in a place on a day.
    pub fn on_form(&self, unit: Unit, place: Code, day: Date) -> impl Iterator<Item = &Program> {
        self.programs.iter().filter(move |program| {
            program.unit == unit && program.ask >= Ask::Offered && program.valid_here(place, day)
        })
    }

    /// Returns the programs of a unit that must be answered in a place on a day.
    pub fn required(&self, unit: Unit, place: Code, day: Date) -> impl Iterator<Item = &Program> {
        self.on_form(unit, place, day).filter(|program| program.ask == Ask::Required)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use crate::catalogue::seed;

    #[rstest]
    #[case::everywhere(&[], None, None, true)]
    #[case::this_kab(&["9901"], None, None, true)]
    #[case::this_desa(&["9901012001"], None, None, true)]
    #[case::another_kab(&["9902"], None, None, false)]
    #[case::one_of_two(&["9902", "990101"], None, None, true)]
    #[case::first_day(&[], Some((2025, 7, 14)), None, true)]
    #[case::not_yet(&[], Some((2025, 7, 15)), None, false)]
    #[case::last_day(&[], None, Some((2025, 7, 14)), true)]
    #[case::over(&[], None, Some((2025, 7, 13)), false)]
    fn is_valid_in_its_places_and_days(
        #[case] places: &[&str],
        #[case] from: Option<(i16, i8, i8)>,
        #[case] to: Option<(i16, i8, i8)>,
        #[case] expected: bool,
    ) {
        let mut program = seed().programs.remove(0);
        program.wilayah = places.iter().map(|code| code.parse().unwrap()).collect();
        program.valid_from = from.map(|(year, month, day)| date(year, month, day));
        program.valid_to = to.map(|(year, month, day)| date(year, month, day));
        let here = "9901012001".parse().unwrap();
        assert_eq!(program.valid_here(here, date(2025, 7, 14)), expected);
    }
}
