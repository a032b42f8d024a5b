//! Rows: what the server decided or hands out, in the feed of those who may see it.

use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use jangkau_sync::row::{FeedRow, RowId, RowKind};
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::StoreError;
use crate::ingest::Cause;

/// A row to be handed out.
pub struct NewRow<'r> {
    /// Its name; see [`row_id`].
    pub id: RowId,
    /// What it says.
    pub kind: RowKind,
    /// Whose feed carries it.
    pub scope: ScopeId,
    /// The only person whose tablets get it; none: all of the scope.
    pub to_user: Option<UserId>,
    /// What it speaks of.
    pub doc: Option<DocId>,
    /// CBOR map with integer keys.
    pub body: &'r [u8],
}

/// Returns the name of a row from its cause, so that a replay gives the same.
pub fn row_id(kind: RowKind, cause: &str) -> RowId {
    let sum = Sha256::new().chain_update([kind as u8]).chain_update(cause).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&sum[..16]);
    RowId(id)
}

/// Hands out a row; one of the same name is replaced, at the new place in the feed.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub(crate) fn put(
    conn: &Connection,
    kab: Kab,
    cause: &Cause,
    row: &NewRow<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO feed_row (kab, row_id, kind, scope, to_user, doc, pos, at, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (kab, row_id) DO UPDATE SET
            scope = excluded.scope, to_user = excluded.to_user, doc = excluded.doc,
            pos = excluded.pos, at = excluded.at, body = excluded.body";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        row.id.0,
        row.kind as u8,
        row.scope.0,
        row.to_user.map(|user| user.0),
        row.doc.map(|doc| doc.0),
        cause.pos,
        cause.recv_at,
        row.body,
    ))?;
    Ok(())
}

/// Takes the parts of an earlier hand-out back, from part 0 to the last one there is.
pub(crate) fn delete_from(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    kind: RowKind,
    name: impl Fn(u32) -> RowId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM feed_row WHERE kab = ?1 AND row_id = ?2 AND scope = ?3 AND kind = ?4";
    let mut delete = conn.prepare_cached(sql)?;
    for part in 0.. {
        if delete.execute((kab.0, name(part).0, scope.0, kind as u8))? == 0 {
            break;
        }
    }
    Ok(())
}

/// Finds a row.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: RowId) -> Result<Option<FeedRow>, StoreError> {
    let sql = "SELECT row_id, kind, pos, at, body FROM feed_row WHERE kab = ?1 AND row_id = ?2";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, id.0), read).optional()?)
}

/// Returns the rows that speak of a document, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<FeedRow>, StoreError> {
    let sql = "SELECT row_id, kind, pos, at, body FROM feed_row
               WHERE kab = ?1 AND doc = ?2 ORDER BY +pos, row_id";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns whether a document once stood in a scope and was moved out of it.
pub(crate) fn was_moved_from(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    scope: ScopeId,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM feed_row
               WHERE kab = ?1 AND doc = ?2 AND kind = ?3 AND scope = ?4)";
    let key = (kab.0, doc.0, RowKind::Moved as u8, scope.0);
    Ok(conn.prepare_cached(sql)?.query_row(key, |row| row.get(0))?)
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<FeedRow> {
    Ok(FeedRow {
        id: RowId(row.get(0)?),
        kind: row.get(1)?,
        position: row.get::<_, i64>(2)?.unsigned_abs(),
        at: row.get(3)?,
        body: row.get(4)?,
    })
}
