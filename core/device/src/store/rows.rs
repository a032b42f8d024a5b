//! Rows of the server, as they came.

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::row::RowBody;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::DeviceError;

/// One row as stored.
pub struct StoredRow {
    /// Its kind's number.
    pub kind: u8,
    /// Its id.
    pub id: Vec<u8>,
    /// Whose feed it came in.
    pub scope: ScopeId,
    /// Where it stood there.
    pub pos: u64,
    /// When the server took it in, seconds since 1970 UTC.
    pub at: i64,
    /// CBOR with integer keys.
    pub body: Vec<u8>,
}

/// Keeps a row, or its newer form.
pub fn put(tx: &Transaction<'_>, row: &StoredRow, doc: Option<DocId>) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO row (kind, row_id, scope, pos, at_s, doc_id, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (kind, row_id) DO UPDATE SET scope = excluded.scope, pos = excluded.pos,
             at_s = excluded.at_s, doc_id = excluded.doc_id, body = excluded.body WHERE excluded.pos >= row.pos",
    )?
    .execute((
        row.kind,
        &row.id,
        row.scope.0,
        row.pos.cast_signed(),
        row.at,
        doc.map(|doc| doc.0),
        &row.body,
    ))?;
    Ok(())
}

const COLUMNS: &str = "SELECT kind, row_id, scope, pos, at_s, body FROM row";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredRow> {
    let pos: i64 = row.get(3)?;
    Ok(StoredRow {
        kind: row.get(0)?,
        id: row.get(1)?,
        scope: ScopeId(row.get(2)?),
        pos: pos.cast_unsigned(),
        at: row.get(4)?,
        body: row.get(5)?,
    })
}

/// Returns all rows of a kind, the oldest first.
pub fn of_kind(db: &Connection, kind: u8) -> Result<Vec<StoredRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE kind = ?1 ORDER BY pos"))?;
    let rows = statement.query_map([kind], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Returns the rows of a kind that concern a document, the oldest first.
pub fn of_doc(db: &Connection, doc: DocId, kind: u8) -> Result<Vec<StoredRow>, DeviceError> {
    let mut statement =
        db.prepare_cached(&format!("{COLUMNS} WHERE doc_id = ?1 AND kind = ?2 ORDER BY pos"))?;
    let rows = statement.query_map((doc.0, kind), read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Returns all rows of a kind with what they say, the oldest first; what this build cannot read
/// is passed over.
pub fn read_all<T: RowBody>(db: &Connection) -> Result<Vec<(StoredRow, T)>, DeviceError> {
    Ok(said(of_kind(db, T::KIND as u8)?))
}

/// Returns the rows of a kind that concern a document with what they say, the oldest first.
pub fn read_of<T: RowBody>(
    db: &Connection,
    doc: DocId,
) -> Result<Vec<(StoredRow, T)>, DeviceError> {
    Ok(said(of_doc(db, doc, T::KIND as u8)?))
}

fn said<T: RowBody>(rows: Vec<StoredRow>) -> Vec<(StoredRow, T)> {
    let read = |row: StoredRow| T::from_bytes(&row.body).ok().map(|body| (row, body));
    rows.into_iter().filter_map(read).collect()
}

/// Takes rows away.
pub fn remove(tx: &Transaction<'_>, kind: u8, id: &[u8]) -> Result<(), DeviceError> {
    tx.prepare_cached("DELETE FROM row WHERE kind = ?1 AND row_id = ?2")?.execute((kind, id))?;
    Ok(())
}

/// Returns one row.
pub fn get(db: &Connection, kind: u8, id: &[u8]) -> Result<Option<StoredRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE kind = ?1 AND row_id = ?2"))?;
    Ok(statement.query_row((kind, id), read).optional()?)
}
