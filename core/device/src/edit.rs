//! Writing a document: the edits of one form become one change.

use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::document::Document;
use jangkau_sync::register::{Misfit, Register};
use jangkau_sync::{Actor, Author, Change, Edit, Hash};
use rusqlite::Transaction;

use crate::error::DeviceError;
use crate::project;
use crate::store::documents::Stored;
use crate::store::meta::{self, Fact};
use crate::store::{documents, outbox};

/// Who writes, and when.
pub struct Pen {
    /// This process.
    pub actor: Actor,
    /// Worker, tablet and the visit that is reviewed.
    pub author: Author,
    /// The visit or correction of this tablet that sends it.
    pub visit: Option<String>,
    /// Seconds since 1970 UTC.
    pub now: i64,
}

/// The document that an edit goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Its kind.
    pub kind: DocKind,
    /// Its id.
    pub id: DocId,
    /// The scope for a document that is new.
    pub scope: ScopeId,
}

/// Puts edits on a document as one change, queues it and redraws the read tables.
///
/// `edits` holds only what the person touched: an equal value put on a field in conflict would
/// settle it. An edit that changes nothing makes no change.
///
/// # Errors
/// Where the stored document is unreadable; the caller's transaction then saves nothing.
pub fn write(
    tx: &Transaction<'_>,
    target: Target,
    edits: &[Edit],
    pen: &Pen,
) -> Result<Option<Hash>, DeviceError> {
    let mut stored = match documents::get(tx, target.id)? {
        Some(stored) => stored,
        None => fresh(target),
    };
    let mut document = open(&stored)?;
    let bytes = document
        .edit(pen.actor, &pen.author, pen.now, edits)
        .map_err(|_| DeviceError::Stored("document"))?;
    let Some(bytes) = bytes else {
        return Ok(None);
    };
    let change = Change::parse(&bytes).map_err(|_| DeviceError::Stored("change"))?;
    take(&mut stored.register, &change, || history(&document))?;
    stored.save = document.save();
    documents::put(tx, &stored)?;
    outbox::push(tx, target.id, (change.hash, &bytes), pen.visit.as_deref(), pen.now)?;
    project::project(tx, stored.scope, &stored.register, true)?;
    // Until the next session has compared both sides, nobody says that all is sent.
    meta::set_number(tx, Fact::Equal, 0)?;
    Ok(Some(change.hash))
}

/// Returns a document that nobody has written yet.
pub fn fresh(target: Target) -> Stored {
    Stored {
        kind: target.kind,
        id: target.id,
        scope: target.scope,
        save: Vec::new(),
        register: Register::new(target.kind, target.id),
        confirmed: None,
        receipt: None,
        offer: None,
    }
}

/// Opens a stored document in automerge.
pub fn open(stored: &Stored) -> Result<Document, DeviceError> {
    if stored.save.is_empty() {
        return Ok(Document::new(stored.kind, &stored.id));
    }
    Document::load(&stored.save).map_err(|_| DeviceError::Stored("document"))
}

/// Returns a document's changes without the genesis, each after those it depends on.
pub fn history(document: &Document) -> Result<Vec<Change>, DeviceError> {
    let parse = |bytes: Vec<u8>| Change::parse(&bytes);
    let changes = document.changes().into_iter().map(parse).collect::<Result<_, _>>();
    changes.map_err(|_| DeviceError::Stored("document"))
}

/// Takes a change into a register through the gate; one that is there already changes nothing.
pub fn take(
    register: &mut Register,
    change: &Change,
    history: impl FnOnce() -> Result<Vec<Change>, DeviceError>,
) -> Result<(), DeviceError> {
    match register.check(change, history) {
        Ok(fit) => register.apply(change, fit),
        Err(Misfit::Duplicate) => {}
        Err(Misfit::History(error)) => return Err(error),
        Err(Misfit::Hostile(_) | Misfit::UnknownDep(_)) => {
            return Err(DeviceError::Stored("change"));
        }
    }
    Ok(())
}
