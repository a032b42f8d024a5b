//! The register rows of a village: what an import reads and a pack carries.

use jiff::civil::Date;

use super::family::Family;
use super::person::Person;
use super::village::Village;
use crate::kk::Kk;
use crate::nik::{Nik, Sex};

/// Which register: since 2025 DTSEN, which lists nearly everybody with a desil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterKind {
    /// Data Tunggal Sosial dan Ekonomi Nasional (Inpres 4/2025).
    Dtsen,
    /// Data Terpadu Kesejahteraan Sosial: about the poorest 40 %.
    Dtks,
}

impl RegisterKind {
    /// Returns the source in the id of a row without numbers.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Dtsen => "dtsen",
            Self::Dtks => "dtks",
        }
    }
}

/// One person in the register.
#[derive(Clone)]
pub struct RegisterRow {
    /// The row's own number.
    pub row_id: String,
    /// The household's number in the register.
    pub household_id: String,
    /// The person's number in the sample.
    pub person: u32,
    /// The identity number.
    pub nik: Option<Nik>,
    /// The number of the family card.
    pub kk: Option<Kk>,
    /// The name.
    pub name: String,
    /// The birth date.
    pub birth_date: Date,
    /// The sex.
    pub sex: Sex,
    /// `list:relation`.
    pub relation: &'static str,
    /// The mother's maiden name.
    pub mother: String,
    /// The address.
    pub address: String,
    /// RT, three digits.
    pub rt: String,
    /// RW, three digits.
    pub rw: String,
    /// The welfare group.
    pub desil: u8,
    /// pkh, sembako, pbi, pip where received.
    pub programs: Vec<&'static str>,
}

/// The programs that a register knows of.
const KNOWN: [&str; 4] = ["pkh", "sembako", "pbi", "pip"];

/// Returns the rows of a village in the order of its families.
pub fn register(village: &Village, kind: RegisterKind) -> Vec<RegisterRow> {
    let listed = village.people().filter(|(family, _)| match kind {
        RegisterKind::Dtsen => family.in_dtsen,
        RegisterKind::Dtks => family.in_dtks,
    });
    listed.map(|(family, person)| row(village, family, person, kind)).collect()
}

fn row(village: &Village, family: &Family, person: &Person, kind: RegisterKind) -> RegisterRow {
    let source = kind.source();
    let programs = family.programs.iter().chain(&person.programs);
    RegisterRow {
        row_id: format!("{source}-{}-{:06}", village.code, person.number),
        household_id: format!("{source}-{}-h{:06}", village.code, family.number),
        person: person.number,
        nik: person.nik.clone(),
        kk: family.kk.clone(),
        name: person.name.clone(),
        birth_date: person.birth,
        sex: person.sex,
        relation: person.relation,
        mother: person.mother.clone(),
        address: family.address.clone(),
        rt: family.rt.clone(),
        rw: family.rw.clone(),
        desil: family.desil,
        programs: programs.map(|one| one.program).filter(|one| KNOWN.contains(one)).collect(),
    }
}
