//! Read table of cases.

use jangkau_domain::{DocId, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// What screens need of a case.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// The document.
    pub doc: Option<DocId>,
    /// Registration number.
    pub number: String,
    /// Code of the list `case_kind`.
    pub kind: String,
    /// Code of the list `subcat`.
    pub subcat: String,
    /// Code of the program; empty for none.
    pub program: String,
    /// Whom it concerns.
    pub person: Option<DocId>,
    /// Whether this worker wrote on it.
    pub own: bool,
}

const COLUMNS: &str =
    "SELECT k.doc_id, k.number, k.kind, k.subcat, k.program, k.person, k.own FROM kase k";

fn read(row: &Row<'_>) -> rusqlite::Result<Case> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(Case {
        doc: Some(DocId(row.get(0)?)),
        number: text(1)?,
        kind: text(2)?,
        subcat: text(3)?,
        program: text(4)?,
        person: row.get::<_, Option<[u8; 16]>>(5)?.map(DocId),
        own: row.get(6)?,
    })
}

/// Writes a case after its document changed. Once written by this worker it stays so.
pub fn put(
    tx: &Transaction<'_>,
    doc: DocId,
    scope: ScopeId,
    case: &Case,
) -> Result<(), DeviceError> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    tx.prepare_cached(
        "INSERT INTO kase (doc_id, scope, number, kind, subcat, program, person, own)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (doc_id) DO UPDATE SET scope = excluded.scope, number = excluded.number,
             kind = excluded.kind, subcat = excluded.subcat, program = excluded.program,
             person = excluded.person, own = max(own, excluded.own)",
    )?
    .execute((
        doc.0,
        scope.0,
        some(&case.number),
        some(&case.kind),
        some(&case.subcat),
        some(&case.program),
        case.person.map(|id| id.0),
        case.own,
    ))?;
    Ok(())
}

/// Returns a case.
pub fn get(db: &Connection, doc: DocId) -> Result<Option<Case>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE k.doc_id = ?1"))?;
    Ok(statement.query_row([doc.0], read).optional()?)
}

/// Returns the cases of a household's members.
pub fn of_household(db: &Connection, household: DocId) -> Result<Vec<Case>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} JOIN person p ON p.doc_id = k.person WHERE p.household = ?1 ORDER BY k.number"
    ))?;
    let cases = statement.query_map([household.0], read)?.collect::<Result<_, _>>()?;
    Ok(cases)
}

/// Returns the cases of a person.
pub fn of_person(db: &Connection, person: DocId) -> Result<Vec<Case>, DeviceError> {
    let mut statement =
        db.prepare_cached(&format!("{COLUMNS} WHERE k.person = ?1 ORDER BY k.number"))?;
    let cases = statement.query_map([person.0], read)?.collect::<Result<_, _>>()?;
    Ok(cases)
}
