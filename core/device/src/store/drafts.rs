//! Every field as it was typed. A draft is on disk before the screen says so.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction};

use crate::error::DeviceError;

/// The typed fields of a visit by document and key; an empty text takes the value away.
pub type Typed = BTreeMap<(String, String), String>;

/// Saves one field as typed.
pub fn put(
    tx: &Transaction<'_>,
    visit: &str,
    doc: &str,
    key: &str,
    value: &str,
    now: i64,
) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO draft (visit, doc, key, value, saved_s) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (visit, doc, key) DO UPDATE
         SET value = excluded.value, saved_s = excluded.saved_s",
    )?
    .execute((visit, doc, key, value, now))?;
    Ok(())
}

/// Forgets one field: it stands again as stored.
pub fn forget(tx: &Transaction<'_>, visit: &str, doc: &str, key: &str) -> Result<(), DeviceError> {
    tx.prepare_cached("DELETE FROM draft WHERE visit = ?1 AND doc = ?2 AND key = ?3")?
        .execute((visit, doc, key))?;
    Ok(())
}

/// Forgets all fields of a document that was taken off the form again.
pub fn forget_doc(tx: &Transaction<'_>, visit: &str, doc: &str) -> Result<(), DeviceError> {
    tx.prepare_cached("DELETE FROM draft WHERE visit = ?1 AND doc = ?2")?.execute((visit, doc))?;
    Ok(())
}

/// Forgets all fields of a visit, once they stand in documents.
pub fn forget_all(tx: &Transaction<'_>, visit: &str) -> Result<(), DeviceError> {
    tx.prepare_cached("DELETE FROM draft WHERE visit = ?1")?.execute([visit])?;
    Ok(())
}

/// Returns all typed fields of a visit.
pub fn all(db: &Connection, visit: &str) -> Result<Typed, DeviceError> {
    let mut statement = db.prepare_cached("SELECT doc, key, value FROM draft WHERE visit = ?1")?;
    let typed = statement
        .query_map([visit], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    Ok(typed)
}
