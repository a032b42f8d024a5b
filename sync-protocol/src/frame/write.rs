//! Writing a frame by simulating its receiver.

use std::collections::HashMap;

use jangkau_domain::{DocId, ScopeId};

use super::flag;
use super::header::{Envelope, FrameKind};
use super::meaning::{Edit, Meaning};
use super::pack;
use super::parts::Heading;
use super::table::TableWriter;
use super::value;
use super::varint;
use crate::change::Change;
use crate::register::Register;
use crate::{dictionary, limit};

/// Bytes of head and tables in an estimate.
const OVERHEAD: usize = 64;

/// Bytes of a change in an estimate, beside its share of the stream.
const EACH: usize = 6;

/// How far zstd shortens the stream, measured on new records (5.4) and edits (5, without `EACH`).
const RATIO: usize = 5;

/// How a change may travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// In meaning form where it rebuilds.
    Short,
    /// Whole.
    Raw,
}

/// Collects documents and changes for one frame.
///
/// For each document: `document`, then `changes` (or `snapshot`); at the end `finish`.
pub struct FrameWriter {
    kind: FrameKind,
    tables: TableWriter,
    docs: usize,
    placed: HashMap<DocId, usize>,
    stream: Vec<u8>,
    noise: Vec<u8>,
    scope: Option<ScopeId>,
    who: Option<usize>,
    time: i64,
    records: usize,
    ops: usize,
    pending: Option<Pending>,
}

/// The document that is being written.
struct Pending {
    id: DocId,
    scope: ScopeId,
    flags: u8,
    /// What stands between the flags and the count of changes.
    head: Vec<u8>,
    noise: Vec<u8>,
    changes: u64,
    body: Vec<u8>,
    /// Whether the simulated receiver still holds what the register says.
    followed: bool,
}

impl FrameWriter {
    /// Starts an empty frame.
    pub fn new(kind: FrameKind) -> Self {
        Self {
            kind,
            tables: TableWriter::new(),
            docs: 0,
            placed: HashMap::new(),
            stream: Vec::new(),
            noise: Vec::new(),
            scope: None,
            who: None,
            time: 0,
            records: 0,
            ops: 0,
            pending: None,
        }
    }

    /// Starts the next document; one of which nothing is added leaves no trace.
    pub fn document(&mut self, heading: &Heading) {
        self.flush();
        let mut pending = Pending {
            id: heading.id,
            scope: heading.scope,
            flags: 0,
            head: Vec::new(),
            noise: Vec::new(),
            changes: 0,
            body: Vec::new(),
            followed: true,
        };
        if heading.known {
            pending.noise.extend_from_slice(&heading.id.0[..6]);
        } else {
            pending.flags |= heading.kind as u8;
            pending.noise.extend_from_slice(&heading.id.0);
            self.placed.insert(heading.id, self.docs);
        }
        if self.scope == Some(heading.scope) {
            pending.flags |= flag::SAME_SCOPE;
        } else {
            varint::put(&mut pending.head, u64::from(heading.scope.0));
        }
        pending.attach_receipt(heading);
        self.pending = Some(pending);
    }

    /// Adds changes of the document in their order, and leaves in `before` what the receiver
    /// holds after them. `before` says what it holds when it reads the first.
    ///
    /// Changes that do not rebuild upon it, and all of the document after them, travel raw.
    pub fn changes<B: AsRef<[u8]>>(&mut self, before: &mut Register, changes: &[B], form: Form) {
        for bytes in changes {
            self.change(before, bytes.as_ref(), form);
        }
    }

    /// Adds a snapshot of the document instead of changes.
    pub fn snapshot(&mut self, bytes: &[u8]) {
        if let Some(pending) = &mut self.pending {
            pending.flags |= flag::SNAPSHOT;
            varint::put(&mut pending.body, bytes.len() as u64);
            pending.body.extend_from_slice(bytes);
            self.records += 1;
        }
    }

    /// Returns how many changes and snapshots were added.
    pub const fn len(&self) -> usize {
        self.records
    }

    /// Returns whether nothing was added.
    pub const fn is_empty(&self) -> bool {
        self.records == 0
    }

    /// Returns about how many bytes the frame will have.
    pub fn estimate(&self) -> usize {
        let (noise, stream) = self
            .pending
            .as_ref()
            .map_or((0, 0), |pending| (pending.noise.len(), pending.body.len()));
        let stream = (self.stream.len() + stream) / RATIO;
        OVERHEAD + self.records * EACH + self.noise.len() + noise + stream
    }

    /// Returns whether the frame should be sent before more is added.
    pub fn is_full(&self, target: usize) -> bool {
        let many = self.records >= limit::FRAME_RECORDS / 2 || self.ops >= limit::FRAME_OPS / 2;
        many || self.estimate() >= target
    }

    /// Returns what zstd would be given: a sample for training a dictionary.
    pub fn sample(mut self) -> Vec<u8> {
        self.join().0
    }

    /// Returns the frame, compressed at a zstd level with the newest dictionary.
    pub fn finish(self, level: i32) -> Vec<u8> {
        self.finish_with(dictionary::NEWEST, level)
    }

