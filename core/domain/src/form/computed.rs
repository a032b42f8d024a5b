//! What is computed from a record and never stored.

use jiff::civil::Date;

use super::{Facts, Record, RegisterStatus};
use crate::birth::{Age, BirthDate, Heap};
use crate::kk::Kk;
use crate::nik::{Nik, Provinces, Sex};
use crate::{DocId, DocKind};

/// Returns the birth date of a person.
pub(crate) fn birth(person: &dyn Record) -> Option<BirthDate> {
    person.text("f/birth_date")?.parse().ok()
}

pub(crate) fn nik(facts: &Facts<'_>) -> Option<Nik> {
    Nik::parse(facts.text(DocKind::Person, "f/nik")?, facts.provinces()).ok()
}

/// Returns the person's age on the day of the visit.
pub fn age(facts: &Facts<'_>) -> Option<Age> {
    birth(facts.person?)?.age_on(facts.today)
}

/// Returns the birth date inside the NIK (digits 7 to 12, day over 40 for women).
pub fn nik_birth(facts: &Facts<'_>) -> Option<Date> {
    nik(facts)?.birth_date(facts.today)
}

/// Returns the sex inside the NIK.
pub fn nik_sex(facts: &Facts<'_>) -> Option<Sex> {
    nik(facts).map(|nik| nik.sex())
}

/// Tells whether the birth date is one that is written where the day is unknown: 1 January,
/// 1 July, 31 December, a 15th (Permendagri 19/2010).
pub fn heap_day(facts: &Facts<'_>) -> bool {
    facts.person.and_then(birth).is_some_and(|date| date.heap() != Heap::None)
}

/// Tells whether the NIK passes its blocking checks.
pub fn has_nik(facts: &Facts<'_>) -> bool {
    let kk = facts.text(DocKind::Household, "f/kk").and_then(|text| text.parse::<Kk>().ok());
    nik(facts).is_some_and(|nik| kk.is_none_or(|kk| nik.differs_from(&kk).is_ok()))
}

/// Tells whether the KK passes its blocking checks.
pub fn has_kk(facts: &Facts<'_>) -> bool {
    facts.text(DocKind::Household, "f/kk").is_some_and(|text| Kk::parse(text, facts.today).is_ok())
}

/// Tells whether the case waits for papers (Guideline IV.C.3): NIK or KK is missing and the
/// citizen neither has it elsewhere nor declines to show it. Those two wait at the referral.
pub fn papers_needed(facts: &Facts<'_>) -> bool {
    let waits = |doc, key| !matches!(facts.text(doc, key), Some("not_at_hand" | "declined"));
    let no_nik = facts.person.is_some() && !has_nik(facts);
    let no_kk = facts.household.is_some() && !has_kk(facts);
    (no_nik && waits(DocKind::Person, "f/no_nik_why"))
        || (no_kk && waits(DocKind::Household, "f/no_kk_why"))
}

/// Tells whether the person is the head of the family.
pub fn is_head(person: &dyn Record) -> bool {
    person.text("f/relation") == Some("head")
}

/// Tells whether a woman leads the family (Guideline III.A.1.e).
pub fn krt_perempuan(members: &[&dyn Record]) -> bool {
    members.iter().any(|person| is_head(*person) && person.text("f/sex") == Some("female"))
}

/// How many live in the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct MemberCounts {
    /// Present or new.
    pub present: usize,
    /// Of these, under 15 or over 64.
    pub dependants: usize,
}

/// Returns the members that live here: present or new.
pub fn members<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a dyn Record> {
    let here =
        |person: &&dyn Record| matches!(person.text("f/presence"), Some("present" | "new_member"));
    facts.members.iter().copied().filter(here)
}

/// Returns how many live here and how many of them are dependants.
pub fn dependants(facts: &Facts<'_>) -> MemberCounts {
    let depends = |person: &&dyn Record| {
        let age = birth(*person).and_then(|date| date.age_on(facts.today));
        age.is_some_and(|age| age.years < 15 || age.years > 64)
    };
    let dependants = members(facts).filter(depends).count();
    MemberCounts { present: members(facts).count(), dependants }
}

/// Tells whether the person has much difficulty or cannot: hints PPKS 05 or 09, never sets it.
pub fn disabled(facts: &Facts<'_>) -> bool {
    facts.difficulties().any(|grade| matches!(grade, "much" | "cannot"))
}

/// Returns the case's sector: its program's, else the one that was chosen.
pub fn sector<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let of_program = facts.program().map(|program| program.sector.as_str());
    of_program.or_else(|| facts.text(DocKind::Case, "f/sector"))
}

impl Facts<'_> {
    /// Province 99 counts unless a real wilayah table without it is loaded.
    pub(crate) fn provinces(&self) -> Provinces {
        let fictitious = "99".parse().ok();
        match self.wilayah.zip(fictitious) {
            Some((table, code)) if table.get(code).is_none() => Provinces::Real,
            _ => Provinces::WithFictitious,
        }
    }

    /// Returns what the register says: the row at hand, else what the case recorded.
    pub fn register_status(&self) -> RegisterStatus {
        match (self.register.status, self.text(DocKind::Case, "f/reg_status")) {
            (RegisterStatus::Unchecked, Some("listed")) => RegisterStatus::Listed,
            (RegisterStatus::Unchecked, Some("not_listed")) => RegisterStatus::NotListed,
            (status, _) => status,
        }
    }
}

/// Finds the family that a family shares its dwelling with.
pub type RoofLookup<'a> = dyn Fn(DocId) -> Option<DocId> + 'a;

/// Returns the family whose dwelling counts: the end of the chain of `f/roof`.
///
/// Two families that name each other, each edited apart, end at the smaller id on every side.
pub fn roof_root(start: DocId, next: &RoofLookup<'_>) -> DocId {
    let mut path = vec![start];
    loop {
        let last = path[path.len() - 1];
        let Some(roof) = next(last) else {
            return last;
        };
        if let Some(at) = path.iter().position(|seen| *seen == roof) {
            return path[at..].iter().copied().min().unwrap_or(last);
        }
        path.push(roof);
    }
}
