//! One change of a document: automerge's change chunk, read with bounds and written byte for byte.

mod column;
mod encode;
mod hostile;
mod leb;
mod parse;
mod reader;
mod rle;
mod scalar;
mod weight;

pub use hostile::Hostile;
pub use reader::Cost;
pub(crate) use reader::{Meter, Reader};

use jangkau_domain::Value;

use crate::actor::{Actor, OpId};
use crate::hash::Hash;

/// One change: what one writer put and deleted at once, upon the versions it had seen.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// The process that wrote it.
    pub actor: Actor,
    /// Counts the actor's changes in this document, from 1.
    pub seq: u64,
    /// The counter of the first operation; the others follow without a gap.
    pub start_op: u64,
    /// Seconds since 1970 UTC by the writer's clock; advisory.
    pub time: i64,
    /// The author; none only in the genesis.
    pub message: Option<String>,
    /// The changes seen, ascending.
    pub deps: Vec<Hash>,
    /// The operations in order; never empty.
    pub ops: Vec<Op>,
    /// The name of the change, which follows from all of the above.
    pub hash: Hash,
}

/// One operation on a key.
#[derive(Clone, PartialEq, Eq)]
pub struct Op {
    /// The key at the document's root.
    pub key: String,
    /// What happens to it.
    pub action: Action,
    /// The operations that this one replaces, ascending.
    pub preds: Vec<OpId>,
}

/// What an operation does.
#[derive(Clone, PartialEq, Eq)]
pub enum Action {
    /// Sets the key.
    Put(Value),
    /// Clears the key, or (where the winner is not among the predecessors) takes only the losers
    /// of a conflict away.
    Delete,
}

impl Change {
    /// Reads one change chunk: bounded before anything is allocated, and canonical only, so that
    /// encoding the answer gives the same bytes.
    ///
    /// # Errors
    /// Where the bytes are not a change that automerge would have written for puts and deletes of
    /// scalars at the root.
    pub fn parse(bytes: &[u8]) -> Result<Self, Hostile> {
        Self::parse_counted(bytes).0
    }

    /// Reads one change chunk and says what that has cost; a refusal costs little, whatever the
    /// bytes announce.
    pub fn parse_counted(bytes: &[u8]) -> (Result<Self, Hostile>, Cost) {
        parse::parse_counted(bytes)
    }

    /// Returns the chunk, equal to what automerge's `raw_bytes` gives.
    pub fn encode(&self) -> Vec<u8> {
        encode::chunk(self).1
    }

    /// Computes the hash from the other fields and returns the chunk.
    pub fn seal(&mut self) -> Vec<u8> {
        let (hash, bytes) = encode::chunk(self);
        self.hash = hash;
        bytes
    }

    /// Returns the id of the operation at this place.
    pub fn op_id(&self, index: usize) -> OpId {
        OpId { counter: self.start_op + index as u64, actor: self.actor }
    }

    /// Returns the counter of the last operation.
    pub fn max_op(&self) -> u64 {
        self.start_op + (self.ops.len() as u64).saturating_sub(1)
    }
}
