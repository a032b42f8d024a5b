//! What a document says, and how a checked change alters it.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Value};

use super::check::Fit;
use super::values::{self, Candidate};
use crate::actor::Actor;
use crate::change::Change;
use crate::genesis;
use crate::hash::Hash;

/// What a document says: for each key the values that nobody has replaced.
#[derive(Clone, PartialEq, Eq)]
pub struct Register {
    pub(super) kind: DocKind,
    pub(super) id: DocId,
    pub(super) heads: Vec<Hash>,
    pub(super) max_op: u64,
    pub(super) weight: u64,
    /// Of each actor but the genesis's: the number of its changes and the last one's hash.
    pub(super) actors: BTreeMap<Actor, Last>,
    /// Without the genesis's two keys; no list is empty, and each is ascending.
    pub(super) keys: BTreeMap<String, Vec<Candidate>>,
}

/// The last change of an actor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Last {
    pub(super) seq: u64,
    pub(super) hash: Hash,
}

impl Register {
    /// Returns the register of a document that nobody has written yet.
    pub fn new(kind: DocKind, id: DocId) -> Self {
        Self {
            kind,
            id,
            heads: vec![genesis::hash(kind, &id)],
            max_op: genesis::MAX_OP,
            weight: 0,
            actors: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }

    /// Returns the kind of the document.
    pub fn kind(&self) -> DocKind {
        self.kind
    }

    /// Returns the id of the document.
    pub fn id(&self) -> DocId {
        self.id
    }

    /// Returns the changes that no other has seen, ascending: the document's version.
    pub fn heads(&self) -> &[Hash] {
        &self.heads
    }

    /// Returns the highest operation counter.
    pub fn max_op(&self) -> u64 {
        self.max_op
    }

    /// Returns how many changes an actor has made here; 0 where it has made none.
    pub fn seq_of(&self, actor: &Actor) -> u64 {
        if actor.is_genesis() {
            return 1;
        }
        self.actors.get(actor).map_or(0, |last| last.seq)
    }

    /// Returns the hash of an actor's last change here.
    pub fn last_of(&self, actor: &Actor) -> Option<Hash> {
        self.actors.get(actor).map(|last| last.hash)
    }

    /// Returns how many changes the document holds besides its genesis.
    pub fn changes(&self) -> u64 {
        self.actors.values().map(|last| last.seq).sum()
    }

    /// Returns at most how many bytes the document's snapshot has.
    pub fn weight(&self) -> u64 {
        self.weight
    }

    /// Returns how many values there are beyond the first of each key: 0 where nothing is in
    /// conflict.
    pub fn conflicts(&self) -> usize {
        self.keys.values().map(|candidates| candidates.len() - 1).sum()
    }

    /// Returns every key that holds a value, ascending, without the genesis's two.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.keys.keys().map(String::as_str)
    }

    /// Returns the value of a key that automerge shows: the one of the greatest operation.
    pub fn winner(&self, key: &str) -> Option<&Value> {
        self.candidates(key).last().map(|candidate| &candidate.value)
    }

    /// Returns every value of a key, the winner last; more than one is a conflict.
    pub fn candidates(&self, key: &str) -> &[Candidate] {
        self.keys.get(key).map_or(&[], Vec::as_slice)
    }

    /// Takes in a change that [`Register::check`] found to fit the register as it is now.
    pub fn apply(&mut self, change: &Change, fit: Fit) {
        debug_assert!(fit.is_for(self, change), "the register has moved on since the check");
        for (index, op) in change.ops.iter().enumerate() {
            let candidates = self.keys.entry(op.key.clone()).or_default();
            values::apply(candidates, change.op_id(index), op);
            if candidates.is_empty() {
                self.keys.remove(&op.key);
            }
        }
        self.heads.retain(|head| !change.deps.contains(head));
        let place = self.heads.partition_point(|head| *head < change.hash);
        self.heads.insert(place, change.hash);
        self.max_op = self.max_op.max(change.max_op());
        self.weight += change.weight();
        self.actors.insert(change.actor, Last { seq: change.seq, hash: change.hash });
    }
}
