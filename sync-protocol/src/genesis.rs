//! Change 1 of every document: derived from its kind and id, never sent, equal everywhere.
//!
//! So two tablets that register the same person make the same document. The bytes never change;
//! a new field is a new key, not a new genesis.

use jangkau_domain::{DocId, DocKind, Value};

use crate::actor::Actor;
use crate::change::{Action, Change, Op};
use crate::hash::Hash;

/// The key that holds the kind.
pub const KIND_KEY: &str = "_k";

/// The key that holds the id.
pub const ID_KEY: &str = "_id";

/// The counter of the genesis's last operation.
pub const MAX_OP: u64 = 2;

/// Returns the genesis of a document.
pub fn change(kind: DocKind, id: &DocId) -> Change {
    sealed(kind, id).0
}

/// Returns the bytes of the genesis.
pub fn bytes(kind: DocKind, id: &DocId) -> Vec<u8> {
    sealed(kind, id).1
}

/// Returns the hash of the genesis, the head of a document that nobody has written yet.
pub fn hash(kind: DocKind, id: &DocId) -> Hash {
    change(kind, id).hash
}

fn sealed(kind: DocKind, id: &DocId) -> (Change, Vec<u8>) {
    let put = |key: &str, value| Op {
        key: key.to_owned(),
        action: Action::Put(value),
        preds: Vec::new(),
    };
    let mut change = Change {
        actor: Actor::GENESIS,
        seq: 1,
        start_op: 1,
        time: 0,
        message: None,
        deps: Vec::new(),
        ops: vec![
            put(KIND_KEY, Value::Str(kind.as_str().to_owned())),
            put(ID_KEY, Value::Bytes(id.0.to_vec())),
        ],
        hash: Hash([0; 32]),
    };
    let bytes = change.seal();
    (change, bytes)
}
