//! How far each scope's feed was read.

use jangkau_domain::ScopeId;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::DeviceError;

/// A place in a scope's feed, in one life of the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The server's life: it changes when the server was restored from a backup.
    pub epoch: u64,
    /// The last position read.
    pub pos: u64,
}

/// Returns the cursor of a scope; the start where it was never read.
pub fn get(db: &Connection, scope: ScopeId) -> Result<Cursor, DeviceError> {
    let mut statement = db.prepare_cached("SELECT epoch, pos FROM cursor WHERE scope = ?1")?;
    let found = statement
        .query_row([scope.0], |row| {
            let (epoch, pos): (i64, i64) = (row.get(0)?, row.get(1)?);
            Ok(Cursor { epoch: epoch.cast_unsigned(), pos: pos.cast_unsigned() })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Moves the cursor, in the transaction that stores what lies before it.
pub fn set(tx: &Transaction<'_>, scope: ScopeId, cursor: Cursor) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO cursor (scope, epoch, pos) VALUES (?1, ?2, ?3)
         ON CONFLICT (scope) DO UPDATE SET epoch = excluded.epoch, pos = excluded.pos",
    )?
    .execute((scope.0, cursor.epoch.cast_signed(), cursor.pos.cast_signed()))?;
    Ok(())
}
