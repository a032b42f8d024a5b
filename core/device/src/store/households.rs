//! Read table of households.

use jangkau_domain::{DocId, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// What screens and search need of a household.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Household {
    /// Whose feed it is in.
    pub scope: Option<ScopeId>,
    /// Sixteen digits; empty for none.
    pub kk: String,
    /// Code of the desa.
    pub desa: String,
    /// Address.
    pub address: String,
    /// Dusun or lingkungan.
    pub hamlet: String,
    /// RT, three digits.
    pub rt: String,
    /// RW, three digits.
    pub rw: String,
    /// Code of the list `household_state`.
    pub state: String,
    /// The register row under it.
    pub reg_row: String,
    /// Time of the newest visit event, seconds since 1970 UTC.
    pub visited_s: Option<i64>,
    /// Who made it.
    pub visited_by: Option<u32>,
    /// Whether this worker wrote on it.
    pub own: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Household> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(Household {
        scope: Some(ScopeId(row.get(0)?)),
        kk: text(1)?,
        desa: text(2)?,
        address: text(3)?,
        hamlet: text(4)?,
        rt: text(5)?,
        rw: text(6)?,
        state: text(7)?,
        reg_row: text(8)?,
        visited_s: row.get(9)?,
        visited_by: row.get(10)?,
        own: row.get(11)?,
    })
}

/// Writes a household after its document changed. Once written by this worker it stays so.
pub fn put(
    tx: &Transaction<'_>,
    doc: DocId,
    scope: ScopeId,
    household: &Household,
) -> Result<(), DeviceError> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    tx.prepare_cached(
        "INSERT INTO household (doc_id, scope, kk, desa, address, hamlet, rt, rw, state, reg_row,
             visited_s, visited_by, own)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (doc_id) DO UPDATE SET scope = excluded.scope, kk = excluded.kk,
             desa = excluded.desa, address = excluded.address, hamlet = excluded.hamlet,
             rt = excluded.rt, rw = excluded.rw, state = excluded.state,
             reg_row = excluded.reg_row, visited_s = excluded.visited_s,
             visited_by = excluded.visited_by, own = max(own, excluded.own)",
    )?
    .execute(rusqlite::params![
        doc.0,
        scope.0,
        some(&household.kk),
        some(&household.desa),
        some(&household.address),
        some(&household.hamlet),
        some(&household.rt),
        some(&household.rw),
        some(&household.state),
        some(&household.reg_row),
        household.visited_s,
        household.visited_by,
        household.own,
    ])?;
    Ok(())
}

/// Returns a household.
pub fn get(db: &Connection, doc: DocId) -> Result<Option<Household>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT scope, kk, desa, address, hamlet, rt, rw, state, reg_row, visited_s, visited_by,
             own FROM household WHERE doc_id = ?1",
    )?;
    Ok(statement.query_row([doc.0], read).optional()?)
}
