//! The wrapper around automerge: what it writes, refuses and reads back.

use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::document::DocumentError;
use jangkau_sync::{Change, Document, Edit, Hash, Register, limit};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use super::honest::{TIME, actor, author, put};
use super::raw;

fn document() -> Document {
    let mut document = Document::new(DocKind::Household, &DocId([7; 16]));
    for (key, value) in [("f/address", "Jl. Melati 3"), ("f/hamlet", "Krajan")] {
        document.edit(actor(1), &author(), TIME, &[put(key, value)]).unwrap().unwrap();
    }
    document
}

#[test]
fn a_snapshot_is_read_back_with_its_history() {
    let document = document();
    let again = Document::load(&document.save()).unwrap();
    assert_eq!((again.kind(), again.id()), (DocKind::Household, DocId([7; 16])));
    assert_eq!(again.heads(), document.heads());
    assert!(again.changes() == document.changes());
    assert!(again.agrees_with(&document.register().unwrap()));
}

#[test]
fn changes_are_merged_all_or_none() {
    let written = document().changes();
    let mut other = Document::new(DocKind::Household, &DocId([7; 16]));
    let genesis = other.heads();
    assert_eq!(other.apply(&written[1..]), Err(DocumentError::Changes));
    let damaged = [written[0].clone(), vec![7; 99]];
    assert_eq!(other.apply(&damaged), Err(DocumentError::Changes));
    assert_eq!(other.heads(), genesis);
    let reversed = [written[1].clone(), written[0].clone()];
    assert_eq!(other.apply(&reversed), Ok(()));
    assert_eq!(other.apply(&written), Ok(()), "a second time does nothing");
    assert_eq!(other.heads(), document().heads());
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut document = document();
    let heads = document.heads();
    let edits = [put("f/hamlet", "Krajan"), Edit::delete("f/note")];
    assert_eq!(document.edit(actor(1), &author(), TIME, &edits), Ok(None));
    assert_eq!(document.edit(actor(2), &author(), TIME, &[]), Ok(None));
    assert_eq!(document.heads(), heads);
}

#[test]
fn the_last_edit_of_a_key_counts() {
    let mut document = document();
    let edits = [put("f/note", "a"), put("f/rt", "001"), put("f/note", "b"), Edit::delete("f/rt")];
    let bytes = document.edit(actor(1), &author(), TIME, &edits).unwrap().unwrap();
    assert_eq!(Change::parse(&bytes).unwrap().ops.len(), 1);
    assert!(document.winner("f/note") == Some(Value::from("b")));
}

#[rstest]
#[case::clock_at_zero(0, 0)]
#[case::clock_before_1970(-7, 0)]
#[case::clock_of_noise(i64::MAX, limit::TIME.end - 1)]
fn a_broken_clock_does_not_stop_the_work(#[case] clock: i64, #[case] time: i64) {
    let bytes = document().edit(actor(1), &author(), clock, &[put("f/note", "a")]);
    assert_eq!(Change::parse(&bytes.unwrap().unwrap()).unwrap().time, time);
}

#[rstest]
#[case::kind("_k".into(), 1)]
#[case::id("_id".into(), 1)]
#[case::empty(String::new(), 1)]
#[case::upper_case("f/Name".into(), 1)]
#[case::long("k".repeat(97), 1)]
#[case::too_large("f/note".into(), 64 * 1024)]
fn an_edit_that_the_gate_would_refuse_is_not_written(#[case] key: String, #[case] length: usize) {
    let mut document = document();
    let heads = document.heads();
    let edits = [put(&key, &"x".repeat(length))];
    let refused = Err(DocumentError::Edits);
    assert_eq!(document.edit(actor(1), &author(), TIME, &edits), refused);
    assert_eq!(document.edit_at(&heads, actor(2), &author(), TIME, &edits), refused);
    assert_eq!(document.heads(), heads);
}

#[test]
fn the_largest_edit_is_read_by_the_gate() {
    let mut document = document();
    let longest = (1..=limit::CHANGE_BYTES).rev().step_by(16).find_map(|length| {
        document.edit(actor(1), &author(), TIME, &[put("f/note", &"x".repeat(length))]).ok()?
    });
    let longest = longest.unwrap();
    assert!(longest.len() > limit::CHANGE_BYTES - 512);
    assert!(Change::parse(&longest).is_ok());
}