    /// Returns the frame, compressed with the dictionary that both sides hold; one that this
    /// build does not hold leaves it uncompressed.
    pub fn finish_with(mut self, dictionary: u8, level: i32) -> Vec<u8> {
        let (stream, noise) = self.join();
        let (dictionary, packed) = pack::pack(&stream, dictionary, level);
        let kind = self.kind.message_type();
        Envelope::write(kind, dictionary, stream.len(), &noise, &packed)
    }

    /// Returns stream and noise, tables first.
    fn join(&mut self) -> (Vec<u8>, Vec<u8>) {
        self.flush();
        let (mut stream, mut noise) = (Vec::new(), Vec::new());
        self.tables.write(&mut stream, &mut noise);
        varint::put(&mut stream, self.docs as u64);
        stream.append(&mut self.stream);
        noise.append(&mut self.noise);
        (stream, noise)
    }

    fn flush(&mut self) {
        let Some(mut pending) = self.pending.take() else {
            return;
        };
        if pending.body.is_empty() {
            self.placed.remove(&pending.id);
            return;
        }
        let snapshot = pending.flags & flag::SNAPSHOT != 0;
        if pending.changes == 1 {
            pending.flags |= flag::ONE_CHANGE;
        }
        self.stream.push(pending.flags);
        self.stream.append(&mut pending.head);
        if pending.changes != 1 && !snapshot {
            varint::put(&mut self.stream, pending.changes);
        }
        self.stream.append(&mut pending.body);
        self.noise.append(&mut pending.noise);
        self.scope = Some(pending.scope);
        self.docs += 1;
    }

    fn change(&mut self, before: &mut Register, bytes: &[u8], form: Form) {
        let Some(mut pending) = self.pending.take() else {
            return;
        };
        let parsed = Change::parse(bytes).ok().filter(|_| pending.followed);
        let meaning = parsed
            .as_ref()
            .filter(|change| form == Form::Short && can_be_told(change))
            .and_then(|change| Meaning::of(change, before));
        match meaning {
            Some(meaning) => self.put_meaning(&mut pending, &meaning),
            None => pending.put_raw(bytes),
        }
        pending.changes += 1;
        self.records += 1;
        pending.followed = parsed.is_some_and(|change| follow(before, &change));
        self.pending = Some(pending);
    }

    fn put_meaning(&mut self, pending: &mut Pending, meaning: &Meaning) {
        let (place, new) = self.tables.writer((meaning.actor, meaning.author));
        let who = match (new, self.who == Some(place)) {
            (true, _) => flag::WHO_NEXT,
            (false, true) => flag::WHO_SAME,
            (false, false) => flag::WHO_PLACE,
        };
        self.who = Some(place);
        let body = &mut pending.body;
        let count = meaning.edits.len();
        let small = if count < 32 { count.to_le_bytes()[0] } else { 0 };
        body.push(who | small << flag::COUNT_SHIFT);
        if who == flag::WHO_PLACE {
            varint::put(body, place as u64);
        }
        varint::put_signed(body, meaning.time.wrapping_sub(self.time));
        self.time = meaning.time;
        if small == 0 {
            varint::put(body, count as u64);
        }
        pending.noise.extend_from_slice(&meaning.checksum);
        self.ops += count;
        self.put_edits(pending, &meaning.edits);
    }

    fn put_edits(&mut self, pending: &mut Pending, edits: &[(std::sync::Arc<str>, Edit)]) {
        let mut before: Option<usize> = None;
        for (key, edit) in edits {
            let place = self.tables.key(key);
            match before {
                None => varint::put(&mut pending.body, place as u64),
                Some(before) => varint::put_signed(&mut pending.body, step(before, place)),
            }
            before = Some(place);
            value::put(&mut pending.body, &mut pending.noise, edit, |id| {
                self.placed.get(id).copied()
            });
        }
    }
}

/// Tells a key by its distance from the one that usually follows.
fn step(before: usize, place: usize) -> i64 {
    (place as i64) - (before as i64) - 1
}

/// Returns whether a change's parts fit the layout; others travel raw.
fn can_be_told(change: &Change) -> bool {
    !change.actor.is_genesis()
        && change.ops.iter().all(|op| (1..=limit::KEY_BYTES).contains(&op.key.len()))
}

/// Lets the simulated receiver take a change in; false where that cannot be known here.
fn follow(before: &mut Register, change: &Change) -> bool {
    match before.check_known(change, || Err(())) {
        Ok(fit) => {
            before.apply(change, fit);
            true
        }
        Err(_) => false,
    }
}

impl Pending {
    fn attach_receipt(&mut self, heading: &Heading) {
        if let Some(receipt) = &heading.receipt {
            self.flags |= flag::RECEIPT;
            self.head.push(receipt.key);
            self.noise.extend_from_slice(&receipt.mac);
        }
        if !heading.offered.is_empty() {
            self.flags |= flag::OFFERED;
            varint::put(&mut self.head, heading.offered.len() as u64);
            heading.offered.iter().for_each(|head| self.noise.extend_from_slice(&head.0));
        }
    }

    fn put_raw(&mut self, bytes: &[u8]) {
        self.body.push(flag::RAW);
        varint::put(&mut self.body, bytes.len() as u64);
        self.body.extend_from_slice(bytes);
    }
}
