//! Whether a change is exactly what automerge would have written.

use super::Register;
use super::seen::Seen;
use super::values;
use crate::change::{Change, Hostile};
use crate::hash::Hash;
use crate::{genesis, key, limit};

/// Proves that a change was checked against a register.
#[derive(Debug)]
pub struct Fit {
    linear: bool,
    change: Hash,
    upon: u64,
}

impl Fit {
    /// Returns whether the change had seen all that the register holds.
    pub fn is_linear(&self) -> bool {
        self.linear
    }

    pub(super) fn is_for(&self, register: &Register, change: &Change) -> bool {
        self.change == change.hash && self.upon == register.changes()
    }
}

/// Says why a change does not fit a register; `E` is what reading the history may fail with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit<E> {
    /// automerge would not have written it upon what it names as seen.
    #[error("the change does not follow from what it names as seen")]
    Hostile(Hostile),
    /// It names a change that is not here (yet).
    #[error("the change depends on {0}, which is not here")]
    UnknownDep(Hash),
    /// The document holds it already.
    #[error("the change is already here")]
    Duplicate,
    /// The history could not be read.
    #[error("the history of the document could not be read")]
    History(#[source] E),
}

impl Register {
    /// Checks that a change is exactly what automerge would have written for its puts and deletes
    /// by somebody who had seen its dependencies.
    ///
    /// `history` gives every change of the document but the genesis, in any order. It is asked
    /// only where the change had not seen all that the register holds.
    ///
    /// # Errors
    /// Where the change does not follow, is here already, or names one that is not here.
    pub fn check<E>(
        &self,
        change: &Change,
        history: impl FnOnce() -> Result<Vec<Change>, E>,
    ) -> Result<Fit, Misfit<E>> {
        self.check_known(change, history).and_then(|fit| self.not_too_far(change).map(|()| fit))
    }

    /// Checks a change that the server has let in before: as [`Register::check`], but however far
    /// its operations lie above what is here, since changes may arrive in another order now.
    ///
    /// # Errors
    /// As [`Register::check`].
    pub fn check_known<E>(
        &self,
        change: &Change,
        history: impl FnOnce() -> Result<Vec<Change>, E>,
    ) -> Result<Fit, Misfit<E>> {
        if self.heads.binary_search(&change.hash).is_ok() {
            return Err(Misfit::Duplicate);
        }
        form(change).map_err(Misfit::Hostile)?;
        if self.saw_all(change) && change.seq > self.seq_of(&change.actor) {
            self.linear(change).map_err(Misfit::Hostile)?;
            return Ok(self.fit(change, true));
        }
        let history = history().map_err(Misfit::History)?;
        self.check_upon(change, &history)
    }

    /// Checks a change against the history, wherever it stands.
    pub(super) fn check_upon<E>(
        &self,
        change: &Change,
        history: &[Change],
    ) -> Result<Fit, Misfit<E>> {
        debug_assert_eq!(history.len() as u64, self.changes(), "the history is the document's");
        if history.iter().any(|known| known.hash == change.hash) {
            return Err(Misfit::Duplicate);
        }
        let seen = Seen::new(self.genesis(), history, change).map_err(Misfit::UnknownDep)?;
        self.general(change, &seen).map_err(Misfit::Hostile)?;
        Ok(self.fit(change, false))
    }

    pub(super) fn genesis(&self) -> Hash {
        genesis::hash(self.kind, &self.id)
    }

    /// Whether the dependencies are the heads; automerge adds the actor's own last change.
    fn saw_all(&self, change: &Change) -> bool {
        let own = self.last_of(&change.actor);
        let head = |dep: &Hash| self.heads.binary_search(dep).is_ok();
        let others = change.deps.iter().filter(|dep| !head(dep));
        let seen_heads = change.deps.iter().filter(|dep| head(dep)).count();
        seen_heads == self.heads.len() && others.into_iter().all(|dep| Some(*dep) == own)
    }

    fn linear(&self, change: &Change) -> Result<(), Hostile> {
        place(change, self.seq_of(&change.actor), self.max_op)?;
        change.ops.iter().try_for_each(|op| values::follows(self.candidates(&op.key), op))
    }

    fn general(&self, change: &Change, seen: &Seen<'_>) -> Result<(), Hostile> {
        // A second change of the same number, or a number beyond what is here.
        if change.seq != self.seq_of(&change.actor) + 1 {
            return Err(Hostile::Seq);
        }
        place(change, seen.seq, seen.max_op)?;
        change.ops.iter().try_for_each(|op| values::follows(&seen.candidates(&op.key), op))
    }

    fn not_too_far<E>(&self, change: &Change) -> Result<(), Misfit<E>> {
        let far = change.start_op > self.max_op + limit::START_OP_AHEAD;
        if far { Err(Misfit::Hostile(Hostile::StartOp)) } else { Ok(()) }
    }

    fn fit(&self, change: &Change, linear: bool) -> Fit {
        Fit { linear, change: change.hash, upon: self.changes() }
    }
}

/// Checks the numbers against the actor's last change seen and the highest operation seen.
///
/// An edit upon old versions is numbered above all that its writer knew, so the first operation
/// may lie higher than what was seen.
fn place(change: &Change, last_seq: u64, max_seen: u64) -> Result<(), Hostile> {
    if change.seq != last_seq + 1 {
        return Err(Hostile::Seq);
    }
    if change.start_op <= max_seen { Err(Hostile::StartOp) } else { Ok(()) }
}

/// Checks what needs no document.
fn form(change: &Change) -> Result<(), Hostile> {
    if change.actor.is_genesis() || change.ops.iter().any(|op| key::is_genesis(&op.key)) {
        return Err(Hostile::Genesis);
    }
    if change.deps.is_empty() {
        return Err(Hostile::Deps);
    }
    if change.ops.is_empty() {
        return Err(Hostile::Nothing);
    }
    Ok(())
}
