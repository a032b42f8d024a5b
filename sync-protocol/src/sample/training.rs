//! What a dictionary is trained on.

use super::batch::{Recorded, Sampler};
use super::rows;
use crate::frame::FrameKind;
use crate::receipt::Receipt;
use crate::row;

/// Villages whose records are used, each with its own names and numbers.
const VILLAGES: u64 = 24;

/// Documents of a frame: few in a session at the door, many after days without network.
const SIZES: [usize; 8] = [1, 2, 3, 5, 10, 10, 20, 40];

/// Returns samples for `dictionary::train`: pushed and pulled frames of all sizes, and rows.
pub fn training(seed: u64) -> Vec<Vec<u8>> {
    let mut samples = Vec::new();
    for village in 0..VILLAGES {
        let mut sampler = Sampler::new(seed + village);
        for (place, count) in SIZES.into_iter().enumerate() {
            let push = |batch: &[Recorded]| Recorded::frame(batch, FrameKind::Push).sample();
            samples.push(push(&sampler.new_records(count, false)));
            samples.push(push(&sampler.new_records(count, true)));
            samples.push(push(&sampler.edits(count, 3)));
            samples.push(push(&sampler.edits(count, 1)));
            samples.push(pulled(&mut sampler, count));
            let rows = rows::decisions(&mut sampler, u32::try_from(count).unwrap_or(1));
            samples.push(row::row_sample(&rows));
            let pack = rows::pack(&mut sampler, place * 40, count);
            samples.push(row::row_sample(&[pack]));
        }
    }
    samples
}

fn pulled(sampler: &mut Sampler, count: usize) -> Vec<u8> {
    let mut batch = sampler.created_and_edited(count, 3);
    for recorded in &mut batch {
        recorded.heading.receipt = Some(Receipt { key: 1, mac: sampler.bytes() });
    }
    Recorded::frame(&batch, FrameKind::Pull).sample()
}
