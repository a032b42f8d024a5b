//! What a piece of work may do: read, add to the log, change what follows from it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Kab, ScopeId};
use jangkau_sync::digest::Digest;
use jangkau_sync::{Author, Hash};
use rusqlite::Connection;

use super::IngestError;
use super::later::Later;
use crate::secret::Secrets;
use crate::store::{log, scopes};

/// What an entry of the log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum What {
    /// A change of a document.
    Change = 1,
    /// A change kept aside.
    Held = 2,
    /// What a person or a clock decided; the step engine reads its body.
    Decision = 3,
    /// A register pack, or another list from outside.
    Import = 4,
    /// A document came into another scope.
    Move = 5,
    /// A held change was applied or set aside.
    HeldEnd = 6,
    /// A case went on in a private scope.
    Private = 7,
}

impl What {
    /// Reads the number that stands in the log.
    pub fn from_number(number: u8) -> Option<Self> {
        use What::{Change, Decision, Held, HeldEnd, Import, Move, Private};
        [Change, Held, Decision, Import, Move, HeldEnd, Private]
            .into_iter()
            .find(|what| *what as u8 == number)
    }
}

/// One entry of the log, before it has a position.
pub struct Entry<'e> {
    /// What it is.
    pub what: What,
    /// The document it touches.
    pub doc: Option<(DocKind, DocId)>,
    /// The change's hash; none for other entries.
    pub hash: Option<Hash>,
    /// Whose feed it goes to.
    pub scope: Option<ScopeId>,
    /// Who answers for it.
    pub author: Author,
    /// The raw change, or the entry's CBOR.
    pub body: &'e [u8],
}

/// The log entry that everything written now follows from.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    /// Its position, which its rows and documents take in the feed.
    pub pos: i64,
    /// When the server received it: the only time that what follows may use.
    pub recv_at: i64,
    /// Who answers for it.
    pub author: Author,
}

/// The right to write, for one piece of work.
pub struct Writer<'t> {
    conn: &'t Connection,
    kab: Kab,
    now_s: i64,
    next_pos: Cell<i64>,
    /// What this piece of work changed in the sums of scopes, and in their numbers of documents.
    shifts: RefCell<BTreeMap<ScopeId, (Digest, i64)>>,
    /// What steps asked for that adds to the log itself.
    later: RefCell<Vec<Later>>,
    secrets: &'t Secrets,
    replaying: bool,
}

impl<'t> Writer<'t> {
    /// Takes the next free position; the write transaction holds the kabupaten's lock.
    pub(crate) fn begin(
        conn: &'t Connection,
        kab: Kab,
        now_s: i64,
        secrets: &'t Secrets,
    ) -> Result<Self, IngestError> {
        let next = log::next_pos(conn, kab)?;
        let (next_pos, shifts) = (Cell::new(next), RefCell::default());
        let later = RefCell::default();
        Ok(Self { conn, kab, now_s, next_pos, shifts, later, secrets, replaying: false })
    }

    /// Makes a writer for a replay: it may change what follows from the log, never the log.
    pub(crate) fn replay(
        conn: &'t Connection,
        kab: Kab,
        secrets: &'t Secrets,
    ) -> Result<Self, IngestError> {
        Ok(Self { replaying: true, ..Self::begin(conn, kab, 0, secrets)? })
    }

    /// Notes that the confirmed heads of a document moved.
    pub(crate) fn shift(&self, scope: ScopeId, doc: &DocId, old: Option<&[Hash]>, new: &[Hash]) {
        let mut shifts = self.shifts.borrow_mut();
        let (digest, docs) = shifts.entry(scope).or_insert((Digest::ZERO, 0));
        digest.replace(doc, old, Some(new));
        *docs += i64::from(old.is_none());
    }

    /// Notes that a document left a scope.
    pub(crate) fn leave(&self, scope: ScopeId, doc: &DocId, heads: &[Hash]) {
        let mut shifts = self.shifts.borrow_mut();
        let (digest, docs) = shifts.entry(scope).or_insert((Digest::ZERO, 0));
        digest.replace(doc, Some(heads), None);
        *docs -= 1;
    }

    /// Asks for what adds to the log by itself; it is carried out in the same savepoint, once the
    /// piece of work is done. A replay finds it in the log.
    pub(crate) fn ask_for(&self, later: Later) {
        if !self.replaying {
            self.later.borrow_mut().push(later);
        }
    }

    /// Takes what was asked for so far.
    pub(super) fn asked_for(&self) -> Vec<Later> {
        self.later.take()
    }

    /// Writes the sums of the scopes that were touched.
    pub(crate) fn settle_digests(&self) -> Result<(), IngestError> {
        for (scope, (delta, docs)) in self.shifts.take() {
            scopes::add(self.conn, self.kab, scope, delta, docs)?;
        }
        Ok(())
    }

    /// Keeps the next free position and the sums.
    pub(crate) fn finish(&self) -> Result<(), IngestError> {
        self.settle_digests()?;
        Ok(log::set_next_pos(self.conn, self.kab, self.next_pos.get())?)
    }

    /// Adds an entry at the next position and returns it as the cause of what follows.
    ///
    /// # Errors
    ///
    /// [`IngestError::Replaying`] during a replay: only the doors of ingest add to the log, the step
    /// engine and the projections never do.
    pub fn append(&self, entry: &Entry<'_>) -> Result<Cause, IngestError> {
        if self.replaying {
            return Err(IngestError::Replaying);
        }
        let pos = self.next_pos.get();
        log::insert(self.conn, self.kab, pos, self.now_s, entry)?;
        self.next_pos.set(pos + 1);
        Ok(Cause { pos, recv_at: self.now_s, author: entry.author })
    }

    /// Returns the connection, inside the savepoint.
    pub fn conn(&self) -> &Connection {
        self.conn
    }

    /// Returns the kabupaten.
    pub fn kab(&self) -> Kab {
        self.kab
    }

    /// Returns when this piece of work began; what follows from a log entry uses
    /// [`Cause::recv_at`] instead.
    pub fn now_s(&self) -> i64 {
        self.now_s
    }

    /// Tells whether the log is being replayed: accounts and devices, which do not follow from it,
    /// stay as they are then.
    pub fn is_replaying(&self) -> bool {
        self.replaying
    }

    /// Returns the kabupaten's secrets.
    pub fn secrets(&self) -> &Secrets {
        self.secrets
    }
}
