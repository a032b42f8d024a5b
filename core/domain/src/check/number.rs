//! NIK and KK against what is typed beside them (Guideline IV.C.3, Law 24/2013).

use super::CheckId;
use super::finding::Findings;
use crate::DocKind::{Household, Person};
use crate::birth::BirthDate;
use crate::form::Record;
use crate::kk::{Kk, KkError};
use crate::nik::{self, Nik, NikError, Sex};

pub(super) fn check_nik(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    let facts = findings.facts;
    findings.note(person.filled("f/temp_nik"), Person, "f/temp_nik", CheckId::TempNik);
    let Some(typed) = person.text("f/nik") else {
        return;
    };
    let nik = match Nik::parse(typed, facts.provinces()) {
        Ok(nik) => nik,
        Err(error) => return findings.note(true, Person, "f/nik", nik_fault(error)),
    };
    let kk = facts.text(Household, "f/kk").and_then(|text| text.parse::<Kk>().ok());
    let is_kk = kk.is_some_and(|kk| nik.differs_from(&kk).is_err());
    findings.note(is_kk, Person, "f/nik", CheckId::NikIsKk);
    let strange = facts.wilayah.is_some_and(|table| !table.knows_region(nik.region()));
    findings.note(strange, Person, "f/nik", CheckId::NikRegion);
    findings.note(facts.known.nik_owner.is_some(), Person, "f/nik", CheckId::NikUsed);
    let elsewhere = facts.place().is_some_and(|desa| !desa.digits().starts_with(nik.region()));
    findings.note(elsewhere, Person, "f/nik", CheckId::NikAddress);
    let birth = person.text("f/birth_date").and_then(|text| text.parse::<BirthDate>().ok());
    if let Some(birth) = birth {
        let century = nik::century_unclear(&nik, birth, facts.today);
        findings.note(century, Person, "f/nik", CheckId::NikCentury);
        let differs = nik::date_differs(&nik, birth);
        findings.note(differs, Person, "f/birth_date", CheckId::BirthNik);
    }
    let sex = person.text("f/sex").and_then(Sex::from_key);
    let other_sex = sex.is_some_and(|sex| sex != nik.sex());
    findings.note(other_sex, Person, "f/sex", CheckId::SexNik);
}

const fn nik_fault(error: NikError) -> CheckId {
    match error {
        NikError::NotSixteenDigits => CheckId::NikLength,
        NikError::Filler => CheckId::NikPattern,
        NikError::Temporary => CheckId::NikTemporary,
        NikError::NoSuchBirthDate => CheckId::NikDate,
        NikError::NoSuchProvince => CheckId::NikProvince,
        NikError::EqualsKk => CheckId::NikIsKk,
    }
}

pub(super) fn check_kk(findings: &mut Findings<'_, '_>, household: &dyn Record) {
    let facts = findings.facts;
    let Some(typed) = household.text("f/kk") else {
        return;
    };
    let id = match Kk::parse(typed, facts.today) {
        Ok(kk) => {
            let strange = facts.wilayah.is_some_and(|table| !table.knows_region(kk.region()));
            return findings.note(strange, Household, "f/kk", CheckId::KkRegion);
        }
        Err(KkError::NotSixteenDigits) => CheckId::KkLength,
        Err(KkError::Filler) => CheckId::KkPattern,
        Err(KkError::Temporary) => CheckId::KkTemporary,
        Err(KkError::NoSuchDate | KkError::InFuture) => CheckId::KkDate,
    };
    findings.note(true, Household, "f/kk", id);
}
