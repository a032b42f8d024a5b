//! The lists keep their own rules and agree with the tables of the flow.

use std::collections::BTreeSet;

use super::*;
use crate::case::{CaseKind, Subcat, subcat};
use crate::referral::{Level, TARGETS};

fn keys(name: &str) -> Vec<&'static str> {
    find(name).unwrap().items.iter().map(|code| code.key).collect()
}

#[test]
fn no_list_and_no_item_stands_twice() {
    let names: BTreeSet<_> = all().map(|list| list.key).collect();
    assert_eq!(names.len(), all().count());
    assert_eq!(names.len(), 55);
    for list in all() {
        let keys: BTreeSet<_> = list.items.iter().map(|code| code.key).collect();
        assert_eq!(keys.len(), list.items.len(), "{}", list.key);
        let labels: BTreeSet<_> = list.items.iter().map(|code| code.label.id).collect();
        assert_eq!(labels.len(), list.items.len(), "{}", list.key);
    }
}

#[test]
fn every_item_can_stand_in_a_key_and_has_words() {
    for list in all() {
        assert!(!list.items.is_empty() && !list.source.is_empty(), "{}", list.key);
        for (rank, code) in list.items.iter().enumerate() {
            let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
            assert!(code.key.bytes().all(plain) && !code.key.is_empty(), "{}", code.key);
            assert!(code.key.len() <= 32, "{}", code.key);
            assert!(!code.label.id.is_empty() && !code.label.en.is_empty(), "{}", code.key);
            assert_eq!(list.rank(code.key), Some(rank));
            assert_eq!(list.code(code.key), Some(code));
        }
    }
}

#[test]
fn absence_is_none() {
    assert_eq!(find("colour"), None);
    assert_eq!(find("sex").unwrap().code("other"), None);
    assert_eq!(find("sex").unwrap().rank(""), None);
}

#[test]
fn categories_agree_with_the_steps() {
    let items = find("subcat").unwrap().items;
    assert_eq!(keys("subcat"), subcat::ALL.iter().map(|row| row.key).collect::<Vec<_>>());
    for code in items {
        assert_eq!(code.private, Subcat::find(code.key).unwrap().private, "{}", code.key);
        assert_eq!(code.official, Some(code.key.to_uppercase().as_str()), "{}", code.key);
    }
}

#[test]
fn targets_and_levels_agree_with_the_referral() {
    assert_eq!(keys("target"), TARGETS.map(|(key, _)| key));
    assert_eq!(keys("level"), Level::ALL.map(Level::key));
}

#[test]
fn the_sensitive_kinds_of_ppks_are_private() {
    let items = find("ppks").unwrap().items;
    let private: Vec<_> =
        items.iter().filter(|code| code.private).filter_map(|code| code.official).collect();
    assert_eq!(private, ["03", "06", "07", "10", "14", "15", "16", "17", "18", "19"]);
    assert_eq!(items.len(), 27);
}

#[test]
fn every_problem_offers_a_grievance_that_is_not_private() {
    for problem in keys("prog_problem") {
        let offered = Subcat::find(grievance_of(problem).unwrap()).unwrap();
        assert!(offered.kinds.has(CaseKind::Grievance) && !offered.private, "{problem}");
    }
    assert_eq!(grievance_of("k08"), None);
}

#[test]
fn every_relation_has_its_number_on_the_family_card() {
    let numbers: Vec<_> = keys("relation").into_iter().filter_map(dukcapil_relation).collect();
    assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
    assert_eq!(dukcapil_relation("friend"), None);
}

#[test]
fn order_says_what_wins() {
    let above = |name: &str, high: &str, low: &str| {
        let list = find(name).unwrap();
        assert!(list.rank(high).unwrap() > list.rank(low).unwrap(), "{name}: {high} over {low}");
    };
    above("presence", "deceased", "present");
    above("education", "smp", "sd");
    above("difficulty", "cannot", "much");
    above("difficulty", "some", "none");
    above("prog_source", "owner", "register");
    above("prog_source", "seen", "said");
    above("consent", "signed", "refused");
    above("consent", "spoken", "vital");
}
