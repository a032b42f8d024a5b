//! The values of one key that no operation has replaced.

use jangkau_domain::Value;

use crate::actor::OpId;
use crate::change::{Action, Hostile, Op};

/// One value of a key that no other operation has replaced.
///
/// More than one on a key is a conflict: people wrote it while apart.
#[derive(Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The operation that put it.
    pub id: OpId,
    /// The value.
    pub value: Value,
}

/// Replaces and adds what one operation replaces and adds; the winner stays last.
pub(super) fn apply(candidates: &mut Vec<Candidate>, id: OpId, op: &Op) {
    candidates.retain(|candidate| !op.preds.contains(&candidate.id));
    if let Action::Put(value) = &op.action {
        let place = candidates.partition_point(|candidate| candidate.id < id);
        candidates.insert(place, Candidate { id, value: value.clone() });
    }
}

/// Checks that automerge would have written the operation on a key with these values.
///
/// A put replaces all that was seen and is not written where it changes nothing. A put of the
/// winner's own value over a conflict is written as a delete of the losers, so a delete replaces
/// either all or all but the winner.
pub(super) fn follows(seen: &[Candidate], op: &Op) -> Result<(), Hostile> {
    let Some((winner, losers)) = seen.split_last() else {
        return match op.action {
            Action::Put(_) if op.preds.is_empty() => Ok(()),
            Action::Put(_) => Err(Hostile::Preds),
            Action::Delete => Err(Hostile::Nothing),
        };
    };
    match &op.action {
        Action::Put(value) if *value == winner.value => Err(Hostile::Nothing),
        Action::Delete if !losers.is_empty() && equal(losers, &op.preds) => Ok(()),
        _ if equal(seen, &op.preds) => Ok(()),
        _ => Err(Hostile::Preds),
    }
}

fn equal(candidates: &[Candidate], preds: &[OpId]) -> bool {
    candidates.iter().map(|candidate| &candidate.id).eq(preds)
}
