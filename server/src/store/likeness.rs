//! The index by which persons that may be one find each other: exact keys, hashed. It follows the
//! log a little later, by the clock.

use jangkau_domain::{DocId, DocKind, Kab};
use rusqlite::{Connection, OptionalExtension};

use super::StoreError;

/// A hashed key.
pub(crate) type Key = [u8; 16];

/// An entry of the log: its position, and what it touched.
pub(crate) type Changed = (i64, Option<(DocKind, DocId)>);

/// Returns how far the log was read.
pub(crate) fn cursor(conn: &Connection, kab: Kab) -> Result<i64, StoreError> {
    let sql = "SELECT pos FROM match_cursor WHERE kab = ?1";
    let found = conn.prepare_cached(sql)?.query_row([kab.0], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or(0))
}

/// Keeps how far the log was read.
pub(crate) fn set_cursor(conn: &Connection, kab: Kab, pos: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO match_cursor (kab, pos) VALUES (?1, ?2)
               ON CONFLICT (kab) DO UPDATE SET pos = excluded.pos";
    conn.prepare_cached(sql)?.execute((kab.0, pos))?;
    Ok(())
}

/// Returns what was changed after a position.
pub(crate) fn changed(
    conn: &Connection,
    kab: Kab,
    after: i64,
    limit: u32,
) -> Result<Vec<Changed>, StoreError> {
    let sql = "SELECT pos, kind, doc FROM log WHERE kab = ?1 AND pos > ?2 ORDER BY pos LIMIT ?3";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, after, limit), |row| {
        let kind = row.get::<_, Option<u8>>(1)?.and_then(DocKind::from_number);
        let doc = row.get::<_, Option<[u8; 16]>>(2)?.map(DocId);
        Ok((row.get(0)?, kind.zip(doc)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Replaces the keys that a person is kept under.
pub(crate) fn replace(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    keys: &[Key],
) -> Result<(), StoreError> {
    let sql = "DELETE FROM match_key WHERE kab = ?1 AND doc = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, doc.0))?;
    let sql = "INSERT INTO match_key (kab, key, doc) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    let mut insert = conn.prepare_cached(sql)?;
    for key in keys {
        insert.execute((kab.0, key, doc.0))?;
    }
    Ok(())
}

/// Returns who is kept under a key; nobody where more than `limit` are: it tells nothing then.
pub(crate) fn with_key(
    conn: &Connection,
    kab: Kab,
    key: &Key,
    limit: usize,
) -> Result<Vec<DocId>, StoreError> {
    let at_most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let sql = "SELECT doc FROM match_key WHERE kab = ?1 AND key = ?2 ORDER BY doc LIMIT ?3";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, key, at_most), |row| Ok(DocId(row.get(0)?)))?;
    let found: Vec<DocId> = rows.collect::<Result<_, _>>()?;
    Ok(if found.len() > limit { Vec::new() } else { found })
}
