//! Documents erased by law (UU 27/2022 art. 43–45).

use jangkau_domain::{DocId, Kab};
use rusqlite::Connection;

use super::StoreError;

/// Returns whether a document was erased.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn is_purged(conn: &Connection, kab: Kab, doc: &DocId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM purged WHERE kab = ?1 AND doc = ?2)";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0), |row| row.get(0))?)
}

/// Notes that a document was erased: later changes of it are held.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    reason: &str,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO purged (kab, doc, reason, pos, at) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute((kab.0, doc.0, reason, pos, at))?;
    Ok(())
}
