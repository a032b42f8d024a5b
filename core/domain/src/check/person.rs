//! A person: name, dates, place in the family, schooling and work against age.

use jiff::ToSpan;

use super::CheckId;
use super::finding::Findings;
use crate::DocKind::Person;
use crate::birth::{BirthDate, BirthDateError, Heap};
use crate::conflict::same;
use crate::field::FieldType;
use crate::form::{self, Record};
use crate::name::{NameNotice, notices};
use crate::phone::Phone;

pub(super) fn check(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    check_name(findings, person);
    check_birth(findings, person);
    check_phone(findings, crate::DocKind::Person, "f/phone", person);
    check_place(findings, person);
    check_ages(findings, person);
    check_health(findings, person);
}

fn check_name(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    for notice in person.text("f/name").map(notices).unwrap_or_default() {
        let id = match notice {
            NameNotice::NoLetter => CheckId::NameNoLetter,
            NameNotice::Digit => CheckId::NameDigit,
            NameNotice::SingleLetter => CheckId::NameOneLetter,
            // Most older names have one word, and older ones may be longer.
            NameNotice::OneWord | NameNotice::Over60 => continue,
        };
        findings.note(true, Person, "f/name", id);
    }
    let names = person.get("f/name").zip(person.get("f/mother"));
    let same_name = names.is_some_and(|(own, mother)| same(FieldType::Text(100), own, mother));
    findings.note(same_name, Person, "f/mother", CheckId::MotherIsSelf);
    let unknown_place = findings.facts.known.birth_place_known == Some(false);
    let stated = person.filled("f/birth_place");
    findings.note(stated && unknown_place, Person, "f/birth_place", CheckId::BirthPlaceUnknown);
}

fn date(person: &dyn Record, key: &str) -> Option<BirthDate> {
    person.text(key)?.parse().ok()
}

fn check_birth(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    let Some(birth) = date(person, "f/birth_date") else {
        return;
    };
    match birth.check(findings.facts.today) {
        Err(BirthDateError::Future) => {
            findings.note(true, Person, "f/birth_date", CheckId::BirthFuture);
        }
        Err(BirthDateError::TooOld) => {
            findings.note(true, Person, "f/birth_date", CheckId::BirthTooOld);
        }
        Err(BirthDateError::Form) | Ok(()) => {}
    }
    findings.note(birth.heap() != Heap::None, Person, "f/birth_date", CheckId::BirthHeap);
    let died = date(person, "f/died_on");
    let before = died.is_some_and(|died| died.last_day() < birth.first_day());
    findings.note(before, Person, "f/died_on", CheckId::DiedBeforeBirth);
}

/// Checks a phone number: 10 to 13 digits, and not a filler.
pub(super) fn check_phone(
    findings: &mut Findings<'_, '_>,
    doc: crate::DocKind,
    key: &str,
    record: &dyn Record,
) {
    match record.text(key).map(str::parse::<Phone>) {
        Some(Ok(phone)) => findings.note(phone.is_filler(), doc, key, CheckId::PhoneFiller),
        Some(Err(_)) => findings.note(true, doc, key, CheckId::PhoneLength),
        None => {}
    }
}

fn check_place(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    let facts = findings.facts;
    let absent = person.filled("f/household") && facts.household.is_none();
    findings.note(absent, Person, "f/household", CheckId::HouseholdAbsent);
    let heads = || facts.members.iter().copied().filter(|member| form::is_head(*member));
    let second = form::is_head(person) && heads().count() > 1;
    findings.note(second, Person, "f/relation", CheckId::SecondHead);
    let child = person.text("f/relation") == Some("child");
    let head_birth = heads().next().and_then(|head| date(head, "f/birth_date"));
    let both = date(person, "f/birth_date").zip(head_birth);
    let older = both.is_some_and(|(own, head)| own.last_day() < head.first_day());
    findings.note(child && older, Person, "f/relation", CheckId::ChildOlder);
    let deceased = person.text("f/presence") == Some("deceased");
    findings.note(deceased && facts.known.open_need, Person, "f/presence", CheckId::DeceasedNeed);
}

/// The youngest usual age for a certificate.
const CERTIFICATES: [(&str, u16); 7] = [
    ("sd", 10),
    ("smp", 13),
    ("sma", 16),
    ("diploma", 18),
    ("bachelor", 19),
    ("professional", 20),
    ("postgraduate", 21),
];

fn check_ages(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    let Some(age) = form::age(findings.facts) else {
        return;
    };
    let years = age.years;
    let married = person.text("f/marital").is_some_and(|key| key != "single");
    findings.note(married && years < 15, Person, "f/marital", CheckId::MaritalAge);
    let school = match person.text("f/school") {
        Some("attending") => !(3..=30).contains(&years),
        Some("finished") => years < 6,
        _ => false,
    };
    findings.note(school, Person, "f/school", CheckId::SchoolAge);
    let certificate = person.text("f/education");
    let youngest = CERTIFICATES.iter().find(|(key, _)| Some(*key) == certificate);
    let early = youngest.is_some_and(|(_, from)| years < *from);
    findings.note(early, Person, "f/education", CheckId::EducationAge);
    let job = match person.text("f/job") {
        Some("retired") => years < 40,
        Some("student") => !(3..=40).contains(&years),
        Some("jobless" | "housework") | None => false,
        Some(_) => years < 10,
    };
    findings.note(job, Person, "f/job", CheckId::JobAge);
    let ktp = person.items("papers").contains(&"ktp");
    findings.note(ktp && years < 17, Person, "set/papers/ktp", CheckId::KtpUnder17);
}

fn check_health(findings: &mut Findings<'_, '_>, person: &dyn Record) {
    let facts = findings.facts;
    let end = facts.known.pregnant_since.and_then(|day| day.checked_add(9.months()).ok());
    let stale = person.yes("f/pregnant") && end.is_some_and(|end| end < facts.today);
    findings.note(stale, Person, "f/pregnant", CheckId::PregnancyStale);
    for item in person.items("ppks") {
        let key = format!("set/ppks/{item}");
        let private = crate::field::forbidden(Person, &key);
        findings.note(private, Person, &key, CheckId::PpksPrivate);
    }
}
