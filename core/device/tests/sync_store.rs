//! The tablet's side of a session: what waits, what was confirmed, what arrives.

use std::collections::BTreeSet;

use jangkau_device::ffi::view::{ChipState, HitSource};
use jangkau_device::shown;
use jangkau_device::store::documents;
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::message::{HelloAnswer, Outcome, ScopeState};
use jangkau_sync::register::Register;
use jangkau_sync::row::Purge;
use jangkau_sync::session::{Ack, PageOutcome, PushAcks, SyncStore};
use jangkau_sync::{Digest, HeldCode};
use rstest::rstest;

use crate::fixture::{KK, NIK, NOW, SCOPE, Tablet, scope_key};
use crate::peer::{Way, acknowledge, changes, give, give_row, heads, outbox, page, with_store};

fn person() -> DocId {
    scope_key().person_id(&NIK.parse().unwrap())
}

fn state(tablet: &Tablet) -> ScopeState {
    with_store(tablet, |store| store.state(SCOPE)).unwrap()
}

fn waiting(tablet: &Tablet) -> u32 {
    with_store(tablet, |store| store.waiting()).unwrap()
}

fn register(tablet: &Tablet, id: DocId) -> Register {
    tablet.app.on_device(|device| documents::register(&device.db, id)).unwrap().unwrap()
}

/// Sums a scope from nothing, as the server would.
fn sum(tablet: &Tablet, ids: &[DocId]) -> Digest {
    let mut sum = Digest::ZERO;
    ids.iter().for_each(|id| sum.add(Digest::of(id, &heads(tablet, *id))));
    sum
}

#[test]
fn cases_go_first_and_a_document_is_unknown_until_confirmed() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let docs = outbox(&tablet);
    let kinds: Vec<_> = docs.iter().map(|doc| doc.kind).collect();
    assert_eq!(kinds, [DocKind::Case, DocKind::Household, DocKind::Person]);
    assert!(docs.iter().all(|doc| !doc.known && doc.offer.is_none() && doc.changes.len() == 1));
    let skip = BTreeSet::from([docs[0].id]);
    let rest = with_store(&tablet, |store| store.outbox(&skip, 1)).unwrap();
    assert_eq!(rest.len(), 1);
    assert_eq!(rest[0].kind, DocKind::Household);
}

#[test]
fn an_acknowledgement_empties_the_outbox_and_moves_the_digest() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    assert_eq!((waiting(&tablet), state(&tablet).digest), (3, Digest::ZERO));
    let ids: Vec<DocId> = outbox(&tablet).iter().map(|doc| doc.id).collect();
    acknowledge(&tablet);
    assert_eq!((waiting(&tablet), state(&tablet).digest), (0, sum(&tablet, &ids)));
    let stored =
        tablet.app.on_device(|device| documents::get(&device.db, ids[0])).unwrap().unwrap();
    assert_eq!(stored.confirmed.unwrap().heads(), stored.register.heads());
    assert!(stored.receipt.is_some());
    assert_eq!(tablet.count("SELECT count(sent_s) FROM visit"), 1);
}

#[test]
fn an_edit_after_the_acknowledgement_goes_upon_the_confirmed_version() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    acknowledge(&tablet);
    let before = state(&tablet).digest;
    tablet.record(NIK, KK);
    let docs = outbox(&tablet);
    let family = docs.iter().find(|doc| doc.kind == DocKind::Household).unwrap();
    assert!(family.known);
    assert_ne!(family.before.heads(), heads(&tablet, family.id));
    assert_eq!(state(&tablet).digest, before, "an unsent edit moves no digest");
}