#[test]
fn a_page_edits_the_version_that_its_reader_saw() {
    let mut document = document();
    let seen = document.heads();
    document.edit(actor(1), &author(), TIME, &[put("f/hamlet", "Sawahan")]).unwrap();
    let edits = [put("f/hamlet", "Krajan Lor")];
    let taken = document.edit_at(&seen, actor(1), &author(), TIME, &edits);
    assert_eq!(taken, Err(DocumentError::ActorTaken));
    let unknown = document.edit_at(&[Hash([9; 32])], actor(2), &author(), TIME, &edits);
    assert_eq!(unknown, Err(DocumentError::UnknownHead(Hash([9; 32]))));
    assert_eq!(document.edit_at(&[], actor(2), &author(), TIME, &edits), Err(DocumentError::Edits));
    let bytes = document.edit_at(&seen, actor(2), &author(), TIME, &edits).unwrap().unwrap();
    assert_eq!(Change::parse(&bytes).unwrap().deps, seen);
    assert_eq!(document.candidates("f/hamlet").len(), 2, "neither is overwritten unseen");
    assert_eq!(document.heads().len(), 2);
}

#[test]
fn damaged_snapshots_are_refused() {
    let snapshot = document().save();
    let mut random = ChaCha8Rng::seed_from_u64(7);
    for _ in 0..2_000 {
        let mut body = raw::body(&snapshot).to_vec();
        let place = random.random_range(0..body.len());
        body[place] = random.random();
        // Whatever is loaded is one of ours; nothing panics, nothing of another kind comes in.
        if let Ok(loaded) = Document::load(&raw::chunk(0, &body)) {
            assert!(loaded.register().is_ok() || loaded.heads() != document().heads());
        }
    }
}

/// A snapshot whose second column of operations announces far more than it holds.
#[rstest]
#[case::run([raw::signed(1 << 40), vec![1]].concat())]
#[case::nulls([vec![0], raw::leb(1 << 40)].concat())]
#[case::literals(raw::signed(i64::MIN))]
fn bombs_in_a_snapshot_never_reach_automerge(#[case] bomb: Vec<u8>) {
    let snapshot = document().save();
    let bytes = raw::with_first_column(&snapshot, &bomb);
    assert_eq!(Document::load(&bytes).err(), Some(DocumentError::Snapshot));
    let first = raw::first_column(&snapshot);
    assert!(Document::load(&raw::with_first_column(&snapshot, &first)).is_ok());
}

#[rstest]
#[case::nothing(Vec::new())]
#[case::a_change(document().changes().remove(0))]
#[case::cut(document().save()[..99].to_vec())]
#[case::two([document().save(), document().save()].concat())]
#[case::change_behind([document().save(), document().changes().remove(0)].concat())]
#[case::too_large(vec![0; limit::SNAPSHOT_BYTES + 1])]
#[case::without_genesis(automerge::Automerge::new().save())]
#[case::compressed(compressed())]
fn only_plain_snapshots_of_ours_are_read(#[case] bytes: Vec<u8>) {
    assert_eq!(Document::load(&bytes).err(), Some(DocumentError::Snapshot));
}

/// A document whose text automerge has put through DEFLATE.
fn compressed() -> Vec<u8> {
    let mut document = document();
    document.edit(actor(1), &author(), TIME, &[put("f/note", &"x".repeat(9_000))]).unwrap();
    automerge::Automerge::load(&document.save()).unwrap().save()
}

#[test]
fn a_register_does_not_agree_with_another_document() {
    let document = document();
    let register = document.register().unwrap();
    assert!(document.agrees_with(&register));
    let mut ahead = Document::load(&document.save()).unwrap();
    ahead.edit(actor(2), &author(), TIME, &[put("f/note", "a")]).unwrap();
    assert!(!ahead.agrees_with(&register));
    assert!(!document.agrees_with(&Register::new(DocKind::Household, DocId([7; 16]))));
}

#[test]
fn stored_registers_that_are_damaged_do_not_panic() {
    let stored = document().register().unwrap().encode();
    assert!(Register::decode(&stored).is_ok());
    for length in 0..stored.len() {
        assert!(Register::decode(&stored[..length]).is_err());
    }
    let mut random = ChaCha8Rng::seed_from_u64(7);
    for _ in 0..5_000 {
        let mut damaged = stored.clone();
        damaged[random.random_range(0..stored.len())] = random.random();
        drop(Register::decode(&damaged));
    }
}
