//! Documents: one row each, with all that the register machine knows of it.

use jangkau_domain::{DocId, Kab, ScopeId};
use jangkau_sync::Register;
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A document as it is stored.
#[derive(Clone)]
pub struct Stored {
    /// Its scope now.
    pub scope: ScopeId,
    /// Kind, id, heads, and the candidates of each key.
    pub register: Register,
    /// Position of its first change.
    pub first_pos: i64,
    /// Position of its last change: its place in the feed.
    pub last_pos: i64,
    /// Position at which it came into its scope.
    pub scope_pos: i64,
}

/// What six bytes of an id name inside a scope.
pub enum Prefixed {
    /// No document.
    Nothing,
    /// One.
    One(Box<Stored>),
    /// Several: the sender must say the whole id.
    Several,
}

const COLUMNS: &str = "scope, register, first_pos, last_pos, scope_pos";

/// Finds a document.
///
/// # Errors
///
/// [`StoreError`] if the database fails or the stored register is damaged.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<Stored>, StoreError> {
    let sql = "SELECT scope, register, first_pos, last_pos, scope_pos FROM doc
               WHERE kab = ?1 AND doc = ?2";
    let raw = conn.prepare_cached(sql)?.query_row((kab.0, doc.0), read).optional()?;
    raw.map(decode).transpose()
}

/// Finds the document of a scope whose id begins with six bytes.
pub(crate) fn with_prefix(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    prefix: &[u8; 6],
) -> Result<Prefixed, StoreError> {
    let bound = |fill: u8| {
        let mut id = [fill; 16];
        id[..6].copy_from_slice(prefix);
        id
    };
    // The range takes the primary key; the scope is compared on the few rows that are left.
    let sql = format!(
        "SELECT {COLUMNS} FROM doc
         WHERE kab = ?1 AND doc BETWEEN ?2 AND ?3 AND scope = ?4 LIMIT 2"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, bound(0), bound(255), scope.0), read)?;
    let mut found = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(match (found.pop(), found.is_empty()) {
        (None, _) => Prefixed::Nothing,
        (Some(raw), true) => Prefixed::One(Box::new(decode(raw)?)),
        (Some(_), false) => Prefixed::Several,
    })
}

/// Writes a document for the first time.
pub(crate) fn insert(conn: &Connection, kab: Kab, stored: &Stored) -> Result<(), StoreError> {
    let sql = "INSERT INTO doc
        (kab, doc, kind, scope, register, changes, first_pos, last_pos, scope_pos)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let register = &stored.register;
    conn.prepare_cached(sql)?.execute((
        kab.0,
        register.id().0,
        register.kind() as u8,
        stored.scope.0,
        register.encode(),
        count(register),
        stored.first_pos,
        stored.last_pos,
        stored.scope_pos,
    ))?;
    Ok(())
}

/// Writes a document again after a change.
pub(crate) fn update(conn: &Connection, kab: Kab, stored: &Stored) -> Result<(), StoreError> {
    let sql = "UPDATE doc SET register = ?3, changes = ?4, last_pos = ?5
               WHERE kab = ?1 AND doc = ?2";
    let register = &stored.register;
    let row = (kab.0, register.id().0, register.encode(), count(register), stored.last_pos);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Puts a document into another scope; all of it is news there.
pub(crate) fn move_to(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    scope: ScopeId,
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE doc SET scope = ?3, last_pos = ?4, scope_pos = ?4
               WHERE kab = ?1 AND doc = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, doc.0, scope.0, pos))?;
    Ok(())
}

fn count(register: &Register) -> i64 {
    i64::try_from(register.changes()).unwrap_or(i64::MAX)
}

struct Raw {
    scope: u32,
    register: Vec<u8>,
    first_pos: i64,
    last_pos: i64,
    scope_pos: i64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw {
        scope: row.get(0)?,
        register: row.get(1)?,
        first_pos: row.get(2)?,
        last_pos: row.get(3)?,
        scope_pos: row.get(4)?,
    })
}

fn decode(raw: Raw) -> Result<Stored, StoreError> {
    let register =
        Register::decode(&raw.register).map_err(|_| StoreError::Damaged { what: "register" })?;
    Ok(Stored {
        scope: ScopeId(raw.scope),
        register,
        first_pos: raw.first_pos,
        last_pos: raw.last_pos,
        scope_pos: raw.scope_pos,
    })
}
