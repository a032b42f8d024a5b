//! Whether the visits use only what the field table and the code lists hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::{Date, date};

use super::*;
use crate::case_number::CaseNumber;
use crate::field::{self, FieldType};
use crate::synthetic::{Kecamatan, Size};
use crate::{DocKind, Value, list};

const MONDAY: Date = date(2025, 7, 14);

static KECAMATAN: LazyLock<Kecamatan> = LazyLock::new(|| Kecamatan::generate(3, Size::M));
static WEEK: LazyLock<Week> = LazyLock::new(|| week(&KECAMATAN, 400, 3, MONDAY));

fn documents() -> impl Iterator<Item = &'static Document> {
    WEEK.visits.iter().flat_map(|visit| &visit.documents)
}

/// Returns what is wrong with a put; nothing for a value that the table accepts.
fn wrong(kind: DocKind, key: &str, value: &Value) -> Option<&'static str> {
    let Some(field) = field::find(kind, key) else { return Some("is no field") };
    if !field.ty.accepts(value) {
        return Some("has another type");
    }
    let fits = match (field.ty, value) {
        (FieldType::List(name), Value::Str(item)) => {
            list::find(name).is_some_and(|list| list.items.iter().any(|code| code.key == *item))
        }
        (FieldType::Text(limit), Value::Str(text)) => text.chars().count() <= usize::from(limit),
        (FieldType::Digits(limit), Value::Str(text)) => text.len() <= usize::from(limit),
        _ => true,
    };
    (!fits).then_some("is not in the list or too long")
}

#[test]
fn every_put_is_a_field_of_the_table() {
    let mut seen = BTreeSet::new();
    for document in documents() {
        for (key, value) in &document.puts {
            assert_eq!(wrong(document.subject.kind, key, value), None, "{key}");
            seen.insert(key.as_str());
        }
        for (key, _) in &document.links {
            let field = field::find(document.subject.kind, key);
            assert!(field.is_some_and(|field| field.ty == FieldType::Ref), "{key}");
        }
    }
    assert!(seen.len() > 70, "only {} keys", seen.len());
}

#[test]
fn visits_use_the_code_lists() {
    let holds = |name: &str, key: &str| {
        list::find(name).is_some_and(|list| list.items.iter().any(|code| code.key == key))
    };
    for visit in &WEEK.visits {
        assert!(holds("place", visit.place) && holds("visit_purpose", visit.purpose));
        assert!(holds("visit_outcome", visit.outcome));
        assert!(visit.consent.is_none_or(|consent| holds("consent", consent)));
        assert_eq!(visit.outcome == "met", !visit.documents.is_empty());
        assert!(visit.day >= MONDAY && visit.from_minute + visit.minutes < 24 * 60);
    }
    for document in documents() {
        if let Some(Ending::Sent(route)) = &document.ending {
            assert!(holds("route", route));
            assert_eq!(*route == "private", document.private);
        }
    }
}

#[test]
fn registration_numbers_are_proved_and_given_once() {
    let mut given = BTreeSet::new();
    for document in documents().filter(|one| one.subject.kind == DocKind::Case) {
        let number = document.puts.iter().find(|(key, _)| key == "f/number");
        let number = number.and_then(|(_, value)| value.as_str()).unwrap();
        assert!(number.parse::<CaseNumber>().is_ok());
        assert!(given.insert(number), "{number} was given twice");
    }
    assert!(given.len() > 100);
}

#[test]
fn cases_have_the_shares_of_a_kabupaten() {
    let cases = || documents().filter(|one| one.subject.kind == DocKind::Case);
    let count = |key: &str, item: &str| {
        let has = |one: &&Document| {
            one.puts.iter().any(|(put, value)| put == key && value.as_str() == Some(item))
        };
        cases().filter(has).count() as f64 * 100.0 / cases().count() as f64
    };
    // A week has some 600 cases: chance alone moves a share by two points.
    for (kind, wanted) in case::KINDS {
        let found = count("f/kind", kind);
        assert!((found - f64::from(wanted)).abs() < 6.0, "{kind} {found}");
    }
    for (sector, wanted) in case::SECTORS {
        let found = count("f/sector", sector);
        assert!((found - f64::from(wanted) / 10.0).abs() < 6.0, "{sector} {found}");
    }
}

#[test]
fn a_fifth_of_the_workers_makes_half_of_the_visits() {
    let mut visits: BTreeMap<u32, usize> = BTreeMap::new();
    for visit in WEEK.visits.iter().filter(|visit| visit.purpose == "outreach") {
        *visits.entry(visit.fasilitator).or_default() += 1;
    }
    let mut counts: Vec<_> = visits.into_values().collect();
    counts.sort_unstable_by(|one, two| two.cmp(one));
    let total: usize = counts.iter().sum();
    let busy: usize = counts.iter().take(WEEK.fasilitators.len() / 5).sum();
    let share = busy as f64 / total as f64;
    assert!((0.50..0.60).contains(&share), "share {share}");
    assert_eq!(counts.len(), WEEK.fasilitators.len() * 9 / 10, "a tenth is idle");
}

#[test]
fn two_workers_edit_one_household_unaware() {
    let pairs: Vec<_> = WEEK.visits.iter().filter(|visit| visit.beside.is_some()).collect();
    for pair in &pairs {
        let first = &WEEK.visits[pair.beside.unwrap()];
        assert!(pair.household == first.household && pair.fasilitator != first.fasilitator);
    }
    let puts = |visits: &mut dyn Iterator<Item = &Visit>| -> usize {
        visits.flat_map(|visit| &visit.documents).map(|one| one.puts.len()).sum()
    };
    let share = puts(&mut pairs.iter().copied()) as f64 / puts(&mut WEEK.visits.iter()) as f64;
    assert!((0.001..0.03).contains(&share), "share {share}");
}

#[test]
fn a_seed_gives_the_same_week() {
    let again = week(&KECAMATAN, 400, 3, MONDAY);
    let puts = |week: &Week| -> Vec<(String, Value)> {
        week.visits.iter().flat_map(|one| &one.documents).flat_map(|one| one.puts.clone()).collect()
    };
    assert!(puts(&WEEK) == puts(&again), "one seed gave two weeks");
    let empty = week(&KECAMATAN, 0, 3, MONDAY);
    assert!(empty.visits.is_empty());
}
