//! A case found to be private later goes on as a copy in a private scope; the open one is purged.

use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::Edit;
use jangkau_sync::message::ScopeKind;
use jangkau_sync::row::{Purge, RowBody, RowKind};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

use super::later::{self, Put};
use super::{Cause, Entry, IngestError, What, Writer, edit};
use crate::projection::shown;
use crate::step;
use crate::store::rows::{self, NewRow, row_id};
use crate::store::{case_state, documents, private, purges, scopes};

/// Why the row says that the open document is gone.
const REASON: &str = "private";

/// Bytes of the fields that one change of the copy holds.
const CHANGE: usize = jangkau_sync::limit::CHANGE_BYTES / 2;

/// A case that a step made private.
pub(crate) struct GoPrivate {
    /// The open document.
    pub(crate) case: DocId,
    /// Who took the step.
    pub(crate) user: UserId,
    /// The decision or event.
    pub(crate) decision: Ulid,
    /// What makes it private, where the open document does not say so.
    pub(crate) marks: Vec<Edit>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PrivateBody {
    #[n(0)]
    scope: u32,
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    doc: [u8; 16],
}

/// Copies a case into a private scope of its own and purges the open one.
pub(super) fn go(writer: &Writer<'_>, one: GoPrivate) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let Some(stored) = documents::find(conn, kab, &one.case)? else { return Ok(()) };
    let Some(row) = case_state::find(conn, kab, &one.case)? else { return Ok(()) };
    let home = scopes::find(conn, kab, stored.scope)?.and_then(|scope| scope.wilayah);
    let kind = ScopeKind::Private;
    let scope = scopes::insert(conn, kab, kind, home.as_deref(), row.author, "Khusus")?;
    let copy = copy_id(writer, scope, &one.case);
    let mut edits: Vec<Edit> = stored
        .register
        .keys()
        .filter_map(|key| Some(Edit::put(key, shown(&stored.register, key)?.value)))
        .filter(|edit| !one.marks.iter().any(|mark| mark.key() == edit.key()))
        .collect();
    edits.extend(one.marks);
    let body = super::to_cbor(&PrivateBody { scope: scope.0, doc: copy.0 });
    let cause = writer.append(&Entry {
        what: What::Private,
        doc: Some((DocKind::Case, one.case)),
        hash: None,
        scope: None,
        author: jangkau_sync::Author {
            user: Some(one.user),
            device: None,
            visit: Some(one.decision),
        },
        body: &body,
    })?;
    follow(writer, &cause, one.case, &body)?;
    let (kind, user, decision) = (DocKind::Case, one.user, one.decision);
    for edits in together(edits) {
        let put = Put { kind, doc: copy, scope, user, decision, edits };
        later::write(writer, put, edit::copy)?;
    }
    Ok(())
}

/// Fields that one change holds: a change is bounded, a case with many notes is larger.
fn together(edits: Vec<Edit>) -> Vec<Vec<Edit>> {
    let mut changes: Vec<Vec<Edit>> = vec![Vec::new()];
    let mut bytes = 0;
    for edit in edits {
        bytes += size(&edit);
        if bytes > CHANGE {
            changes.push(Vec::new());
            bytes = size(&edit);
        }
        if let Some(last) = changes.last_mut() {
            last.push(edit);
        }
    }
    changes
}

fn size(edit: &Edit) -> usize {
    let value = match edit {
        Edit::Put { value: Value::Str(text), .. } => text.len(),
        Edit::Put { value: Value::Bytes(bytes), .. } => bytes.len(),
        Edit::Put { .. } | Edit::Delete { .. } => 10,
    };
    edit.key().len() + value
}

/// Does what follows from a case that went private, as it stands in the log: every row that speaks
/// of it follows the copy, and whoever holds the open document is told to erase it.
pub(super) fn follow(
    writer: &Writer<'_>,
    cause: &Cause,
    case: DocId,
    body: &[u8],
) -> Result<(), IngestError> {
    let PrivateBody { scope, doc } = super::from_cbor(body)?;
    let (conn, kab) = (writer.conn(), writer.kab());
    let (scope, copy) = (ScopeId(scope), DocId(doc));
    let stored = documents::find(conn, kab, &case)?.ok_or(IngestError::Damaged)?;
    let author = step::went_private(writer, cause, (case, copy), scope)?;
    private::hand_on(conn, kab, &case, &copy, (scope, author))?;
    private::erase(conn, kab, &case)?;
    writer.leave(stored.scope, &case, stored.register.heads());
    purges::insert(conn, kab, &case, REASON, (cause.pos, cause.recv_at))?;
    let row = NewRow {
        id: row_id(RowKind::Purge, &case.to_string()),
        kind: RowKind::Purge,
        scope: stored.scope,
        to_user: None,
        doc: Some(case),
        body: &Purge { doc: case, reason: REASON.to_owned() }.to_bytes(),
    };
    Ok(rows::put(conn, kab, cause, &row)?)
}

/// Names the copy: nobody outside the private scope can tell it from the open document's id.
fn copy_id(writer: &Writer<'_>, scope: ScopeId, case: &DocId) -> DocId {
    let key = writer.secrets().root.scope_key(scope);
    let sum = Sha256::new()
        .chain_update(b"private:1:")
        .chain_update(key.as_bytes())
        .chain_update(case.0)
        .finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&sum[..16]);
    DocId(id)
}
