//! Bytes on the wire, all included; they are the same on every machine.

use jangkau_sync::frame::{FrameKind, FrameWriter};
use jangkau_sync::receipt::Receipt;
use jangkau_sync::sample::{Batch, Recorded, Sampler};

use crate::table::{Budget, Figure};

/// Villages that are averaged.
const SEEDS: std::ops::Range<u64> = 0..10;

/// zstd's level on the tablet.
const TABLET_LEVEL: i32 = 19;

/// zstd's level on the server.
const SERVER_LEVEL: i32 = 3;

/// Measures pushed edits and records, and pulled documents.
pub fn figures() -> Vec<Figure> {
    let push = |batch: &Batch| Recorded::frame(batch, FrameKind::Push).finish(TABLET_LEVEL);
    let pull = |batch: &Batch| pulled(batch).finish(SERVER_LEVEL);
    let most = |bytes| Budget::Most(bytes);
    vec![
        figure("a field edit, batch of 100", most(30.0), |s| s.edits(100, 3), push),
        figure("a new record, batch of 100", most(130.0), |s| s.new_records(100, false), push),
        figure("a field edit, batch of 10", most(36.0), |s| s.edits(10, 3), push),
        figure("a new record, batch of 10", most(145.0), |s| s.new_records(10, false), push),
        figure("the same with the visit's event", Budget::None, |s| s.new_records(10, true), push),
        figure(
            "a pulled document of two changes with its receipt, batch of 100",
            most(180.0),
            |s| with_receipts(s.created_and_edited(100, 3)),
            pull,
        ),
        figure("a lone edit", Budget::None, |s| s.edits(1, 1), push),
    ]
}

fn figure(
    what: &str,
    budget: Budget,
    batch: impl Fn(&mut Sampler) -> Batch,
    frame: impl Fn(&Batch) -> Vec<u8>,
) -> Figure {
    let (mut bytes, mut records) = (0, 0);
    for seed in SEEDS {
        let batch = batch(&mut Sampler::new(seed));
        bytes += frame(&batch).len();
        records += batch.len();
    }
    Figure::new(format!("wire: {what}"), bytes as f64 / records as f64, "B", budget)
}

fn pulled(batch: &Batch) -> FrameWriter {
    Recorded::frame(batch, FrameKind::Pull)
}

/// A receipt is noise: any bytes weigh the same.
fn with_receipts(mut batch: Batch) -> Batch {
    for (place, recorded) in batch.iter_mut().enumerate() {
        let mut mac = [0; 16];
        mac[..8].copy_from_slice(&(place as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes());
        mac[8..].copy_from_slice(&recorded.heading.id.0[..8]);
        recorded.heading.receipt = Some(Receipt { key: 1, mac });
    }
    batch
}
