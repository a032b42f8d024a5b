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
