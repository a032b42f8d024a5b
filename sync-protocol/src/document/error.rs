//! What a document refuses to do.

use crate::hash::Hash;

/// Says what could not be done with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Too large, no plain snapshot, damaged, or not of one kind and id.
    #[error("the snapshot cannot be read")]
    Snapshot,
    /// The edits cannot stand in one change: a key outside the grammar, or too much.
    #[error("the edits do not fit into one change")]
    Edits,
    /// The document does not hold the version that the edit is to be made upon.
    #[error("the document does not hold version {0}")]
    UnknownHead(Hash),
    /// The actor has already written something that this version had not seen; automerge would
    /// make up an actor of its own. Take a fresh random one.
    #[error("the actor has written newer changes than the version to be edited")]
    ActorTaken,
    /// What was to be merged is no change of this system, or follows one that is not here.
    #[error("the changes cannot be merged into the document")]
    Changes,
}
