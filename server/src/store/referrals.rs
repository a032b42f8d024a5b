//! Referrals to program owners: one open a case, several in sequence, children by parent.

use jangkau_domain::referral::{Level, ReferralState};
use jangkau_domain::{DocId, Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;

/// A referral.
#[derive(Clone)]
pub struct Referral {
    /// Its id.
    pub id: [u8; 16],
    /// The case.
    pub doc: DocId,
    /// The how-manieth of the case.
    pub seq: u32,
    /// The one that was passed on to it.
    pub parent: Option<[u8; 16]>,
    /// What became of it.
    pub state: ReferralState,
    /// Key of the target's kind.
    pub target: String,
    /// Which target.
    pub target_id: Option<String>,
    /// The program.
    pub program: Option<String>,
    /// The level that it stands at.
    pub level: Level,
    /// The level of the program's owner.
    pub final_level: Level,
    /// Whether the target answers by login; else by letter.
    pub login: bool,
    /// Who asked for it.
    pub asked_by: Option<UserId>,
    /// Who approved it.
    pub approved_by: Option<UserId>,
    /// When it went out.
    pub sent_at: i64,
    /// Until when an answer is due.
    pub due: i64,
    /// The target's own date.
    pub own_date: Option<String>,
    /// The input of the answering step, CBOR.
    pub answer: Option<Vec<u8>>,
    /// When it was delivered.
    pub realised_on: Option<String>,
    /// The log entry.
    pub pos: i64,
}

const COLUMNS: &str = "id, doc, seq, parent, state, target, target_id, program, level, \
    final_level, login, asked_by, approved_by, sent_at, due, own_date, answer, realised_on, pos";

/// Returns the newest referral of a case.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn last(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<Referral>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM referral WHERE kab = ?1 AND doc = ?2 ORDER BY seq DESC LIMIT 1"
    );
    conn.prepare_cached(&sql)?.query_row((kab.0, doc.0), read).optional()?.transpose()
}

/// Returns the referrals of a case, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Referral>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM referral WHERE kab = ?1 AND doc = ?2 ORDER BY seq");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    rows.map(|row| row?).collect()
}

/// Writes a referral.
pub(crate) fn put(conn: &Connection, kab: Kab, row: &Referral) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO referral (kab, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
         ON CONFLICT (kab, id) DO UPDATE SET
            state = excluded.state, due = excluded.due, own_date = excluded.own_date,
            answer = excluded.answer, realised_on = excluded.realised_on"
    );
    conn.prepare_cached(&sql)?.execute(params![
        kab.0,
        row.id,
        row.doc.0,
        row.seq,
        row.parent,
        row.state.key(),
        row.target,
        row.target_id,
        row.program,
        row.level.key(),
        row.final_level.key(),
        row.login,
        row.asked_by.map(|user| user.0),
        row.approved_by.map(|user| user.0),
        row.sent_at,
        row.due,
        row.own_date,
        row.answer,
        row.realised_on,
        row.pos,
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<Referral, StoreError>> {
    let state = ReferralState::from_key(row.get_ref(4)?.as_str()?);
    let level = Level::from_key(row.get_ref(8)?.as_str()?);
    let last = Level::from_key(row.get_ref(9)?.as_str()?);
    let (Some(state), Some(level), Some(final_level)) = (state, level, last) else {
        return Ok(Err(StoreError::Damaged { what: "referral" }));
    };
    Ok(Ok(Referral {
        id: row.get(0)?,
        doc: DocId(row.get(1)?),
        seq: row.get(2)?,
        parent: row.get(3)?,
        state,
        target: row.get(5)?,
        target_id: row.get(6)?,
        program: row.get(7)?,
        level,
        final_level,
        login: row.get(10)?,
        asked_by: row.get::<_, Option<u32>>(11)?.map(UserId),
        approved_by: row.get::<_, Option<u32>>(12)?.map(UserId),
        sent_at: row.get(13)?,
        due: row.get(14)?,
        own_date: row.get(15)?,
        answer: row.get(16)?,
        realised_on: row.get(17)?,
        pos: row.get(18)?,
    }))
}
