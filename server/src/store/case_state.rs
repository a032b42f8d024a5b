//! Where each case stands, and the steps that brought it there.

use jangkau_domain::case::{Ask, CaseKind, CaseState, Unit, Word};
use jangkau_domain::role::Role;
use jangkau_domain::{DocId, Kab, ScopeId, Ulid, UserId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;

/// The newest state row of a case.
#[derive(Clone)]
pub struct CaseRow {
    /// The case.
    pub doc: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// The desa of the scope, ten digits.
    pub desa: Option<String>,
    /// Its kind.
    pub kind: CaseKind,
    /// Where it stands.
    pub state: CaseState,
    /// Number of this state row; 0 for a draft.
    pub n: u64,
    /// The log entry that brought it here.
    pub since_pos: i64,
    /// When that was.
    pub since_at: i64,
    /// The state before papers were waited for, or before a merge.
    pub earlier: Option<CaseState>,
    /// The state that it left for correction.
    pub returned_from: Option<CaseState>,
    /// The office that holds it.
    pub unit: Option<Unit>,
    /// The named back officer of a private case.
    pub handler: Option<UserId>,
    /// What waits for approval, and who asked.
    pub ask: Option<(Ask, UserId)>,
    /// What was asked for, CBOR.
    pub ask_input: Option<Vec<u8>>,
    /// The citizen's word.
    pub word: Option<Word>,
    /// Since when.
    pub word_at: Option<i64>,
    /// Key of the outcome.
    pub outcome: Option<String>,
    /// Key of the reason of a refusal or withdrawal.
    pub reason: Option<String>,
    /// The sentence beside it.
    pub sentence: Option<String>,
    /// Who recorded it.
    pub author: Option<UserId>,
    /// In which role.
    pub author_role: Option<Role>,
    /// The worker named instead.
    pub stand_in: Option<UserId>,
    /// The visit that submitted it.
    pub visit: Option<Ulid>,
    /// The citizen.
    pub person: Option<DocId>,
    /// Whether its scope is private.
    pub private: bool,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Whether it was made in a mode of emergency.
    pub mode: bool,
    /// Whether it was submitted before person and household were here.
    pub unsure: bool,
    /// Whether the recorder asked for a withdrawal.
    pub withdraw_asked: bool,
    /// Whether an answer is recorded.
    pub answered: bool,
    /// First receipt.
    pub first_at: Option<i64>,
    /// When the whole case is due.
    pub total_due: Option<i64>,
    /// Since when its clocks stand still.
    pub paused_at: Option<i64>,
    /// When it was recorded and passed on.
    pub staff_done_at: Option<i64>,
    /// The case that it was merged into.
    pub survivor: Option<DocId>,
}

impl CaseRow {
    /// Begins a draft.
    pub const fn draft(doc: DocId, scope: ScopeId, kind: CaseKind) -> Self {
        Self {
            doc,
            scope,
            desa: None,
            kind,
            state: CaseState::Draft,
            n: 0,
            since_pos: 0,
            since_at: 0,
            earlier: None,
            returned_from: None,
            unit: None,
            handler: None,
            ask: None,
            ask_input: None,
            word: None,
            word_at: None,
            outcome: None,
            reason: None,
            sentence: None,
            author: None,
            author_role: None,
            stand_in: None,
            visit: None,
            person: None,
            private: false,
            urgent: false,
            mode: false,
            unsure: false,
            withdraw_asked: false,
            answered: false,
            first_at: None,
            total_due: None,
            paused_at: None,
            staff_done_at: None,
            survivor: None,
        }
    }
}

const COLUMNS: &str = "doc, scope, desa, kind, state, n, since_pos, since_at, earlier, \
    returned_from, unit, handler, ask, ask_by, ask_input, word, word_at, outcome, reason, \
    sentence, author, author_role, stand_in, visit, person, private, urgent, mode, unsure, \
    withdraw_asked, answered, first_at, total_due, paused_at, staff_done_at, survivor";

/// Finds where a case stands.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<CaseRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM case_state WHERE kab = ?1 AND doc = ?2");
    let row = conn.prepare_cached(&sql)?.query_row((kab.0, doc.0), read).optional()?;
    row.transpose()
}

/// Returns the cases of a citizen, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_person(conn: &Connection, kab: Kab, person: &DocId) -> Result<Vec<CaseRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM case_state WHERE kab = ?1 AND person = ?2 ORDER BY first_at, doc"
    );
    many(conn, &sql, (kab.0, person.0))
}

/// Returns the cases that a visit submitted.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_visit(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<Vec<CaseRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM case_state WHERE kab = ?1 AND visit = ?2 ORDER BY doc");
    many(conn, &sql, (kab.0, visit.0))
}

/// Returns the cases of a citizen that wait for papers, or were sent before the citizen was here.
pub(crate) fn waiting_for_person(
    conn: &Connection,
    kab: Kab,
    person: &DocId,
) -> Result<Vec<CaseRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM case_state
         WHERE kab = ?1 AND person = ?2 AND (state = 'awaiting_papers' OR unsure = 1) ORDER BY doc"
    );
    many(conn, &sql, (kab.0, person.0))
}

