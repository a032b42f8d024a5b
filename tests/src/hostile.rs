//! Frames that no tablet of ours would send, made from honest ones by chance.

use jangkau_domain::synthetic::Draw;
use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use jangkau_sync::Edit;

use crate::caller::Caller;
use crate::scribe::{Scribe, Written, raw_frame};

/// How many hostile frames a run makes.
pub const FRAMES: usize = 400;

/// One frame, and what was done to it.
pub struct Hostile {
    /// What was done.
    pub what: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Makes hostile frames of an enrolled caller.
pub fn frames(caller: &Caller, seed: u64, count: usize) -> Vec<Hostile> {
    let mut draw = Draw::new(seed, "hostile");
    let mut scribe = Scribe::of(caller, seed + 0x5151);
    (0..count).map(|number| one(&mut draw, &mut scribe, number)).collect()
}

fn one(draw: &mut Draw, scribe: &mut Scribe, number: usize) -> Hostile {
    let mut bytes = raw_frame(&honest(draw, scribe, number));
    let what = match number % 8 {
        0 => cut(draw, &mut bytes),
        1 => flip(draw, &mut bytes),
        2 => sealed_flip(draw, &mut bytes),
        3 => claim_length(&mut bytes),
        4 => noise(draw, &mut bytes),
        5 => double(&mut bytes),
        6 => other_magic(&mut bytes),
        _ => empty(&mut bytes),
    };
    Hostile { what, bytes }
}

/// Writes a few changes that a tablet might have written.
fn honest(draw: &mut Draw, scribe: &mut Scribe, number: usize) -> Vec<Written> {
    let mut id = [0xee; 16];
    id[..8].copy_from_slice(&(number as u64).to_be_bytes());
    let changes = 1 + draw.below(5);
    (0..changes)
        .map(|step| {
            let value = Value::from(format!("catatan {number} {step}").as_str());
            let edit = Edit::put("f/note", value);
            scribe.edit(DocKind::Household, DocId(id), ScopeId(1), &[edit])
        })
        .collect()
}

fn cut(draw: &mut Draw, bytes: &mut Vec<u8>) -> &'static str {
    bytes.truncate(draw.below(bytes.len() as u32) as usize);
    "cut"
}

fn flip(draw: &mut Draw, bytes: &mut [u8]) -> &'static str {
    let place = draw.below(bytes.len() as u32) as usize;
    bytes[place] ^= 1 << draw.below(8);
    "a bit turned"
}

fn sealed_flip(draw: &mut Draw, bytes: &mut [u8]) -> &'static str {
    for _ in 0..=draw.below(4) {
        let place = 8 + draw.below(bytes.len() as u32 - 8) as usize;
        bytes[place] = draw.below(256).to_le_bytes()[0];
    }
    seal(bytes);
    "bytes changed under a right checksum"
}

fn claim_length(bytes: &mut [u8]) -> &'static str {
    let end = bytes.len().min(16);
    bytes[8..end].fill(0xff);
    seal(bytes);
    "lengths of four billion"
}

fn noise(draw: &mut Draw, bytes: &mut [u8]) -> &'static str {
    bytes[8..].iter_mut().for_each(|byte| *byte = draw.below(256).to_le_bytes()[0]);
    seal(bytes);
    "noise under a right checksum"
}

fn double(bytes: &mut Vec<u8>) -> &'static str {
    let again = bytes.clone();
    bytes.extend(again);
    "the same twice"
}

fn other_magic(bytes: &mut [u8]) -> &'static str {
    bytes[0] = b'X';
    "another magic"
}

fn empty(bytes: &mut Vec<u8>) -> &'static str {
    bytes.clear();
    "nothing"
}

/// Writes the checksum that the bytes now have: first four of SHA-256 over all but itself.
fn seal(bytes: &mut [u8]) {
    use sha2::{Digest, Sha256};
    let hasher = Sha256::new().chain_update(&bytes[..4]).chain_update(&bytes[8..]);
    let digest = hasher.finalize();
    bytes[4..8].copy_from_slice(&digest[..4]);
}
