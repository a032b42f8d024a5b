//! What follows from the evidence, with reasons that a person can read.

use super::evidence::{AddressLevel, Evidence, NameLevel, NikLevel};
use super::guard::Guard;
use super::record::{Record, Scope};
use crate::Label;
use crate::birth::Closeness;

/// What two records are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One person: linked at once, undoably.
    Same,
    /// Very likely one person: a person decides, the worker on the spot first.
    Likely,
    /// Perhaps one person: the duplicate desk decides.
    Desk,
    /// Two people.
    New,
}

impl Verdict {
    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Same => Label::new("Orang yang sama", "The same person"),
            Self::Likely => Label::new("Kemungkinan besar data ganda", "Very likely a duplicate"),
            Self::Desk => Label::new("Kemungkinan data ganda", "Possibly a duplicate"),
            Self::New => Label::new("Bukan orang yang sama", "Not the same person"),
        }
    }
}

/// One thing that agrees or differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// About the identity number.
    Nik(NikLevel),
    /// About the name.
    Name(NameLevel),
    /// About the birth date.
    Birth(Closeness),
    /// The other sex.
    OtherSex,
    /// About the mother's name.
    Mother(NameLevel),
    /// Whether the family card is the same.
    Kk(bool),
    /// About the address.
    Address(AddressLevel),
    /// The same telephone.
    SamePhone,
}

/// The verdict on two records with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What follows.
    pub verdict: Verdict,
    /// The sum of the evidence; for sorting, never shown as certainty.
    pub bits: f64,
    /// What agrees and differs.
    pub reasons: Vec<Reason>,
    /// Why it may not be linked without a person.
    pub guard: Option<Guard>,
}

/// Above this sum records are very likely one person's.
const UPPER_BITS: f64 = 24.0;

/// Below this sum records are two people's.
const LOWER_BITS: f64 = 14.0;

/// Judges two records.
///
/// Linked without a person only when the NIK is equal, the name alike, the birth date not
/// contradicting and no guard holds; with a guard it is never more than a case for the desk.
pub fn judge(one: &Record, two: &Record, scope: &Scope) -> Judgement {
    let weighed = Evidence::of(one, two).weigh(one, two, scope);
    let evidence = weighed.evidence;
    let guard = Guard::of(&evidence, one, two, scope);
    let contradiction = evidence.birth.is_some_and(|closeness| closeness >= Closeness::NearYear);
    let certain = evidence.nik == Some(NikLevel::Equal) && evidence.name_fits() && !contradiction;
    let verdict = match (weighed.bits, guard) {
        _ if certain && guard.is_none() => Verdict::Same,
        (bits, None) if bits >= UPPER_BITS => Verdict::Likely,
        (bits, _) if bits >= LOWER_BITS => Verdict::Desk,
        // An equal NIK is always for a person to look at: it may be two people in one record.
        _ if evidence.nik == Some(NikLevel::Equal) => Verdict::Desk,
        _ => Verdict::New,
    };
    Judgement { verdict, bits: weighed.bits, reasons: reasons(&evidence), guard }
}

fn reasons(evidence: &Evidence) -> Vec<Reason> {
    [
        evidence.nik.map(Reason::Nik),
        evidence.name.map(Reason::Name),
        evidence.birth.map(Reason::Birth),
        evidence.same_sex.filter(|same| !same).map(|_| Reason::OtherSex),
        evidence.mother.map(Reason::Mother),
        evidence.same_kk.map(Reason::Kk),
        evidence.address.map(Reason::Address),
        evidence.same_phone.filter(|same| *same).map(|_| Reason::SamePhone),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Reason {
    /// Returns whether it speaks for one person.
    pub const fn speaks_for(self) -> bool {
        !matches!(
            self,
            Self::Nik(NikLevel::Different)
                | Self::Name(NameLevel::Different)
                | Self::Birth(Closeness::NearYear | Closeness::Different)
                | Self::OtherSex
                | Self::Mother(NameLevel::Different)
                | Self::Kk(false)
                | Self::Address(AddressLevel::Elsewhere)
        )
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Nik(NikLevel::Equal) => Label::new("NIK sama", "Same NIK"),
            Self::Nik(NikLevel::OneEdit) => {
                Label::new("NIK berbeda satu angka", "NIK differs by one digit")
            }
            Self::Nik(NikLevel::Different) => Label::new("NIK berbeda", "Different NIK"),
            Self::Name(level) => name_label(level),
            Self::Birth(closeness) => birth_label(closeness),
            Self::OtherSex => Label::new("Jenis kelamin berbeda", "Different sex"),
            Self::Mother(level) => mother_label(level),
            Self::Kk(true) => Label::new("Nomor KK sama", "Same family card"),
            Self::Kk(false) => Label::new("Nomor KK berbeda", "Different family card"),
            Self::Address(AddressLevel::SameRt) => Label::new("RT sama", "Same RT"),
            Self::Address(AddressLevel::SameDesa) => Label::new("Desa sama", "Same desa"),
            Self::Address(AddressLevel::Elsewhere) => Label::new("Desa berbeda", "Another desa"),
            Self::SamePhone => Label::new("Nomor telepon sama", "Same telephone"),
        }
    }
}

const fn name_label(level: NameLevel) -> Label {
    match level {
        NameLevel::Equal => Label::new("Nama sama", "Same name"),
        NameLevel::SameSound => Label::new("Bunyi nama sama", "The name sounds the same"),
        NameLevel::Alike => Label::new("Nama mirip", "Similar name"),
        NameLevel::Different => Label::new("Nama berbeda", "Different name"),
    }
}

const fn mother_label(level: NameLevel) -> Label {
    match level {
        NameLevel::Equal => Label::new("Nama ibu sama", "Same mother's name"),
        NameLevel::SameSound => Label::new("Bunyi nama ibu sama", "Mother's name sounds the same"),
        NameLevel::Alike => Label::new("Nama ibu mirip", "Similar mother's name"),
        NameLevel::Different => Label::new("Nama ibu berbeda", "Different mother's name"),
    }
}

const fn birth_label(closeness: Closeness) -> Label {
    match closeness {
        Closeness::Equal => Label::new("Tanggal lahir sama", "Same birth date"),
        Closeness::EqualHeap => {
            Label::new("Tanggal lahir perkiraan sama", "Same estimated birth date")
        }
        Closeness::Slip => Label::new(
            "Tanggal lahir tertukar atau berbeda satu angka",
            "Birth date swapped or one digit off",
        ),
        Closeness::Compatible => Label::new("Tahun lahir sesuai", "Birth year fits"),
        Closeness::NearYear => {
            Label::new("Tahun lahir berselisih 1–2 tahun", "Birth year one or two off")
        }
        Closeness::Different => Label::new("Tanggal lahir berbeda", "Different birth date"),
    }
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
