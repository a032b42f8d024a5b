//! The program catalogue as a row.

use jangkau_domain::catalogue::{self as domain, Ask, DatedText, Program, Unit};
use jangkau_domain::referral::{AnswerChannel, Level};
use minicbor::{Decode, Encode};

/// The catalogue, whole; the highest version counts.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Catalogue {
    /// Counts up with every edit.
    #[n(0)]
    pub version: u32,
    /// The programs.
    #[n(1)]
    pub programs: Vec<ProgramRow>,
}

/// One program.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ProgramRow {
    /// The code in keys.
    #[n(0)]
    pub code: String,
    /// The name in Indonesian.
    #[n(1)]
    pub name: String,
    /// The name in English.
    #[n(2)]
    pub name_en: String,
    /// The key of the sector.
    #[n(3)]
    pub sector: String,
    /// Who owns it.
    #[n(4)]
    pub owner: String,
    /// The key of the owner's level.
    #[n(5)]
    pub level: String,
    /// The kind of document that holds the participation: 1 person, 2 household.
    #[n(6)]
    pub unit: u8,
    /// The highest decile that it takes.
    #[n(7)]
    pub desil_max: Option<u8>,
    /// The ages it is for, in years, both inclusive.
    #[n(8)]
    pub ages: Option<(u16, u16)>,
    /// Only who stands in the register may be referred to it.
    #[n(9)]
    pub requires_register: bool,
    /// Keys of what a referral must show.
    #[n(10)]
    pub papers: Vec<String>,
    /// How a visit asks about it.
    #[n(11)]
    pub ask: u8,
    /// The digits of its cards.
    #[n(12)]
    pub card_digits: Option<u8>,
    /// The first day it is valid.
    #[n(13)]
    pub valid_from: Option<String>,
    /// The last day it is valid.
    #[n(14)]
    pub valid_to: Option<String>,
    /// Where it is valid; none means everywhere.
    #[n(15)]
    pub wilayah: Vec<String>,
    /// The rule it stands on.
    #[n(16)]
    pub regulation: String,
    /// What it pays: day, Indonesian, English.
    #[n(17)]
    pub amount: Option<(String, String, String)>,
    /// What a citizen should know: day, Indonesian, English.
    #[n(18)]
    pub info: Option<(String, String, String)>,
    /// The key of where a referral goes.
    #[n(19)]
    pub target: String,
    /// Whether the target answers by letter, as it has no login.
    #[n(20)]
    pub by_letter: bool,
}

impl From<&Program> for ProgramRow {
    fn from(program: &Program) -> Self {
        let dated = |text: &Option<DatedText>| {
            text.as_ref().map(|text| (text.as_of.to_string(), text.id.clone(), text.en.clone()))
        };
        Self {
            code: program.code.clone(),
            name: program.name.clone(),
            name_en: program.name_en.clone(),
            sector: program.sector.clone(),
            owner: program.owner.clone(),
            level: program.level.key().to_owned(),
            unit: program.unit.doc() as u8,
            desil_max: program.desil_max,
            ages: program.ages,
            requires_register: program.requires_register,
            papers: program.papers.clone(),
            ask: program.ask.number(),
            card_digits: program.card_digits,
            valid_from: program.valid_from.map(|day| day.to_string()),
            valid_to: program.valid_to.map(|day| day.to_string()),
            wilayah: program.wilayah.iter().map(ToString::to_string).collect(),
            regulation: program.regulation.clone(),
            amount: dated(&program.amount),
            info: dated(&program.info),
            target: program.target.clone(),
            by_letter: program.channel == AnswerChannel::Letter,
        }
    }
}

impl From<&domain::Catalogue> for Catalogue {
    fn from(catalogue: &domain::Catalogue) -> Self {
        let programs = catalogue.programs.iter().map(ProgramRow::from).collect();
        Self { version: catalogue.version, programs }
    }
}

impl Catalogue {
    /// Returns the catalogue without the programs that this build does not understand.
    pub fn to_catalogue(&self) -> domain::Catalogue {
        let programs = self.programs.iter().filter_map(ProgramRow::to_program).collect();
        domain::Catalogue { version: self.version, programs }
    }
}

impl ProgramRow {
    /// Returns the program; none where this build does not understand the row.
    pub fn to_program(&self) -> Option<Program> {
        let unit = [Unit::Household, Unit::Person].into_iter();
        let wilayah = self.wilayah.iter().map(|code| code.parse().ok());
        Some(Program {
            code: self.code.clone(),
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            sector: self.sector.clone(),
            owner: self.owner.clone(),
            level: Level::from_key(&self.level)?,
            unit: unit.into_iter().find(|unit| unit.doc() as u8 == self.unit)?,
            desil_max: self.desil_max,
            ages: self.ages,
            requires_register: self.requires_register,
            papers: self.papers.clone(),
            ask: Ask::from_number(self.ask)?,
            card_digits: self.card_digits,
            valid_from: day(self.valid_from.as_deref())?,
            valid_to: day(self.valid_to.as_deref())?,
            wilayah: wilayah.collect::<Option<_>>()?,
            regulation: self.regulation.clone(),
            amount: dated(self.amount.as_ref())?,
            info: dated(self.info.as_ref())?,
            target: self.target.clone(),
            channel: if self.by_letter { AnswerChannel::Letter } else { AnswerChannel::Login },
        })
    }
}

/// Reads a day that may be absent; none where it is there and is no day.
fn day<D: std::str::FromStr>(text: Option<&str>) -> Option<Option<D>> {
    text.map(str::parse).transpose().ok()
}

fn dated(parts: Option<&(String, String, String)>) -> Option<Option<DatedText>> {
    let Some((as_of, id, en)) = parts else {
        return Some(None);
    };
    let as_of = as_of.parse().ok()?;
    Some(Some(DatedText { as_of, id: id.clone(), en: en.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_of_the_seed_comes_back() {
        let seed = domain::seed();
        let row = Catalogue::from(&seed);
        assert_eq!(row.to_catalogue().programs, seed.programs);
        assert_eq!(row.to_catalogue().version, seed.version);
    }

    #[test]
    fn a_program_that_is_not_understood_is_left_out() {
        let mut row = Catalogue::from(&domain::seed());
        row.programs[0].level = "galaxy".to_owned();
        row.programs[1].valid_from = Some("soon".to_owned());
        assert_eq!(row.to_catalogue().programs.len(), row.programs.len() - 2);
    }
}
