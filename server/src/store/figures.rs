//! What a quarterly report counts: each case once, in the quarter that it was recorded in, or as
//! susulan in the one that it was received in.

use jangkau_domain::Kab;
use rusqlite::{Connection, Row};

use super::StoreError;

/// A claimed time may lie so far before the receipt; else the receipt counts.
const TRUSTED_S: i64 = 400 * 86_400;

/// How many cases of a kind stand in a state.
#[derive(Clone, Debug, PartialEq, Eq, minicbor::Encode, minicbor::Decode)]
#[cbor(array)]
pub struct Tally {
    /// Key of the kind.
    #[n(0)]
    pub kind: String,
    /// Key of the state.
    #[n(1)]
    pub state: String,
    /// Key of the citizen's word; empty where there is none.
    #[n(2)]
    pub word: String,
    /// Whether they were recorded in a mode of emergency.
    #[n(3)]
    pub mode: bool,
    /// How many.
    #[n(4)]
    pub count: u32,
}

/// What is counted.
pub(crate) struct Span<'a> {
    /// The unit.
    pub(crate) unit: &'a str,
    /// Its desa: private cases are counted from the kabupaten up only.
    pub(crate) desa: Option<&'a str>,
    /// The quarter.
    pub(crate) from_at: i64,
    pub(crate) until_at: i64,
}

/// Counts the cases that were recorded in a quarter.
pub(crate) fn of_quarter(
    conn: &Connection,
    kab: Kab,
    span: &Span<'_>,
) -> Result<Vec<Tally>, StoreError> {
    let sql = "SELECT c.kind, c.state, coalesce(c.word, ''), c.mode, count(*)
        FROM case_step AS s JOIN case_state AS c ON c.kab = s.kab AND c.doc = s.doc
        WHERE s.kab = ?1 AND s.n = 1 AND s.at >= ?2 AND s.at <= ?3 + ?4
          AND CASE WHEN s.claimed BETWEEN s.at - ?4 AND s.at THEN s.claimed ELSE s.at END >= ?2
          AND CASE WHEN s.claimed BETWEEN s.at - ?4 AND s.at THEN s.claimed ELSE s.at END < ?3
          AND s.to_state <> 'withdrawn' AND c.state <> 'merged'
          AND (?5 IS NULL OR (c.desa = ?5 AND c.private = 0))
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, span.from_at, span.until_at, TRUSTED_S, span.desa), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Counts the cases that were received in a quarter, and recorded in an earlier one whose report
/// of this unit was closed before, or never made.
pub(crate) fn susulan(
    conn: &Connection,
    kab: Kab,
    span: &Span<'_>,
) -> Result<Vec<Tally>, StoreError> {
    let sql = "SELECT c.kind, c.state, coalesce(c.word, ''), c.mode, count(*)
        FROM case_step AS s JOIN case_state AS c ON c.kab = s.kab AND c.doc = s.doc
        WHERE s.kab = ?1 AND s.n = 1 AND s.at >= ?2 AND s.at < ?3
          AND s.claimed BETWEEN s.at - ?4 AND ?2 - 1
          AND s.to_state <> 'withdrawn' AND c.state <> 'merged'
          AND (?5 IS NULL OR (c.desa = ?5 AND c.private = 0))
          AND NOT EXISTS (SELECT 1 FROM report AS r
              WHERE r.kab = s.kab AND r.unit = ?6
                AND s.claimed >= r.from_at AND s.claimed < r.until_at
                AND (r.state <> 'accepted' OR s.at <= r.figures_at))
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
    let mut query = conn.prepare_cached(sql)?;
    let values = (kab.0, span.from_at, span.until_at, TRUSTED_S, span.desa, span.unit);
    let rows = query.query_map(values, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Tally> {
    Ok(Tally {
        kind: row.get(0)?,
        state: row.get(1)?,
        word: row.get(2)?,
        mode: row.get(3)?,
        count: row.get(4)?,
    })
}
