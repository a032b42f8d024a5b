//! A tablet in memory: documents, what the server confirmed of them, what waits.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, UserId};
use jangkau_sync::row::{FeedRow, RowId};
use jangkau_sync::{Actor, Author, Change, Digest, Edit, Hash, Receipt, Register};

/// One document on the tablet.
pub struct Doc {
    pub kind: DocKind,
    pub scope: ScopeId,
    /// What is known here, each change after those it depends on.
    pub changes: Vec<Change>,
    pub confirmed: BTreeSet<Hash>,
    pub receipt: Option<(Receipt, Vec<Hash>)>,
}

/// A change that waits.
pub struct Waiting {
    pub n: u64,
    pub doc: DocId,
    pub hash: Hash,
    pub held: bool,
    /// It belongs to a history that is sent from the start.
    pub again: bool,
}

/// The tablet.
pub struct Tablet {
    pub device: DeviceId,
    pub author: Author,
    pub actor: Actor,
    pub docs: BTreeMap<DocId, Doc>,
    pub outbox: Vec<Waiting>,
    pub next_n: u64,
    pub cursors: BTreeMap<ScopeId, u64>,
    pub rows: BTreeMap<(u8, RowId), FeedRow>,
    pub nonce: Vec<u8>,
    pub epoch: u64,
}

impl Tablet {
    pub fn new(number: u32, nonce: Vec<u8>, epoch: u64) -> Self {
        let device = DeviceId(number);
        Self {
            device,
            author: Author { user: Some(UserId(number)), device: Some(device), visit: None },
            actor: Actor::new([u8::try_from(number).unwrap(); 8]),
            docs: BTreeMap::new(),
            outbox: Vec::new(),
            next_n: 1,
            cursors: BTreeMap::new(),
            rows: BTreeMap::new(),
            nonce,
            epoch,
        }
    }

    /// Records something; what changes nothing leaves no change.
    pub fn edit(&mut self, kind: DocKind, id: DocId, scope: ScopeId, time: i64, edits: &[Edit]) {
        let doc = self.docs.entry(id).or_insert_with(|| Doc {
            kind,
            scope,
            changes: Vec::new(),
            confirmed: BTreeSet::new(),
            receipt: None,
        });
        let register = doc.register(kind, id);
        if let Some(change) = register.propose(self.actor, &self.author, time, edits) {
            let hash = change.hash;
            doc.changes.push(change);
            self.wait(id, hash, false);
        }
    }

    pub fn wait(&mut self, doc: DocId, hash: Hash, again: bool) {
        self.outbox.push(Waiting { n: self.next_n, doc, hash, held: false, again });
        self.next_n += 1;
    }

    /// The sum over what the server confirmed.
    pub fn digest(&self, scope: ScopeId) -> Digest {
        let mut digest = Digest::ZERO;
        for (id, doc) in self.docs.iter().filter(|(_, doc)| doc.scope == scope) {
            if !doc.confirmed.is_empty() {
                digest.add(Digest::of(id, doc.confirmed_register(*id).heads()));
            }
        }
        digest
    }
}

impl Doc {
    /// What the tablet shows.
    pub fn register(&self, kind: DocKind, id: DocId) -> Register {
        Register::replay(kind, id, self.changes.iter().cloned()).unwrap()
    }

    /// What the server confirmed, each change after those it depends on.
    pub fn confirmed_changes(&self) -> Vec<Change> {
        let confirmed = |change: &&Change| self.confirmed.contains(&change.hash);
        self.changes.iter().filter(confirmed).cloned().collect()
    }

    /// What the server holds, as far as the tablet knows.
    pub fn confirmed_register(&self, id: DocId) -> Register {
        Register::replay(self.kind, id, self.confirmed_changes()).unwrap()
    }
}
