//! The changes of a document, as they stand in the log.

use jangkau_domain::{DeviceId, DocId, Kab};
use jangkau_sync::Change;
use rusqlite::Connection;

use super::StoreError;
use crate::ingest::What;

/// One stored change.
#[derive(Clone)]
pub struct Written {
    /// Its position in the log.
    pub pos: i64,
    /// When the server received it.
    pub recv_at: i64,
    /// The tablet it was written on; none for a page.
    pub device: Option<DeviceId>,
    /// The raw change.
    pub body: Vec<u8>,
}

/// Returns every change of a document in the order of the log: each after those it depends on.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Written>, StoreError> {
    // `+pos`: ordered by the primary key the query would scan the whole kabupaten.
    let sql = "SELECT pos, recv_at, device_id, body FROM log
               WHERE kab = ?1 AND doc = ?2 AND hash IS NOT NULL ORDER BY +pos";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0), |row| {
        Ok(Written {
            pos: row.get(0)?,
            recv_at: row.get(1)?,
            device: row.get::<_, Option<u32>>(2)?.map(DeviceId),
            body: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Reads the stored bytes back; they were let in by the gate, so they parse.
///
/// # Errors
///
/// [`StoreError::Damaged`] if they do not.
pub fn parse(written: &Written) -> Result<Change, StoreError> {
    Change::parse(&written.body).map_err(|_| StoreError::Damaged { what: "change" })
}

/// Returns every change of a document, read back.
///
/// # Errors
///
/// [`StoreError`] if the database fails or a change is damaged.
pub fn changes(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Change>, StoreError> {
    of_doc(conn, kab, doc)?.iter().map(parse).collect()
}

/// Returns the changes of a document whose hash begins with a checksum: hardly ever more than one.
pub(crate) fn with_checksum(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    checksum: [u8; 4],
) -> Result<Vec<Change>, StoreError> {
    let bound = |fill: u8| {
        let mut hash = [fill; 32];
        hash[..4].copy_from_slice(&checksum);
        hash
    };
    let sql = "SELECT body FROM log WHERE kab = ?1 AND doc = ?2 AND hash BETWEEN ?3 AND ?4";
    let mut query = conn.prepare_cached(sql)?;
    let bodies = query.query_map((kab.0, doc.0, bound(0), bound(255)), |row| row.get(0))?;
    let bodies: Vec<Vec<u8>> = bodies.collect::<Result<_, _>>()?;
    let read =
        |body: &Vec<u8>| Change::parse(body).map_err(|_| StoreError::Damaged { what: "change" });
    bodies.iter().map(read).collect()
}

/// Returns the stored changes that name a visit, in the order of the log, with their documents.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_visit(
    conn: &Connection,
    kab: Kab,
    visit: &jangkau_domain::Ulid,
) -> Result<Vec<(DocId, Written)>, StoreError> {
    let sql = "SELECT doc, pos, recv_at, device_id, body FROM log
               WHERE kab = ?1 AND visit = ?2 AND what = ?3 ORDER BY pos";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, visit.0, What::Change as u8), |row| {
        let written = Written {
            pos: row.get(1)?,
            recv_at: row.get(2)?,
            device: row.get::<_, Option<u32>>(3)?.map(DeviceId),
            body: row.get(4)?,
        };
        Ok((DocId(row.get(0)?), written))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
