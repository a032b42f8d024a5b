//! The tablet's Ed25519 key: made here, kept in the encrypted file, never sent.

use ed25519_dalek::{Signer, SigningKey};
use rusqlite::{Connection, Transaction};

use crate::error::DeviceError;
use crate::random;
use crate::store::meta::{self, Fact};

/// Returns the tablet's key, made once: an enrolment whose answer was lost is asked for again
/// with the same key.
pub fn make(tx: &Transaction<'_>) -> Result<SigningKey, DeviceError> {
    if let Some(key) = get(tx)? {
        return Ok(key);
    }
    let secret = random::bytes::<32>()?;
    meta::set(tx, Fact::DeviceKey, &secret)?;
    Ok(SigningKey::from_bytes(&secret))
}

/// Signs a request.
pub fn sign(db: &Connection, message: &[u8]) -> Result<[u8; 64], DeviceError> {
    let key = get(db)?.ok_or(DeviceError::NotEnrolled)?;
    Ok(key.sign(message).to_bytes())
}

fn get(db: &Connection) -> Result<Option<SigningKey>, DeviceError> {
    let Some(bytes) = meta::bytes(db, Fact::DeviceKey)? else {
        return Ok(None);
    };
    let secret = bytes.try_into().map_err(|_| DeviceError::Stored("device key"))?;
    Ok(Some(SigningKey::from_bytes(&secret)))
}
