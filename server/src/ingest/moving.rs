//! A document goes to another scope: its household moved.

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::Author;
use jangkau_sync::row::{Moved, RowBody, RowKind};
use minicbor::{Decode, Encode};

use super::{Cause, Entry, IngestError, What, Writer};
use crate::projection;
use crate::store::documents;
use crate::store::rows::{self, NewRow, row_id};

#[derive(Encode, Decode)]
#[cbor(map)]
struct MoveBody {
    #[n(0)]
    to: u32,
}

/// Puts a document into another scope: the old feed says so, the new one sends all of it.
///
/// # Errors
///
/// [`IngestError`] if there is no such document or the database fails.
pub fn move_document(
    writer: &Writer<'_>,
    doc: DocId,
    to: ScopeId,
    author: Author,
) -> Result<(), IngestError> {
    let Some(stored) = documents::find(writer.conn(), writer.kab(), &doc)? else {
        return Err(IngestError::Refused("there is no such document".to_owned()));
    };
    if stored.scope == to {
        return Ok(());
    }
    let body = super::to_cbor(&MoveBody { to: to.0 });
    let cause = writer.append(&Entry {
        what: What::Move,
        doc: Some((stored.register.kind(), doc)),
        hash: None,
        scope: Some(to),
        author,
        body: &body,
    })?;
    follow(writer, &cause, doc, &body)
}

/// Does what follows from a move that stands in the log.
pub(super) fn follow(
    writer: &Writer<'_>,
    cause: &Cause,
    doc: DocId,
    body: &[u8],
) -> Result<(), IngestError> {
    let MoveBody { to } = super::from_cbor(body)?;
    let (conn, kab, to) = (writer.conn(), writer.kab(), ScopeId(to));
    let stored = documents::find(conn, kab, &doc)?.ok_or(IngestError::Damaged)?;
    let (from, heads) = (stored.scope, stored.register.heads());
    documents::move_to(conn, kab, &doc, to, cause.pos)?;
    projection::moved(writer, stored.register.kind(), &doc, to)?;
    writer.leave(from, &doc, heads);
    writer.shift(to, &doc, None, heads);
    let row = NewRow {
        id: row_id(RowKind::Moved, &format!("{doc}:{from}")),
        kind: RowKind::Moved,
        scope: from,
        to_user: None,
        doc: Some(doc),
        body: &Moved { doc, from, to }.to_bytes(),
    };
    Ok(rows::put(conn, kab, cause, &row)?)
}
