//! How much a change adds to a document's snapshot, at most.

use jangkau_domain::Value;

use super::{Action, Change, Op};

/// What a snapshot spends on a change besides its message, dependencies and operations: places,
/// counters, time, and the actor.
const CHANGE: usize = 40;
/// A dependency, as a place in the snapshot.
const DEP: usize = 4;
/// An operation besides key and value: counters, lengths, types.
const OP: usize = 24;
/// A predecessor, which stands as a successor in the snapshot.
const PRED: usize = 10;

impl Change {
    /// Returns at most how many bytes the change adds to the document's snapshot.
    ///
    /// It follows from the meaning alone, so every holder of the same changes gets the same sum,
    /// whatever the order.
    pub fn weight(&self) -> u64 {
        let message = self.message.as_ref().map_or(0, String::len);
        let ops: usize = self.ops.iter().map(op).sum();
        (CHANGE + message + DEP * self.deps.len() + ops) as u64
    }
}

fn op(op: &Op) -> usize {
    let value = match &op.action {
        Action::Put(Value::Str(text)) => text.len(),
        Action::Put(Value::Bytes(bytes)) => bytes.len(),
        Action::Put(Value::Int(_)) => 10,
        Action::Put(Value::Bool(_)) | Action::Delete => 0,
    };
    OP + op.key.len() + value + PRED * op.preds.len()
}
