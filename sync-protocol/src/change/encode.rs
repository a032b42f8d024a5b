//! Writes a change byte for byte as automerge 0.12 does.

use sha2::{Digest, Sha256};

use super::leb::{put_signed, put_unsigned};
use super::{Action, Change, Op, column, rle, scalar};
use crate::actor::{Actor, OpId};
use crate::hash::Hash;

/// The first bytes of every chunk of automerge.
pub(super) const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// A chunk that holds one change, not compressed.
pub(super) const PLAIN_CHANGE: u8 = 1;

/// Returns the hash and the bytes of a change.
pub(super) fn chunk(change: &Change) -> (Hash, Vec<u8>) {
    let body = body(change);
    let mut head = vec![PLAIN_CHANGE];
    put_unsigned(&mut head, body.len() as u64);
    // What is hashed is what follows the checksum.
    let digest = Sha256::new().chain_update(&head).chain_update(&body).finalize();
    let hash = Hash(digest.into());
    let mut bytes = Vec::with_capacity(8 + head.len() + body.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&hash.checksum());
    bytes.extend_from_slice(&head);
    bytes.extend_from_slice(&body);
    (hash, bytes)
}

fn body(change: &Change) -> Vec<u8> {
    let others = other_actors(change);
    let mut out = Vec::with_capacity(256);
    put_unsigned(&mut out, change.deps.len() as u64);
    change.deps.iter().for_each(|dep| out.extend_from_slice(&dep.0));
    put_prefixed(&mut out, change.actor.as_bytes());
    put_unsigned(&mut out, change.seq);
    put_unsigned(&mut out, change.start_op);
    put_signed(&mut out, change.time);
    put_prefixed(&mut out, change.message.as_deref().unwrap_or_default().as_bytes());
    put_unsigned(&mut out, others.len() as u64);
    others.iter().for_each(|actor| put_prefixed(&mut out, actor.as_bytes()));
    put_columns(&mut out, change, &others);
    out
}

/// Returns the actors that predecessors name besides the change's own, ascending.
fn other_actors(change: &Change) -> Vec<Actor> {
    let mut others: Vec<Actor> =
        preds(&change.ops).map(|pred| pred.actor).filter(|actor| *actor != change.actor).collect();
    others.sort_unstable();
    others.dedup();
    others
}

fn preds(ops: &[Op]) -> impl Iterator<Item = &OpId> + Clone {
    ops.iter().flat_map(|op| &op.preds)
}

fn put_columns(out: &mut Vec<u8>, change: &Change, others: &[Actor]) {
    let ops = &change.ops;
    let mut data = Vec::with_capacity(128);
    let mut ends = [0; column::ALL.len()];
    let mut values = Vec::new();
    let metas: Vec<u64> = ops.iter().map(|op| put_value(&mut values, op)).collect();
    // The actor's own place is 0, the others follow in their order.
    let place = |actor: Actor| others.binary_search(&actor).map_or(0, |place| place as u64 + 1);
    for (number, end) in column::ALL.into_iter().zip(&mut ends) {
        match number {
            column::KEY => rle::encode(&mut data, ops.iter().map(|op| &op.key), put_key),
            column::INSERT if !ops.is_empty() => put_unsigned(&mut data, ops.len() as u64),
            column::ACTION => rle::encode(&mut data, ops.iter().map(action), put_number),
            column::META => rle::encode(&mut data, metas.iter().copied(), scalar::put_meta),
            column::VALUE => data.append(&mut values),
            column::PRED_COUNT => {
                rle::encode(&mut data, ops.iter().map(|op| op.preds.len() as u64), put_number);
            }
            column::PRED_ACTOR => {
                rle::encode(&mut data, preds(ops).map(|pred| place(pred.actor)), put_number);
            }
            column::PRED_COUNTER => {
                rle::encode(&mut data, differences(ops), |out, number| put_signed(out, *number));
            }
            _ => {}
        }
        *end = data.len();
    }
    put_lengths(out, &ends);
    out.append(&mut data);
}

/// Appends number and length of each column that is not empty.
fn put_lengths(out: &mut Vec<u8>, ends: &[usize; column::ALL.len()]) {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let lengths = starts.zip(ends).map(|(start, end)| (end - start) as u64);
    let columns = column::ALL.into_iter().zip(lengths).filter(|(_, length)| *length > 0);
    put_unsigned(out, columns.clone().count() as u64);
    for (number, length) in columns {
        put_unsigned(out, number);
        put_unsigned(out, length);
    }
}

fn put_value(values: &mut Vec<u8>, op: &Op) -> u64 {
    match &op.action {
        Action::Put(value) => scalar::put(values, value),
        Action::Delete => 0,
    }
}

fn action(op: &Op) -> u64 {
    match op.action {
        Action::Put(_) => column::PUT,
        Action::Delete => column::DELETE,
    }
}

fn differences(ops: &[Op]) -> impl Iterator<Item = i64> {
    preds(ops).scan(0i64, |last, pred| {
        // Counters are checked to fit 32 bits before a change is accepted.
        let counter = pred.counter as i64;
        let difference = counter.wrapping_sub(*last);
        *last = counter;
        Some(difference)
    })
}

fn put_prefixed(out: &mut Vec<u8>, bytes: &[u8]) {
    put_unsigned(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn put_key(out: &mut Vec<u8>, key: &&String) {
    put_prefixed(out, key.as_bytes());
}

fn put_number(out: &mut Vec<u8>, number: &u64) {
    put_unsigned(out, *number);
}
