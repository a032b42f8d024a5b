//! What is compared of a person.

use super::frequency::NameFrequency;
use crate::birth::BirthDate;
use crate::kk::Kk;
use crate::name::NameKey;
use crate::nik::{Nik, Sex};
use crate::phone::Phone;
use crate::wilayah::Code;

/// A person as the matching sees one; nothing is required.
///
/// No `Debug`: all of it is a citizen's.
#[derive(Clone, Default)]
pub struct Record {
    /// The identity number.
    pub nik: Option<Nik>,
    /// The number of the family card.
    pub kk: Option<Kk>,
    /// The name.
    pub name: NameKey,
    /// The sex.
    pub sex: Option<Sex>,
    /// The birth date.
    pub birth: Option<BirthDate>,
    /// The mother's maiden name.
    pub mother: Option<NameKey>,
    /// The desa of residence.
    pub desa: Option<Code>,
    /// The hamlet, by [`crate::name::address_key`].
    pub hamlet: Option<String>,
    /// The RT, three digits.
    pub rt: Option<String>,
    /// The RW, three digits.
    pub rw: Option<String>,
    /// The telephone, often a family's.
    pub phone: Option<Phone>,
}

/// What the evidence is weighed against.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// How many desa the records come from: agreeing on one of many says more.
    pub desa_count: u32,
    /// How frequent names are among the records.
    pub names: NameFrequency,
}
