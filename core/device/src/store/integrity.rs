//! A file under suspicion is read whole at the next opening, and only then.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::error::DeviceError;

const MARK: &str = "jangkau.suspect";

/// Notes that a page could not be read, so that the next opening looks at all of them.
pub fn suspect(dir: &Path) {
    // Without the mark the next damaged read will try again; nothing is lost by a failure here.
    drop(fs::write(dir.join(MARK), b""));
}

/// Takes the mark away.
pub fn forget(dir: &Path) -> Result<(), DeviceError> {
    match fs::remove_file(dir.join(MARK)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Reads every page of a file under suspicion.
///
/// # Errors
/// Where a page's seal or the tree is broken.
pub fn check_if_suspect(dir: &Path, db: &Connection) -> Result<(), DeviceError> {
    if !dir.join(MARK).exists() {
        return Ok(());
    }
    let mut statement = db.prepare("PRAGMA cipher_integrity_check")?;
    let broken = statement.query([])?.next()?.is_some();
    let tree: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if broken || tree != "ok" {
        return Err(DeviceError::Stored("file"));
    }
    forget(dir)
}
