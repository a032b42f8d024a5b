//! The blocks of registration numbers that the server handed to this tablet.

use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::DeviceError;

/// The highest serial of a block: four digits.
pub const LAST_SERIAL: u16 = 9_999;

/// Adds a block; one that is known already goes on where it stands.
pub fn add(tx: &Transaction<'_>, kab: u16, block: &str) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO number_block (block, kab, n, next)
         VALUES (?1, ?2, (SELECT coalesce(max(n), 0) + 1 FROM number_block), 1)
         ON CONFLICT (block) DO NOTHING",
    )?
    .execute((block, kab))?;
    Ok(())
}

/// Takes the next serial of the oldest block that still has one. It never goes back, whatever
/// becomes of the case.
pub fn take(tx: &Transaction<'_>) -> Result<Option<(u16, String, u16)>, DeviceError> {
    let mut statement = tx.prepare_cached(
        "UPDATE number_block SET next = next + 1
         WHERE block = (SELECT block FROM number_block WHERE next <= ?1 ORDER BY n LIMIT 1)
         RETURNING kab, block, next - 1",
    )?;
    let found = statement
        .query_map([LAST_SERIAL], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .next()
        .transpose()?;
    Ok(found)
}

/// Returns how many numbers are left.
pub fn left(db: &Connection) -> Result<i64, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT coalesce(sum(?1 + 1 - next), 0) FROM number_block WHERE next <= ?1",
    )?;
    Ok(statement.query_row([LAST_SERIAL], |row| row.get(0)).optional()?.unwrap_or(0))
}
