//! The read table of families.

use jangkau_domain::{DocId, Kab, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A family as lists show one. It has no `Debug`: it is citizens' data.
#[derive(Clone, PartialEq, Eq)]
pub struct Household {
    /// Document.
    pub doc: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// `f/desa`.
    pub desa: Option<String>,
    /// `f/kk`, as it was typed.
    pub kk: Option<String>,
    /// Keyed hash of a KK that is one.
    pub kk_hash: Option<[u8; 32]>,
    /// `f/address`.
    pub address: Option<String>,
    /// `f/hamlet`.
    pub hamlet: Option<String>,
    /// `f/rt`.
    pub rt: Option<String>,
    /// `f/rw`.
    pub rw: Option<String>,
    /// `f/state`.
    pub state: Option<String>,
    /// `f/size`.
    pub size: Option<i64>,
    /// `f/roof`.
    pub roof: Option<DocId>,
    /// Keys that wait for an admin.
    pub review: i64,
}

const COLUMNS: &str =
    "doc, scope, desa, kk, kk_hash, address, hamlet, rt, rw, state, size, roof, review";

/// Finds a family.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<Household>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM household WHERE kab = ?1 AND doc = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, doc.0), read).optional()?)
}

/// Returns a page of the families of a scope, by RW, RT and id.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_scope(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    limit: u32,
    offset: u32,
) -> Result<Vec<Household>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM household WHERE kab = ?1 AND scope = ?2
         ORDER BY rw, rt, doc LIMIT ?3 OFFSET ?4"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, scope.0, limit, offset), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns every family with a KK, by its keyed hash.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn with_kk(
    conn: &Connection,
    kab: Kab,
    kk_hash: &[u8; 32],
) -> Result<Vec<Household>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM household WHERE kab = ?1 AND kk_hash = ?2 ORDER BY doc");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, kk_hash), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a family's row.
pub(crate) fn put(conn: &Connection, kab: Kab, one: &Household) -> Result<(), StoreError> {
    let sql = "INSERT INTO household (kab, doc, scope, desa, kk, kk_hash, address, hamlet, rt, rw,
            state, size, roof, review)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (kab, doc) DO UPDATE SET
            scope = excluded.scope, desa = excluded.desa, kk = excluded.kk,
            kk_hash = excluded.kk_hash, address = excluded.address, hamlet = excluded.hamlet,
            rt = excluded.rt, rw = excluded.rw, state = excluded.state, size = excluded.size,
            roof = excluded.roof, review = excluded.review";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        one.doc.0,
        one.scope.0,
        &one.desa,
        &one.kk,
        one.kk_hash,
        &one.address,
        &one.hamlet,
        &one.rt,
        &one.rw,
        &one.state,
        one.size,
        one.roof.map(|doc| doc.0),
        one.review,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Household> {
    Ok(Household {
        doc: DocId(row.get(0)?),
        scope: ScopeId(row.get(1)?),
        desa: row.get(2)?,
        kk: row.get(3)?,
        kk_hash: row.get(4)?,
        address: row.get(5)?,
        hamlet: row.get(6)?,
        rt: row.get(7)?,
        rw: row.get(8)?,
        state: row.get(9)?,
        size: row.get(10)?,
        roof: row.get::<_, Option<[u8; 16]>>(11)?.map(DocId),
        review: row.get(12)?,
    })
}
