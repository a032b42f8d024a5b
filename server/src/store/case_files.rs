//! The read table of what cases say.

use jangkau_domain::{DocId, Kab, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{StoreError, numbers};

/// What a case says, as lists show it; where it stands is the step engine's.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// Document.
    pub doc: DocId,
    /// Its scope: of a desa, or private.
    pub scope: ScopeId,
    /// `f/kind`.
    pub kind: Option<String>,
    /// `f/subcat`.
    pub subcat: Option<String>,
    /// `f/number`.
    pub number: Option<String>,
    /// `f/person`.
    pub person: Option<DocId>,
    /// `f/channel`.
    pub channel: Option<String>,
    /// `f/program`.
    pub program: Option<String>,
    /// `f/sector`.
    pub sector: Option<String>,
    /// `f/urgent`.
    pub urgent: bool,
    /// Keys that wait for an admin.
    pub review: i64,
}

const COLUMNS: &str =
    "doc, scope, kind, subcat, number, person, channel, program, sector, urgent, review";

/// Finds a case.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<CaseFile>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM case_file WHERE kab = ?1 AND doc = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, doc.0), read).optional()?)
}

/// Returns every case with a registration number, its own or the one that it was given instead:
/// more than one after a tablet was copied.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn with_number(conn: &Connection, kab: Kab, number: &str) -> Result<Vec<CaseFile>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM case_file WHERE kab = ?1 AND number = ?2 ORDER BY doc");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, number), read)?;
    let mut found: Vec<CaseFile> = rows.collect::<Result<_, _>>()?;
    if let Some(given) = numbers::owner(conn, kab, number)? {
        found.extend(find(conn, kab, &given)?);
    }
    Ok(found)
}

/// Returns the cases of a person, by id.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_person(conn: &Connection, kab: Kab, person: &DocId) -> Result<Vec<CaseFile>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM case_file WHERE kab = ?1 AND person = ?2 ORDER BY doc");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, person.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a case's row.
pub(crate) fn put(conn: &Connection, kab: Kab, one: &CaseFile) -> Result<(), StoreError> {
    let sql = "INSERT INTO case_file (kab, doc, scope, kind, subcat, number, person, channel,
            program, sector, urgent, review)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (kab, doc) DO UPDATE SET
            scope = excluded.scope, kind = excluded.kind, subcat = excluded.subcat,
            number = excluded.number, person = excluded.person, channel = excluded.channel,
            program = excluded.program, sector = excluded.sector, urgent = excluded.urgent,
            review = excluded.review";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        one.doc.0,
        one.scope.0,
        &one.kind,
        &one.subcat,
        &one.number,
        one.person.map(|doc| doc.0),
        &one.channel,
        &one.program,
        &one.sector,
        i64::from(one.urgent),
        one.review,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<CaseFile> {
    Ok(CaseFile {
        doc: DocId(row.get(0)?),
        scope: ScopeId(row.get(1)?),
        kind: row.get(2)?,
        subcat: row.get(3)?,
        number: row.get(4)?,
        person: row.get::<_, Option<[u8; 16]>>(5)?.map(DocId),
        channel: row.get(6)?,
        program: row.get(7)?,
        sector: row.get(8)?,
        urgent: row.get(9)?,
        review: row.get(10)?,
    })
}
