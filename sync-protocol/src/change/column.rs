//! The columns that a change of a flat document has, with automerge's numbers for them.
//!
//! A number is the column's id times 16 plus its type; bit 8 would say DEFLATE. Columns of nested
//! objects, list positions and marks are not in the table, so no such operation can be read.

/// Keys: runs of strings.
pub(super) const KEY: u64 = 0x15;
/// Whether an operation inserts into a list: always false here.
pub(super) const INSERT: u64 = 0x34;
/// Put or delete.
pub(super) const ACTION: u64 = 0x42;
/// Type and length of each value.
pub(super) const META: u64 = 0x56;
/// The values' bytes, one after the other.
pub(super) const VALUE: u64 = 0x57;
/// How many predecessors each operation has.
pub(super) const PRED_COUNT: u64 = 0x70;
/// The actor of each predecessor, as a place in the change's table.
pub(super) const PRED_ACTOR: u64 = 0x71;
/// The counter of each predecessor, as differences.
pub(super) const PRED_COUNTER: u64 = 0x73;

/// Every column, ascending, as they stand in a change.
pub(super) const ALL: [u64; 8] =
    [KEY, INSERT, ACTION, META, VALUE, PRED_COUNT, PRED_ACTOR, PRED_COUNTER];

/// automerge's number for putting a scalar.
pub(super) const PUT: u64 = 1;
/// automerge's number for deleting.
pub(super) const DELETE: u64 = 3;

/// Returns the place of a column in [`ALL`].
pub(super) fn place(number: u64) -> Option<usize> {
    ALL.iter().position(|known| *known == number)
}
