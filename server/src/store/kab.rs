//! The kabupaten itself: its epoch and its zone.

use jangkau_domain::Kab;
use rusqlite::{Connection, OptionalExtension};

use super::StoreError;

/// Makes the kabupaten's row if it is not there; returns whether it was made.
pub(crate) fn ensure(conn: &Connection, kab: Kab, epoch: u64) -> Result<bool, StoreError> {
    let sql = "INSERT INTO kab (kab, epoch) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    Ok(conn.execute(sql, (kab.0, epoch.to_be_bytes()))? == 1)
}

/// Returns the epoch: another one than before tells tablets that the server was restored.
///
/// # Errors
///
/// [`StoreError::Older`] if the kabupaten was never set up.
pub fn epoch(conn: &Connection, kab: Kab) -> Result<u64, StoreError> {
    let sql = "SELECT epoch FROM kab WHERE kab = ?1";
    let bytes: Option<[u8; 8]> =
        conn.prepare_cached(sql)?.query_row([kab.0], |row| row.get(0)).optional()?;
    bytes.map(u64::from_be_bytes).ok_or(StoreError::Older { file: super::open::MAIN_FILE })
}
