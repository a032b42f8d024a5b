//! Whether a document has room for a change, so that everybody can still write to it afterwards.

use super::NotAllowed;
use crate::change::{Action, Change, Op};
use crate::limit;
use crate::register::Register;

/// Checks what the document would be with the change in it; what does not add to a limited
/// quantity has room even where others have filled it up.
pub(super) fn check(register: &Register, change: &Change) -> Result<(), NotAllowed> {
    let room = [
        ("changes", register.changes(), 1, limit::DOCUMENT_CHANGES),
        ("bytes", register.weight(), change.weight(), limit::DOCUMENT_BYTES),
        ("heads", long(register.heads().len()), new_heads(register, change), HEADS),
        ("keys", long(register.keys().len()), count(register, change, is_new), KEYS),
        ("conflicts", long(register.conflicts()), count(register, change, clashes), CONFLICTS),
    ];
    match room.into_iter().find(|(_, present, added, most)| *added > 0 && present + added > *most) {
        Some((what, ..)) => Err(NotAllowed::Full(what)),
        None => Ok(()),
    }
}

const HEADS: u64 = limit::DOCUMENT_HEADS as u64;
const KEYS: u64 = limit::DOCUMENT_KEYS as u64;
const CONFLICTS: u64 = limit::DOCUMENT_CONFLICTS as u64;

/// A change takes the place of the heads that it has seen.
fn new_heads(register: &Register, change: &Change) -> u64 {
    let joins = register.heads().iter().any(|head| change.deps.contains(head));
    u64::from(!joins)
}

fn count(register: &Register, change: &Change, adds: impl Fn(&Register, &Op) -> bool) -> u64 {
    long(change.ops.iter().filter(|op| adds(register, op)).count())
}

fn is_new(register: &Register, op: &Op) -> bool {
    matches!(op.action, Action::Put(_)) && register.candidates(&op.key).is_empty()
}

/// A put beside values of which it has seen none.
fn clashes(register: &Register, op: &Op) -> bool {
    let present = register.candidates(&op.key);
    let replaces = present.iter().any(|candidate| op.preds.contains(&candidate.id));
    matches!(op.action, Action::Put(_)) && !present.is_empty() && !replaces
}

fn long(count: usize) -> u64 {
    count as u64
}
