//! One household walks the whole way: typed offline, reviewed, returned, corrected, forwarded.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, Ulid};
use jangkau_sync::message::{Outcome, push};
use jangkau_tests::people::{Family, need};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Site, Tablet};

const STORY: &str = "Belum pernah menerima sembako, desil 2";
const CORRECTED: &str = "Belum pernah menerima sembako sejak menikah tahun 1980";
const NOTE: &str = "Sejak kapan? Mohon tanyakan lagi.";

/// Records a family with a need and returns the visit.
fn record(tablet: &Tablet, number: u64, route: Option<&str>) -> Ulid {
    let typed = tablet.start_new();
    Family::numbered(number).fill(&typed);
    let case = need(&typed, STORY);
    if let Some(route) = route {
        typed.set(&case, "submit/route", route);
    }
    let visit = typed.visit().parse().unwrap();
    let finished = typed.finish();
    assert_eq!(finished.numbers.len(), 1, "the citizen hears a number at the door");
    visit
}

fn the_case(site: &Site) -> DocId {
    let cases = site.documents(DocKind::Case);
    assert_eq!(cases.len(), 1, "there is one case");
    cases[0]
}

fn causes(site: &Site, queue: Queue) -> Vec<String> {
    site.waiting(queue).into_iter().map(|row| row.cause).collect()
}

#[test]
fn a_household_walks_the_whole_way() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    let visit = record(&tablet, 1, None);
    assert!(site.waiting(Queue::Review).is_empty(), "nothing was sent yet");
    tablet.sync();
    send_again(&site);
    assert_eq!(causes(&site, Queue::Review), [format!("review:{visit}:1")]);

    let case = the_case(&site);
    let supervisor = site.desk("spv");
    supervisor.give_back(visit, &[(case, "f/story", NOTE)]).unwrap();
    assert!(site.waiting(Queue::Review).is_empty());
    assert_eq!(causes(&site, Queue::Correction), [format!("correction:{case}:1")]);
    assert_eq!(site.case_state(case), "needs_correction");

    site.advance(3_600);
    tablet.sync();
    correct(&tablet);
    assert!(site.waiting(Queue::Review).is_empty(), "a correction is reviewed when it arrives");
    tablet.sync();
    send_again(&site);
    assert!(tablet.returned().is_empty());
    assert!(site.waiting(Queue::Correction).is_empty());
    assert_eq!(causes(&site, Queue::Review), [format!("review:{visit}:2")]);
    assert_eq!(site.values(case, "f/story"), [CORRECTED]);

    supervisor.accept(visit, "Lengkap").unwrap();
    assert!(site.waiting(Queue::Review).is_empty());
    assert_eq!(site.case_state(case), "with_manager");
    let manager = site.waiting(Queue::Manager);
    assert_eq!(manager.iter().map(|row| row.case).collect::<Vec<_>>(), [Some(case)]);
    tablet.sync();
    let card = tablet.app().case_card(case.to_string()).unwrap();
    assert_eq!(card.word, "Dalam proses");
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

/// Sends every frame that was ever pushed twice more.
fn send_again(site: &Site) {
    let device = jangkau_domain::DeviceId(1);
    let caller = Caller::of_device(site, device, site.user("fs1"));
    for frame in site.tap().posted(push::PATH) {
        for _ in 0..2 {
            let answer = caller.push(&frame);
            let known = answer.outcomes.iter().all(|one| *one == Outcome::Duplicate);
            assert!(known, "what was stored is a duplicate: {:?}", answer.outcomes);
        }
    }
}

fn correct(tablet: &Tablet) {
    let returned = tablet.returned();
    assert_eq!(returned.len(), 1, "the record came back as one task");
    let item = tablet.returned_item(&returned[0].id);
    assert_eq!(item.fields.len(), 1, "only the returned field is shown");
    let field = &item.fields[0];
    assert_eq!((field.key.as_str(), field.note.as_str()), ("f/story", NOTE));
    assert_eq!(field.old_value, STORY);
    let (doc, key) = (field.doc.clone(), field.key.clone());
    let typed = CORRECTED.to_owned();
    tablet.app().set_field(item.id.clone(), doc, key, typed).unwrap();
    tablet.correct(&item.id, "Sudah ditanyakan kepada warga");
}

#[test]
fn a_puskesos_keeps_what_it_recorded_itself() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fop");
    record(&tablet, 2, Some("own"));
    tablet.sync();
    let case = the_case(&site);
    assert_eq!(site.case_state(case), "with_back_office");
    let rows = site.waiting(Queue::BackOffice);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].unit, Some(format!("puskesos:{DESA}")));
    assert_eq!(rows[0].case, Some(case));
}

#[test]
fn a_visit_without_a_case_is_reviewed_just_the_same() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    let typed = tablet.start_new();
    Family::numbered(3).fill(&typed);
    let visit: Ulid = typed.visit().parse().unwrap();
    typed.finish();
    tablet.sync();
    assert_eq!(causes(&site, Queue::Review), [format!("review:{visit}:1")]);
    site.desk("spv").accept(visit, "Lengkap").unwrap();
    assert!(site.waiting(Queue::Review).is_empty());
    assert!(site.waiting(Queue::Manager).is_empty());
    // Two people at the desk: the second sees that it is done.
    assert!(site.desk("spv").accept(visit, "Lengkap").is_err());
}
