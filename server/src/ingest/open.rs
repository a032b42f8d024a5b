//! A document open for writing.

use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::{Change, Hash, Register};

use super::{IngestError, Writer};
use crate::step::Subject;
use crate::store::documents::{self, Stored};
use crate::store::{StoreError, history};

/// A document as it is stored, or as its genesis makes it.
pub(crate) struct Open {
    pub(crate) stored: Stored,
    /// Whether nothing of it is stored yet.
    pub(crate) fresh: bool,
    /// The last change of a frame that was stored, and its place there.
    pub(crate) came: Option<(Hash, u32)>,
}

impl Open {
    /// Takes what is stored.
    pub(crate) fn known(stored: Stored) -> Self {
        Self { stored, fresh: false, came: None }
    }

    /// Takes the genesis that kind and id make.
    pub(crate) fn fresh(kind: DocKind, doc: DocId, scope: ScopeId) -> Self {
        let register = Register::new(kind, doc);
        let stored = Stored { scope, register, first_pos: 0, last_pos: 0, scope_pos: 0 };
        Self { stored, fresh: true, came: None }
    }

    /// Finds a document, or makes its genesis in a scope.
    pub(crate) fn find(
        writer: &Writer<'_>,
        kind: DocKind,
        doc: DocId,
        scope: ScopeId,
    ) -> Result<Self, IngestError> {
        Ok(match documents::find(writer.conn(), writer.kab(), &doc)? {
            Some(stored) => Self::known(stored),
            None => Self::fresh(kind, doc, scope),
        })
    }

    /// Returns what the step engine knows it by.
    pub(crate) fn subject(&self) -> Subject {
        let register = &self.stored.register;
        Subject { doc: register.id(), kind: register.kind(), scope: self.stored.scope }
    }

    /// Returns every change of it, for a change that was written upon an older version.
    pub(crate) fn history(&self, writer: &Writer<'_>) -> Result<Vec<Change>, StoreError> {
        history::changes(writer.conn(), writer.kab(), &self.stored.register.id())
    }

    /// Returns the changes that stood in the log before a position.
    pub(crate) fn history_before(
        &self,
        writer: &Writer<'_>,
        pos: i64,
    ) -> Result<Vec<Change>, StoreError> {
        let all = history::of_doc(writer.conn(), writer.kab(), &self.stored.register.id())?;
        all.iter().filter(|one| one.pos < pos).map(history::parse).collect()
    }
}
