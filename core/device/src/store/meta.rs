//! Single facts: who the tablet is, what the server last said.

use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::DeviceError;

/// Every fact has its key here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Address of the server.
    Server,
    /// Number of the account.
    User,
    /// Name of the worker.
    UserName,
    /// Roles, joined by a blank.
    Roles,
    /// Number of the tablet.
    Device,
    /// Name of the tablet.
    DeviceName,
    /// The tablet's Ed25519 key.
    DeviceKey,
    /// Number of the kabupaten.
    Kab,
    /// Letters of the kabupaten's zone, where the office set one.
    Zone,
    /// The server's last time, seconds since 1970 UTC.
    ServerTime,
    /// The nonce that the next `hello` signs.
    Nonce,
    /// When the last session ended complete.
    LastComplete,
    /// When the last session reached the server.
    LastContact,
    /// Whether both sides held the same at the end of the last session.
    Equal,
    /// The server's epoch: another one means that it was restored from a backup.
    Epoch,
}

impl Fact {
    const fn key(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::User => "user",
            Self::UserName => "user_name",
            Self::Roles => "roles",
            Self::Device => "device",
            Self::DeviceName => "device_name",
            Self::DeviceKey => "device_key",
            Self::Kab => "kab",
            Self::Zone => "zone",
            Self::ServerTime => "server_time",
            Self::Nonce => "nonce",
            Self::LastComplete => "last_complete",
            Self::LastContact => "last_contact",
            Self::Equal => "equal",
            Self::Epoch => "epoch",
        }
    }
}

/// Returns a fact's bytes.
pub fn bytes(db: &Connection, fact: Fact) -> Result<Option<Vec<u8>>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([fact.key()], |row| row.get(0)).optional()?)
}

/// Returns a fact that is text; empty where it is not known.
pub fn text(db: &Connection, fact: Fact) -> Result<String, DeviceError> {
    let bytes = bytes(db, fact)?.unwrap_or_default();
    String::from_utf8(bytes).map_err(|_| DeviceError::Stored("fact"))
}

/// Returns a fact that is a number.
pub fn number(db: &Connection, fact: Fact) -> Result<Option<i64>, DeviceError> {
    let Some(bytes) = bytes(db, fact)? else {
        return Ok(None);
    };
    let bytes = bytes.try_into().map_err(|_| DeviceError::Stored("fact"))?;
    Ok(Some(i64::from_be_bytes(bytes)))
}

/// Keeps a fact.
pub fn set(tx: &Transaction<'_>, fact: Fact, value: &[u8]) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO meta (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute((fact.key(), value))?;
    Ok(())
}

/// Keeps a fact that is a number.
pub fn set_number(tx: &Transaction<'_>, fact: Fact, value: i64) -> Result<(), DeviceError> {
    set(tx, fact, &value.to_be_bytes())
}
