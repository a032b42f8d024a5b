//! Rows whose owner left, and rows given to another.

use jangkau_domain::{Kab, UserId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;
use super::queue::{Waiting, select};

/// A row that lost its owner.
#[derive(Clone, Debug)]
pub struct Handover {
    /// The number of the queue row.
    pub row: u64,
    /// Its cause.
    pub cause: String,
    /// Who had it; none where an office had.
    pub old: Option<UserId>,
    /// Who has it now.
    pub new: Option<UserId>,
    /// The office that has it now.
    pub unit: Option<String>,
    /// `open` or `given`.
    pub state: String,
}

/// Finds what became of a row that lost its owner.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, row: u64) -> Result<Option<Handover>, StoreError> {
    let sql = "SELECT row_pos, cause, old_user, new_user, unit, state FROM handover
               WHERE kab = ?1 AND row_pos = ?2";
    let row = i64::try_from(row).unwrap_or(i64::MAX);
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, row), read).optional()?)
}

/// Writes it.
pub(crate) fn put(
    conn: &Connection,
    kab: Kab,
    one: &Handover,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO handover (kab, row_pos, cause, old_user, new_user, unit, state, pos, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (kab, row_pos) DO UPDATE SET old_user = excluded.old_user,
            new_user = excluded.new_user, unit = excluded.unit, state = excluded.state,
            pos = excluded.pos, at = excluded.at";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        i64::try_from(one.row).unwrap_or(i64::MAX),
        &one.cause,
        one.old.map(|user| user.0),
        one.new.map(|user| user.0),
        &one.unit,
        &one.state,
        pos,
        at,
    ))?;
    Ok(())
}

const ROW: &str = "cause, queue, row_pos, doc, case_doc, visit, key, scope, desa, unit, private, \
    owner, handler, mode, urgent, received_at, opened_pos, opened_at, due, done_at, done_by, \
    done_step";

/// Returns the open rows that wait for a person, or name them as handler.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn owned(conn: &Connection, kab: Kab, user: UserId) -> Result<Vec<Waiting>, StoreError> {
    let sql = format!(
        "SELECT {ROW} FROM queue WHERE kab = ?1 AND owner = ?2 AND done_pos IS NULL
         UNION ALL SELECT {ROW} FROM queue
         WHERE kab = ?1 AND handler = ?2 AND done_pos IS NULL AND owner IS NOT ?2"
    );
    sorted(select(conn, kab, &sql, vec![Value::Integer(i64::from(user.0))]))
}

/// Returns the open rows of a back office that wait for one unit.
pub(crate) fn of_unit(conn: &Connection, kab: Kab, unit: &str) -> Result<Vec<Waiting>, StoreError> {
    let desa = unit.rsplit(':').next().unwrap_or_default().to_owned();
    let sql = format!(
        "SELECT {ROW} FROM queue WHERE kab = ?1 AND queue = 'back_office' AND desa = ?2
           AND unit = ?3 AND done_pos IS NULL"
    );
    sorted(select(conn, kab, &sql, vec![Value::Text(desa), Value::Text(unit.to_owned())]))
}

/// Ordered here: the planner would walk through every row to save the sorting of a few.
fn sorted(found: Result<Vec<Waiting>, StoreError>) -> Result<Vec<Waiting>, StoreError> {
    let mut rows = found?;
    rows.sort_by_key(|row| row.no);
    Ok(rows)
}

/// Gives an open row to a person, or to none.
pub(crate) fn set_owner(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    owner: Option<UserId>,
    handler: Option<UserId>,
) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET owner = ?3, handler = ?4
               WHERE kab = ?1 AND cause = ?2 AND done_pos IS NULL";
    let key = (kab.0, cause, owner.map(|user| user.0), handler.map(|user| user.0));
    conn.prepare_cached(sql)?.execute(key)?;
    Ok(())
}

/// Gives an open row to an office.
pub(crate) fn set_unit(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    unit: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET unit = ?3 WHERE kab = ?1 AND cause = ?2 AND done_pos IS NULL";
    conn.prepare_cached(sql)?.execute((kab.0, cause, unit))?;
    Ok(())
}

/// Names who corrects an open return.
pub(crate) fn set_corrector(
    conn: &Connection,
    kab: Kab,
    id: &[u8; 16],
    to: UserId,
) -> Result<(), StoreError> {
    let sql = "UPDATE return_note SET to_user = ?3 WHERE kab = ?1 AND id = ?2 AND state = 'open'";
    conn.prepare_cached(sql)?.execute((kab.0, id, to.0))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Handover> {
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    Ok(Handover {
        row: row.get::<_, i64>(0)?.unsigned_abs(),
        cause: row.get(1)?,
        old: user(2)?,
        new: user(3)?,
        unit: row.get(4)?,
        state: row.get(5)?,
    })
}
