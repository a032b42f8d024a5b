//! Check 3: a page that was opened before a push and saved after it overwrites nothing.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, Value};
use jangkau_server::ingest::Edited;
use jangkau_tests::people::Family;
use jangkau_tests::{Site, Tablet};

const TABLET: &str = "SULASTRI BINTI KARTO";
const PAGE: &str = "SULASTRIE AAB";
const LATE: &str = "SULASTRY AAB";

/// A family on the server and on three tablets, and its head's document.
fn known_to_all() -> (Site, [Tablet; 3], DocId) {
    let site = Site::new();
    let tablets = ["fs1", "fs2", "fs3"].map(|login| Tablet::enrolled(&site, login));
    let typed = tablets[0].start_new();
    Family::numbered(1).fill(&typed);
    typed.finish();
    tablets.iter().for_each(|tablet| drop(tablet.sync()));
    let person = site.documents(DocKind::Person)[0];
    (site, tablets, person)
}

/// Visits the family again and writes the head's name otherwise.
fn rename(tablet: &Tablet, person: DocId, name: &str) {
    let typed = tablet.start_at(&person.to_string());
    typed.set(&person.to_string(), "f/name", name);
    typed.set(typed.visit(), "consent", "spoken");
    typed.finish();
}

#[test]
fn a_page_saved_late_keeps_both_values() {
    let (site, [one, two, three], person) = known_to_all();
    let seen = site.heads(person);
    rename(&two, person, TABLET);
    rename(&three, person, LATE);
    two.sync();

    let front_office = site.desk("fo");
    let edited = front_office.edit(person, &seen, "f/name", PAGE).unwrap();
    assert!(matches!(edited, Edited::Stored(_)));
    assert_eq!(site.values(person, "f/name"), [TABLET, PAGE]);
    let waiting = site.waiting(Queue::Conflict);
    assert_eq!(waiting.len(), 1, "the clash waits once");
    assert_eq!((waiting[0].doc, waiting[0].key.as_deref()), (Some(person), Some("f/name")));

    let admin = site.desk("adm");
    admin.settle(person, "f/name", &Value::from(TABLET)).unwrap();
    assert!(site.waiting(Queue::Conflict).is_empty());
    assert_eq!(site.values(person, "f/name"), [TABLET]);
    for tablet in [&one, &two] {
        tablet.sync();
        assert_eq!(tablet.values(person, "f/name"), [TABLET]);
        assert_eq!(tablet.document(person).unwrap().heads(), site.heads(person));
    }

    // The third wrote before the choice was made and had not seen it.
    three.sync();
    assert_eq!(site.values(person, "f/name"), [TABLET, LATE]);
    let again = site.waiting(Queue::Conflict);
    assert_eq!(again.len(), 1, "a late third value opens it again");
    assert_ne!(again[0].cause, waiting[0].cause);
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

#[test]
fn fields_that_do_not_clash_are_all_kept() {
    let (site, [one, two, _], person) = known_to_all();
    let seen = site.heads(person);
    rename(&two, person, TABLET);
    two.sync();
    site.desk("fo").edit(person, &seen, "f/phone", "6281200000001").unwrap();
    one.sync();
    assert_eq!(one.values(person, "f/name"), [TABLET]);
    assert_eq!(one.values(person, "f/phone"), ["6281200000001"]);
    assert!(site.waiting(Queue::Conflict).is_empty());
}

#[test]
fn the_same_value_from_two_sides_is_no_clash() {
    let (site, [_, two, _], person) = known_to_all();
    let seen = site.heads(person);
    rename(&two, person, TABLET);
    two.sync();
    site.desk("fo").edit(person, &seen, "f/name", TABLET).unwrap();
    assert!(site.waiting(Queue::Conflict).is_empty());
    assert_eq!(site.values(person, "f/name"), [TABLET, TABLET]);
    let put = || site.desk("fo").edit(person, &site.heads(person), "f/name", TABLET).unwrap();
    assert!(matches!(put(), Edited::Stored(_)), "seen together, two become one");
    assert_eq!(site.values(person, "f/name"), [TABLET]);
    assert_eq!(put(), Edited::Nothing);
}
