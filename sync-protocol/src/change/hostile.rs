//! Why bytes or a change cannot have been written by this system.

/// Says why bytes are not a change that this system writes, or why a change does not follow from
/// what it names as seen.
///
/// No variant carries content of the change, so each may stand in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Hostile {
    /// Longer than a change may be.
    #[error("the change is longer than the limit")]
    TooLong,
    /// Not the magic bytes of automerge, or not a plain change chunk.
    #[error("the bytes are no plain change chunk")]
    NotAChange,
    /// The bytes end early, or a number or a length does not fit.
    #[error("the bytes are cut or a length is wrong")]
    Cut,
    /// More operations, predecessors or dependencies than a change may have.
    #[error("the change has more operations, predecessors or dependencies than the limit")]
    TooMany,
    /// A column that flat documents never have: nested objects, lists, marks, compression.
    #[error("the change has a column that a flat document never has")]
    Column,
    /// Columns that do not agree on the number of operations.
    #[error("the columns of the change do not agree")]
    Columns,
    /// An operation other than put and delete.
    #[error("the change has an operation other than put and delete")]
    Action,
    /// A value other than text, whole number, boolean or bytes.
    #[error("the change has a value that is no text, number, boolean or bytes")]
    Value,
    /// A key outside the grammar.
    #[error("the change has a key outside the grammar")]
    Key,
    /// Two operations on one key.
    #[error("the change has two operations on one key")]
    RepeatedKey,
    /// An actor that is no eight bytes.
    #[error("the change names an actor that is not eight bytes")]
    Actor,
    /// A time before 1970 or beyond the limit, which would overflow beside others.
    #[error("the time of the change is out of range")]
    Time,
    /// A spelling other than the one that automerge writes.
    #[error("the change is not spelt as automerge spells it")]
    NotCanonical,
    /// A key of the genesis, or the genesis's actor, in a later change.
    #[error("the change touches the genesis")]
    Genesis,
    /// A message that names no author.
    #[error("the change names no author")]
    Author,
    /// A known key with a value of another type, or an event that cannot be read.
    #[error("a known key holds a value of another type")]
    Type,
    /// No dependency, or dependencies out of order.
    #[error("the dependencies of the change are missing or out of order")]
    Deps,
    /// A sequence number that does not follow the actor's last one.
    #[error("the sequence number does not follow the actor's last change")]
    Seq,
    /// A first operation that does not lie above all that was seen, or too far above.
    #[error("the first operation does not follow what the change has seen")]
    StartOp,
    /// Predecessors that are not the values seen on the key.
    #[error("the predecessors are not what the change has seen")]
    Preds,
    /// A put or delete that changes nothing, which automerge does not write.
    #[error("an operation of the change changes nothing")]
    Nothing,
}
