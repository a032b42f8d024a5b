//! Register packs (data acuan): read-only rows of each desa, with the documents over them.

use jangkau_domain::{DocId, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// One row of a pack.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RegisterRow {
    /// `dtks` or `dtsen`.
    pub source: String,
    /// Row id of the release.
    pub row_id: String,
    /// Sixteen digits; empty for none.
    pub nik: String,
    /// Sixteen digits; empty for none.
    pub kk: String,
    /// Name.
    pub name: String,
    /// Birth date as registered.
    pub birth: String,
    /// RT, three digits.
    pub rt: String,
    /// RW, three digits.
    pub rw: String,
    /// 1 to 10.
    pub desil: Option<u8>,
    /// Codes of the programs, joined by a blank.
    pub programs: String,
    /// The document that lies, or would lie, over the person.
    pub person: Option<DocId>,
    /// The document that lies, or would lie, over the family.
    pub household: Option<DocId>,
}

/// A release of the register on this tablet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// `dtks` or `dtsen`.
    pub source: String,
    /// Name of the release.
    pub release: String,
    /// Its day, `2025-07-02`.
    pub released: String,
}

/// The columns in the order that [`read`] takes them.
pub const COLUMNS: &str = "r.source, r.row_id, r.nik, r.kk, r.name, r.birth, r.rt, r.rw, r.desil,
     r.programs, r.person, r.household";

/// Reads [`COLUMNS`].
pub fn read(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(RegisterRow {
        source: text(0)?,
        row_id: text(1)?,
        nik: text(2)?,
        kk: text(3)?,
        name: text(4)?,
        birth: text(5)?,
        rt: text(6)?,
        rw: text(7)?,
        desil: row.get(8)?,
        programs: text(9)?,
        person: Some(DocId(row.get(10)?)),
        household: Some(DocId(row.get(11)?)),
    })
}

/// Begins a release: rows of an older one of the same source make room.
pub fn begin(tx: &Transaction<'_>, scope: ScopeId, pack: &Pack) -> Result<(), DeviceError> {
    let old = "SELECT n FROM register_row WHERE scope = ?1 AND source = ?2 AND release <> ?3";
    let key = (scope.0, &pack.source, &pack.release);
    tx.execute(&format!("DELETE FROM register_name WHERE rowid IN ({old})"), key)?;
    tx.execute(&format!("DELETE FROM register_row WHERE n IN ({old})"), key)?;
    tx.prepare_cached(
        "INSERT INTO register_pack (scope, source, release, released) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (scope, source) DO UPDATE
         SET release = excluded.release, released = excluded.released",
    )?
    .execute((scope.0, &pack.source, &pack.release, &pack.released))?;
    Ok(())
}

const INSERT_ROW: &str =
    "INSERT INTO register_row (scope, source, row_id, release, nik, kk, name, birth, rt,
                 rw, desil, programs, person, household)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (scope, source, row_id) DO UPDATE SET release = excluded.release,
                 nik = excluded.nik, kk = excluded.kk, name = excluded.name,
                 birth = excluded.birth, rt = excluded.rt, rw = excluded.rw,
                 desil = excluded.desil, programs = excluded.programs,
                 person = excluded.person, household = excluded.household
             RETURNING n";

/// Puts one row of a release with the names under which it is found.
pub fn put(
    tx: &Transaction<'_>,
    scope: ScopeId,
    release: &str,
    row: &RegisterRow,
    names: (&str, &str),
) -> Result<(), DeviceError> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let n: i64 = tx.prepare_cached(INSERT_ROW)?.query_row(
        rusqlite::params![
            scope.0,
            row.source,
            row.row_id,
            release,
            some(&row.nik),
            some(&row.kk),
            row.name,
            some(&row.birth),
            some(&row.rt),
            some(&row.rw),
            row.desil,
            row.programs,
            row.person.map(|id| id.0),
            row.household.map(|id| id.0),
        ],
        |row| row.get(0),
    )?;
    tx.prepare_cached("DELETE FROM register_name WHERE rowid = ?1")?.execute([n])?;
    tx.prepare_cached("INSERT INTO register_name (rowid, normal, sound) VALUES (?1, ?2, ?3)")?
        .execute((n, names.0, names.1))?;
    Ok(())
}

