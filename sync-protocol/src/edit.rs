//! What somebody wants to change, before automerge has written it.

use jangkau_domain::{Value, field};

use crate::hash::Hash;
use crate::{key, limit};

/// One thing that a form, a page or a decision wants to change.
#[derive(Clone, PartialEq, Eq)]
pub enum Edit {
    /// Sets a key. Putting the shown value of a key in conflict settles it for that value.
    Put {
        /// The key.
        key: String,
        /// What it shall hold.
        value: Value,
    },
    /// Clears a key: "not recorded".
    Delete {
        /// The key.
        key: String,
    },
}

impl Edit {
    /// Sets a key.
    pub fn put(key: impl Into<String>, value: Value) -> Self {
        Self::Put { key: key.into(), value }
    }

    /// Clears a key.
    pub fn delete(key: impl Into<String>) -> Self {
        Self::Delete { key: key.into() }
    }

    /// Returns the key.
    pub fn key(&self) -> &str {
        match self {
            Self::Put { key, .. } | Self::Delete { key } => key,
        }
    }

    // Value, key, and what the columns take for one operation besides its predecessors.
    fn bytes(&self) -> usize {
        let value = match self {
            Self::Put { value: Value::Str(text), .. } => text.len(),
            Self::Put { value: Value::Bytes(bytes), .. } => bytes.len(),
            Self::Put { .. } => 10,
            Self::Delete { .. } => 0,
        };
        self.key().len() + value + 16
    }
}

/// Returns the edits with one for each key, the last one, in the order of first mention.
///
/// A change has at most one operation on a key: more would say nothing, and a reader would have
/// to hold them all.
pub(crate) fn last_of_each_key(edits: &[Edit]) -> Vec<&Edit> {
    let mut places = std::collections::HashMap::new();
    let mut last: Vec<&Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let place = *places.entry(edit.key()).or_insert(last.len());
        match last.get_mut(place) {
            Some(earlier) => *earlier = edit,
            None => last.push(edit),
        }
    }
    last
}

/// Returns whether the gate would read a change of these edits, upon a version of so many heads
/// and with so many values to be replaced.
pub(crate) fn writable(edits: &[Edit], heads: usize, preds: usize) -> bool {
    let key_ok = |key: &str| field::key_ok(key) && !key::is_genesis(key);
    let bytes: usize = edits.iter().map(Edit::bytes).sum();
    // A predecessor takes at most seven bytes, and nine where its actor is new in the table.
    let bytes = bytes + PRED_BYTES * preds + size_of::<Hash>() * (heads + 1) + HEAD_BYTES;
    edits.iter().all(|edit| key_ok(edit.key()))
        && edits.len() <= limit::CHANGE_OPS
        && preds <= limit::CHANGE_PREDS
        && heads < limit::CHANGE_DEPS
        && bytes <= limit::CHANGE_BYTES
}

const PRED_BYTES: usize = 16;
/// Actor, numbers, time, message and the list of columns.
const HEAD_BYTES: usize = 256;

/// Returns the time of a change as it may stand in one; a broken clock does not stop the work.
pub(crate) fn time(seconds: i64) -> i64 {
    seconds.clamp(limit::TIME.start, limit::TIME.end - 1)
}
