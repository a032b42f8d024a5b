//! Opens the files: key, pragmas, migrations.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::migrate::{self, Migration};
use crate::config::{StoreKey, private_folder};

/// Where the server's files lie.
#[derive(Clone)]
pub struct Files {
    folder: PathBuf,
}

pub(crate) const MAIN_FILE: &str = "main.db";
pub(crate) const SESSIONS_FILE: &str = "sessions.db";
pub(crate) const AUDIT_FILE: &str = "audit.db";

impl Files {
    /// Names the folder; nothing is opened yet.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Returns the main file: log, documents, rows, read tables, accounts.
    pub fn main(&self) -> PathBuf {
        self.folder.join(MAIN_FILE)
    }

    /// Returns the file of login and device sessions.
    pub fn sessions(&self) -> PathBuf {
        self.folder.join(SESSIONS_FILE)
    }

    /// Returns the audit record.
    pub fn audit(&self) -> PathBuf {
        self.folder.join(AUDIT_FILE)
    }

    /// Returns the areas of Kemendagri: public data, not encrypted.
    pub fn wilayah(&self) -> PathBuf {
        self.folder.join("wilayah.db")
    }

    /// Makes or upgrades the three files; returns how many migrations ran.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the folder cannot be used, the key is wrong or a file is of another making.
    pub fn migrate(&self, key: &StoreKey, now_s: i64) -> Result<usize, StoreError> {
        private_folder(&self.folder)?;
        let mut ran = 0;
        for (path, file, steps) in self.all() {
            let mut conn = open_raw(&path, key, file, true)?;
            ran += migrate::run(&mut conn, file, steps, now_s)?;
        }
        Ok(ran)
    }

    fn all(&self) -> [(PathBuf, &'static str, &'static [Migration]); 3] {
        [
            (self.main(), MAIN_FILE, migrate::MAIN),
            (self.sessions(), SESSIONS_FILE, migrate::SESSIONS),
            (self.audit(), AUDIT_FILE, migrate::AUDIT),
        ]
    }
}

/// Opens a side file (sessions, audit record) at its newest schema.
pub(crate) fn open_file(
    path: &Path,
    key: &StoreKey,
    file: &'static str,
) -> Result<Connection, StoreError> {
    let conn = open_raw(path, key, file, false)?;
    let steps = if file == AUDIT_FILE { migrate::AUDIT } else { migrate::SESSIONS };
    migrate::expect_newest(&conn, file, steps)?;
    Ok(conn)
}

/// Opens the main file for the one writer.
pub(crate) fn open_writer(files: &Files, key: &StoreKey) -> Result<Connection, StoreError> {
    let conn = open_raw(&files.main(), key, MAIN_FILE, false)?;
    migrate::expect_newest(&conn, MAIN_FILE, migrate::MAIN)?;
    Ok(conn)
}

/// Opens the main file for a reader, which can change nothing.
pub(crate) fn open_reader(files: &Files, key: &StoreKey) -> Result<Connection, StoreError> {
    let conn = open_raw(&files.main(), key, MAIN_FILE, false)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

fn open_raw(
    path: &Path,
    key: &StoreKey,
    file: &'static str,
    create: bool,
) -> Result<Connection, StoreError> {
    // No URI names and no shared cache; each connection stays with one thread at a time.
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    let conn = Connection::open_with_flags(path, flags)?;
    set_pragmas(&conn, key).map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::WrongKey { file },
        _ => StoreError::Sql(error),
    })?;
    Ok(conn)
}

/// Every pragma of every connection stands here, with its reason.
fn set_pragmas(conn: &Connection, key: &StoreKey) -> rusqlite::Result<()> {
    // A wrong key is told once, by us, and not three times by the cipher.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    // A raw key: no password is stretched at each opening. Must come before the first read.
    conn.pragma_update(None, "key", key.pragma())?;
    // Readers never wait for the writer.
    conn.pragma_update(None, "journal_mode", "wal")?;
    // NORMAL may lose the last commit in a power cut: an acknowledged change would be gone.
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    // The command line and the running server may meet; a commit takes milliseconds.
    conn.pragma_update(None, "busy_timeout", 10_000)?;
    // Temporary tables would lie on the disk unencrypted.
    conn.pragma_update(None, "temp_store", "memory")?;
    // Purged bytes are overwritten, not only unlinked (UU 27/2022 art. 44).
    conn.pragma_update(None, "secure_delete", "fast")?;
    // 32 MiB of pages: the inner pages of every index stay in memory.
    conn.pragma_update(None, "cache_size", -32_768)?;
    // A larger checkpoint writes a page once that several commits touched.
    conn.pragma_update(None, "wal_autocheckpoint", 4_000)?;
    // A hostile schema cannot call functions; the schema is ours all the same.
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}
