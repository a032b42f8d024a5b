//! Tablets that are copied, run on a wrong clock, or share a code.

use std::collections::BTreeSet;

use jangkau_device::FieldError;
use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, Ulid, Value};
use jangkau_sync::Edit;
use jangkau_sync::message::Outcome;
use jangkau_tests::people::{Family, need};
use jangkau_tests::scribe::raw_frame;
use jangkau_tests::site::{DESA, NOW};
use jangkau_tests::{Caller, Scribe, Site, Tablet};
use rstest::rstest;

fn record(tablet: &Tablet, number: u64) -> String {
    let typed = tablet.start_new();
    Family::numbered(number).fill(&typed);
    need(&typed, "Belum pernah menerima sembako");
    let visit = typed.visit().to_owned();
    typed.finish();
    visit
}

#[test]
fn a_copied_tablet_and_its_original_lose_nothing_to_each_other() {
    let site = Site::new();
    let one = Tablet::enrolled(&site, "fs1");
    let mut saved = BTreeSet::from([record(&one, 1)]);
    let two = one.copy();
    for round in 0..3 {
        saved.insert(record(&one, 10 + round));
        saved.insert(record(&two, 20 + round));
        // Each takes the other's nonce away, again and again.
        one.sync();
        two.sync();
        one.sync();
    }
    two.sync();
    one.sync();
    let scope = site.scope(DESA);
    assert!(one.versions(scope) == site.versions(scope));
    assert!(two.versions(scope) == site.versions(scope));
    assert_eq!(site.arrived_visits().into_iter().collect::<BTreeSet<_>>(), saved);
    assert_eq!(site.arrived_visits().len(), saved.len(), "each once");
    assert_eq!(site.waiting(Queue::Review).len(), saved.len());
    assert_eq!(site.documents(DocKind::Case).len(), saved.len());
}

#[rstest]
#[case::epoch(86_400)]
#[case::ten_years_back(NOW - 315_360_000)]
#[case::end_of_the_century(4_086_000_000)]
fn a_wrong_clock_changes_no_deadline(#[case] clock: i64) {
    let site = Site::new();
    let (right, mut wrong) = (Tablet::enrolled(&site, "fs1"), Tablet::new());
    wrong.advance(clock - NOW);
    wrong.enrol(&site, "fs2");
    record(&right, 1);
    record(&wrong, 2);
    right.sync();
    wrong.sync();
    let dues = site.texts("SELECT CAST(due AS TEXT) FROM queue WHERE queue = 'review'");
    assert_eq!(dues.len(), 2);
    assert_eq!(dues[0], dues[1], "deadlines run from the server's receipt");
    right.sync();
    assert!(right.versions(site.scope(DESA)) == wrong.versions(site.scope(DESA)));
}

#[test]
fn a_code_admits_one_tablet() {
    let site = Site::new();
    let code = site.code_for("fs1");
    let join = || {
        let tablet = Tablet::new();
        let joined = tablet.app().enrol(site.url(), code.clone(), "Tablet".to_owned());
        joined.map(|_| ())
    };
    let all: Vec<_> = std::thread::scope(|scope| {
        let racing: Vec<_> = (0..4).map(|_| scope.spawn(join)).collect();
        racing.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1, "one of four wins");
    let refused =
        |error: &FieldError| matches!(error, FieldError::Refused { field, .. } if field == "code");
    assert!(all.iter().filter_map(|one| one.as_ref().err()).all(refused));
    let late = site.code_for("fs2");
    site.advance(16 * 60);
    let tablet = Tablet::new();
    assert!(tablet.app().enrol(site.url(), late, "Tablet".to_owned()).is_err());
}

#[test]
fn a_visit_whose_event_never_comes_is_reviewed_after_a_day() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let visit = Ulid::new(NOW.unsigned_abs() * 1000, [5; 10]);
    let mut scribe = Scribe::of(&caller, 9);
    scribe.during(Some(visit));
    let edit = Edit::put("f/address", Value::from("Dusun Krajan"));
    let change = scribe.edit(DocKind::Household, DocId([8; 16]), site.scope(DESA), &[edit]);
    assert_eq!(caller.push(&raw_frame(&[change])).outcomes, [Outcome::Stored]);
    site.advance(23 * 3_600);
    site.tick();
    assert!(site.waiting(Queue::Review).is_empty(), "the event may still come");
    site.advance(2 * 3_600);
    site.tick();
    site.tick();
    let waiting = site.waiting(Queue::Review);
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].visit, Some(visit));
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}
