//! Typing is never lost: every field is on disk when the call returns.

use jangkau_device::FieldError;
use jangkau_device::ffi::view::{Finish, VisitTarget};
use rstest::rstest;

use crate::fixture::{KK, NIK, Tablet};

#[test]
fn every_field_survives_the_end_of_the_process() {
    let mut tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    let typed = [
        (&household, "f/kk", KK),
        (&household, "f/address", "Dsn. Krajan <b>"),
        (&head, "f/name", "SUMIATI"),
        (&head, "f/nik", "99010171125"),
        (&head, "f/birth_date", "dulu sekali"),
        (&head, "set/papers", "ktp,kia"),
        (&visit, "note", "Anjing galak"),
    ];
    for (n, (doc, key, value)) in typed.into_iter().enumerate() {
        tablet.set(&visit, doc, key, value);
        tablet = tablet.restart();
        for (doc, key, value) in &typed[..=n] {
            assert_eq!(shown(&tablet, &visit, doc, key), *value, "{key}");
        }
    }
}

fn shown(tablet: &Tablet, visit: &str, doc: &str, key: &str) -> String {
    let sections = ["household", "members", "participation", "cases", "consent"];
    let found = sections.into_iter().find_map(|section| {
        let form = tablet.app.form(visit.to_owned(), section.to_owned()).unwrap();
        let fields = form.groups.into_iter().flat_map(|group| group.fields);
        fields.into_iter().find(|field| field.doc == doc && field.key == key)
    });
    found.unwrap_or_else(|| panic!("{key} is on the form")).value
}

#[rstest]
#[case::nik_short("f/nik", "990101711258003", "NIK", "9901017112580003")]
#[case::birth_in_the_future("f/birth_date", "01/01/2030", "", "31/12/1958")]
#[case::no_date("f/birth_date", "kemarin dulu", "", "1958")]
fn errors_stand_at_their_field_and_go_again(
    #[case] key: &str,
    #[case] wrong: &str,
    #[case] says: &str,
    #[case] right: &str,
) {
    let tablet = Tablet::new(1, "0K7");
    let (visit, _, head) = tablet.new_visit();
    let set = |value: &str| {
        tablet.app.set_field(visit.clone(), head.clone(), key.to_owned(), value.to_owned()).unwrap()
    };
    let saved = set(wrong);
    assert!(!saved.error.is_empty() && saved.error.contains(says), "{}", saved.error);
    assert!(saved.saved_text.starts_with("Tersimpan di perangkat"));
    assert_eq!(set(right).error, "");
}

#[test]
fn what_is_missing_is_told_at_the_end_not_while_typing() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, _, head) = tablet.new_visit();
    let form = tablet.app.form(visit.clone(), "members".to_owned()).unwrap();
    assert!(form.groups.iter().flat_map(|group| &group.fields).all(|field| field.error.is_empty()));
    let Finish::Blocked(findings) = tablet.app.finish(visit).unwrap() else {
        panic!("nothing was filled in");
    };
    assert!(findings.iter().any(|found| found.doc == head && found.key == "f/name"));
    assert!(findings.iter().any(|found| found.section == "consent" && found.key == "consent"));
}

#[test]
fn an_open_visit_at_the_same_family_goes_on() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let household = tablet.app.search("sumiati".to_owned()).unwrap().hits[0].household.clone();
    let target = VisitTarget::Household { id: household.unwrap() };
    let first = tablet.app.start_visit(target.clone()).unwrap();
    assert_eq!(tablet.app.start_visit(target).unwrap(), first);
    assert_eq!(tablet.app.open_visits().unwrap().len(), 1);
}

#[rstest]
#[case::no_field("f/no_such_field")]
#[case::other_kind("f/kk")]
#[case::grammar("F/NAME")]
#[case::event("ev/01jzk3v6r8f5q2w9x0y4abcdef")]
fn only_fields_of_the_form_are_taken(#[case] key: &str) {
    let tablet = Tablet::new(1, "0K7");
    let (visit, _, head) = tablet.new_visit();
    let taken = tablet.app.set_field(visit, head, key.to_owned(), "x".to_owned());
    assert!(matches!(taken, Err(FieldError::Refused { .. })));
}

#[test]
fn a_group_goes_only_while_it_is_a_draft() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, _) = tablet.new_visit();
    let child = tablet.app.add_member(visit.clone()).unwrap();
    tablet.set(&visit, &child, "f/name", "RIZKY");
    tablet.app.remove_group(visit.clone(), child.clone()).unwrap();
    let form = tablet.app.form(visit.clone(), "members".to_owned()).unwrap();
    assert!(form.groups.iter().all(|group| group.doc != child));
    let kept = tablet.app.remove_group(visit, household);
    assert!(matches!(kept, Err(FieldError::Refused { .. })));
}

#[test]
fn a_discarded_visit_leaves_nothing() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, _, head) = tablet.new_visit();
    tablet.set(&visit, &head, "f/name", "SUMIATI");
    tablet.app.discard(visit.clone()).unwrap();
    for table in ["visit", "visit_part", "draft", "document", "outbox"] {
        assert_eq!(tablet.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    assert!(matches!(tablet.app.discard(visit), Err(FieldError::NotFound)));
}
