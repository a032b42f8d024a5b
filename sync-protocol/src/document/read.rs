//! What a document says, and its history.

use automerge::{ObjId, ROOT, ReadDoc};
use jangkau_domain::Value;

use super::{Document, DocumentError, scalar};
use crate::actor::{Actor, OpId};
use crate::change::Change;
use crate::hash::Hash;
use crate::register::{Candidate, Register};
use crate::{genesis, key};

impl Document {
    /// Returns every change but the genesis, each after those it follows.
    pub fn changes(&self) -> Vec<Vec<u8>> {
        self.changes_since(&[])
    }

    /// Returns the changes that a reader of this version lacks; the version must be known.
    pub fn changes_since(&self, heads: &[Hash]) -> Vec<Vec<u8>> {
        let seen: Vec<_> = heads.iter().map(|head| automerge::ChangeHash(head.0)).collect();
        let genesis = genesis::hash(self.kind, &self.id);
        let changes = self.inner.get_changes(&seen);
        let others = changes.iter().filter(|change| change.hash().0 != genesis.0);
        others.map(|change| change.raw_bytes().to_vec()).collect()
    }

    /// Returns every key that holds a value, ascending, without the genesis's two.
    pub fn keys(&self) -> Vec<String> {
        let keys = self.inner.keys(ROOT);
        keys.filter(|name| !key::is_genesis(name)).collect()
    }

    /// Returns the value of a key that is shown.
    pub fn winner(&self, key: &str) -> Option<Value> {
        let (value, _) = self.inner.get(ROOT, key).ok().flatten()?;
        scalar::from_automerge(&value)
    }

    /// Returns every value of a key, the winner last.
    pub fn candidates(&self, key: &str) -> Vec<Candidate> {
        let all = self.inner.get_all(ROOT, key).unwrap_or_default();
        let candidate = |(value, id): &(automerge::Value<'_>, ObjId)| {
            Some(Candidate { id: op_id(id)?, value: scalar::from_automerge(value)? })
        };
        let mut candidates: Vec<_> = all.iter().filter_map(candidate).collect();
        candidates.sort_unstable_by_key(|candidate| candidate.id);
        candidates
    }

    /// Returns the register of the same history, checking every change of it.
    ///
    /// # Errors
    /// Where the history was not written by this system.
    pub fn register(&self) -> Result<Register, DocumentError> {
        let changes: Result<Vec<_>, _> =
            self.changes().iter().map(|bytes| Change::parse(bytes)).collect();
        let changes = changes.map_err(|_| DocumentError::Changes)?;
        Register::replay(self.kind, self.id, changes).map_err(|_| DocumentError::Changes)
    }

    /// Returns whether a register says the same as the document: heads, and every value of every
    /// key with the operation that put it. The background audit asks it of stored documents.
    pub fn agrees_with(&self, register: &Register) -> bool {
        let keys = self.keys();
        (self.kind, self.id) == (register.kind(), register.id())
            && self.heads() == register.heads()
            && keys.iter().map(String::as_str).eq(register.keys())
            && keys.iter().all(|key| {
                let shown = register.candidates(key);
                self.candidates(key) == shown && self.winner(key).as_ref() == register.winner(key)
            })
    }
}

fn op_id(id: &ObjId) -> Option<OpId> {
    match id {
        ObjId::Root => None,
        ObjId::Id(counter, actor, _) => {
            Some(OpId { counter: *counter, actor: Actor::from_slice(actor.to_bytes())? })
        }
    }
}
