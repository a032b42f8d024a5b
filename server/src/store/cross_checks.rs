//! Cross-checks: a facilitator of another desa looks at a household (Guideline VI, figure 6).

use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A cross-check. It has no `Debug`: the card names a citizen.
#[derive(Clone)]
pub struct Check {
    /// Its id: that of the task row.
    pub id: [u8; 16],
    /// The household.
    pub doc: DocId,
    /// Whose feed tells the facilitator.
    pub scope: ScopeId,
    /// Who looks.
    pub to: UserId,
    /// Whose work is looked at.
    pub about: Option<UserId>,
    /// Who gave it.
    pub by: Option<UserId>,
    /// The card: whom to ask for.
    pub name: String,
    /// The card: where.
    pub address: String,
    /// The card: what to do.
    pub text: String,
    /// Until when.
    pub due: i64,
    /// `given` or `done`.
    pub state: String,
    /// What was found: the event.
    pub answer: Option<Vec<u8>>,
}

const COLUMNS: &str =
    "id, doc, scope, to_user, about_user, by_user, name, address, text, due, state, answer";

/// Finds a cross-check.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: &[u8; 16]) -> Result<Option<Check>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM cross_check WHERE kab = ?1 AND id = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, id), read).optional()?)
}

/// Tells whether a person has a cross-check of a document to do.
pub(crate) fn waits(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    user: UserId,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM cross_check
               WHERE kab = ?1 AND doc = ?2 AND to_user = ?3 AND state = 'given')";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0, user.0), |row| row.get(0))?)
}

/// Writes a cross-check.
pub(crate) fn put(
    conn: &Connection,
    kab: Kab,
    one: &Check,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO cross_check (kab, id, doc, scope, to_user, about_user, by_user, name,
            address, text, due, state, answer, pos, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT (kab, id) DO UPDATE SET scope = excluded.scope, to_user = excluded.to_user,
            state = excluded.state, answer = excluded.answer, pos = excluded.pos,
            at = excluded.at";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        one.id,
        one.doc.0,
        one.scope.0,
        one.to.0,
        one.about.map(|user| user.0),
        one.by.map(|user| user.0),
        &one.name,
        &one.address,
        &one.text,
        one.due,
        &one.state,
        &one.answer,
        pos,
        at,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Check> {
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    Ok(Check {
        id: row.get(0)?,
        doc: DocId(row.get(1)?),
        scope: ScopeId(row.get(2)?),
        to: UserId(row.get(3)?),
        about: user(4)?,
        by: user(5)?,
        name: row.get(6)?,
        address: row.get(7)?,
        text: row.get(8)?,
        due: row.get(9)?,
        state: row.get(10)?,
        answer: row.get(11)?,
    })
}