/// Lists the families of a release anew, once all its rows are there.
pub fn list_families(
    tx: &Transaction<'_>,
    scope: ScopeId,
    source: &str,
) -> Result<(), DeviceError> {
    tx.prepare_cached("DELETE FROM register_family WHERE scope = ?1 AND source = ?2")?
        .execute((scope.0, source))?;
    tx.prepare_cached(
        "INSERT INTO register_family (household, scope, source, n, desil, rw, rt)
         SELECT household, scope, source, min(n), min(coalesce(desil, 99)), rw, rt
         FROM register_row WHERE scope = ?1 AND source = ?2 GROUP BY household
         ON CONFLICT (household) DO NOTHING",
    )?
    .execute((scope.0, source))?;
    Ok(())
}

/// Returns the releases of a desa, the newest first.
pub fn packs(db: &Connection, scope: ScopeId) -> Result<Vec<Pack>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT source, release, released FROM register_pack WHERE scope = ?1
         ORDER BY released DESC",
    )?;
    let packs = statement
        .query_map([scope.0], |row| {
            Ok(Pack { source: row.get(0)?, release: row.get(1)?, released: row.get(2)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(packs)
}

/// Returns a row by its id, whatever the source; without a scope in any desa.
pub fn by_row(
    db: &Connection,
    scope: Option<ScopeId>,
    row_id: &str,
) -> Result<Option<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_row r WHERE (?1 IS NULL OR r.scope = ?1) AND r.row_id = ?2
         ORDER BY r.source DESC LIMIT 1"
    ))?;
    Ok(statement.query_row((scope.map(|scope| scope.0), row_id), read).optional()?)
}

/// Returns the desa of a registered family.
pub fn scope(db: &Connection, household: DocId) -> Result<Option<ScopeId>, DeviceError> {
    let mut statement =
        db.prepare_cached("SELECT scope FROM register_row WHERE household = ?1 LIMIT 1")?;
    Ok(statement.query_row([household.0], |row| Ok(ScopeId(row.get(0)?))).optional()?)
}

/// Returns the rows of one family.
pub fn family(db: &Connection, household: DocId) -> Result<Vec<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_row r WHERE r.household = ?1 ORDER BY r.n"
    ))?;
    let rows = statement.query_map([household.0], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Returns the row under a person's document.
pub fn of_person(db: &Connection, person: DocId) -> Result<Option<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_row r WHERE r.person = ?1 ORDER BY r.source DESC LIMIT 1"
    ))?;
    Ok(statement.query_row([person.0], read).optional()?)
}

/// Returns the row with a NIK.
pub fn with_nik(db: &Connection, nik: &str) -> Result<Option<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_row r WHERE r.nik = ?1 ORDER BY r.source DESC LIMIT 1"
    ))?;
    Ok(statement.query_row([nik], read).optional()?)
}

/// Returns listed families that nobody has visited, the poorest first: the first row of each.
pub fn unvisited(db: &Connection, limit: u32) -> Result<Vec<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_family f JOIN register_row r ON r.n = f.n
         WHERE NOT EXISTS (SELECT 1 FROM household h
             WHERE h.doc_id = f.household AND h.visited_s IS NOT NULL)
         ORDER BY f.desil, f.rw, f.rt, f.n LIMIT ?1"
    ))?;
    let rows = statement.query_map([limit], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Counts the listed families that nobody has visited.
pub fn count_unvisited(db: &Connection) -> Result<i32, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT (SELECT count(*) FROM register_family)
             - (SELECT count(*) FROM household h JOIN register_family f ON f.household = h.doc_id
                WHERE h.visited_s IS NOT NULL)",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
