//! Mutants: what a stolen tablet, a changed app or a damaged disk might send.

use jangkau_sync::{Action, Actor, Change, Hash, Op, OpId};
use rand::{Rng, RngExt};

use super::raw::{self, Raw};
use super::world::{KEYS, value};

/// What a forger knows of the document.
pub struct Loot<'a> {
    pub history: &'a [Change],
    pub max_op: u64,
}

/// Returns a mutant of an honest change.
pub fn mutant(bytes: &[u8], loot: &Loot<'_>, random: &mut impl Rng) -> Vec<u8> {
    match random.random_range(0..10) {
        0..3 => flipped(bytes, random),
        3..7 => {
            let mut change = Change::parse(bytes).unwrap();
            for _ in 0..random.random_range(1..3) {
                reshape(&mut change, loot, random);
            }
            change.seal()
        }
        _ => {
            let mut pieces = Raw::of(bytes);
            for _ in 0..random.random_range(1..3) {
                misspell(&mut pieces, random);
            }
            pieces.encode()
        }
    }
}

/// Changes, adds or takes away bytes, and repairs length and checksum.
fn flipped(bytes: &[u8], random: &mut impl Rng) -> Vec<u8> {
    let mut body = raw::body(bytes).to_vec();
    for _ in 0..random.random_range(1..4) {
        let place = random.random_range(0..body.len());
        match random.random_range(0..6) {
            0 => body.insert(place, random.random()),
            1 => drop(body.remove(place)),
            2 => body[place] = random.random(),
            _ => body[place] ^= 1 << random.random_range(0..8),
        }
    }
    raw::chunk(1, &body)
}

/// Alters the meaning; the spelling stays ours.
fn reshape(change: &mut Change, loot: &Loot<'_>, random: &mut impl Rng) {
    match random.random_range(0..9) {
        0 => change.seq = nearby(change.seq, random),
        1 => change.start_op = start_op(change, loot, random),
        2 | 3 => reshape_deps(&mut change.deps, loot, random),
        4 => change.actor = known_actor(loot, random),
        5 => change.time = [0, -1, i64::MIN, i64::MAX, 1 << 40, 7][random.random_range(0..6)],
        6 => {
            let messages = [None, Some("v1.1.1.-".into()), Some("x".repeat(300))];
            change.message = messages[random.random_range(0..3)].clone();
        }
        _ => reshape_ops(change, loot, random),
    }
}

fn reshape_deps(deps: &mut Vec<Hash>, loot: &Loot<'_>, random: &mut impl Rng) {
    match random.random_range(0..5) {
        0 => drop(deps.pop()),
        1 => deps.push(Hash(random.random())),
        2 => deps.reverse(),
        3 => deps.extend_from_within(..1.min(deps.len())),
        _ => {
            deps.extend(loot.history.get(random.random_range(0..9)).map(|known| known.hash));
            if random.random() {
                deps.reverse();
                deps.pop();
            }
            deps.sort_unstable();
            deps.dedup();
        }
    }
}

fn reshape_ops(change: &mut Change, loot: &Loot<'_>, random: &mut impl Rng) {
    if change.ops.is_empty() {
        return;
    }
    let place = random.random_range(0..change.ops.len());
    match random.random_range(0..6) {
        0 => drop(change.ops.remove(place)),
        1 => change.ops.push(change.ops[place].clone()),
        2 => change.ops.reverse(),
        3 => change.ops[place].key = key(random),
        4 => {
            let put = Action::Put(value(random));
            change.ops[place].action = if random.random() { put } else { Action::Delete };
        }
        _ => reshape_preds(&mut change.ops[place], loot, random),
    }
}

fn reshape_preds(op: &mut Op, loot: &Loot<'_>, random: &mut impl Rng) {
    let invented =
        OpId { counter: random.random_range(0..loot.max_op + 3), actor: known_actor(loot, random) };
    match random.random_range(0..6) {
        0 => drop(op.preds.pop()),
        1 => op.preds.push(invented),
        2 => op.preds.reverse(),
        3 => op.preds.extend_from_within(..1.min(op.preds.len())),
        4 => op.preds = vec![invented],
        _ => {
            let known = loot.history.iter().flat_map(|known| &known.ops);
            let same_key: Vec<_> = known.filter(|other| other.key == op.key).collect();
            if let Some(other) = same_key.get(random.random_range(0..same_key.len().max(1))) {
                op.preds.clone_from(&other.preds);
            }
        }
    }
}

