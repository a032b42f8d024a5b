//! Opening the encrypted file: key, pragmas, and what to do with a damaged one.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};
use sha2::{Digest, Sha256};

use super::{integrity, migrate};
use crate::error::DeviceError;

const FILE: &str = "jangkau.db";
const CHECK: &str = "jangkau.check";

/// Opens the file of a folder with its raw key, or makes both.
///
/// A wrong key and a damaged file look alike to SQLCipher, so a fingerprint of the key lies beside
/// the file. A damaged file is moved aside, never deleted: it may hold the only copy.
///
/// # Errors
/// [`DeviceError::WrongKey`] leaves all as it is; [`DeviceError::Damaged`] names the moved file, and
/// the next call begins a new one.
pub fn open(dir: &Path, key: &[u8], now: i64) -> Result<Connection, DeviceError> {
    if key.len() != 32 {
        return Err(DeviceError::WrongKey);
    }
    fs::create_dir_all(dir)?;
    let file = dir.join(FILE);
    let proven = prove_key(dir, &file, key)?;
    match open_file(dir, &file, key) {
        Ok(db) => {
            if !proven {
                write_check(dir, key)?;
            }
            Ok(db)
        }
        Err(error) if is_damage(&error) => {
            if !proven {
                return Err(DeviceError::WrongKey);
            }
            Err(DeviceError::Damaged(move_aside(dir, &file, now)?))
        }
        Err(error) => Err(error),
    }
}

/// Returns whether an error says that the file's pages cannot be read.
pub fn is_damage(error: &DeviceError) -> bool {
    let DeviceError::Db(rusqlite::Error::SqliteFailure(cause, _)) = error else {
        return matches!(error, DeviceError::Stored("file"));
    };
    matches!(cause.code, ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt)
}

fn open_file(dir: &Path, file: &Path, key: &[u8]) -> Result<Connection, DeviceError> {
    let mut db = Connection::open(file)?;
    // Without this, SQLCipher writes its own lines to the error stream.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex::encode(key)))?;
    db.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    pragmas(&db)?;
    integrity::check_if_suspect(dir, &db)?;
    migrate::run(&mut db)?;
    Ok(db)
}

/// Sets what the promises need and reads each back: a pragma that is not known says nothing.
fn pragmas(db: &Connection) -> Result<(), DeviceError> {
    let cipher: String = db.query_row("PRAGMA cipher_version", [], |row| row.get(0))?;
    let journal: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    db.execute_batch(
        // FULL: in WAL, NORMAL can lose the last commit in a power cut, and "Tersimpan" was shown.
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         -- Temporary pages would lie unencrypted on the flash otherwise.
         PRAGMA temp_store = MEMORY;
         -- 8 MB: a tablet has 2 to 3 GB for everything.
         PRAGMA cache_size = -8000;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;",
    )?;
    let number =
        |pragma: &str| db.query_row(&format!("PRAGMA {pragma}"), [], |r| r.get::<_, i64>(0));
    let right = !cipher.is_empty()
        && journal == "wal"
        && number("synchronous")? == 2
        && number("foreign_keys")? == 1
        && number("temp_store")? == 2;
    if right { Ok(()) } else { Err(DeviceError::Stored("pragma")) }
}

/// Returns whether the key is known to belong to the file.
fn prove_key(dir: &Path, file: &Path, key: &[u8]) -> Result<bool, DeviceError> {
    let exists = fs::metadata(file).is_ok_and(|meta| meta.len() > 0);
    match fs::read(dir.join(CHECK)) {
        Ok(known) if known == fingerprint(key) => Ok(true),
        Ok(known) if exists && known.len() == 16 => Err(DeviceError::WrongKey),
        _ if exists => Ok(false),
        _ => {
            write_check(dir, key)?;
            Ok(true)
        }
    }
}

/// Half a SHA-256 of 32 random bytes tells nothing about them.
fn fingerprint(key: &[u8]) -> [u8; 16] {
    let digest = Sha256::new_with_prefix(b"jangkau:key-check:1").chain_update(key).finalize();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    short
}

fn write_check(dir: &Path, key: &[u8]) -> Result<(), DeviceError> {
    let fresh = dir.join("jangkau.check.new");
    let mut file = File::create(&fresh)?;
    file.write_all(&fingerprint(key))?;
    file.sync_all()?;
    fs::rename(fresh, dir.join(CHECK))?;
    Ok(())
}

fn move_aside(dir: &Path, file: &Path, now: i64) -> Result<PathBuf, DeviceError> {
    let aside = (0..)
        .map(|n| dir.join(format!("{FILE}.damaged-{now}-{n}")))
        .find(|path| !path.exists())
        .ok_or(DeviceError::Stored("folder"))?;
    for end in ["-wal", "-shm", ""] {
        let from = PathBuf::from(format!("{}{end}", file.display()));
        if from.exists() {
            fs::rename(&from, format!("{}{end}", aside.display()))?;
        }
    }
    integrity::forget(dir)?;
    Ok(aside)
}
