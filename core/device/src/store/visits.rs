//! Visits and corrections, and what each is about.

use jangkau_domain::{DocId, DocKind, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// A visit at a family's, or a correction of what came back.
#[derive(Clone)]
pub struct Visit {
    /// ULID of its event.
    pub id: String,
    /// Whether it answers a return row.
    pub returned: Option<Vec<u8>>,
    /// The desa.
    pub scope: ScopeId,
    /// The household; provisional until finished where its KK was not known.
    pub household: DocId,
    /// The register row it began with: source and row id.
    pub row: Option<(String, String)>,
    /// When it began, seconds since 1970 UTC.
    pub started_s: i64,
    /// When a field was last saved.
    pub saved_s: i64,
    /// When it was finished.
    pub finished_s: Option<i64>,
    /// When the server had all of it.
    pub sent_s: Option<i64>,
}

/// One document of a visit, in the order on the screen.
#[derive(Clone)]
pub struct Part {
    /// Its place.
    pub n: u32,
    /// Its kind.
    pub kind: DocKind,
    /// Its document; provisional for a person whose NIK was not known.
    pub doc: DocId,
    /// Whether it was added in this visit and may be taken away again.
    pub fresh: bool,
    /// The register row under it: source and row id.
    pub row: Option<(String, String)>,
}

const COLUMNS: &str = "SELECT id, returned, scope, household, source, row_id, started_s, saved_s,
     finished_s, sent_s FROM visit";

fn read(row: &Row<'_>) -> rusqlite::Result<Visit> {
    Ok(Visit {
        id: row.get(0)?,
        returned: row.get(1)?,
        scope: ScopeId(row.get(2)?),
        household: DocId(row.get(3)?),
        row: row.get::<_, Option<String>>(4)?.zip(row.get(5)?),
        started_s: row.get(6)?,
        saved_s: row.get(7)?,
        finished_s: row.get(8)?,
        sent_s: row.get(9)?,
    })
}

/// Begins a visit.
pub fn add(tx: &Transaction<'_>, visit: &Visit) -> Result<(), DeviceError> {
    let (source, row_id) = visit.row.clone().unzip();
    let kind = if visit.returned.is_some() { "correction" } else { "visit" };
    tx.prepare_cached(
        "INSERT INTO visit (id, kind, scope, household, source, row_id, returned, started_s, saved_s)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        &visit.id,
        kind,
        visit.scope.0,
        visit.household.0,
        source,
        row_id,
        &visit.returned,
        visit.started_s,
        visit.saved_s,
    ))?;
    Ok(())
}

/// Returns a visit.
pub fn get(db: &Connection, id: &str) -> Result<Option<Visit>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    Ok(statement.query_row([id], read).optional()?)
}

/// Returns the open correction of a return row.
pub fn correction(db: &Connection, returned: &[u8]) -> Result<Option<Visit>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} WHERE returned = ?1 AND finished_s IS NULL ORDER BY id LIMIT 1"
    ))?;
    Ok(statement.query_row([returned], read).optional()?)
}

/// Returns whether this tablet has answered a return row.
pub fn was_corrected(db: &Connection, returned: &[u8]) -> Result<bool, DeviceError> {
    let mut statement =
        db.prepare_cached("SELECT 1 FROM visit WHERE returned = ?1 AND finished_s IS NOT NULL")?;
    Ok(statement.exists([returned])?)
}

/// Returns the visits that were begun, the newest first.
pub fn open(db: &Connection) -> Result<Vec<Visit>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} WHERE finished_s IS NULL AND returned IS NULL ORDER BY id DESC"
    ))?;
    let visits = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok(visits)
}

/// Returns the finished visits, the newest first.
pub fn finished(db: &Connection, limit: u32) -> Result<Vec<Visit>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} WHERE finished_s IS NOT NULL ORDER BY finished_s DESC, id DESC LIMIT ?1"
    ))?;
    let visits = statement.query_map([limit], read)?.collect::<Result<_, _>>()?;
    Ok(visits)
}

/// Counts the households visited since a time, and the visits that the server has.
pub fn counts(db: &Connection, since: i64) -> Result<(i32, i32), DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT count(DISTINCT CASE WHEN returned IS NULL AND finished_s >= ?1 THEN household END),
                count(sent_s) FROM visit",
    )?;
    Ok(statement.query_row([since], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Notes when a field was last saved.
pub fn touch(tx: &Transaction<'_>, id: &str, now: i64) -> Result<(), DeviceError> {
    tx.prepare_cached("UPDATE visit SET saved_s = ?2 WHERE id = ?1")?.execute((id, now))?;
    Ok(())
}

/// Closes a visit, now with the household that it became.
pub fn finish(
    tx: &Transaction<'_>,
    id: &str,
    household: DocId,
    now: i64,
) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "UPDATE visit SET finished_s = ?3, saved_s = ?3, household = ?2
         WHERE id = ?1 AND finished_s IS NULL",
    )?
    .execute((id, household.0, now))?;
    Ok(())
}

/// Takes an open visit away with its drafts.
pub fn remove(tx: &Transaction<'_>, id: &str) -> Result<bool, DeviceError> {
    let gone = tx
        .prepare_cached("DELETE FROM visit WHERE id = ?1 AND finished_s IS NULL")?
        .execute([id])?;
    Ok(gone > 0)
}

/// Puts a document on the visit's form.
pub fn add_part(tx: &Transaction<'_>, visit: &str, part: &Part) -> Result<(), DeviceError> {
    let (source, row_id) = part.row.clone().unzip();
    tx.prepare_cached(
        "INSERT INTO visit_part (visit, n, kind, doc_id, fresh, source, row_id)
         VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM visit_part WHERE visit = ?1),
                 ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (visit, doc_id) DO NOTHING",
    )?
    .execute((visit, part.kind as u8, part.doc.0, part.fresh, source, row_id))?;
    Ok(())
}

/// Returns the documents on a visit's form.
pub fn parts(db: &Connection, visit: &str) -> Result<Vec<Part>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT n, kind, doc_id, fresh, source, row_id FROM visit_part WHERE visit = ?1 ORDER BY n",
    )?;
    let parts = statement
        .query_map([visit], |row| {
            let kind: u8 = row.get(1)?;
            Ok(Part {
                n: row.get(0)?,
                kind: DocKind::from_number(kind).unwrap_or(DocKind::Case),
                doc: DocId(row.get(2)?),
                fresh: row.get(3)?,
                row: row.get::<_, Option<String>>(4)?.zip(row.get(5)?),
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(parts)
}

/// Takes a document off the form again.
pub fn remove_part(tx: &Transaction<'_>, visit: &str, doc: DocId) -> Result<bool, DeviceError> {
    let gone = tx
        .prepare_cached("DELETE FROM visit_part WHERE visit = ?1 AND doc_id = ?2 AND fresh = 1")?
        .execute((visit, doc.0))?;
    Ok(gone > 0)
}

/// Notes which document a part became.
pub fn settle_part(
    tx: &Transaction<'_>,
    visit: &str,
    doc: DocId,
    became: DocId,
) -> Result<(), DeviceError> {
    tx.prepare_cached("UPDATE visit_part SET final = ?3 WHERE visit = ?1 AND doc_id = ?2")?
        .execute((visit, doc.0, became.0))?;
    Ok(())
}
