//! The read table of who takes part in which program.

use jangkau_domain::{DocId, Kab, ScopeId};
use rusqlite::{Connection, Row};

use super::StoreError;

/// What is recorded of a person or family and one program. It has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Participation {
    /// Person or family.
    pub doc: DocId,
    /// Code of the program.
    pub program: String,
    /// Scope of the document.
    pub scope: ScopeId,
    /// `prog/<code>/status`.
    pub status: Option<String>,
    /// `prog/<code>/source`.
    pub source: Option<String>,
    /// `prog/<code>/since`.
    pub since: Option<String>,
    /// `prog/<code>/last`.
    pub last: Option<String>,
    /// `prog/<code>/card`.
    pub card: Option<String>,
    /// `prog/<code>/problem`.
    pub problem: Option<String>,
}

/// Returns what is recorded of a person or family, by program.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Participation>, StoreError> {
    let sql = "SELECT doc, program, scope, status, source, since, last, card, problem
               FROM participation WHERE kab = ?1 AND doc = ?2 ORDER BY program";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes the row of a program.
pub(crate) fn put(conn: &Connection, kab: Kab, one: &Participation) -> Result<(), StoreError> {
    let sql = "INSERT INTO participation
            (kab, doc, program, scope, status, source, since, last, card, problem)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (kab, doc, program) DO UPDATE SET
            scope = excluded.scope, status = excluded.status, source = excluded.source,
            since = excluded.since, last = excluded.last, card = excluded.card,
            problem = excluded.problem";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        one.doc.0,
        &one.program,
        one.scope.0,
        &one.status,
        &one.source,
        &one.since,
        &one.last,
        &one.card,
        &one.problem,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Participation> {
    Ok(Participation {
        doc: DocId(row.get(0)?),
        program: row.get(1)?,
        scope: ScopeId(row.get(2)?),
        status: row.get(3)?,
        source: row.get(4)?,
        since: row.get(5)?,
        last: row.get(6)?,
        card: row.get(7)?,
        problem: row.get(8)?,
    })
}
