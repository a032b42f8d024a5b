//! Edits become changes; changes of others are merged.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, ChangeHash, PatchLog, ROOT, ReadDoc};
use jangkau_domain::{DocId, DocKind};

use super::{Document, DocumentError, scalar};
use crate::actor::Actor;
use crate::author::Author;
use crate::change::Change;
use crate::edit::{self, Edit};
use crate::genesis;
use crate::hash::Hash;

impl Document {
    /// Returns a document that nobody has written yet.
    pub fn new(kind: DocKind, id: &DocId) -> Self {
        let mut inner = Automerge::new();
        let genesis = automerge::Change::from_bytes(genesis::bytes(kind, id));
        let genesis = genesis.expect("the genesis is a change, as its golden test shows");
        inner.apply_changes([genesis]).expect("an empty document takes the genesis");
        Self { inner, kind, id: *id }
    }

    /// Writes a change at the heads and returns its bytes; none where the edits change nothing.
    ///
    /// # Errors
    /// Where the edits cannot stand in one change; nothing is written then.
    pub fn edit(
        &mut self,
        actor: Actor,
        author: &Author,
        time: i64,
        edits: &[Edit],
    ) -> Result<Option<Vec<u8>>, DocumentError> {
        let seen = self.inner.get_heads();
        if !self.fits(edits, &seen) {
            return Err(DocumentError::Edits);
        }
        self.inner.set_actor(ActorId::from(actor.as_bytes()));
        let hash = write(self.inner.transaction(), author, time, edits);
        Ok(self.written(hash))
    }

    /// Writes a change upon the version that a page's reader saw; what was written since stays
    /// beside it as a conflict instead of being overwritten unseen.
    ///
    /// # Errors
    /// Where the document does not hold that version, the actor has already written upon a newer
    /// one, or the edits cannot stand in one change; nothing is written then.
    pub fn edit_at(
        &mut self,
        heads: &[Hash],
        actor: Actor,
        author: &Author,
        time: i64,
        edits: &[Edit],
    ) -> Result<Option<Vec<u8>>, DocumentError> {
        let mut seen: Vec<ChangeHash> = heads.iter().map(|head| ChangeHash(head.0)).collect();
        seen.sort_unstable();
        seen.dedup();
        if let Some(missing) = self.inner.get_missing_deps(&seen).first() {
            return Err(DocumentError::UnknownHead(Hash(missing.0)));
        }
        if seen.is_empty() || !self.fits(edits, &seen) {
            return Err(DocumentError::Edits);
        }
        let own = ActorId::from(actor.as_bytes());
        if self.inner.get_changes_meta(&seen).iter().any(|change| *change.actor == own) {
            return Err(DocumentError::ActorTaken);
        }
        self.inner.set_actor(own);
        let transaction = self.inner.transaction_at(PatchLog::inactive(), &seen);
        let transaction = transaction.expect("an inactive log belongs to every document");
        let hash = write(transaction, author, time, edits);
        Ok(self.written(hash))
    }

    /// Merges changes that the gate has let through; all of them or none.
    ///
    /// # Errors
    /// Where one is no change of this system or follows one that is neither here nor among them.
    pub fn apply(&mut self, changes: &[Vec<u8>]) -> Result<(), DocumentError> {
        let mut parsed = Vec::with_capacity(changes.len());
        let mut deps = Vec::new();
        for bytes in changes {
            // Nothing reaches automerge's parser that ours has not read.
            let change = Change::parse(bytes).map_err(|_| DocumentError::Changes)?;
            deps.extend(change.deps.iter().map(|dep| ChangeHash(dep.0)));
            let change = automerge::Change::from_bytes(bytes.clone());
            parsed.push(change.map_err(|_| DocumentError::Changes)?);
        }
        let here = |dep: &ChangeHash| parsed.iter().any(|change| change.hash() == *dep);
        deps.retain(|dep| !here(dep));
        if !self.inner.get_missing_deps(&deps).is_empty() {
            return Err(DocumentError::Changes);
        }
        self.inner.apply_changes(parsed).map_err(|_| DocumentError::Changes)
    }

    /// Returns whether the gate would read a change of these edits upon a version.
    fn fits(&self, edits: &[Edit], seen: &[ChangeHash]) -> bool {
        let values = |edit: &Edit| {
            self.inner.get_all_at(ROOT, edit.key(), seen).map_or(0, |values| values.len())
        };
        let preds: usize = edits.iter().map(values).sum();
        edit::writable(edits, seen.len(), preds)
    }

    fn written(&self, hash: Option<ChangeHash>) -> Option<Vec<u8>> {
        let change = self.inner.get_change_by_hash(&hash?)?;
        Some(change.raw_bytes().to_vec())
    }
}

fn write(
    mut transaction: Transaction<'_>,
    author: &Author,
    time: i64,
    edits: &[Edit],
) -> Option<ChangeHash> {
    for edit in edit::last_of_each_key(edits) {
        let done = match edit {
            Edit::Put { key, value } => {
                transaction.put(ROOT, key.as_str(), scalar::to_automerge(value))
            }
            Edit::Delete { key } => transaction.delete(ROOT, key.as_str()),
        };
        done.expect("the root is a map and takes every scalar under every key");
    }
    let options =
        CommitOptions::default().with_message(author.to_string()).with_time(edit::time(time));
    transaction.commit_with(options).0
}
