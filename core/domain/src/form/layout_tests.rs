//! The layouts name only what the tables hold, and skip what does not apply.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::example::Example;
use super::*;
use crate::DocKind;
use crate::case::{CaseKind, Subcat};
use crate::field::{self, Profile, Write};

fn entries() -> impl Iterator<Item = (&'static str, &'static Section, &'static Entry)> {
    all().flat_map(|form| {
        form.sections.iter().flat_map(move |section| {
            section.entries.iter().map(move |entry| (form.key, section, entry))
        })
    })
}

#[test]
fn every_entry_names_a_row_a_form_or_an_event() {
    for (form, section, entry) in entries() {
        let at = format!("{form}/{}", section.key);
        match entry.slot {
            Slot::Field(_, key) => assert_eq!(entry.field().map(|row| row.key), Some(key), "{at}"),
            Slot::Form(key) => assert!(find(key).is_some(), "{at}: {key}"),
            Slot::Event(_, _, label) => assert!(!label.id.is_empty() && !label.en.is_empty()),
            Slot::Search | Slot::Programs(_) | Slot::Similar | Slot::Summary => {}
        }
    }
}

#[test]
fn forms_and_their_sections_have_one_key_each() {
    let forms: BTreeSet<_> = all().map(|form| form.key).collect();
    assert_eq!(forms.len(), all().count());
    for form in all() {
        let keys: BTreeSet<_> = form.sections.iter().map(|section| section.key).collect();
        assert_eq!(keys.len(), form.sections.len(), "{}", form.key);
        assert!(!form.roles.is_empty() && !form.sections.is_empty(), "{}", form.key);
        for section in form.sections {
            assert_eq!(form.section(section.key), Some(section));
        }
    }
}

/// A field that a person fills in stands on some form; the rest the form itself or the server
/// puts, or it stands behind the rows of the catalogue.
#[test]
fn every_field_that_people_fill_in_stands_on_a_form() {
    let shown: BTreeSet<_> = entries()
        .filter_map(|(_, _, entry)| match entry.slot {
            Slot::Field(doc, key) => Some((doc, key)),
            _ => None,
        })
        .collect();
    for doc in DocKind::ALL {
        for row in field::all(doc) {
            let by_itself = matches!(row.write, Write::App | Write::Srv);
            let elsewhere = row.key.starts_with("prog/") || row.key.starts_with("att/");
            assert!(by_itself || elsewhere || shown.contains(&(doc, row.key)), "{}", row.key);
        }
    }
}

fn shown(facts: &Facts<'_>, form: &str) -> Vec<&'static str> {
    let sections = find(form).unwrap().sections.iter();
    sections.filter(|section| facts.holds(&section.when)).map(|section| section.key).collect()
}

#[test]
fn nobody_met_means_come_again() {
    let example = Example::new();
    example.look(0, |facts| {
        assert_eq!(shown(facts, "visit").len(), 9);
        facts.outcome = Some("not_home");
        assert_eq!(shown(facts, "visit"), ["search", "start", "finish"]);
        let start = find("visit").unwrap().section("start").unwrap();
        let asked = |key| {
            let of =
                |entry: &&Entry| matches!(entry.slot, Slot::Event(_, number, _) if number == key);
            facts.holds(&start.entries.iter().find(of).unwrap().when)
        };
        assert!(asked(27) && !asked(15) && !asked(24));
    });
}

#[test]
fn each_kind_has_its_own_section() {
    for kind in ["question", "suggestion", "grievance", "need", "listing"] {
        let mut example = Example::new();
        example.case.insert("f/kind".into(), kind.into());
        let own: Vec<_> = example.look(0, |facts| {
            let kinds = ["question", "suggestion", "grievance", "need", "listing", "housing"];
            shown(facts, "case").into_iter().filter(|key| kinds.contains(key)).collect()
        });
        let expected: &[&str] = match kind {
            "suggestion" => &[],
            "listing" => &["listing", "housing"],
            kind => &[kind],
        };
        assert_eq!(own, expected);
    }
}

#[test]
fn the_dwelling_is_folded_unless_a_need_or_listing_asks_it() {
    let mut example = Example::new();
    let housing = find("visit").unwrap().section("housing").unwrap();
    assert!(example.look(0, |facts| facts.holds(&housing.open)));
    example.case.insert("f/kind".into(), "question".into());
    assert!(!example.look(0, |facts| facts.holds(&housing.open)));
}

#[test]
fn only_women_of_age_are_asked_about_pregnancy() {
    let example = Example::new();
    let health = find("member").unwrap().section("health").unwrap();
    let entry =
        health.entries.iter().find(|entry| matches!(entry.slot, Slot::Field(_, "f/pregnant")));
    let asked = |person| example.look(person, |facts| facts.holds(&entry.unwrap().when));
    assert_eq!([asked(0), asked(1), asked(2)], [false, true, false]);
}

const KINDS: [&str; 5] = ["question", "suggestion", "grievance", "need", "listing"];

fn random_case(kind: &str, subcat: &str, flags: [bool; 4]) -> Example {
    let mut example = Example::new();
    let case = &mut example.case;
    case.retain(|key, _| matches!(key.as_str(), "f/number" | "f/channel"));
    case.insert("f/kind".into(), kind.into());
    let keys = ["f/anonymous", "f/urgent", "f/hide_reporter"];
    for (key, on) in keys.into_iter().zip(flags) {
        case.insert(key.into(), crate::Value::Bool(on));
    }
    if flags[3] {
        case.insert("f/reporter_relation".into(), "neighbour".into());
    }
    if !subcat.is_empty() {
        case.insert("f/subcat".into(), subcat.into());
    }
    example
}

proptest! {
    /// Where a key is demanded its form shows it, else nobody could fill it in.
    #[test]
    fn what_is_demanded_is_shown(
        kind in proptest::sample::select(KINDS.to_vec()),
        subcat in proptest::sample::select(vec!["k01", "k08", "k11", "k14", "k99", ""]),
        flags: [bool; 4],
    ) {
        let fits = Subcat::find(subcat).zip(CaseKind::from_key(kind));
        prop_assume!(fits.is_none_or(|(subcat, kind)| subcat.kinds.has(kind)));
        let example = random_case(kind, subcat, flags);
        let can_be_referred = matches!(kind, "grievance" | "need");
        let profile = if can_be_referred { Profile::Full } else { Profile::Minimum };
        let hidden: Vec<_> = example.look(0, |facts| {
            let sections = find("case").unwrap().sections.iter();
            let shown: Vec<_> = sections
                .filter(|section| facts.holds(&section.when))
                .flat_map(|section| section.entries)
                .filter(|entry| facts.holds(&entry.when))
                .filter_map(|entry| entry.field())
                .map(|row| row.key)
                .collect();
            let gaps = missing(facts, profile).into_iter().filter(|gap| gap.doc == DocKind::Case);
            gaps.map(|gap| gap.key).filter(|key| !shown.contains(&key.as_str())).collect()
        });
        prop_assert!(hidden.is_empty(), "{hidden:?}");
    }
}
