//! What came back to its author, one row a document and round.

use jangkau_domain::step::FieldNote;
use jangkau_domain::{DocId, Kab, Ulid, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A document that came back with notes.
#[derive(Clone)]
pub struct Returned {
    /// Its id: that of the feed row.
    pub id: [u8; 16],
    /// The document.
    pub doc: DocId,
    /// The visit that it came back with.
    pub visit: Option<Ulid>,
    /// The how-manieth return of the document.
    pub n: u32,
    /// Key and note of each field, CBOR.
    pub fields: Vec<u8>,
    /// The note on the whole.
    pub note: Option<String>,
    /// Who returned it.
    pub by: UserId,
    /// Who is to correct it.
    pub to: Option<UserId>,
    /// Until when.
    pub due: i64,
    /// `open`, `corrected` or `closed`.
    pub state: String,
    /// The log entry.
    pub pos: i64,
    /// When it came back.
    pub at: i64,
}

const COLUMNS: &str = "id, doc, visit, n, fields, note, by_user, to_user, due, state, pos, at";

/// Finds a return row.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: &[u8; 16]) -> Result<Option<Returned>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM return_note WHERE kab = ?1 AND id = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, id), read).optional()?)
}

/// Returns the return rows of a visit, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_visit(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<Vec<Returned>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM return_note WHERE kab = ?1 AND visit = ?2 ORDER BY pos, id");
    many(conn, &sql, (kab.0, visit.0))
}

/// Returns the return rows of a document, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Returned>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM return_note WHERE kab = ?1 AND doc = ?2 ORDER BY n");
    many(conn, &sql, (kab.0, doc.0))
}

/// Adds a return row.
pub(crate) fn insert(conn: &Connection, kab: Kab, row: &Returned) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO return_note (kab, {COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        row.id,
        row.doc.0,
        row.visit.map(|visit| visit.0),
        row.n,
        &row.fields,
        &row.note,
        row.by.0,
        row.to.map(|user| user.0),
        row.due,
        &row.state,
        row.pos,
        row.at,
    ))?;
    Ok(())
}

/// Sets what became of a return row.
pub(crate) fn set_state(
    conn: &Connection,
    kab: Kab,
    id: &[u8; 16],
    state: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE return_note SET state = ?3 WHERE kab = ?1 AND id = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, id, state))?;
    Ok(())
}

fn many(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<Returned>, StoreError> {
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map(params, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Returned> {
    Ok(Returned {
        id: row.get(0)?,
        doc: DocId(row.get(1)?),
        visit: row.get::<_, Option<[u8; 16]>>(2)?.map(Ulid),
        n: row.get(3)?,
        fields: row.get(4)?,
        note: row.get(5)?,
        by: UserId(row.get(6)?),
        to: row.get::<_, Option<u32>>(7)?.map(UserId),
        due: row.get(8)?,
        state: row.get(9)?,
        pos: row.get(10)?,
        at: row.get(11)?,
    })
}

impl Returned {
    /// Returns the noted fields: key and note of each.
    pub fn noted_fields(&self) -> Vec<(String, String)> {
        let notes: Vec<FieldNote> = minicbor::decode(&self.fields).unwrap_or_default();
        notes.into_iter().map(|note| (note.key, note.note)).collect()
    }
}
