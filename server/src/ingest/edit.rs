//! An edit made on a page, upon the version that its reader saw.

use jangkau_domain::{DocId, DocKind, ScopeId, Ulid};
use jangkau_sync::gate::{self, Verdict};
use jangkau_sync::{Actor, Author, Document, Edit, Hash};

use super::judge::judge;
use super::open::Open;
use super::sender::Sender;
use super::{Ingest, IngestError, Writer, change};
use crate::store::history;

/// What a form of a page hands in: only the fields that were changed.
#[derive(Clone)]
pub struct PageEdit {
    /// Kind of the document.
    pub kind: DocKind,
    /// Its id.
    pub doc: DocId,
    /// Where it is made, if it is not here yet.
    pub scope: ScopeId,
    /// The version that the form showed; empty for a document that is not here yet.
    pub heads: Vec<Hash>,
    /// The fields.
    pub edits: Vec<Edit>,
    /// The visit or the decision that the edit belongs to.
    pub visit: Option<Ulid>,
    /// Eight random bytes of this request: an edit of an old version needs a fresh writer.
    pub actor: Actor,
}

/// What became of a page's edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// It is stored; this is its change.
    Stored(Hash),
    /// It says what the version shown said already.
    Nothing,
}

impl Ingest {
    /// Writes an edit upon the version that the page showed; what came meanwhile stays.
    ///
    /// # Errors
    ///
    /// [`IngestError::Refused`] if the gate does not let it in: it is not this person's to write.
    pub async fn edit(&self, sender: Sender, edit: PageEdit) -> Result<Edited, IngestError> {
        self.run(move |writer| apply(writer, &sender, &edit)).await
    }
}

/// Writes an edit of a page inside a piece of work.
///
/// # Errors
///
/// As [`Ingest::edit`].
pub fn apply(writer: &Writer<'_>, sender: &Sender, edit: &PageEdit) -> Result<Edited, IngestError> {
    write_as(writer, sender, edit, Right::Own)
}

/// Writes an edit that carries out a decision, which may put what only decisions put.
pub(super) fn carry_out(
    writer: &Writer<'_>,
    sender: &Sender,
    edit: &PageEdit,
) -> Result<Edited, IngestError> {
    write_as(writer, sender, edit, Right::Decides)
}

/// Writes what another document said already, events included: it was let in there.
pub(super) fn copy(
    writer: &Writer<'_>,
    sender: &Sender,
    edit: &PageEdit,
) -> Result<Edited, IngestError> {
    write_as(writer, sender, edit, Right::Copies)
}

/// With what right a change is written.
#[derive(Clone, Copy)]
enum Right {
    /// The person's own.
    Own,
    /// That of a decision in the log.
    Decides,
    /// That of the document it stood in before.
    Copies,
}

fn write_as(
    writer: &Writer<'_>,
    sender: &Sender,
    edit: &PageEdit,
    right: Right,
) -> Result<Edited, IngestError> {
    let mut open = Open::find(writer, edit.kind, edit.doc, edit.scope)?;
    let author = Author { user: Some(sender.user), device: None, visit: edit.visit };
    let Some(body) = write(writer, &open, &author, edit)? else { return Ok(Edited::Nothing) };
    // Only what the decision itself put into the log may use its rights.
    let decision = || gate::Writer::decision(Some(sender.user), sender.roles);
    let who = match right {
        Right::Own => super::gate_writer(sender),
        Right::Decides => decision(),
        Right::Copies => gate::Writer { may_offer_others: true, ..decision() },
    };
    match judge(writer, &who, &open, &body)? {
        Verdict::Store(change, fit) => {
            change::store(writer, &mut open, &change, fit, &body)?;
            Ok(Edited::Stored(change.hash))
        }
        Verdict::Duplicate => Ok(Edited::Nothing),
        Verdict::Held { why, .. } => Err(IngestError::Refused(why)),
        Verdict::Needs(_) => Err(IngestError::Refused("the version shown is unknown".to_owned())),
    }
}

fn write(
    writer: &Writer<'_>,
    open: &Open,
    author: &Author,
    edit: &PageEdit,
) -> Result<Option<Vec<u8>>, IngestError> {
    let mut document = Document::new(edit.kind, &edit.doc);
    if !open.fresh {
        let written = history::of_doc(writer.conn(), writer.kab(), &edit.doc)?;
        let bodies: Vec<Vec<u8>> = written.into_iter().map(|one| one.body).collect();
        document.apply(&bodies).map_err(IngestError::Document)?;
    }
    let now = writer.now_s();
    let written = if edit.heads.is_empty() {
        document.edit(edit.actor, author, now, &edit.edits)
    } else {
        document.edit_at(&edit.heads, edit.actor, author, now, &edit.edits)
    };
    written.map_err(IngestError::Document)
}
