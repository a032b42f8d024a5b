//! Writes documents and frames without a tablet's form: what no screen would send.

use std::collections::BTreeMap;

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, UserId};
use jangkau_sync::frame::{Form, FrameKind, FrameWriter, Heading};
use jangkau_sync::{Actor, Author, Change, Document, Edit, Register};

use crate::caller::Caller;

/// One change with its document.
#[derive(Clone, PartialEq, Eq)]
pub struct Written {
    /// Kind of the document.
    pub kind: DocKind,
    /// Its id.
    pub doc: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// The change.
    pub bytes: Vec<u8>,
}

/// Somebody who writes documents in memory.
pub struct Scribe {
    author: Author,
    actor: Actor,
    time: i64,
    documents: BTreeMap<DocId, Document>,
}

impl Scribe {
    /// Makes a scribe who writes as a tablet's worker.
    pub fn new(user: UserId, device: DeviceId, actor: u64) -> Self {
        let author = Author { user: Some(user), device: Some(device), visit: None };
        let actor = Actor::new(actor.to_be_bytes());
        Self { author, actor, time: crate::site::NOW, documents: BTreeMap::new() }
    }

    /// Makes a scribe who writes as a caller's worker.
    pub fn of(caller: &Caller, actor: u64) -> Self {
        Self::new(caller.user, caller.device, actor)
    }

    /// Lets every later change name a visit.
    pub fn during(&mut self, visit: Option<Ulid>) -> &mut Self {
        self.author.visit = visit;
        self
    }

    /// Writes edits at the heads of a document as this scribe knows it.
    ///
    /// # Panics
    ///
    /// Where the edits change nothing, or cannot stand in one change.
    pub fn edit(&mut self, kind: DocKind, doc: DocId, scope: ScopeId, edits: &[Edit]) -> Written {
        self.time += 1;
        let (actor, author, time) = (self.actor, self.author, self.time);
        let document = self.document(kind, doc);
        let written = document.edit(actor, &author, time, edits).expect("the edits fit a change");
        Written { kind, doc, scope, bytes: written.expect("the edits change something") }
    }

    /// Takes a change of somebody else in.
    ///
    /// # Panics
    ///
    /// Where it does not fit.
    pub fn learn(&mut self, written: &Written) {
        let document = self.document(written.kind, written.doc);
        document.apply(std::slice::from_ref(&written.bytes)).expect("the change fits");
    }

    /// Returns a document as this scribe knows it.
    pub fn document(&mut self, kind: DocKind, doc: DocId) -> &mut Document {
        self.documents.entry(doc).or_insert_with(|| Document::new(kind, &doc))
    }
}

/// Returns the change that a caller's worker would write first into a document, not yet sealed:
/// whoever forges it alters it and then calls `seal`.
///
/// # Panics
///
/// Where the edit cannot stand in a change.
pub fn first_change(caller: &Caller, kind: DocKind, doc: DocId, edit: &Edit) -> Change {
    let author = Author { user: Some(caller.user), device: Some(caller.device), visit: None };
    let edits = std::slice::from_ref(edit);
    let actor = Actor::new([7; 8]);
    let proposed = Register::new(kind, doc).propose(actor, &author, crate::site::NOW, edits);
    proposed.expect("the edit changes an empty document")
}

/// Packs changes into a push frame, whole and with whole ids: it can be sent in any order.
pub fn raw_frame(changes: &[Written]) -> Vec<u8> {
    let mut frame = FrameWriter::new(FrameKind::Push);
    let mut last = None;
    for change in changes {
        if last != Some(change.doc) {
            frame.document(&Heading::new(change.kind, change.doc, change.scope));
            last = Some(change.doc);
        }
        let mut before = Register::new(change.kind, change.doc);
        frame.changes(&mut before, &[&change.bytes], Form::Raw);
    }
    frame.finish(3)
}
