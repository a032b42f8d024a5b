//! Damaged and invented frames: a clear answer, no panic, nothing larger than what was sent.

use jangkau_sync::frame::{Body, Form, Frame, FrameError, FrameKind, FrameWriter};
use jangkau_sync::message::MessageError;
use jangkau_sync::sample::Sampler;
use jangkau_sync::{Change, limit};
use rand::{Rng, RngExt};
use sha2::{Digest as _, Sha256};

use crate::gate::seed::each_seed;

/// Writes the checksum that a sender of exactly these bytes would write.
pub fn reseal(frame: &mut [u8]) {
    let digest = Sha256::new().chain_update(&frame[..4]).chain_update(&frame[8..]).finalize();
    frame[4..8].copy_from_slice(&digest[..4]);
}

/// A frame of everything; dictionary 0 leaves it uncompressed, so that a mutation stays small.
fn frame(seed: u64, dictionary: u8) -> Vec<u8> {
    let mut sampler = Sampler::new(seed);
    let mut batch = sampler.new_records(3, true);
    batch.extend(sampler.edits(4, 2));
    batch.extend(sampler.created_and_edited(2, 1));
    let mut writer = FrameWriter::new(FrameKind::Pull);
    for (place, one) in batch.iter().enumerate() {
        one.write(&mut writer, if place % 4 == 3 { Form::Raw } else { Form::Short });
    }
    writer.document(&batch[0].heading);
    writer.snapshot(&[1, 2, 3]);
    writer.finish_with(dictionary, 3)
}

#[test]
fn a_cut_frame_is_refused_wherever_it_was_cut() {
    let frame = frame(1, 1);
    for end in 0..frame.len() {
        assert!(Frame::decode(&frame[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_changed_byte_is_noticed() {
    let frame = frame(1, 1);
    for place in 0..frame.len() {
        let mut bent = frame.clone();
        bent[place] ^= 0x11;
        assert!(matches!(Frame::decode(&bent), Err(FrameError::Header(_))), "at {place}");
    }
    let mut bent = frame;
    bent[4] ^= 1;
    assert_eq!(Frame::decode(&bent).err(), Some(MessageError::Checksum.into()));
}

fn mutate(frame: &mut Vec<u8>, random: &mut impl Rng) {
    let place = random.random_range(8..frame.len());
    match random.random_range(0..6) {
        0 => frame[place] ^= 1 << random.random_range(0..8),
        1 => frame[place] = random.random(),
        2 => frame[place] = 0xff,
        3 => frame.truncate(place),
        4 => frame.insert(place, random.random()),
        _ => {
            let end = random.random_range(place..=frame.len());
            let piece = frame[place..end].to_vec();
            frame.extend_from_slice(&piece);
        }
    }
}

/// Adds up what a decoded frame holds.
fn held_bytes(frame: &Frame, sampled: &Change) -> usize {
    let mut bytes = 0;
    for part in &frame.docs {
        bytes += 64 + part.offered.len() * 32;
        if let Body::Snapshot(snapshot) = &part.body {
            bytes += snapshot.len();
        }
        for record in part.records() {
            bytes += 64;
            assert!(!record.same_as(sampled) || record.checksum() == sampled.hash.checksum());
        }
    }
    bytes
}

#[test]
fn whatever_is_sent_is_answered() {
    let whole: Vec<Vec<u8>> = (0..8).map(|seed| frame(seed, 0)).collect();
    let other = Sampler::new(99).new_records(1, false).remove(0);
    let sampled = Change::parse(&other.changes[0]).unwrap();
    each_seed(6_000, |seed, random| {
        let mut frame = whole[seed as usize % whole.len()].clone();
        for _ in 0..random.random_range(1..4) {
            if frame.len() > 9 {
                mutate(&mut frame, random);
            }
        }
        frame.truncate(limit::FRAME_BYTES);
        reseal(&mut frame);
        if let Ok(decoded) = Frame::decode(&frame) {
            assert!(held_bytes(&decoded, &sampled) <= frame.len() * 40);
            for (_, record) in decoded.records() {
                // What rebuilds is not trusted: the gate reads it like any other change.
                if let Ok(bytes) = record.rebuild(&other.before) {
                    let _ = Change::parse(&bytes);
                }
            }
        }
    });
}

#[test]
fn noise_of_any_length_is_answered() {
    each_seed(4_000, |_, random| {
        let mut bytes: Vec<u8> =
            (0..random.random_range(0..400)).map(|_| random.random()).collect();
        if bytes.len() > 8 {
            bytes[..4].copy_from_slice(&[b'J', b'K', 1, 1]);
            reseal(&mut bytes);
        }
        let _ = Frame::decode(&bytes);
        let _ = jangkau_sync::row::decode_frame(&bytes);
    });
}
