//! What a decoded frame holds.

use jangkau_domain::{DocId, DocKind, ScopeId};

use super::header::{FrameError, FrameKind};
use super::meaning::Meaning;
use crate::change::Change;
use crate::hash::Hash;
use crate::receipt::Receipt;
use crate::register::Register;

/// A decoded frame: every count was checked, nothing in it has been judged.
pub struct Frame {
    /// What it carries.
    pub kind: FrameKind,
    /// Its checksum, which the answer repeats.
    pub checksum: [u8; 4],
    /// Its documents; one document stands at most once in a frame of an honest sender.
    pub docs: Vec<DocPart>,
}

/// One document of a frame.
pub struct DocPart {
    /// Which one.
    pub doc: DocRef,
    /// Where it belongs.
    pub scope: ScopeId,
    /// The server's receipt: over the heads after this part in a pull, over `offered` in a push.
    pub receipt: Option<Receipt>,
    /// The heads that the receipt covers, where a tablet offers others' changes after a restore.
    pub offered: Vec<Hash>,
    /// What is sent of it.
    pub body: Body,
}

/// Names a document of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocRef {
    /// Kind and whole id: the receiver may not hold it.
    Full(DocKind, DocId),
    /// The first six bytes of the id of a document that the receiver holds in this scope.
    Prefix([u8; 6]),
}

/// What a frame carries of a document.
pub enum Body {
    /// Changes, each after those it depends on.
    Changes(Vec<Record>),
    /// The whole document as automerge saves it, uncompressed; from the server alone.
    Snapshot(Vec<u8>),
}

/// Says how a document is announced in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its kind.
    pub kind: DocKind,
    /// Its id.
    pub id: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// Whether the receiver holds it already, so that six bytes of the id will do.
    pub known: bool,
    /// The receipt to go along.
    pub receipt: Option<Receipt>,
    /// The heads that the receipt covers, in a re-offer.
    pub offered: Vec<Hash>,
}

impl Heading {
    /// Announces a document that the receiver may not hold.
    pub const fn new(kind: DocKind, id: DocId, scope: ScopeId) -> Self {
        Self { kind, id, scope, known: false, receipt: None, offered: Vec::new() }
    }

    /// Announces a document that the receiver holds.
    pub const fn known(kind: DocKind, id: DocId, scope: ScopeId) -> Self {
        Self { kind, id, scope, known: true, receipt: None, offered: Vec::new() }
    }
}

/// One change in a frame.
pub struct Record {
    /// Its place among the changes of the frame, from 0; the answer names it.
    pub place: u32,
    pub(super) content: Content,
}

/// A change as it travelled.
pub(super) enum Content {
    /// What follows from the document is left out.
    Meaning(Meaning),
    /// Whole.
    Raw(Vec<u8>),
}

/// Says that a record does not give a change upon this register: the answer is `raw`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the change does not rebuild upon this version of the document")]
pub struct Rebuild;

impl Frame {
    /// Reads a frame; limits are checked before anything is inflated.
    ///
    /// # Errors
    /// Where the frame as a whole is unusable. A change that is bad in itself is found by
    /// `Record::rebuild` and the gate, and does not harm the others.
    pub fn decode(bytes: &[u8]) -> Result<Self, FrameError> {
        super::read::frame(bytes)
    }

    /// Returns every record with its document, in the order of their places.
    pub fn records(&self) -> impl Iterator<Item = (&DocPart, &Record)> {
        self.docs.iter().flat_map(|part| part.records().iter().map(move |record| (part, record)))
    }
}

impl DocPart {
    /// Returns the changes that are sent of the document.
    pub fn records(&self) -> &[Record] {
        match &self.body {
            Body::Changes(records) => records,
            Body::Snapshot(_) => &[],
        }
    }
}

impl Record {
    /// Returns the first four bytes of the hash that the change claims to have.
    pub fn checksum(&self) -> [u8; 4] {
        match &self.content {
            Content::Meaning(meaning) => meaning.checksum,
            // A change chunk holds its checksum behind four bytes of magic.
            Content::Raw(bytes) => {
                bytes.get(4..8).and_then(|checksum| checksum.try_into().ok()).unwrap_or_default()
            }
        }
    }

    /// Returns whether the whole change was sent.
    pub const fn is_raw(&self) -> bool {
        matches!(self.content, Content::Raw(_))
    }

    /// Rebuilds the change's bytes upon the register that the sender took the receiver to hold:
    /// the document before this change, with the earlier changes of the frame.
    ///
    /// The bytes are not judged: they go to the gate as if they had travelled whole.
    ///
    /// # Errors
    /// Where what comes out is not the change that was sent. The receiver then looks for a change
    /// that it holds already (`same_as`), and else answers `raw`.
    pub fn rebuild(&self, before: &Register) -> Result<Vec<u8>, Rebuild> {
        match &self.content {
            Content::Meaning(meaning) => meaning.rebuild(before),
            Content::Raw(bytes) => Ok(bytes.clone()),
        }
    }

    /// Returns whether this record is a change that the receiver holds already, as after a lost
    /// answer; asked where `rebuild` fails and a held hash begins with the checksum.
    ///
    /// Four bytes alone would not prove it, so writer, time and content are compared too.
    pub fn same_as(&self, change: &Change) -> bool {
        match &self.content {
            Content::Meaning(meaning) => meaning.same_as(change),
            Content::Raw(bytes) => *bytes == change.encode(),
        }
    }
}