/// Does as [`waiting_for_person`] for all members of a family.
pub(crate) fn waiting_for_household(
    conn: &Connection,
    kab: Kab,
    household: &DocId,
) -> Result<Vec<CaseRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM case_state
         WHERE kab = ?1 AND (state = 'awaiting_papers' OR unsure = 1)
           AND person IN (SELECT doc FROM person WHERE kab = ?1 AND household = ?2)"
    );
    // Ordered here: the planner would walk through every case to save the sorting of a few.
    let mut rows = many(conn, &sql, (kab.0, household.0))?;
    rows.sort_by_key(|row| row.doc);
    Ok(rows)
}

/// Writes where a case stands.
pub(crate) fn put(conn: &Connection, kab: Kab, row: &CaseRow) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO case_state (kab, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27,
            ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37)
         ON CONFLICT (kab, doc) DO UPDATE SET
            scope = excluded.scope, desa = excluded.desa, kind = excluded.kind,
            state = excluded.state, n = excluded.n, since_pos = excluded.since_pos,
            since_at = excluded.since_at, earlier = excluded.earlier,
            returned_from = excluded.returned_from, unit = excluded.unit,
            handler = excluded.handler, ask = excluded.ask, ask_by = excluded.ask_by,
            ask_input = excluded.ask_input, word = excluded.word, word_at = excluded.word_at,
            outcome = excluded.outcome, reason = excluded.reason, sentence = excluded.sentence,
            author = excluded.author, author_role = excluded.author_role,
            stand_in = excluded.stand_in, visit = excluded.visit, person = excluded.person,
            private = excluded.private, urgent = excluded.urgent, mode = excluded.mode,
            unsure = excluded.unsure, withdraw_asked = excluded.withdraw_asked,
            answered = excluded.answered, first_at = excluded.first_at,
            total_due = excluded.total_due, paused_at = excluded.paused_at,
            staff_done_at = excluded.staff_done_at, survivor = excluded.survivor"
    );
    conn.prepare_cached(&sql)?.execute(params![
        kab.0,
        row.doc.0,
        row.scope.0,
        row.desa,
        row.kind.key(),
        row.state.key(),
        i64::try_from(row.n).unwrap_or(i64::MAX),
        row.since_pos,
        row.since_at,
        row.earlier.map(CaseState::key),
        row.returned_from.map(CaseState::key),
        row.unit.as_ref().map(ToString::to_string),
        row.handler.map(|user| user.0),
        row.ask.map(|(ask, _)| ask.key()),
        row.ask.map(|(_, by)| by.0),
        row.ask_input,
        row.word.map(Word::key),
        row.word_at,
        row.outcome,
        row.reason,
        row.sentence,
        row.author.map(|user| user.0),
        row.author_role.map(Role::key),
        row.stand_in.map(|user| user.0),
        row.visit.map(|visit| visit.0),
        row.person.map(|person| person.0),
        row.private,
        row.urgent,
        row.mode,
        row.unsure,
        row.withdraw_asked,
        row.answered,
        row.first_at,
        row.total_due,
        row.paused_at,
        row.staff_done_at,
        row.survivor.map(|doc| doc.0),
    ])?;
    Ok(())
}

fn many(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<CaseRow>, StoreError> {
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map(params, read)?;
    rows.map(|row| row?).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<CaseRow, StoreError>> {
    let text = |at: usize| row.get::<_, Option<String>>(at);
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    let id = |at: usize| row.get::<_, Option<[u8; 16]>>(at);
    let state =
        |at: usize| Ok::<_, rusqlite::Error>(text(at)?.as_deref().and_then(CaseState::from_key));
    let kind = CaseKind::from_key(row.get_ref(3)?.as_str()?);
    let (Some(kind), Some(now)) = (kind, state(4)?) else {
        return Ok(Err(StoreError::Damaged { what: "case state" }));
    };
    let ask = text(12)?.as_deref().and_then(Ask::from_key);
    Ok(Ok(CaseRow {
        doc: DocId(row.get(0)?),
        scope: ScopeId(row.get(1)?),
        desa: text(2)?,
        kind,
        state: now,
        n: row.get::<_, i64>(5)?.unsigned_abs(),
        since_pos: row.get(6)?,
        since_at: row.get(7)?,
        earlier: state(8)?,
        returned_from: state(9)?,
        unit: text(10)?.and_then(|unit| unit.parse().ok()),
        handler: user(11)?,
        ask: ask.zip(user(13)?),
        ask_input: row.get(14)?,
        word: text(15)?.as_deref().and_then(Word::from_key),
        word_at: row.get(16)?,
        outcome: text(17)?,
        reason: text(18)?,
        sentence: text(19)?,
        author: user(20)?,
        author_role: text(21)?.as_deref().and_then(Role::from_key),
        stand_in: user(22)?,
        visit: id(23)?.map(Ulid),
        person: id(24)?.map(DocId),
        private: row.get(25)?,
        urgent: row.get(26)?,
        mode: row.get(27)?,
        unsure: row.get(28)?,
        withdraw_asked: row.get(29)?,
        answered: row.get(30)?,
        first_at: row.get(31)?,
        total_due: row.get(32)?,
        paused_at: row.get(33)?,
        staff_done_at: row.get(34)?,
        survivor: id(35)?.map(DocId),
    }))
}
