//! Modes of emergency, and the cases that lacked something when one was over.

use jangkau_domain::{DocId, Kab, Ulid, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A mode of emergency (Guideline IV.E).
#[derive(Clone)]
pub struct Emergency {
    /// Its name; a case that is made in it holds it.
    pub id: Ulid,
    /// Undotted code of where it holds.
    pub wilayah: String,
    /// Key of its kind.
    pub kind: String,
    /// What to know.
    pub text: String,
    /// From when.
    pub from_at: i64,
    /// Until when.
    pub until_at: i64,
    /// Whether it is on.
    pub on: bool,
    /// Who declared it.
    pub by: Option<UserId>,
    /// Who ended it; none: the clock.
    pub ended_by: Option<UserId>,
    /// When that was.
    pub ended_at: Option<i64>,
    /// The log entry.
    pub pos: i64,
}

const COLUMNS: &str =
    "id, wilayah, kind, text, from_at, until_at, state, by_user, ended_by, ended_at, pos";

/// Finds a mode.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: &Ulid) -> Result<Option<Emergency>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM emergency WHERE kab = ?1 AND id = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, id.0), read).optional()?)
}

/// Returns the modes that were declared for a desa, newest last.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_desa(conn: &Connection, kab: Kab, desa: &str) -> Result<Vec<Emergency>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM emergency WHERE kab = ?1 ORDER BY pos");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map([kab.0], read)?;
    let all: Vec<Emergency> = rows.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|one| desa.starts_with(&one.wilayah)).collect())
}

/// Returns the modes that are on and should have ended.
pub(crate) fn past(conn: &Connection, kab: Kab, now_s: i64) -> Result<Vec<Ulid>, StoreError> {
    let sql = "SELECT id FROM emergency
               WHERE kab = ?1 AND state = 'on' AND until_at < ?2 ORDER BY until_at, id";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, now_s), |row| Ok(Ulid(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a mode.
pub(crate) fn put(conn: &Connection, kab: Kab, one: &Emergency) -> Result<(), StoreError> {
    let sql = "INSERT INTO emergency (kab, id, wilayah, kind, text, from_at, until_at, state,
            by_user, ended_by, ended_at, pos)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (kab, id) DO UPDATE SET state = excluded.state,
            ended_by = excluded.ended_by, ended_at = excluded.ended_at";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        one.id.0,
        &one.wilayah,
        &one.kind,
        &one.text,
        one.from_at,
        one.until_at,
        if one.on { "on" } else { "off" },
        one.by.map(|user| user.0),
        one.ended_by.map(|user| user.0),
        one.ended_at,
        one.pos,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Emergency> {
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    Ok(Emergency {
        id: Ulid(row.get(0)?),
        wilayah: row.get(1)?,
        kind: row.get(2)?,
        text: row.get(3)?,
        from_at: row.get(4)?,
        until_at: row.get(5)?,
        on: row.get::<_, String>(6)? == "on",
        by: user(7)?,
        ended_by: user(8)?,
        ended_at: row.get(9)?,
        pos: row.get(10)?,
    })
}

/// What became of a case that lacked something: `open`, `complete` or `waived`.
pub struct Quick {
    /// The case.
    pub doc: DocId,
    /// The mode after which it was looked at.
    pub mode: Ulid,
    /// Where it stands.
    pub state: String,
    /// Why the manager waived the rest.
    pub why: Option<String>,
    /// Who completed or waived it; none: the system.
    pub by: Option<UserId>,
}

/// Finds what became of a quick case.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn quick(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<Quick>, StoreError> {
    let sql = "SELECT mode, state, why, by_user FROM quick_case WHERE kab = ?1 AND doc = ?2";
    let read = |row: &Row<'_>| {
        Ok(Quick {
            doc: *doc,
            mode: Ulid(row.get(0)?),
            state: row.get(1)?,
            why: row.get(2)?,
            by: row.get::<_, Option<u32>>(3)?.map(UserId),
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0), read).optional()?)
}

/// Writes what became of a quick case.
pub(crate) fn put_quick(
    conn: &Connection,
    kab: Kab,
    one: &Quick,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO quick_case (kab, doc, mode, state, why, by_user, pos, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (kab, doc) DO UPDATE SET mode = excluded.mode, state = excluded.state,
            why = excluded.why, by_user = excluded.by_user, pos = excluded.pos, at = excluded.at";
    let by = one.by.map(|user| user.0);
    let row = (kab.0, one.doc.0, one.mode.0, &one.state, &one.why, by, pos, at);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Returns the cases of an area that were made in a mode of emergency.
pub(crate) fn cases(conn: &Connection, kab: Kab, wilayah: &str) -> Result<Vec<DocId>, StoreError> {
    let sql = "SELECT doc FROM case_state
        WHERE kab = ?1 AND mode = 1 AND desa BETWEEN ?2 AND ?3 ORDER BY doc";
    let mut query = conn.prepare_cached(sql)?;
    let bounds = (kab.0, format!("{wilayah:0<10}"), format!("{wilayah:9<10}"));
    let rows = query.query_map(bounds, |row| Ok(DocId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the cases of a citizen, or of a family's members, that were made in an emergency.
pub(crate) fn cases_about(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
) -> Result<Vec<DocId>, StoreError> {
    // `+mode`: by the index of modes the query would walk through all cases of emergencies.
    let sql = "SELECT doc FROM case_state WHERE kab = ?1 AND +mode = 1 AND person = ?2
        UNION ALL SELECT doc FROM case_state WHERE kab = ?1 AND +mode = 1 AND person IN
            (SELECT doc FROM person WHERE kab = ?1 AND household = ?2)";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0), |row| Ok(DocId(row.get(0)?)))?;
    // Ordered here: the planner would walk through every case to save the sorting of a few.
    let mut found: Vec<DocId> = rows.collect::<Result<_, _>>()?;
    found.sort_unstable();
    Ok(found)
}
