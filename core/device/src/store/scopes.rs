//! What this worker may see, with the key of each scope.

use jangkau_domain::ScopeId;
use jangkau_sync::keys::ScopeKey;
use jangkau_sync::message::ScopeKind;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// One scope of the feed.
#[derive(Clone)]
pub struct Scope {
    /// Names it for ever.
    pub id: ScopeId,
    /// What it holds together.
    pub kind: ScopeKind,
    /// Wilayah code.
    pub code: String,
    /// Name on the screen.
    pub name: String,
    /// Makes ids of persons and households; only a desa has one.
    pub key: Option<ScopeKey>,
}

const COLUMNS: &str = "SELECT id, kind, code, name, key FROM scope";

fn read(row: &Row<'_>) -> rusqlite::Result<Scope> {
    let key: Option<[u8; 32]> = row.get(4)?;
    Ok(Scope {
        id: ScopeId(row.get(0)?),
        kind: ScopeKind::from_number(row.get(1)?),
        code: row.get(2)?,
        name: row.get(3)?,
        key: key.map(ScopeKey::new),
    })
}

/// Returns all scopes, by code.
pub fn all(db: &Connection) -> Result<Vec<Scope>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} ORDER BY code, id"))?;
    let scopes = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok(scopes)
}

/// Returns the desa of this worker, by code.
pub fn desa(db: &Connection) -> Result<Vec<Scope>, DeviceError> {
    Ok(all(db)?
        .into_iter()
        .filter(|scope| scope.kind == ScopeKind::Desa && scope.key.is_some())
        .collect())
}

/// Returns the private scopes that hold nothing yet, the newest first.
pub fn spare(db: &Connection) -> Result<Vec<ScopeId>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT id FROM scope WHERE kind = ?1
             AND NOT EXISTS (SELECT 1 FROM document WHERE document.scope = scope.id)
         ORDER BY id DESC",
    )?;
    let spare = statement
        .query_map([ScopeKind::Private.number()], |row| row.get(0).map(ScopeId))?
        .collect::<Result<_, _>>()?;
    Ok(spare)
}

/// Returns a scope by its id.
pub fn find(db: &Connection, id: ScopeId) -> Result<Option<Scope>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    Ok(statement.query_row([id.0], read).optional()?)
}

/// Keeps a scope as the server named it; an unnamed key leaves the known one.
pub fn put(tx: &Transaction<'_>, scope: &Scope) -> Result<(), DeviceError> {
    let key = scope.key.as_ref().map(|key| key.as_bytes().as_slice());
    tx.prepare_cached(
        "INSERT INTO scope (id, kind, code, name, key) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, code = excluded.code,
             name = excluded.name, key = coalesce(excluded.key, scope.key)",
    )?
    .execute((scope.id.0, scope.kind.number(), &scope.code, &scope.name, key))?;
    Ok(())
}
