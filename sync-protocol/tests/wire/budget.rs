//! Bytes on the wire, everything included, against the budgets; the ratio is printed.

use jangkau_sync::frame::FrameKind;
use jangkau_sync::receipt::ReceiptKey;
use jangkau_sync::sample::{Batch, Recorded, Sampler};
use rstest::rstest;

/// Villages over which each figure is averaged; the dictionary was trained on others.
const VILLAGES: u64 = 8;

/// zstd's level on a tablet, and on a server that answers many.
const TABLET: i32 = 19;
const SERVER: i32 = 3;

fn bytes_each(
    kind: FrameKind,
    level: i32,
    count: usize,
    batch: impl Fn(&mut Sampler) -> Batch,
) -> f64 {
    let frame = |seed| Recorded::frame(&batch(&mut Sampler::new(seed)), kind).finish(level).len();
    let bytes: usize = (0..VILLAGES).map(frame).sum();
    bytes as f64 / (VILLAGES * count as u64) as f64
}

fn hold(name: &str, each: f64, budget: f64) {
    eprintln!("{name}: {each:.1} B, budget {budget} B, ratio {:.2}", each / budget);
    assert!(each <= budget, "{name} takes {each:.1} B");
}

#[rstest]
#[case::hundred(100, 30.0)]
#[case::ten(10, 36.0)]
fn an_edit_of_a_field(#[case] count: usize, #[case] budget: f64) {
    let each = bytes_each(FrameKind::Push, TABLET, count, |sampler| sampler.edits(count, 3));
    hold(&format!("field edit, batch of {count}, 3 a visit"), each, budget);
}

#[rstest]
#[case::hundred(100, 130.0)]
#[case::ten(10, 145.0)]
fn a_new_record_of_32_fields(#[case] count: usize, #[case] budget: f64) {
    let records = |sampler: &mut Sampler| sampler.new_records(count, false);
    let each = bytes_each(FrameKind::Push, TABLET, count, records);
    hold(&format!("new record, batch of {count}, 5 a visit"), each, budget);
}

#[test]
fn a_pulled_document_of_two_changes_with_its_receipt() {
    let key = ReceiptKey::new(1, [3; 32]);
    let documents = |sampler: &mut Sampler| {
        let mut batch = sampler.created_and_edited(100, 3);
        for one in &mut batch {
            one.heading.receipt = Some(key.sign(&one.heading.id, one.before.heads()));
        }
        batch
    };
    let each = bytes_each(FrameKind::Pull, SERVER, 100, documents);
    hold("pulled document of two changes, batch of 100", each, 180.0);
}

#[test]
fn the_samples_have_32_fields_and_are_not_alike() {
    let mut sampler = Sampler::new(0);
    let batch = sampler.new_records(100, false);
    let mut ids: Vec<_> = batch.iter().map(|one| one.heading.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 100);
    for one in &batch {
        let change = jangkau_sync::Change::parse(&one.changes[0]).unwrap();
        assert_eq!(change.ops.len(), 32);
    }
}

#[test]
fn an_estimate_is_near_the_truth() {
    let mut sampler = Sampler::new(0);
    for batch in [sampler.new_records(200, true), sampler.edits(600, 3)] {
        let estimate = Recorded::frame(&batch, FrameKind::Push).estimate();
        let bytes = Recorded::frame(&batch, FrameKind::Push).finish(TABLET).len();
        assert!(estimate * 2 > bytes && estimate < bytes * 2, "{estimate} of {bytes}");
    }
}
