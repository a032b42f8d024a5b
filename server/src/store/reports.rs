//! Quarterly reports of each unit; the figures of an accepted one never change (Guideline VI).

use jangkau_domain::{Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A report.
#[derive(Clone)]
pub struct Report {
    /// The unit, as `puskesos:<desa>`, `slrt` or `prov:<province>`.
    pub unit: String,
    /// The quarter, as `2025-3`.
    pub quarter: String,
    /// How often it waited for somebody.
    pub n: u32,
    /// `drafted`, `submitted`, `returned` or `accepted`.
    pub state: String,
    /// The version of what is counted how.
    pub definitions: u32,
    /// Since when it counts.
    pub from_at: i64,
    /// Until when, that moment not included.
    pub until_at: i64,
    /// The figures, CBOR.
    pub figures: Vec<u8>,
    /// When they were counted; what was received later is susulan.
    pub figures_at: i64,
    /// SHA-256 of the figures, once accepted.
    pub hash: Option<[u8; 32]>,
    /// Who submitted it.
    pub submitted_by: Option<UserId>,
    /// Who accepted or returned it.
    pub decided_by: Option<UserId>,
    /// SHA-256 of the signed scan, in hexadecimal.
    pub proof: Option<String>,
    /// The note of who returned it.
    pub note: Option<String>,
}

const COLUMNS: &str = "unit, quarter, n, state, definitions, from_at, until_at, figures, \
    figures_at, hash, submitted_by, decided_by, proof, note";

/// Finds the report of a unit for a quarter.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(
    conn: &Connection,
    kab: Kab,
    unit: &str,
    quarter: &str,
) -> Result<Option<Report>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM report WHERE kab = ?1 AND unit = ?2 AND quarter = ?3");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, unit, quarter), read).optional()?)
}

/// Writes a report.
pub(crate) fn put(
    conn: &Connection,
    kab: Kab,
    one: &Report,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO report (kab, unit, quarter, n, state, definitions, from_at, until_at,
            figures, figures_at, hash, submitted_by, decided_by, proof, note, pos, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (kab, unit, quarter) DO UPDATE SET n = excluded.n, state = excluded.state,
            definitions = excluded.definitions, figures = excluded.figures,
            figures_at = excluded.figures_at, hash = excluded.hash,
            submitted_by = excluded.submitted_by, decided_by = excluded.decided_by,
            proof = excluded.proof, note = excluded.note, pos = excluded.pos, at = excluded.at
        WHERE report.state <> 'accepted'";
    conn.prepare_cached(sql)?.execute(rusqlite::params![
        kab.0,
        one.unit,
        one.quarter,
        one.n,
        one.state,
        one.definitions,
        one.from_at,
        one.until_at,
        one.figures,
        one.figures_at,
        one.hash,
        one.submitted_by.map(|user| user.0),
        one.decided_by.map(|user| user.0),
        one.proof,
        one.note,
        pos,
        at,
    ])?;
    Ok(())
}

/// Returns when the first entry of the log was received.
pub(crate) fn began(conn: &Connection, kab: Kab) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT recv_at FROM log WHERE kab = ?1 AND pos > 0 ORDER BY pos LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row([kab.0], |row| row.get(0)).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Report> {
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    Ok(Report {
        unit: row.get(0)?,
        quarter: row.get(1)?,
        n: row.get(2)?,
        state: row.get(3)?,
        definitions: row.get(4)?,
        from_at: row.get(5)?,
        until_at: row.get(6)?,
        figures: row.get(7)?,
        figures_at: row.get(8)?,
        hash: row.get(9)?,
        submitted_by: user(10)?,
        decided_by: user(11)?,
        proof: row.get(12)?,
        note: row.get(13)?,
    })
}
