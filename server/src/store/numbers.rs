//! Registration numbers that were given twice: the case received later has a new one, both answer.

use jangkau_domain::{DocId, Kab};
use rusqlite::{Connection, OptionalExtension};

use super::StoreError;

/// A new number in the place of one that another case had.
pub struct Renumbered {
    /// The case.
    pub doc: DocId,
    /// The number on the slip.
    pub old: String,
    /// The number that counts.
    pub number: String,
    /// The how-manieth of the kabupaten.
    pub n: u32,
}

/// Returns the number that a case was given instead of a repeated one.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT number FROM renumbered WHERE kab = ?1 AND doc = ?2";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0), |row| row.get(0)).optional()?)
}

/// Returns the case that was given a number instead of a repeated one.
pub(crate) fn owner(
    conn: &Connection,
    kab: Kab,
    number: &str,
) -> Result<Option<DocId>, StoreError> {
    let sql = "SELECT doc FROM renumbered WHERE kab = ?1 AND number = ?2";
    let mut query = conn.prepare_cached(sql)?;
    Ok(query.query_row((kab.0, number), |row| Ok(DocId(row.get(0)?))).optional()?)
}

/// Returns how many numbers were given so.
pub(crate) fn given(conn: &Connection, kab: Kab) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(n), 0) FROM renumbered WHERE kab = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([kab.0], |row| row.get(0))?)
}

/// Keeps a new number.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    one: &Renumbered,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO renumbered (kab, doc, old, number, n, pos, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = (kab.0, one.doc.0, &one.old, &one.number, one.n, pos, at);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}
