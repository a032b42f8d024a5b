//! Two tablets that never met make the same documents, and lose nothing when they meet.

use jangkau_device::edit;
use jangkau_device::store::documents;
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::Change;

use crate::fixture::{KK, NIK, Tablet, scope_key};

fn ids(tablet: &Tablet, kind: DocKind) -> Vec<DocId> {
    tablet.app.on_device(|device| {
        let sql = "SELECT doc_id FROM document WHERE kind = ?1 ORDER BY doc_id";
        let mut statement = device.db.prepare(sql).unwrap();
        let rows = statement.query_map([kind as u8], |row| Ok(DocId(row.get(0)?))).unwrap();
        rows.map(Result::unwrap).collect()
    })
}

fn changes(tablet: &Tablet, id: DocId) -> Vec<Vec<u8>> {
    tablet.app.on_device(|device| {
        let stored = documents::get(&device.db, id).unwrap().unwrap();
        edit::open(&stored).unwrap().changes()
    })
}

#[test]
fn the_same_nik_is_the_same_document() {
    let (one, two) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    one.record(NIK, KK);
    two.record(NIK, KK);
    let person = scope_key().person_id(&NIK.parse().unwrap());
    assert_eq!(ids(&one, DocKind::Person), [person]);
    assert_eq!(ids(&one, DocKind::Person), ids(&two, DocKind::Person));
    assert_eq!(ids(&one, DocKind::Household), ids(&two, DocKind::Household));
    assert_ne!(ids(&one, DocKind::Case), ids(&two, DocKind::Case));
    let stored = one.app.on_device(|device| documents::get(&device.db, person)).unwrap().unwrap();
    let mut document = edit::open(&stored).unwrap();
    document.apply(&changes(&two, person)).unwrap();
    assert_eq!(document.candidates("f/name").len(), 2);
    assert_eq!(document.changes().len(), 2);
}

#[test]
fn a_restart_is_a_new_actor_and_merges() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let tablet = tablet.restart();
    let family = scope_key().household_id(&KK.parse().unwrap());
    let target = jangkau_device::ffi::view::VisitTarget::Household { id: family.to_string() };
    let visit = tablet.app.start_visit(target).unwrap();
    tablet.set(&visit, &family.to_string(), "f/size", "2");
    tablet.set(&visit, &visit, "consent", "spoken");
    tablet.finish(&visit);
    let actors: Vec<_> =
        changes(&tablet, family).iter().map(|bytes| Change::parse(bytes).unwrap().actor).collect();
    assert_eq!(actors.len(), 2);
    assert_ne!(actors[0], actors[1]);
}

#[test]
fn a_nik_that_belongs_to_somebody_else_makes_no_common_document() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, "9901011203150008");
    let saved = tablet
        .app
        .set_field(visit.clone(), head.clone(), "f/name".to_owned(), "BAMBANG".to_owned())
        .unwrap();
    assert!(saved.warning.is_empty(), "the warning stands at the NIK");
    let nik = tablet.app.set_field(visit.clone(), head.clone(), "f/nik".to_owned(), NIK.to_owned());
    assert!(nik.unwrap().warning.contains("SUMIATI"));
    tablet.set(&visit, &head, "f/birth_date", "1990-04-05");
    tablet.set(&visit, &head, "f/sex", "male");
    tablet.finish(&visit);
    let person = scope_key().person_id(&NIK.parse().unwrap());
    assert_eq!(ids(&tablet, DocKind::Person).len(), 2);
    assert_eq!(changes(&tablet, person).len(), 1);
}

#[test]
fn a_kk_that_belongs_to_another_family_makes_no_common_document() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), "9901010504900011", KK);
    tablet.set(&visit, &head, "f/name", "BAMBANG");
    tablet.set(&visit, &head, "f/birth_date", "1990-04-05");
    tablet.set(&visit, &head, "f/sex", "male");
    tablet.finish(&visit);
    assert_eq!(ids(&tablet, DocKind::Household).len(), 2);
    let family = scope_key().household_id(&KK.parse().unwrap());
    assert_eq!(changes(&tablet, family).len(), 1);
}

#[test]
fn the_same_person_again_goes_into_the_known_document() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.set(&visit, &head, "f/phone", "0812-0000-0001");
    tablet.finish(&visit);
    let person = scope_key().person_id(&NIK.parse().unwrap());
    assert_eq!(ids(&tablet, DocKind::Person), [person]);
    assert_eq!(ids(&tablet, DocKind::Household).len(), 1);
    assert_eq!(changes(&tablet, person).len(), 2);
}
