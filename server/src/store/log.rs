//! The log: everything that happened, in one order.

use jangkau_domain::{DeviceId, DocId, DocKind, Kab, ScopeId, Ulid, UserId};
use jangkau_sync::Author;
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;
use crate::ingest::{Entry, What};

/// Returns the position that the next entry takes.
pub(crate) fn next_pos(conn: &Connection, kab: Kab) -> Result<i64, StoreError> {
    let mut query = conn.prepare_cached("SELECT next_pos FROM kab WHERE kab = ?1")?;
    Ok(query.query_row([kab.0], |row| row.get(0)).optional()?.unwrap_or(1))
}

/// Keeps the next free position.
pub(crate) fn set_next_pos(conn: &Connection, kab: Kab, pos: i64) -> Result<(), StoreError> {
    let sql = "UPDATE kab SET next_pos = ?2 WHERE kab = ?1 AND next_pos <> ?2";
    conn.prepare_cached(sql)?.execute((kab.0, pos))?;
    Ok(())
}

/// Adds an entry.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    pos: i64,
    recv_at: i64,
    entry: &Entry<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO log
        (kab, pos, what, doc, kind, hash, scope, user_id, device_id, visit, recv_at, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        pos,
        entry.what as u8,
        entry.doc.map(|(_, doc)| doc.0),
        entry.doc.map(|(kind, _)| kind as u8),
        entry.hash.map(|hash| hash.0),
        entry.scope.map(|scope| scope.0),
        entry.author.user.map(|user| user.0),
        entry.author.device.map(|device| device.0),
        entry.author.visit.map(|visit| visit.0),
        recv_at,
        entry.body,
    ))?;
    Ok(())
}

/// An entry as it stands in the log.
pub(crate) struct Kept {
    pub(crate) pos: i64,
    pub(crate) what: What,
    pub(crate) doc: Option<(DocKind, DocId)>,
    pub(crate) scope: Option<ScopeId>,
    pub(crate) author: Author,
    pub(crate) recv_at: i64,
    pub(crate) body: Vec<u8>,
}

/// Returns the next entries after a position.
pub(crate) fn after(
    conn: &Connection,
    kab: Kab,
    pos: i64,
    limit: u32,
) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT pos, what, kind, doc, scope, user_id, device_id, visit, recv_at, body
        FROM log WHERE kab = ?1 AND pos > ?2 ORDER BY pos LIMIT ?3";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, pos, limit), read)?;
    rows.map(|row| row?.ok_or(StoreError::Damaged { what: "log entry" })).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Kept>> {
    let Some(what) = What::from_number(row.get(1)?) else { return Ok(None) };
    let kind = row.get::<_, Option<u8>>(2)?.and_then(DocKind::from_number);
    let doc = row.get::<_, Option<[u8; 16]>>(3)?.map(DocId);
    Ok(Some(Kept {
        pos: row.get(0)?,
        what,
        doc: kind.zip(doc),
        scope: row.get::<_, Option<u32>>(4)?.map(ScopeId),
        author: Author {
            user: row.get::<_, Option<u32>>(5)?.map(UserId),
            device: row.get::<_, Option<u32>>(6)?.map(DeviceId),
            visit: row.get::<_, Option<[u8; 16]>>(7)?.map(Ulid),
        },
        recv_at: row.get(8)?,
        body: row.get(9)?,
    }))
}