#[rstest]
#[case::short(Way::Short)]
#[case::raw(Way::Raw)]
#[case::snapshot(Way::Snapshot)]
fn a_document_of_somebody_else_arrives(#[case] way: Way) {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    let genesis = Register::new(DocKind::Person, person());
    assert_eq!(give(&to, &page(&from, person(), &genesis, way, 7)), 1);
    assert_eq!(heads(&to, person()), heads(&from, person()));
    assert_eq!(state(&to).digest, sum(&from, &[person()]));
    assert_eq!((state(&to).position, waiting(&to)), (7, 0));
    let hit = to.app.search(NIK.to_owned()).unwrap().hits.remove(0);
    assert_eq!((hit.source, hit.badge.as_str()), (HitSource::Office, "Dari kantor"));
}

#[rstest]
#[case::short(Way::Short)]
#[case::raw(Way::Raw)]
#[case::snapshot(Way::Snapshot)]
fn both_tablets_work_is_kept(#[case] way: Way) {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    to.record(NIK, KK);
    let genesis = Register::new(DocKind::Person, person());
    give(&to, &page(&from, person(), &genesis, way, 7));
    let merged = register(&to, person());
    assert_eq!(merged.candidates("f/name").len(), 2);
    assert_eq!(merged.heads().len(), 2);
    assert_eq!(changes(&to, person()).len(), 2);
    assert_eq!(waiting(&to), 3);
    assert_eq!(state(&to).digest, sum(&from, &[person()]), "only what the server confirmed");
    acknowledge(&to);
    let stored = to.app.on_device(|device| documents::get(&device.db, person())).unwrap().unwrap();
    assert_eq!(stored.confirmed.unwrap().heads(), merged.heads());
}

#[test]
fn the_same_page_twice_changes_nothing() {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    let genesis = Register::new(DocKind::Person, person());
    for way in [Way::Short, Way::Raw, Way::Snapshot] {
        give(&to, &page(&from, person(), &genesis, way, 7));
        assert_eq!(state(&to).digest, sum(&from, &[person()]));
        assert_eq!(changes(&to, person()).len(), 1);
    }
}

#[test]
fn own_changes_that_come_back_are_acknowledged_by_it() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let genesis = Register::new(DocKind::Person, person());
    give(&tablet, &page(&tablet, person(), &genesis, Way::Raw, 7));
    assert_eq!(waiting(&tablet), 2);
    assert_eq!(state(&tablet).digest, sum(&tablet, &[person()]));
}

#[test]
fn news_upon_an_unknown_version_asks_for_the_full_form_and_stores_nothing() {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    let half_way = register(&from, person());
    let (visit, household, head) = from.new_visit();
    from.fill((&visit, &household, &head), NIK, KK);
    from.set(&visit, &head, "f/phone", "0812-0000-0001");
    from.finish(&visit);
    let page = page(&from, person(), &half_way, Way::Short, 9);
    let outcome = with_store(&to, |store| store.store_page(&page)).unwrap();
    assert_eq!(outcome, PageOutcome::NeedsFull);
    assert_eq!((state(&to).position, to.count("SELECT count(*) FROM document")), (0, 0));
}

#[test]
fn a_held_change_waits_for_a_person_and_blocks_no_other_document() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let held = outbox(&tablet).into_iter().find(|doc| doc.kind == DocKind::Person).unwrap();
    let outcome = Outcome::Held { code: HeldCode::NotAllowed, text: "role".to_owned() };
    let ack = Ack { n: held.changes[0].n, doc: held.id, outcome };
    let acks = PushAcks { changes: vec![ack], docs: Vec::new(), digests: Vec::new() };
    with_store(&tablet, |store| store.acked(&acks)).unwrap();
    assert_eq!((outbox(&tablet).len(), waiting(&tablet)), (2, 3));
    acknowledge(&tablet);
    assert_eq!(tablet.app.home().unwrap().chip.state, ChipState::NeedsAction);
    let item = tablet.app.outbox().unwrap().remove(0);
    assert!(item.state_text.starts_with("Tertahan"), "{}", item.state_text);
}

