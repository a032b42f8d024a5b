//! A private case reaches the manager alone; the desa never learns that it exists.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_tests::people::{Family, need};
use jangkau_tests::site::DESA;
use jangkau_tests::{Site, Tablet};

const STORY: &str = "Diminta uang oleh petugas supaya terdaftar";

/// Records a family with a complaint about money taken, and a need where `also` says so.
fn record(tablet: &Tablet, number: u64, also: bool) -> (String, DocId) {
    let typed = tablet.start_new();
    Family::numbered(number).fill(&typed);
    let case = typed.add_case("grievance");
    typed.fill(
        &case,
        &[
            ("f/subcat", "k08"),
            ("f/against", "companion"),
            ("f/program", "pkh"),
            ("set/ppks", "poor"),
            ("f/story", STORY),
        ],
    );
    if also {
        need(&typed, "Belum pernah menerima sembako");
    }
    let visit = typed.visit().to_owned();
    let finished = typed.finish();
    assert_eq!(finished.numbers.len(), if also { 2 } else { 1 });
    (visit, DocId::from_hex(&case).unwrap())
}

fn scope_of(site: &Site, doc: DocId) -> ScopeId {
    site.read(|conn, kab| {
        let sql = "SELECT scope FROM doc WHERE kab = ?1 AND doc = ?2";
        Ok(conn.query_row(sql, (kab.0, doc.0), |row| row.get(0).map(ScopeId))?)
    })
}

#[test]
fn a_private_case_goes_to_the_manager_and_to_nobody_else() {
    let site = Site::new();
    let (author, other) = (Tablet::enrolled(&site, "fs1"), Tablet::enrolled(&site, "fs2"));
    author.sync();
    let (visit, case) = record(&author, 1, true);
    author.sync();
    other.sync();
    author.sync();

    assert_ne!(scope_of(&site, case), site.scope(DESA));
    assert_eq!(site.case_state(case), "with_manager");
    let manager = site.waiting(Queue::Manager);
    assert_eq!(manager.iter().map(|row| row.case).collect::<Vec<_>>(), [Some(case)]);
    let review: Vec<String> =
        site.waiting(Queue::Review).into_iter().map(|row| row.cause).collect();
    assert_eq!(review, [format!("review:{visit}:1")]);

    let parts = site.texts("SELECT lower(hex(doc)) FROM visit_part WHERE kind = 3");
    assert_eq!(parts.len(), 1, "the supervisor reviews the need alone");
    assert_ne!(parts, [case.to_string()]);
    let desa = site.scope(DESA);
    assert!(author.versions(desa) == site.versions(desa));
    assert!(other.versions(desa) == site.versions(desa));
    assert!(other.app().case_card(case.to_string()).is_err(), "another tablet has no byte of it");
    assert!(author.app().case_card(case.to_string()).is_ok(), "its author follows it up");
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

#[test]
fn the_totals_of_the_desa_do_not_change_when_one_is_made() {
    let (with, without) = (Site::new(), Site::new());
    let totals = |site: &Site| {
        let tables = ["visit_part", "queue"];
        let rows = tables.map(|table| {
            let sql = match table {
                "queue" => "SELECT queue FROM queue WHERE private = 0 AND queue <> 'inform'",
                _ => "SELECT CAST(kind AS TEXT) FROM visit_part",
            };
            let mut rows = site.texts(sql);
            rows.sort();
            rows
        });
        (rows, site.versions(site.scope(DESA)).len())
    };
    for (site, private) in [(&with, true), (&without, false)] {
        let tablet = Tablet::enrolled(site, "fs1");
        tablet.sync();
        if private {
            record(&tablet, 1, false);
        } else {
            let typed = tablet.start_new();
            Family::numbered(1).fill(&typed);
            typed.finish();
        }
        tablet.sync();
    }
    assert_eq!(totals(&with), totals(&without));
    assert_eq!(with.documents(DocKind::Case).len(), 1);
}

#[test]
fn each_private_case_has_a_scope_that_holds_nothing_else() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    let mut cases = Vec::new();
    for number in 1..=9 {
        // The reserve is filled again at each session.
        tablet.sync();
        cases.push(record(&tablet, number, false).1);
    }
    tablet.sync();
    let mut scopes: Vec<ScopeId> = cases.iter().map(|case| scope_of(&site, *case)).collect();
    scopes.sort();
    scopes.dedup();
    assert_eq!(scopes.len(), cases.len());
    assert_eq!(site.waiting(Queue::Manager).len(), cases.len());
}
