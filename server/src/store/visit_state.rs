//! Where the review of each visit stands.

use jangkau_domain::{DocId, Kab, ScopeId, Ulid, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// What became of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitState {
    /// Waits for the supervisor.
    Waiting,
    /// Every part was accepted.
    Accepted,
    /// Some fields went back.
    Returned,
    /// Only counted: nobody met and nothing changed, or an office contact.
    Counted,
}

impl VisitState {
    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Counted => "counted",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Waiting, Self::Accepted, Self::Returned, Self::Counted]
            .into_iter()
            .find(|state| state.key() == key)
    }
}

/// Where a visit's review stands.
#[derive(Clone)]
pub struct VisitRow {
    /// The visit.
    pub visit: Ulid,
    /// The document that holds its event.
    pub doc: Option<DocId>,
    /// Its scope.
    pub scope: ScopeId,
    /// The desa of the scope.
    pub desa: Option<String>,
    /// Who made it.
    pub user: Option<UserId>,
    /// What became of it.
    pub state: VisitState,
    /// The round of review, from 1.
    pub round: u32,
    /// Changes after this position are new in this round.
    pub from_pos: i64,
    /// Who decided last.
    pub decided_by: Option<UserId>,
    /// The note of that decision.
    pub note: Option<String>,
    /// The log entry that brought it here.
    pub pos: i64,
    /// When that was.
    pub at: i64,
}

const COLUMNS: &str =
    "visit, doc, scope, desa, user_id, state, round, from_pos, decided_by, note, pos, at";

/// Finds where a visit's review stands.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<Option<VisitRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM visit_state WHERE kab = ?1 AND visit = ?2");
    let row = conn.prepare_cached(&sql)?.query_row((kab.0, visit.0), read).optional()?;
    row.transpose()
}

/// Writes where a visit's review stands.
pub(crate) fn put(conn: &Connection, kab: Kab, row: &VisitRow) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO visit_state (kab, {COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (kab, visit) DO UPDATE SET
            doc = excluded.doc, scope = excluded.scope, desa = excluded.desa,
            user_id = excluded.user_id, state = excluded.state, round = excluded.round,
            from_pos = excluded.from_pos, decided_by = excluded.decided_by,
            note = excluded.note, pos = excluded.pos, at = excluded.at"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        row.visit.0,
        row.doc.map(|doc| doc.0),
        row.scope.0,
        &row.desa,
        row.user.map(|user| user.0),
        row.state.key(),
        row.round,
        row.from_pos,
        row.decided_by.map(|user| user.0),
        &row.note,
        row.pos,
        row.at,
    ))?;
    Ok(())
}

/// Returns visits whose event never came, whose last change is older than a moment.
pub(crate) fn silent(
    conn: &Connection,
    kab: Kab,
    before: i64,
    limit: u32,
) -> Result<Vec<Ulid>, StoreError> {
    let sql = "SELECT v.visit FROM visit AS v
               WHERE v.kab = ?1 AND v.doc IS NULL AND v.last_at <= ?2
                 AND NOT EXISTS (SELECT 1 FROM visit_state AS s
                                 WHERE s.kab = v.kab AND s.visit = v.visit)
                 AND NOT EXISTS (SELECT 1 FROM acted AS a
                                 WHERE a.kab = v.kab AND a.id = v.visit)
               ORDER BY v.first_pos LIMIT ?3";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, before, limit), |row| Ok(Ulid(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns how many changes name a visit, and the body of the entry at a position.
pub(crate) fn weight(
    conn: &Connection,
    kab: Kab,
    visit: &Ulid,
    pos: i64,
) -> Result<(u32, Vec<u8>), StoreError> {
    let sql = "SELECT count(*) FROM log WHERE kab = ?1 AND visit = ?2 AND what = 1 AND pos <= ?3";
    let mut query = conn.prepare_cached(sql)?;
    let changes = query.query_row((kab.0, visit.0, pos), |row| row.get(0))?;
    let sql = "SELECT body FROM log WHERE kab = ?1 AND pos = ?2";
    let body = conn.prepare_cached(sql)?.query_row((kab.0, pos), |row| row.get(0))?;
    Ok((changes, body))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<VisitRow, StoreError>> {
    let Some(state) = VisitState::from_key(row.get_ref(5)?.as_str()?) else {
        return Ok(Err(StoreError::Damaged { what: "visit state" }));
    };
    Ok(Ok(VisitRow {
        visit: Ulid(row.get(0)?),
        doc: row.get::<_, Option<[u8; 16]>>(1)?.map(DocId),
        scope: ScopeId(row.get(2)?),
        desa: row.get(3)?,
        user: row.get::<_, Option<u32>>(4)?.map(UserId),
        state,
        round: row.get(6)?,
        from_pos: row.get(7)?,
        decided_by: row.get::<_, Option<u32>>(8)?.map(UserId),
        note: row.get(9)?,
        pos: row.get(10)?,
        at: row.get(11)?,
    }))
}
