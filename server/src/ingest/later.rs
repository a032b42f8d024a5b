//! What follows from a step and adds to the log itself: fields that a decision puts, a copy in a
//! private scope.
//!
//! The step engine never adds to the log, since a replay runs it again. It asks for these, and they
//! are carried out at the end of the same piece of work, in its savepoint: all of it, or nothing.

use jangkau_domain::role::Roles;
use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::{Actor, Edit};
use sha2::{Digest, Sha256};

use super::edit::{self, PageEdit};
use super::private::{self, GoPrivate};
use super::sender::Sender;
use super::{IngestError, Writer};

/// One of them.
pub(crate) enum Later {
    /// Fields that a decision puts, as whoever decided.
    Put(Put),
    /// A case goes on in a private scope.
    Private(GoPrivate),
}

/// Fields that a decision puts on the document as it stands.
pub(crate) struct Put {
    /// Kind of the document.
    pub(crate) kind: DocKind,
    /// Its id.
    pub(crate) doc: DocId,
    /// Where it lies.
    pub(crate) scope: ScopeId,
    /// Who decided.
    pub(crate) user: UserId,
    /// The decision or event, which the change names as its visit.
    pub(crate) decision: Ulid,
    /// The fields.
    pub(crate) edits: Vec<Edit>,
}

/// Asks for the private copy of a case.
pub(crate) fn go_private(case: DocId, user: UserId, decision: Ulid, marks: Vec<Edit>) -> GoPrivate {
    GoPrivate { case, user, decision, marks }
}

/// Returns an edit that says yes.
pub(crate) fn mark(key: &str) -> Edit {
    Edit::put(key, Value::Bool(true))
}

/// Carries out what the steps of a piece of work asked for, and what follows from that.
pub(super) fn carry_out(writer: &Writer<'_>) -> Result<(), IngestError> {
    loop {
        let asked = writer.asked_for();
        if asked.is_empty() {
            return Ok(());
        }
        for one in asked {
            match one {
                Later::Put(put) => write(writer, put, edit::carry_out)?,
                Later::Private(private) => private::go(writer, private)?,
            }
        }
    }
}

/// A way to write an edit, with its right.
type Way = fn(&Writer<'_>, &Sender, &PageEdit) -> Result<edit::Edited, IngestError>;

/// Writes fields as a decision's change.
pub(super) fn write(writer: &Writer<'_>, put: Put, way: Way) -> Result<(), IngestError> {
    let Put { kind, doc, scope, user, decision, edits } = put;
    let sender = Sender { user, device: None, roles: Roles::NONE, scopes: vec![scope] };
    let visit = Some(decision);
    let actor = actor(&decision, &doc);
    let edit = PageEdit { kind, doc, scope, heads: Vec::new(), edits, visit, actor };
    way(writer, &sender, &edit)?;
    Ok(())
}

/// Names the writer of a decision's change: a decision writes each document once.
fn actor(decision: &Ulid, doc: &DocId) -> Actor {
    let sum = Sha256::new().chain_update(b"later:1:").chain_update(decision.0).chain_update(doc.0);
    let sum: [u8; 32] = sum.finalize().into();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&sum[..8]);
    Actor::new(bytes)
}
