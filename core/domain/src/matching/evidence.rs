//! What agrees and what differs between two records, in bits (Fellegi–Sunter).
//!
//! A level weighs log₂(m/u): how much more often it is seen between two records of one person than
//! between two people. Something missing weighs nothing.

use super::record::{Record, Scope};
use crate::birth::{BirthDate, Closeness, Heap};
use crate::name::NameKey;
use crate::nik::Nik;

/// How two identity numbers agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NikLevel {
    /// The same.
    Equal,
    /// One digit wrong, missing or swapped with its neighbour.
    OneEdit,
    /// Two numbers.
    Different,
}

/// How two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameLevel {
    /// The same letters, or nearly.
    Equal,
    /// The same sound, or the same words in another order.
    SameSound,
    /// Like each other.
    Alike,
    /// Two names.
    Different,
}

/// How two addresses agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressLevel {
    /// The same hamlet or RW, and RT.
    SameRt,
    /// The same desa.
    SameDesa,
    /// Another desa.
    Elsewhere,
}

/// Everything compared; `None` is "one of the two does not say".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The identity number.
    pub nik: Option<NikLevel>,
    /// The name.
    pub name: Option<NameLevel>,
    /// The birth date.
    pub birth: Option<Closeness>,
    /// Whether the sex is the same.
    pub same_sex: Option<bool>,
    /// The mother's name.
    pub mother: Option<NameLevel>,
    /// Whether the family card is the same.
    pub same_kk: Option<bool>,
    /// The address.
    pub address: Option<AddressLevel>,
    /// Whether the telephone is the same.
    pub same_phone: Option<bool>,
}

/// The evidence with its sum of bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// What was compared.
    pub evidence: Evidence,
    /// The sum of all weights; above 0 speaks for one person.
    pub bits: f64,
}

impl Evidence {
    /// Compares two records.
    pub fn of(one: &Record, two: &Record) -> Self {
        Self {
            nik: both(&one.nik, &two.nik).map(|(one, two)| nik_level(one, two)),
            name: name_level(&one.name, &two.name),
            birth: both(&one.birth, &two.birth).map(|(one, two)| one.closeness(*two)),
            same_sex: both(&one.sex, &two.sex).map(|(one, two)| one == two),
            mother: both(&one.mother, &two.mother).and_then(|(one, two)| name_level(one, two)),
            same_kk: both(&one.kk, &two.kk).map(|(one, two)| one == two),
            address: address_level(one, two),
            same_phone: both(&one.phone, &two.phone).map(|(one, two)| one == two),
        }
    }

    /// Returns whether the name is like enough to link on an equal NIK.
    pub fn name_fits(&self) -> bool {
        self.name.is_some_and(|level| level <= NameLevel::Alike)
    }

    /// Adds the weights up.
    pub fn weigh(self, one: &Record, two: &Record, scope: &Scope) -> Weighed {
        let names = &scope.names;
        let share = names.share(&one.name).max(names.share(&two.name));
        let mother = one.mother.as_ref().map_or(0.0, |mother| names.share(mother));
        let parts = [
            self.nik.map(nik_bits),
            self.name.map(|level| name_bits(level, share, 0.80)),
            self.birth.map(|closeness| birth_bits(closeness, one.birth)),
            self.same_sex.map(|same| if same { log2(0.99, 0.5) } else { log2(0.01, 0.5) }),
            self.mother.map(|level| name_bits(level, mother, 0.75)),
            self.same_kk.map(|same| if same { log2(0.75, 1e-5) } else { log2(0.25, 1.0) }),
            self.address.map(|level| address_bits(level, scope.desa_count)),
            // A telephone is a household's: another one says nothing.
            self.same_phone.filter(|same| *same).map(|_| log2(0.50, 1e-4)),
        ];
        Weighed { evidence: self, bits: parts.into_iter().flatten().sum() }
    }
}

fn both<'a, T>(one: &'a Option<T>, two: &'a Option<T>) -> Option<(&'a T, &'a T)> {
    one.as_ref().zip(two.as_ref())
}

