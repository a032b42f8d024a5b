//! The document itself: automerge writes every change.
//!
//! This is the only module that calls automerge. Tablets and pages write through it; it makes the
//! snapshots; and it is what the register is compared with, in tests and in the background audit.

mod bounds;
mod error;
mod read;
mod scalar;
mod snapshot;
mod write;

pub use error::DocumentError;

use automerge::Automerge;
use jangkau_domain::{DocId, DocKind};

use crate::hash::Hash;

/// An automerge document of one kind and id; it always holds its genesis.
pub struct Document {
    inner: Automerge,
    kind: DocKind,
    id: DocId,
}

impl Document {
    /// Returns the kind.
    pub fn kind(&self) -> DocKind {
        self.kind
    }

    /// Returns the id.
    pub fn id(&self) -> DocId {
        self.id
    }

    /// Returns the heads, ascending: the document's version.
    pub fn heads(&self) -> Vec<Hash> {
        self.inner.get_heads().into_iter().map(|head| Hash(head.0)).collect()
    }
}
