//! What automerge would write at the heads.

use super::Register;
use super::values::Candidate;
use crate::actor::Actor;
use crate::author::Author;
use crate::change::{Action, Change, Op};
use crate::edit::{self, Edit};
use crate::hash::Hash;

impl Register {
    /// Returns the change that [`Document::edit`](crate::Document::edit) would write at the
    /// heads; none where the edits change nothing.
    ///
    /// A frame leaves out what both sides derive from this. Pages and tablets write through
    /// `Document`, never with this.
    pub fn propose(
        &self,
        actor: Actor,
        author: &Author,
        time: i64,
        edits: &[Edit],
    ) -> Option<Change> {
        let ops: Vec<Op> = edit::last_of_each_key(edits)
            .into_iter()
            .filter_map(|edit| op(self.candidates(edit.key()), edit))
            .collect();
        if ops.is_empty() {
            return None;
        }
        let mut deps = self.heads.clone();
        if let Some(own) = self.last_of(&actor)
            && let Err(place) = deps.binary_search(&own)
        {
            deps.insert(place, own);
        }
        let mut change = Change {
            actor,
            seq: self.seq_of(&actor) + 1,
            start_op: self.max_op + 1,
            time: edit::time(time),
            message: Some(author.to_string()),
            deps,
            ops,
            hash: Hash([0; 32]),
        };
        change.seal();
        Some(change)
    }

    /// Returns the edits for which [`Register::propose`] writes these operations again, where the
    /// change was made at the heads.
    pub fn edits_of(&self, change: &Change) -> Vec<Edit> {
        change.ops.iter().map(|op| self.edit_of(op)).collect()
    }

    fn edit_of(&self, op: &Op) -> Edit {
        let key = op.key.clone();
        match (&op.action, self.candidates(&op.key)) {
            (Action::Put(value), _) => Edit::Put { key, value: value.clone() },
            // Taking only the losers away is what putting the winner's own value is written as.
            (Action::Delete, [losers @ .., winner]) if op.preds.len() == losers.len() => {
                Edit::Put { key, value: winner.value.clone() }
            }
            (Action::Delete, _) => Edit::Delete { key },
        }
    }
}

fn op(candidates: &[Candidate], edit: &Edit) -> Option<Op> {
    let key = edit.key().to_owned();
    let ids = |some: &[Candidate]| some.iter().map(|candidate| candidate.id).collect();
    match (edit, candidates) {
        (Edit::Put { value, .. }, [losers @ .., winner]) if winner.value == *value => {
            let resolves = !losers.is_empty();
            resolves.then(|| Op { key, action: Action::Delete, preds: ids(losers) })
        }
        (Edit::Put { value, .. }, _) => {
            Some(Op { key, action: Action::Put(value.clone()), preds: ids(candidates) })
        }
        (Edit::Delete { .. }, []) => None,
        (Edit::Delete { .. }, _) => {
            Some(Op { key, action: Action::Delete, preds: ids(candidates) })
        }
    }
}
