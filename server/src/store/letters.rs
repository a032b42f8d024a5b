//! Letters that left an office, numbered by office and year.

use jangkau_domain::{DocId, Kab, UserId};
use rusqlite::{Connection, Row};

use super::StoreError;

/// A letter that left an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The queue row that it ended, or the receipt of its case.
    pub cause: String,
    /// The case.
    pub doc: DocId,
    /// Key of its kind.
    pub letter: String,
    /// `slrt` or `puskesos:<desa>`.
    pub office: String,
    /// The year of its number.
    pub year: i16,
    /// Its number in the office's own series; none for a receipt, which bears the case's.
    pub no: Option<u32>,
    /// Who signed, where it was not the office's head.
    pub signer: Option<String>,
    /// Who handed it over.
    pub by: Option<UserId>,
    /// The log entry.
    pub pos: i64,
    /// When.
    pub at: i64,
}

/// Returns the letters of a case, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_case(conn: &Connection, kab: Kab, case: &DocId) -> Result<Vec<Letter>, StoreError> {
    let sql = "SELECT cause, doc, letter, office, year, no, signer, user_id, pos, at FROM letter
               WHERE kab = ?1 AND doc = ?2 ORDER BY +pos";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, case.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the number that the next letter of an office takes.
pub(crate) fn next_no(
    conn: &Connection,
    kab: Kab,
    office: &str,
    year: i16,
) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(no), 0) + 1 FROM letter
               WHERE kab = ?1 AND office = ?2 AND year = ?3";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, office, year), |row| row.get(0))?)
}

/// Adds a letter.
pub(crate) fn insert(conn: &Connection, kab: Kab, one: &Letter) -> Result<(), StoreError> {
    let sql = "INSERT INTO letter
            (kab, cause, doc, letter, office, year, no, signer, user_id, pos, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        &one.cause,
        one.doc.0,
        &one.letter,
        &one.office,
        one.year,
        one.no,
        &one.signer,
        one.by.map(|user| user.0),
        one.pos,
        one.at,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Letter> {
    Ok(Letter {
        cause: row.get(0)?,
        doc: DocId(row.get(1)?),
        letter: row.get(2)?,
        office: row.get(3)?,
        year: row.get(4)?,
        no: row.get(5)?,
        signer: row.get(6)?,
        by: row.get::<_, Option<u32>>(7)?.map(UserId),
        pos: row.get(8)?,
        at: row.get(9)?,
    })
}