fn log2(seen_of_one: f64, seen_of_two: f64) -> f64 {
    (seen_of_one / seen_of_two).log2()
}

fn nik_level(one: &Nik, two: &Nik) -> NikLevel {
    match strsim::osa_distance(one.digits(), two.digits()) {
        0 => NikLevel::Equal,
        1 => NikLevel::OneEdit,
        _ => NikLevel::Different,
    }
}

fn nik_bits(level: NikLevel) -> f64 {
    match level {
        NikLevel::Equal => log2(0.93, 1e-7),
        NikLevel::OneEdit => log2(0.03, 1e-4),
        NikLevel::Different => log2(0.04, 0.9999),
    }
}

/// Compares two names; none where one has no letters.
fn name_level(one: &NameKey, two: &NameKey) -> Option<NameLevel> {
    if one.is_empty() || two.is_empty() {
        return None;
    }
    let likeness = likeness(one, two);
    Some(if likeness >= 0.95 {
        NameLevel::Equal
    } else if one.phonetic() == two.phonetic() || one.sounds() == two.sounds() {
        NameLevel::SameSound
    } else if likeness >= 0.85 {
        NameLevel::Alike
    } else {
        NameLevel::Different
    })
}

/// Returns the Jaro–Winkler likeness of two names, with and without their spaces.
fn likeness(one: &NameKey, two: &NameKey) -> f64 {
    let spaced = strsim::jaro_winkler(&one.normal(), &two.normal());
    spaced.max(strsim::jaro_winkler(one.joined(), two.joined()))
}

fn name_bits(level: NameLevel, share: f64, equal: f64) -> f64 {
    let share = share.clamp(1e-6, 0.2);
    match level {
        NameLevel::Equal => log2(equal, share),
        NameLevel::SameSound => log2(0.12, 3.0 * share).max(log2(0.05, 0.01)),
        NameLevel::Alike => log2(0.05, 0.01),
        NameLevel::Different => log2(0.03, 1.0),
    }
}

/// Weighs a birth date; a heaped day is shared by 1 to 5 people of a hundred.
fn birth_bits(closeness: Closeness, birth: Option<BirthDate>) -> f64 {
    const ONE_YEAR_OF: f64 = 1.0 / 70.0;
    let heap_share = match birth.map(BirthDate::heap) {
        Some(Heap::July) => 0.051,
        Some(Heap::YearEnd) => 0.028,
        Some(Heap::NewYear) => 0.012,
        Some(Heap::Middle | Heap::None) | None => 0.006,
    };
    match closeness {
        Closeness::Equal => log2(0.80, 4e-5),
        Closeness::EqualHeap => log2(0.80, heap_share * ONE_YEAR_OF),
        Closeness::Slip => log2(0.05, 1e-3),
        Closeness::Compatible => log2(0.08, 0.02),
        Closeness::NearYear => log2(0.04, 0.06),
        Closeness::Different => log2(0.03, 0.9),
    }
}

fn address_level(one: &Record, two: &Record) -> Option<AddressLevel> {
    let (desa_one, desa_two) = both(&one.desa, &two.desa)?;
    if desa_one != desa_two {
        return Some(AddressLevel::Elsewhere);
    }
    let same = |one: &Option<String>, two: &Option<String>| {
        both(one, two).is_some_and(|(one, two)| one == two && one != "000")
    };
    let part = same(&one.hamlet, &two.hamlet) || same(&one.rw, &two.rw);
    let rt = same(&one.rt, &two.rt);
    Some(if part && rt { AddressLevel::SameRt } else { AddressLevel::SameDesa })
}

fn address_bits(level: AddressLevel, desa_count: u32) -> f64 {
    let desa = log2(0.90, 1.0 / f64::from(desa_count.max(1)));
    match level {
        AddressLevel::SameRt => desa.max(0.0) + log2(0.70, 0.05),
        AddressLevel::SameDesa => desa,
        AddressLevel::Elsewhere => log2(0.10, 1.0),
    }
}
