//! Whether the file is what was written.

use rusqlite::Connection;

use super::StoreError;

/// Returns the first damage; none if every page has its seal and every index its rows.
///
/// # Errors
///
/// [`StoreError`] if the check itself fails.
pub fn damage(conn: &Connection) -> Result<Option<String>, StoreError> {
    let mut pages = conn.prepare("PRAGMA cipher_integrity_check")?;
    let mut found = pages.query([])?;
    if let Some(row) = found.next()? {
        return Ok(Some(row.get(0)?));
    }
    let first: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok((first != "ok").then_some(first))
}
