//! What a decision at a desk leaves on the tablets: a case gone private, a family enrolled.

use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, DocKind, Ulid};
use jangkau_server::step::Decision;
use jangkau_server::store::{case_files, case_state};
use jangkau_tests::people::{Family, need};
use jangkau_tests::{Site, Tablet};
use rusqlite::types::ValueRef;

const STORY: &str = "Uang bantuan diminta oleh petugas";

/// A family with a need, forwarded to the manager, on two tablets.
fn at_the_manager() -> (Site, [Tablet; 2], DocId) {
    let site = Site::new();
    let tablets = ["fs1", "fs2"].map(|login| Tablet::enrolled(&site, login));
    let typed = tablets[0].start_new();
    Family::numbered(1).fill(&typed);
    need(&typed, STORY);
    let visit: Ulid = typed.visit().parse().unwrap();
    typed.finish();
    tablets.iter().for_each(|tablet| drop(tablet.sync()));
    site.desk("spv").accept(visit, "Lengkap").unwrap();
    tablets.iter().for_each(|tablet| drop(tablet.sync()));
    let case = site.documents(DocKind::Case)[0];
    assert!(tablets.iter().all(|tablet| tablet.values(case, "f/story") == [STORY]));
    (site, tablets, case)
}

fn decide(site: &Site, (login, role): (&str, Role), id: StepId, case: DocId, input: Input) {
    let n = site.read(move |conn, kab| case_state::find(conn, kab, &case)).unwrap().n;
    let decision = Decision::on_case(id, role, case, n, input);
    site.desk(login).decide(decision, Vec::new()).unwrap();
}

/// Returns the tables of a tablet's file in which some bytes stand.
fn tables_with(tablet: &Tablet, bytes: &[u8]) -> Vec<String> {
    tablet.app().on_device(|device| {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut query = device.db.prepare(sql).unwrap();
        let names = query.query_map([], |row| row.get(0)).unwrap();
        let mut names: Vec<String> = names.collect::<Result<_, _>>().unwrap();
        names.retain(|name| {
            let mut query = device.db.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
            let columns = query.column_count();
            let mut rows = query.query([]).unwrap();
            let mut found = false;
            while let Some(row) = rows.next().unwrap() {
                found |= (0..columns).any(|at| match row.get_ref(at).unwrap() {
                    ValueRef::Text(cell) | ValueRef::Blob(cell) => {
                        cell.windows(bytes.len()).any(|part| part == bytes)
                    }
                    _ => false,
                });
            }
            found
        });
        names
    })
}

#[test]
fn rule_12_no_byte_of_a_case_gone_private_stays_on_a_tablet_that_has_synced() {
    let (site, [author, other], case) = at_the_manager();
    let story = STORY.as_bytes();
    let number = author.values(case, "f/number");
    assert!(!tables_with(&other, story).is_empty(), "it is there before");
    let why = Input { keys: Some(vec!["f/hide_reporter".into()]), ..Input::default() };
    decide(&site, ("mj", Role::Mj), StepId::T25, case, why);
    for tablet in [&author, &other] {
        tablet.sync();
        tablet.sync();
        assert!(tablet.document(case).is_none());
    }
    assert_eq!(tables_with(&other, story), Vec::<String>::new());
    // Its bare id says that it is erased, so that nothing brings it back.
    let left = tables_with(&other, &case.0);
    assert!(left.iter().all(|name| name == "purged" || name == "row"), "{left:?}");
    // The number answers at the office, and its author goes on with the copy.
    let shown = number[0].clone();
    let found = site.read(move |conn, kab| case_files::with_number(conn, kab, &shown));
    assert_eq!(found.len(), 1);
    let copy = found[0].doc;
    assert_ne!(copy, case);
    assert_eq!(author.values(copy, "f/story"), [STORY]);
    assert_eq!(author.values(copy, "f/number"), number);
    assert!(other.document(copy).is_none());
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

#[test]
fn an_enrolment_at_a_desk_is_on_the_tablet_at_the_next_visit() {
    let (site, [author, other], case) = at_the_manager();
    let unit = Input { unit: Some("slrt".into()), ..Input::default() };
    decide(&site, ("mj", Role::Mj), StepId::T10, case, unit);
    let enrolled = Input {
        outcome: Some("enrolled".into()),
        program: Some("sembako".into()),
        proof: Some("ab".repeat(32)),
        ..Input::default()
    };
    decide(&site, ("bo", Role::Bo), StepId::T11, case, enrolled);
    let family = site.documents(DocKind::Household)[0];
    for tablet in [&author, &other] {
        tablet.sync();
        assert_eq!(tablet.values(family, "prog/sembako/status"), ["receiving"]);
        assert_eq!(tablet.values(family, "prog/sembako/source"), ["owner"]);
        assert_eq!(tablet.values(family, "prog/sembako/since"), ["2025-07-14"]);
    }
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}
