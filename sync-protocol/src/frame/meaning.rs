//! A change without what follows from the document that it was made upon.

use std::collections::HashSet;
use std::sync::Arc;

use jangkau_domain::Value;

use super::parts::Rebuild;
use crate::actor::Actor;
use crate::author::Author;
use crate::change::{Action, Change, Op};
use crate::edit;
use crate::register::Register;

/// What one writer put and deleted at once; all else of the change is derived.
#[derive(Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The process that wrote it.
    pub actor: Actor,
    /// Who answers for it.
    pub author: Author,
    /// Seconds since 1970 UTC by the writer's clock.
    pub time: i64,
    /// The operations in order.
    pub edits: Vec<(Arc<str>, Edit)>,
    /// The first bytes of the change's hash, which prove what was derived.
    pub checksum: [u8; 4],
}

/// What happens to a key.
#[derive(Clone, PartialEq, Eq)]
pub enum Edit {
    /// It is set; every value it had is replaced.
    Put(Value),
    /// It is cleared of every value.
    Delete,
    /// The losers of its conflict are taken away; automerge writes this where somebody puts the
    /// value that is shown already.
    Keep,
}

impl Meaning {
    /// Takes a change apart; none where it does not come back whole upon `before`.
    pub fn of(change: &Change, before: &Register) -> Option<Self> {
        let author = change.message.as_deref()?.parse().ok()?;
        let edits = change
            .ops
            .iter()
            .map(|op| (Arc::from(op.key.as_str()), Edit::of(op, before)))
            .collect();
        let checksum = change.hash.checksum();
        let meaning = Self { actor: change.actor, author, time: change.time, edits, checksum };
        (meaning.derive(before).as_ref() == Some(change)).then_some(meaning)
    }

    /// Returns the bytes of the change upon what the receiver holds.
    pub fn rebuild(&self, before: &Register) -> Result<Vec<u8>, Rebuild> {
        let change = self.derive(before).ok_or(Rebuild)?;
        let proved = change.hash.checksum() == self.checksum;
        proved.then(|| change.encode()).ok_or(Rebuild)
    }

    /// Returns the change that somebody would write who means this.
    fn derive(&self, before: &Register) -> Option<Change> {
        // An honest change has one operation a key; many times "keep" would copy a value as often.
        let mut keys = HashSet::new();
        if !self.edits.iter().all(|(key, _)| keys.insert(key)) {
            return None;
        }
        let edits: Option<Vec<edit::Edit>> =
            self.edits.iter().map(|(key, edit)| edit.upon(key, before)).collect();
        before.propose(self.actor, &self.author, self.time, &edits?)
    }

    /// Returns whether a change says the same and has the same checksum.
    pub fn same_as(&self, change: &Change) -> bool {
        change.hash.checksum() == self.checksum
            && change.actor == self.actor
            && change.time == self.time
            && change.message.as_deref() == Some(self.author.to_string().as_str())
            && change.ops.len() == self.edits.len()
            && change.ops.iter().zip(&self.edits).all(|(op, (key, edit))| {
                *op.key == **key
                    && match (&op.action, edit) {
                        (Action::Put(one), Edit::Put(other)) => one == other,
                        (Action::Delete, Edit::Delete | Edit::Keep) => true,
                        _ => false,
                    }
            })
    }
}

impl Edit {
    fn of(op: &Op, before: &Register) -> Self {
        match &op.action {
            Action::Put(value) => Self::Put(value.clone()),
            Action::Delete if op.preds.len() < before.candidates(&op.key).len() => Self::Keep,
            Action::Delete => Self::Delete,
        }
    }

    /// Returns what somebody would do for it; none where there is no value to keep.
    fn upon(&self, key: &str, before: &Register) -> Option<edit::Edit> {
        let key = key.to_owned();
        Some(match self {
            Self::Put(value) => edit::Edit::Put { key, value: value.clone() },
            Self::Delete => edit::Edit::Delete { key },
            Self::Keep => {
                let value = before.winner(&key)?.clone();
                edit::Edit::Put { key, value }
            }
        })
    }
}
