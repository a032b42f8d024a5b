//! Change chunks taken to pieces and put together again without any rule: the forger's tool.

use sha2::{Digest, Sha256};

/// The pieces of a change; numbers are kept as bytes, so that they can be misspelt.
#[derive(Clone)]
pub struct Raw {
    pub kind: u8,
    pub deps: Vec<[u8; 32]>,
    pub actor: Vec<u8>,
    pub seq: Vec<u8>,
    pub start_op: Vec<u8>,
    pub time: Vec<u8>,
    pub message: Vec<u8>,
    pub others: Vec<Vec<u8>>,
    pub columns: Vec<(u64, Vec<u8>)>,
    pub extra: Vec<u8>,
}

pub const KEY: u64 = 0x15;
pub const INSERT: u64 = 0x34;
pub const ACTION: u64 = 0x42;
pub const META: u64 = 0x56;
pub const VALUE: u64 = 0x57;
pub const PRED_COUNT: u64 = 0x70;
pub const PRED_ACTOR: u64 = 0x71;
pub const PRED_COUNTER: u64 = 0x73;

impl Raw {
    /// Takes an honest change to pieces.
    pub fn of(bytes: &[u8]) -> Self {
        let mut rest = &bytes[9..];
        number(&mut rest);
        let deps = (0..value(number(&mut rest)))
            .map(|_| take(&mut rest, 32).try_into().unwrap())
            .collect();
        let actor = prefixed(&mut rest).to_vec();
        let [seq, start_op, time] = std::array::from_fn(|_| number(&mut rest).to_vec());
        let message = prefixed(&mut rest).to_vec();
        let others = (0..value(number(&mut rest))).map(|_| prefixed(&mut rest).to_vec()).collect();
        let lengths: Vec<_> = (0..value(number(&mut rest)))
            .map(|_| (value(number(&mut rest)), value(number(&mut rest))))
            .collect();
        let columns = lengths
            .into_iter()
            .map(|(column, length)| (column, take(&mut rest, length as usize).to_vec()))
            .collect();
        let kind = bytes[8];
        let extra = rest.to_vec();
        Self { kind, deps, actor, seq, start_op, time, message, others, columns, extra }
    }

    pub fn column(&mut self, wanted: u64) -> &mut Vec<u8> {
        if let Some(place) = self.columns.iter().position(|(column, _)| *column == wanted) {
            return &mut self.columns[place].1;
        }
        let place = self.columns.partition_point(|(column, _)| *column < wanted);
        self.columns.insert(place, (wanted, Vec::new()));
        &mut self.columns[place].1
    }

    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        unsigned(&mut body, self.deps.len() as u64);
        body.extend(self.deps.iter().flatten());
        put_prefixed(&mut body, &self.actor);
        body.extend(self.seq.iter().chain(&self.start_op).chain(&self.time));
        put_prefixed(&mut body, &self.message);
        unsigned(&mut body, self.others.len() as u64);
        self.others.iter().for_each(|actor| put_prefixed(&mut body, actor));
        unsigned(&mut body, self.columns.len() as u64);
        for (column, data) in &self.columns {
            unsigned(&mut body, *column);
            unsigned(&mut body, data.len() as u64);
        }
        self.columns.iter().for_each(|(_, data)| body.extend(data));
        body.extend(&self.extra);
        chunk(self.kind, &body)
    }
}

/// Returns a chunk with a right length and checksum.
pub fn chunk(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut head = vec![kind];
    unsigned(&mut head, body.len() as u64);
    let hash = Sha256::new().chain_update(&head).chain_update(body).finalize();
    [&[0x85, 0x6f, 0x4a, 0x83], &hash[..4], &head, body].concat()
}

/// Returns what stands between the head and the end.
pub fn body(bytes: &[u8]) -> &[u8] {
    let mut rest = &bytes[9..];
    number(&mut rest);
    rest
}

/// Returns the first column of a snapshot: the actors of its changes.
pub fn first_column(snapshot: &[u8]) -> Vec<u8> {
    let (_, columns, data) = snapshot_parts(snapshot);
    data[..columns[0][0].1 as usize].to_vec()
}

/// Returns a snapshot with another first column.
pub fn with_first_column(snapshot: &[u8], column: &[u8]) -> Vec<u8> {
    let (mut body, mut columns, data) = snapshot_parts(snapshot);
    let old = std::mem::replace(&mut columns[0][0].1, column.len() as u64);
    for columns in &columns {
        unsigned(&mut body, columns.len() as u64);
        for (number, length) in columns {
            unsigned(&mut body, *number);
            unsigned(&mut body, *length);
        }
    }
    body.extend(column);
    body.extend(&data[old as usize..]);
    chunk(0, &body)
}

type Lengths = Vec<(u64, u64)>;

/// Actors and heads; numbers and lengths of the columns of changes and of operations; the data.
fn snapshot_parts(snapshot: &[u8]) -> (Vec<u8>, [Lengths; 2], Vec<u8>) {
    let whole = body(snapshot);
    let mut rest = whole;
    for _ in 0..value(number(&mut rest)) {
        prefixed(&mut rest);
    }
    let heads = value(number(&mut rest));
    take(&mut rest, 32 * heads as usize);
    let front = whole[..whole.len() - rest.len()].to_vec();
    let columns = std::array::from_fn(|_| {
        let count = value(number(&mut rest));
        (0..count).map(|_| (value(number(&mut rest)), value(number(&mut rest)))).collect()
    });
    (front, columns, rest.to_vec())
}

pub fn unsigned(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub fn leb(number: u64) -> Vec<u8> {
    let mut out = Vec::new();
    unsigned(&mut out, number);
    out
}

pub fn signed(number: i64) -> Vec<u8> {
    let mut out = Vec::new();
    let mut left = number;
    while !(-64..64).contains(&left) {
        out.push(left as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8 & 0x7f);
    out
}

fn number<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let length = rest.iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    take(rest, length)
}

fn value(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |value, byte| value << 7 | u64::from(byte & 0x7f))
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (taken, others) = rest.split_at(length);
    *rest = others;
    taken
}

fn prefixed<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let length = value(number(rest));
    take(rest, length as usize)
}

fn put_prefixed(out: &mut Vec<u8>, bytes: &[u8]) {
    unsigned(out, bytes.len() as u64);
    out.extend(bytes);
}
