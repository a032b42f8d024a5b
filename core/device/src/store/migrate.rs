//! Numbered migrations, never edited once a tablet has run them.

use rusqlite::Connection;

use crate::error::DeviceError;

const MIGRATIONS: &[&str] = &[include_str!("../../migrations/0001_init.sql")];

/// Brings the file to the newest form, each step whole or not at all.
///
/// # Errors
/// [`DeviceError::Stored`] where a newer app has written the file: an older one must not touch it.
pub fn run(db: &mut Connection) -> Result<(), DeviceError> {
    let known: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = usize::try_from(known).map_err(|_| DeviceError::Stored("version"))?;
    let steps = MIGRATIONS.get(known..).ok_or(DeviceError::Stored("version"))?;
    for (n, sql) in (known + 1..).zip(steps) {
        let tx = db.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", i64::try_from(n).unwrap_or(i64::MAX))?;
        tx.commit()?;
    }
    Ok(())
}