fn nearby(number: u64, random: &mut impl Rng) -> u64 {
    let near = [number.wrapping_add(1), number.wrapping_add(2), number.wrapping_sub(1)];
    let others = [near[0], near[1], near[2], 0, 1, u64::MAX, 1 << 32];
    others[random.random_range(0..others.len())]
}

fn start_op(change: &Change, loot: &Loot<'_>, random: &mut impl Rng) -> u64 {
    let others = [
        nearby(change.start_op, random),
        loot.max_op,
        loot.max_op + 10_000,
        loot.max_op + 10_001,
        u64::from(u32::MAX),
        change.start_op.wrapping_add(random.random_range(0..50)),
    ];
    others[random.random_range(0..others.len())]
}

fn known_actor(loot: &Loot<'_>, random: &mut impl Rng) -> Actor {
    match loot.history.get(random.random_range(0..9)) {
        Some(known) => known.actor,
        None if random.random() => Actor::GENESIS,
        None => Actor::new(random.random()),
    }
}

fn key(random: &mut impl Rng) -> String {
    let keys = ["", "_k", "_id", "F/name", "f/nam e", "ev/1", "f/\u{e9}", "f/new"];
    match random.random_range(0..3) {
        0 => keys[random.random_range(0..keys.len())].to_owned(),
        1 => "k".repeat(random.random_range(90..100)),
        _ => KEYS[random.random_range(0..KEYS.len())].to_owned(),
    }
}

/// Alters the spelling of numbers, tables and columns.
fn misspell(pieces: &mut Raw, random: &mut impl Rng) {
    let columns = [
        raw::KEY,
        raw::INSERT,
        raw::ACTION,
        raw::META,
        raw::VALUE,
        raw::PRED_COUNT,
        raw::PRED_ACTOR,
        raw::PRED_COUNTER,
    ];
    let column = columns[random.random_range(0..columns.len())];
    match random.random_range(0..12) {
        0 => longer(&mut pieces.seq),
        1 => longer(&mut pieces.start_op),
        2 => longer(&mut pieces.time),
        3 => pieces.others.push(random.random::<[u8; 8]>().to_vec()),
        4 => pieces.others.reverse(),
        5 => pieces.extra.push(random.random()),
        6 => pieces.kind = random.random_range(0..5),
        7 => foreign_column(pieces, random),
        8 => longer(pieces.column(column)),
        9 => {
            let nulls = [vec![0], raw::leb(random.random_range(1..4))].concat();
            pieces.column(column).extend(nulls);
        }
        10 => {
            let bomb = [raw::signed(1 << random.random_range(1..62)), vec![1]].concat();
            *pieces.column(column) = bomb;
        }
        _ => respell_runs(pieces.column(column), random),
    }
}

/// Spells the last number one byte longer, with the same meaning.
fn longer(number: &mut Vec<u8>) {
    if let Some(last) = number.last_mut() {
        let negative = *last & 0x40 != 0;
        *last |= 0x80;
        number.push(if negative { 0x7f } else { 0 });
    }
}

/// Adds a column of nested objects, lists, marks, or a compressed or unknown one.
fn foreign_column(pieces: &mut Raw, random: &mut impl Rng) {
    let columns = [0x01, 0x02, 0x11, 0x13, 0x94, 0xa5, 0xf6, 0x15 | 8, 0x42 | 8, 0x57 | 8];
    let column = columns[random.random_range(0..columns.len())];
    *pieces.column(column) = vec![0x7f, random.random_range(0..3)];
}

/// Spells a run of two as two literals, or a literal as a run of one.
fn respell_runs(column: &mut Vec<u8>, random: &mut impl Rng) {
    match column.as_slice() {
        [2, value] => *column = vec![0x7e, *value, *value],
        [0x7f, value] => *column = vec![1, *value],
        [] => column.push(random.random()),
        _ => {
            let place = random.random_range(0..column.len());
            column[place] = column[place].wrapping_add(1);
        }
    }
}
