//! Programs put on a visit's form, and sections confirmed as unchanged.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction};

use crate::error::DeviceError;

/// Puts a program on the form.
pub fn add_program(tx: &Transaction<'_>, visit: &str, code: &str) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO visit_program (visit, code) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
    )?
    .execute((visit, code))?;
    Ok(())
}

/// Returns the programs put on the form.
pub fn programs(db: &Connection, visit: &str) -> Result<BTreeSet<String>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT code FROM visit_program WHERE visit = ?1")?;
    let codes = statement.query_map([visit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(codes)
}

/// Confirms a section as unchanged.
pub fn confirm(tx: &Transaction<'_>, visit: &str, section: &str) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO visit_same (visit, section) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
    )?
    .execute((visit, section))?;
    Ok(())
}

/// Returns the sections confirmed as unchanged.
pub fn confirmed(db: &Connection, visit: &str) -> Result<BTreeSet<String>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT section FROM visit_same WHERE visit = ?1")?;
    let sections = statement.query_map([visit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(sections)
}
