//! A register from a whole history.

use std::convert::Infallible;

use jangkau_domain::{DocId, DocKind};

use super::{Misfit, Register};
use crate::change::Change;

impl Register {
    /// Checks and takes in a whole history without its genesis, each change after those it
    /// depends on.
    ///
    /// # Errors
    /// Where a change does not fit: the history was not written by this system, is not complete,
    /// or is of another document.
    pub fn replay(
        kind: DocKind,
        id: DocId,
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<Self, Misfit<Infallible>> {
        let mut register = Self::new(kind, id);
        let mut history: Vec<Change> = Vec::new();
        for change in changes {
            // The history is lent, not given: it is needed again for the next change.
            let fit = match register.check_known(&change, || Err(())) {
                Ok(fit) => fit,
                Err(Misfit::History(())) => register.check_upon(&change, &history)?,
                Err(Misfit::Hostile(why)) => return Err(Misfit::Hostile(why)),
                Err(Misfit::UnknownDep(dep)) => return Err(Misfit::UnknownDep(dep)),
                Err(Misfit::Duplicate) => return Err(Misfit::Duplicate),
            };
            register.apply(&change, fit);
            history.push(change);
        }
        Ok(register)
    }
}
