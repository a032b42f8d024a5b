//! What has acted already, and what was refused.

use jangkau_domain::{DocId, Kab, Ulid, UserId};
use rusqlite::{Connection, Row};

use super::StoreError;

/// Remembers that an event or decision acts now; returns false if it had acted before.
pub(crate) fn first(conn: &Connection, kab: Kab, id: Ulid, pos: i64) -> Result<bool, StoreError> {
    let sql = "INSERT INTO acted (kab, id, pos) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    Ok(conn.prepare_cached(sql)?.execute((kab.0, id.0, pos))? == 1)
}

/// A request that the table forbids.
#[derive(Clone)]
pub struct Refusal {
    /// The event that asked.
    pub event: Ulid,
    /// The document that holds it.
    pub doc: DocId,
    /// The step that was asked for.
    pub step: String,
    /// `illegal`, `not_allowed`, `missing`, `repeated` or `late`.
    pub code: String,
    /// The condition that did not hold.
    pub guard: String,
    /// Keys in the way.
    pub fields: Vec<String>,
    /// The state that its author had seen.
    pub seen: Option<String>,
    /// The state now.
    pub present: Option<String>,
    /// Its author.
    pub user: Option<UserId>,
    /// The log entry.
    pub pos: i64,
    /// When it came.
    pub at: i64,
}

const COLUMNS: &str = "event, doc, step, code, guard, fields, seen, present, user_id, pos, at";

/// Keeps a refusal; one of the same event is kept once.
pub(crate) fn refuse(conn: &Connection, kab: Kab, row: &Refusal) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO refusal (kab, {COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT DO NOTHING"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        row.event.0,
        row.doc.0,
        &row.step,
        &row.code,
        &row.guard,
        row.fields.join(" "),
        &row.seen,
        &row.present,
        row.user.map(|user| user.0),
        row.pos,
        row.at,
    ))?;
    Ok(())
}

/// Returns what was refused of a document's requests, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn refusals(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Refusal>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM refusal WHERE kab = ?1 AND doc = ?2 ORDER BY pos, event");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Refusal> {
    let fields: String = row.get(5)?;
    Ok(Refusal {
        event: Ulid(row.get(0)?),
        doc: DocId(row.get(1)?),
        step: row.get(2)?,
        code: row.get(3)?,
        guard: row.get(4)?,
        fields: fields.split_whitespace().map(str::to_owned).collect(),
        seen: row.get(6)?,
        present: row.get(7)?,
        user: row.get::<_, Option<u32>>(8)?.map(UserId),
        pos: row.get(9)?,
        at: row.get(10)?,
    })
}