#[test]
fn a_missing_dependency_sends_the_whole_history() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    acknowledge(&tablet);
    let missing = heads(&tablet, person())[0];
    with_store(&tablet, |store| store.resend_history(person(), missing)).unwrap();
    let docs = outbox(&tablet);
    assert_eq!((docs.len(), docs[0].known, docs[0].changes.len()), (1, false, 1));
    assert!(docs[0].offer.is_some(), "the receipt goes along");
    acknowledge(&tablet);
    assert_eq!(waiting(&tablet), 0);
}

fn hello(epoch: u64, states: Vec<ScopeState>) -> HelloAnswer {
    HelloAnswer {
        token: vec![2; 16],
        token_seconds: 3_600,
        nonce: vec![3; 16],
        epoch,
        server_time: NOW,
        scopes: Vec::new(),
        states,
        abilities: Vec::new(),
        dictionary: 1,
        min_version: None,
        roles: None,
        lease_until: None,
    }
}

#[test]
fn a_restored_server_is_offered_what_its_backup_lacks() {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    let genesis = Register::new(DocKind::Person, person());
    give(&to, &page(&from, person(), &genesis, Way::Short, 7));
    with_store(&to, |store| store.opened(&hello(1, Vec::new()))).unwrap();
    assert_eq!(waiting(&to), 0, "the same epoch offers nothing");
    let same = state(&to);
    with_store(&to, |store| store.opened(&hello(2, vec![ScopeState { epoch: 2, ..same }])))
        .unwrap();
    assert_eq!((waiting(&to), state(&to).position), (0, 0), "an equal digest offers nothing");
    with_store(&to, |store| store.opened(&hello(3, Vec::new()))).unwrap();
    let docs = outbox(&to);
    let (receipt, covered) = docs[0].offer.clone().unwrap();
    assert_eq!(covered, heads(&from, person()));
    assert!(crate::peer::receipts().verify(&receipt, &person(), &covered));
}

#[test]
fn a_purge_leaves_nothing_and_lets_nothing_in_again() {
    let (from, to) = (Tablet::new(1, "0K7"), Tablet::new(2, "0K8"));
    from.record(NIK, KK);
    to.record(NIK, KK);
    give_row(&to, 1, 9, Purge { doc: person(), reason: "Law 27/2022".to_owned() });
    assert!(
        to.app
            .search(NIK.to_owned())
            .unwrap()
            .hits
            .iter()
            .all(|hit| hit.id != person().to_string())
    );
    assert_eq!(waiting(&to), 2);
    let genesis = Register::new(DocKind::Person, person());
    give(&to, &page(&from, person(), &genesis, Way::Raw, 12));
    let gone = to.app.on_device(|device| documents::get(&device.db, person())).unwrap();
    assert!(gone.is_none());
}

#[test]
fn unknown_keys_of_a_newer_app_pass_unharmed() {
    use jangkau_sync::document::Document;
    use jangkau_sync::{Actor, Author, Edit};
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let id = person();
    let mut newer = Document::new(DocKind::Person, &id);
    let author: Author = "v1.9.9.-".parse().unwrap();
    let key = "f/blood_group".to_owned();
    let edits = [Edit::Put { key: key.clone(), value: "o".into() }];
    newer.edit(Actor::new([5; 8]), &author, NOW, &edits).unwrap();
    let mut writer = jangkau_sync::frame::FrameWriter::new(jangkau_sync::frame::FrameKind::Pull);
    writer.document(&jangkau_sync::frame::Heading::new(DocKind::Person, id, SCOPE));
    writer.snapshot(&newer.save());
    let frame = jangkau_sync::frame::Frame::decode(&writer.finish(3)).unwrap();
    let page = jangkau_sync::session::Page {
        scope: SCOPE,
        epoch: 1,
        next: 3,
        documents: Some(frame),
        rows: Vec::new(),
    };
    give(&tablet, &page);
    tablet.record(NIK, KK);
    assert_eq!(shown::text(&register(&tablet, id), &key), "o");
    assert_eq!(shown::text(&register(&tablet, id), "f/name"), "SUMIATI");
}
