//! The steps of each case, with actor, role and both times; nothing is overwritten.

use jangkau_domain::{DocId, Kab, Ulid, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// One step that was taken.
#[derive(Clone)]
pub struct Taken {
    /// Number of the state row that it made.
    pub n: u64,
    /// Name of the step.
    pub step: String,
    /// Key of the state before.
    pub from: String,
    /// Key of the state after.
    pub to: String,
    /// Who took it; none for the system.
    pub user: Option<UserId>,
    /// Key of the role.
    pub role: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// The event or decision that asked.
    pub event: Option<Ulid>,
    /// When, by the author's clock.
    pub claimed: Option<i64>,
    /// When the server received it.
    pub at: i64,
    /// The log entry.
    pub pos: i64,
}

const COLUMNS: &str = "n, step, from_state, to_state, user_id, role, note, event, claimed, at, pos";

/// Adds a step to a case's history.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    taken: &Taken,
) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO case_step (kab, doc, {COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        doc.0,
        i64::try_from(taken.n).unwrap_or(i64::MAX),
        &taken.step,
        &taken.from,
        &taken.to,
        taken.user.map(|user| user.0),
        &taken.role,
        &taken.note,
        taken.event.map(|event| event.0),
        taken.claimed,
        taken.at,
        taken.pos,
    ))?;
    Ok(())
}

/// Returns a case's history, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Taken>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM case_step WHERE kab = ?1 AND doc = ?2 ORDER BY n");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the state key that stood in the feed at a position: what an author had seen.
pub(crate) fn state_at(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    pos: u64,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT to_state FROM case_step WHERE kab = ?1 AND doc = ?2 AND pos <= ?3
               ORDER BY n DESC LIMIT 1";
    let pos = i64::try_from(pos).unwrap_or(i64::MAX);
    let mut query = conn.prepare_cached(sql)?;
    Ok(query.query_row((kab.0, doc.0, pos), |row| row.get(0)).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Taken> {
    Ok(Taken {
        n: row.get::<_, i64>(0)?.unsigned_abs(),
        step: row.get(1)?,
        from: row.get(2)?,
        to: row.get(3)?,
        user: row.get::<_, Option<u32>>(4)?.map(UserId),
        role: row.get(5)?,
        note: row.get(6)?,
        event: row.get::<_, Option<[u8; 16]>>(7)?.map(Ulid),
        claimed: row.get(8)?,
        at: row.get(9)?,
        pos: row.get(10)?,
    })
}
