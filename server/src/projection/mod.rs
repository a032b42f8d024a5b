//! Read tables, folded from documents: pure functions of the log, so a rebuild gives the same.
//!
//! A row is written only where a field that it shows was touched: most edits touch none.

mod case;
mod conflict;
mod household;
mod participation;
mod person;
mod shown;
mod visit;

pub use shown::{Clash, Shown, shown};

use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::Change;

use crate::ingest::{Cause, IngestError, Writer};
use crate::store::documents::Stored;
use crate::store::places;

/// Folds a stored change into the read tables.
pub(crate) fn fold(
    writer: &Writer<'_>,
    cause: &Cause,
    stored: &Stored,
    change: &Change,
) -> Result<(), IngestError> {
    let touched = Touched { stored, change };
    visit::fold(writer, cause, &touched)?;
    let review = conflict::fold(writer, cause, &touched)?;
    match stored.register.kind() {
        DocKind::Person => {
            person::fold(writer, &touched, &review)?;
            participation::fold(writer, &touched)
        }
        DocKind::Household => {
            household::fold(writer, &touched, &review)?;
            participation::fold(writer, &touched)
        }
        DocKind::Case => case::fold(writer, &touched, &review),
    }
}

/// Puts the read rows of a document into another scope.
pub(crate) fn moved(
    writer: &Writer<'_>,
    kind: DocKind,
    doc: &DocId,
    to: ScopeId,
) -> Result<(), IngestError> {
    places::move_to(writer.conn(), writer.kab(), kind, doc, to)?;
    match kind {
        DocKind::Person => person::moved(writer, doc, to),
        DocKind::Household | DocKind::Case => Ok(()),
    }
}

/// A document after a change, and what the change touched.
pub(crate) struct Touched<'a> {
    pub(crate) stored: &'a Stored,
    pub(crate) change: &'a Change,
}

impl Touched<'_> {
    /// Returns whether the change is the first of its document.
    fn is_first(&self) -> bool {
        self.stored.first_pos == self.stored.last_pos
    }

    /// Returns whether the change touched one of the keys.
    fn any(&self, keys: &[&str]) -> bool {
        self.change.ops.iter().any(|op| keys.contains(&op.key.as_str()))
    }

    /// Returns the text that screens show for a key.
    fn text(&self, key: &str) -> Option<String> {
        let shown = shown(&self.stored.register, key)?;
        shown.value.as_str().map(str::to_owned)
    }

    /// Returns the number that screens show for a key.
    fn int(&self, key: &str) -> Option<i64> {
        shown(&self.stored.register, key)?.value.as_int()
    }

    /// Returns whether a key says yes.
    fn yes(&self, key: &str) -> bool {
        shown(&self.stored.register, key).is_some_and(|shown| shown.value.as_bool() == Some(true))
    }

    /// Returns the document that a key names.
    fn doc(&self, key: &str) -> Option<DocId> {
        let shown = shown(&self.stored.register, key)?;
        DocId::from_slice(shown.value.as_bytes()?)
    }
}
