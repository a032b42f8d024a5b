//! Scopes: what is handed out together, and the sum over its documents.

use jangkau_domain::{Kab, ScopeId, UserId};
use jangkau_sync::digest::Digest;
use jangkau_sync::message::ScopeKind;
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A scope as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Given once, never a wilayah code.
    pub id: ScopeId,
    /// What it holds together.
    pub kind: ScopeKind,
    /// Undotted code: the desa's ten digits, the kabupaten's four, or the desa of a private one.
    pub wilayah: Option<String>,
    /// The author, where it is private.
    pub owner: Option<UserId>,
    /// The name to show.
    pub name: String,
    /// Sum over its documents.
    pub digest: Digest,
    /// How many documents.
    pub docs: i64,
}

const COLUMNS: &str = "scope, type, wilayah, owner, name, digest, docs";

/// Returns every scope of a kabupaten, by number.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab) -> Result<Vec<Scope>, StoreError> {
    many(conn, &format!("SELECT {COLUMNS} FROM scope WHERE kab = ?1 ORDER BY scope"), [kab.0])
}

/// Finds a scope.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: ScopeId) -> Result<Option<Scope>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM scope WHERE kab = ?1 AND scope = ?2");
    let found = conn.prepare_cached(&sql)?.query_row((kab.0, id.0), read).optional()?;
    found.transpose()
}

/// Finds the scope of a desa by its ten digits.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_desa(conn: &Connection, kab: Kab, desa: &str) -> Result<Option<Scope>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM scope WHERE kab = ?1 AND wilayah = ?2 AND type = 'desa'");
    let found = conn.prepare_cached(&sql)?.query_row((kab.0, desa), read).optional()?;
    found.transpose()
}

/// Returns the desa scopes inside an area: all whose code begins with `prefix`.
pub(crate) fn of_area(conn: &Connection, kab: Kab, prefix: &str) -> Result<Vec<Scope>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM scope
         WHERE kab = ?1 AND wilayah BETWEEN ?2 AND ?3 AND type = 'desa'"
    );
    sorted(many(conn, &sql, (kab.0, format!("{prefix:0<10}"), format!("{prefix:9<10}"))))
}

/// Returns the private scopes that a person owns or handles, and the one of the kabupaten.
pub(crate) fn personal(
    conn: &Connection,
    kab: Kab,
    user: UserId,
) -> Result<Vec<Scope>, StoreError> {
    // Three look-ups: one with OR would walk through every scope at each push.
    let sql = format!(
        "SELECT {COLUMNS} FROM scope WHERE kab = ?1 AND wilayah = ?3 AND type = 'kab'
         UNION
         SELECT {COLUMNS} FROM scope WHERE kab = ?1 AND owner = ?2
         UNION
         SELECT {COLUMNS} FROM scope WHERE kab = ?1 AND scope IN
             (SELECT scope FROM scope_member WHERE kab = ?1 AND user_id = ?2)"
    );
    sorted(many(conn, &sql, (kab.0, user.0, format!("{:04}", kab.0))))
}

fn sorted(found: Result<Vec<Scope>, StoreError>) -> Result<Vec<Scope>, StoreError> {
    let mut scopes = found?;
    scopes.sort_by_key(|scope| scope.id);
    Ok(scopes)
}

/// Names a handler for a private scope; a person is named once.
pub(crate) fn add_member(
    conn: &Connection,
    kab: Kab,
    id: ScopeId,
    user: UserId,
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO scope_member (kab, scope, user_id, pos) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute((kab.0, id.0, user.0, pos))?;
    Ok(())
}

/// Makes a scope and returns its number.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    kind: ScopeKind,
    wilayah: Option<&str>,
    owner: Option<UserId>,
    name: &str,
) -> Result<ScopeId, StoreError> {
    let next = "SELECT coalesce(max(scope), 0) + 1 FROM scope WHERE kab = ?1";
    let id: u32 = conn.prepare_cached(next)?.query_row([kab.0], |row| row.get(0))?;
    let sql = "INSERT INTO scope (kab, scope, type, wilayah, owner, name, digest, docs)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
    let owner = owner.map(|user| user.0);
    conn.prepare_cached(sql)?.execute((
        kab.0,
        id,
        word(kind),
        wilayah,
        owner,
        name,
        Digest::ZERO.as_bytes(),
    ))?;
    Ok(ScopeId(id))
}

/// Renames a scope, as when a desa was renamed.
pub(crate) fn rename(
    conn: &Connection,
    kab: Kab,
    id: ScopeId,
    name: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE scope SET name = ?3 WHERE kab = ?1 AND scope = ?2 AND name <> ?3";
    conn.prepare_cached(sql)?.execute((kab.0, id.0, name))?;
    Ok(())
}

/// Hands a scope on to the code that took the place of a closed one.
pub(crate) fn recode(
    conn: &Connection,
    kab: Kab,
    id: ScopeId,
    wilayah: &str,
    name: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE scope SET wilayah = ?3, name = ?4 WHERE kab = ?1 AND scope = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, id.0, wilayah, name))?;
    Ok(())
}

/// Adds what a piece of work changed in the sum of a scope.
pub(crate) fn add(
    conn: &Connection,
    kab: Kab,
    id: ScopeId,
    delta: Digest,
    docs: i64,
) -> Result<(), StoreError> {
    let mut digest = digest_of(conn, kab, id)?;
    digest.add(delta);
    let sql = "UPDATE scope SET digest = ?3, docs = docs + ?4 WHERE kab = ?1 AND scope = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, id.0, digest.as_bytes(), docs))?;
    Ok(())
}

/// Returns the sum over the documents of a scope; zero for one that does not exist.
pub(crate) fn digest_of(conn: &Connection, kab: Kab, id: ScopeId) -> Result<Digest, StoreError> {
    let sql = "SELECT digest FROM scope WHERE kab = ?1 AND scope = ?2";
    let mut query = conn.prepare_cached(sql)?;
    let bytes: Option<[u8; 32]> = query.query_row((kab.0, id.0), |row| row.get(0)).optional()?;
    Ok(bytes.map_or(Digest::ZERO, Digest::from_bytes))
}

/// Returns the newest position of a scope's feed; 0 where nothing happened yet.
pub(crate) fn newest(conn: &Connection, kab: Kab, id: ScopeId) -> Result<i64, StoreError> {
    let sql = "SELECT max(
        coalesce((SELECT max(pos) FROM log WHERE kab = ?1 AND scope = ?2), 0),
        coalesce((SELECT max(pos) FROM feed_row WHERE kab = ?1 AND scope = ?2), 0))";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, id.0), |row| row.get(0))?)
}

fn many(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<Scope>, StoreError> {
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map(params, read)?;
    rows.map(|row| row?).collect()
}

fn word(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Private => "private",
        ScopeKind::Kab => "kab",
        ScopeKind::Desa | ScopeKind::Other(_) => "desa",
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<Scope, StoreError>> {
    let kind = match row.get_ref(1)?.as_str()? {
        "desa" => ScopeKind::Desa,
        "private" => ScopeKind::Private,
        "kab" => ScopeKind::Kab,
        _ => return Ok(Err(StoreError::Damaged { what: "scope" })),
    };
    Ok(Ok(Scope {
        id: ScopeId(row.get(0)?),
        kind,
        wilayah: row.get(2)?,
        owner: row.get::<_, Option<u32>>(3)?.map(UserId),
        name: row.get(4)?,
        digest: Digest::from_bytes(row.get(5)?),
        docs: row.get(6)?,
    }))
}
