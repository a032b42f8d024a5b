//! Queue rows: what waits for a person. A done row stays as history.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, Kab, ScopeId, Ulid, UserId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::StoreError;

/// A row of a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Why it waits; unique.
    pub cause: String,
    /// Where.
    pub queue: Queue,
    /// Its number.
    pub no: u64,
    /// What a list shows.
    pub doc: Option<DocId>,
    /// The case whose steps close it.
    pub case_doc: Option<DocId>,
    /// The visit.
    pub visit: Option<Ulid>,
    /// A conflict's field, a print's letter.
    pub key: Option<String>,
    /// The scope of what it speaks of.
    pub scope: ScopeId,
    /// The desa of that scope.
    pub desa: Option<String>,
    /// The office that it waits for: `slrt`, `puskesos:<desa>`, `prov:<province>`.
    pub unit: Option<String>,
    /// Whether it speaks of a private case.
    pub private: bool,
    /// The person that it waits for.
    pub owner: Option<UserId>,
    /// The named handler.
    pub handler: Option<UserId>,
    /// Made in a mode of emergency.
    pub mode: bool,
    /// Urgent.
    pub urgent: bool,
    /// When the server first received what it speaks of.
    pub received_at: i64,
    /// The log entry that opened it.
    pub opened_pos: i64,
    /// When that was.
    pub opened_at: i64,
    /// Until when.
    pub due: i64,
    /// When it was done; none while it waits.
    pub done_at: Option<i64>,
    /// Who did it.
    pub done_by: Option<UserId>,
    /// The step that closed it.
    pub done_step: Option<String>,
}

const COLUMNS: &str = "cause, queue, row_pos, doc, case_doc, visit, key, scope, desa, unit, private, \
    owner, handler, mode, urgent, received_at, opened_pos, opened_at, due, done_at, done_by, \
    done_step";

/// Opens a row; one that waits already stays as it is, one that was done waits again.
pub(crate) fn open(conn: &Connection, kab: Kab, row: &Waiting) -> Result<(), StoreError> {
    let sql = "INSERT INTO queue (kab, cause, queue, row_pos, doc, case_doc, visit, key, scope, desa,
            unit, private, owner, handler, mode, urgent, received_at, opened_pos, opened_at, due)
        VALUES (?1, ?2, ?3, (SELECT coalesce(max(row_pos), 0) + 1 FROM queue WHERE kab = ?1), ?4, ?5,
            ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (kab, cause) DO UPDATE SET
            unit = excluded.unit, owner = excluded.owner, handler = excluded.handler,
            opened_pos = excluded.opened_pos, opened_at = excluded.opened_at,
            due = excluded.due, done_pos = NULL, done_at = NULL, done_by = NULL, done_step = NULL
        WHERE queue.done_pos IS NOT NULL";
    conn.prepare_cached(sql)?.execute(params![
        kab.0,
        row.cause,
        row.queue.key(),
        row.doc.map(|doc| doc.0),
        row.case_doc.map(|doc| doc.0),
        row.visit.map(|visit| visit.0),
        row.key,
        row.scope.0,
        row.desa,
        row.unit,
        row.private,
        row.owner.map(|user| user.0),
        row.handler.map(|user| user.0),
        row.mode,
        row.urgent,
        row.received_at,
        row.opened_pos,
        row.opened_at,
        row.due,
    ])?;
    Ok(())
}

/// What closes a row.
pub(crate) struct Done<'a> {
    pub(crate) pos: i64,
    pub(crate) at: i64,
    pub(crate) by: Option<UserId>,
    pub(crate) step: &'a str,
}

/// Which open rows are meant.
#[derive(Clone, Copy)]
pub(crate) enum Which<'a> {
    /// The row of a cause.
    Cause(&'a str),
    /// A case's rows in a queue.
    Case(DocId, Queue),
    /// All rows of a case.
    AllOfCase(DocId),
    /// A visit's rows in a queue.
    Visit(Ulid, Queue),
}

impl Which<'_> {
    /// Returns the condition, its placeholders from `?2`, and their values.
    fn condition(&self) -> (&'static str, Vec<Value>) {
        let blob = |id: [u8; 16]| Value::Blob(id.to_vec());
        let text = |text: &str| Value::Text(text.to_owned());
        match self {
            Self::Cause(cause) => ("cause = ?2", vec![text(cause)]),
            Self::Case(doc, queue) => {
                ("case_doc = ?2 AND queue = ?3", vec![blob(doc.0), text(queue.key())])
            }
            Self::AllOfCase(doc) => ("case_doc = ?2", vec![blob(doc.0)]),
            Self::Visit(visit, queue) => {
                ("visit = ?2 AND queue = ?3", vec![blob(visit.0), text(queue.key())])
            }
        }
    }
}

/// Closes rows that wait, and what said that they are late or have no owner; returns how many waited.
pub(crate) fn close(
    conn: &Connection,
    kab: Kab,
    which: Which<'_>,
    done: &Done<'_>,
) -> Result<usize, StoreError> {
    let open = list_open(conn, kab, which)?;
    for row in &open {
        settle(conn, kab, &row.cause, done)?;
        settle(conn, kab, &format!("overdue:{}", row.no), done)?;
        settle(conn, kab, &format!("handover:{}", row.no), done)?;
    }
    Ok(open.len())
}

fn settle(conn: &Connection, kab: Kab, cause: &str, done: &Done<'_>) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET done_pos = ?3, done_at = ?4, done_by = ?5, done_step = ?6
               WHERE kab = ?1 AND cause = ?2 AND done_pos IS NULL";
    let row = (kab.0, cause, done.pos, done.at, done.by.map(|user| user.0), done.step);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Returns the rows that wait.
pub(crate) fn list_open(
    conn: &Connection,
    kab: Kab,
    which: Which<'_>,
) -> Result<Vec<Waiting>, StoreError> {
    let (condition, values) = which.condition();
    let sql = format!(
        "SELECT {COLUMNS} FROM queue
         WHERE kab = ?1 AND done_pos IS NULL AND {condition} ORDER BY row_pos"
    );
    select(conn, kab, &sql, values)
}

/// Returns how many rows of a queue a case ever had.
pub(crate) fn count_of_case(
    conn: &Connection,
    kab: Kab,
    case: &DocId,
    queue: Queue,
) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM queue WHERE kab = ?1 AND case_doc = ?2 AND queue = ?3";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, case.0, queue.key()), |row| row.get(0))?)
}

/// Finds a row by its cause, done or not.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, cause: &str) -> Result<Option<Waiting>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM queue WHERE kab = ?1 AND cause = ?2");
    let found = conn.prepare_cached(&sql)?.query_row((kab.0, cause), read).optional()?;
    found.transpose()
}

/// Returns the rows of a case, done or not, in the order in which they were opened.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_case(conn: &Connection, kab: Kab, case: &DocId) -> Result<Vec<Waiting>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM queue WHERE kab = ?1 AND case_doc = ?2 ORDER BY row_pos");
    select(conn, kab, &sql, vec![Value::Blob(case.0.to_vec())])
}

/// Returns the conflict rows of a document that wait.
pub(crate) fn conflicts(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
) -> Result<Vec<Waiting>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM queue
         WHERE kab = ?1 AND doc = ?2 AND queue = 'conflict' AND done_pos IS NULL ORDER BY row_pos"
    );
    select(conn, kab, &sql, vec![Value::Blob(doc.0.to_vec())])
}

/// Forgets a row whose cause was never true: others had written meanwhile what makes it void.
pub(crate) fn forget(conn: &Connection, kab: Kab, cause: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM queue WHERE kab = ?1 AND cause = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, cause))?;
    Ok(())
}

/// Moves the date of an open row.
pub(crate) fn set_due(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    due: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET due = ?3 WHERE kab = ?1 AND cause = ?2 AND done_pos IS NULL";
    conn.prepare_cached(sql)?.execute((kab.0, cause, due))?;
    Ok(())
}

/// Puts the open rows of a case first or back, as it became urgent or not.
pub(crate) fn set_urgent(
    conn: &Connection,
    kab: Kab,
    case: &DocId,
    urgent: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET urgent = ?3
               WHERE kab = ?1 AND case_doc = ?2 AND done_pos IS NULL AND urgent <> ?3";
    conn.prepare_cached(sql)?.execute((kab.0, case.0, urgent))?;
    Ok(())
}

/// Puts the open review of a visit first.
pub(crate) fn hurry_visit(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<(), StoreError> {
    let sql = "UPDATE queue SET urgent = 1
               WHERE kab = ?1 AND visit = ?2 AND queue = 'review' AND done_pos IS NULL";
    conn.prepare_cached(sql)?.execute((kab.0, visit.0))?;
    Ok(())
}

/// Returns rows past their date that nothing says so of yet; what stands still is not late.
pub(crate) fn past_due(
    conn: &Connection,
    kab: Kab,
    now_s: i64,
    limit: u32,
) -> Result<Vec<Waiting>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM queue AS q
         WHERE kab = ?1 AND due < ?2 AND done_pos IS NULL AND queue <> 'overdue'
           AND NOT (queue IN ('review', 'back_office', 'manager', 'approval', 'program_answer',
                              'realisation')
                    AND EXISTS (SELECT 1 FROM case_state AS c
                                WHERE c.kab = q.kab AND c.doc = q.case_doc
                                  AND c.paused_at IS NOT NULL))
           AND NOT EXISTS (SELECT 1 FROM queue AS o
                           WHERE o.kab = q.kab AND o.cause = 'overdue:' || q.row_pos)
         ORDER BY due, row_pos LIMIT ?3"
    );
    select(conn, kab, &sql, vec![Value::Integer(now_s), Value::Integer(i64::from(limit))])
}

/// Runs a query whose first placeholder is the kabupaten.
pub(crate) fn select(
    conn: &Connection,
    kab: Kab,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<Waiting>, StoreError> {
    let mut query = conn.prepare_cached(sql)?;
    let all = std::iter::once(Value::Integer(i64::from(kab.0))).chain(values);
    let rows = query.query_map(params_from_iter(all), read)?;
    rows.map(|row| row?).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<Waiting, StoreError>> {
    let id = |at: usize| row.get::<_, Option<[u8; 16]>>(at);
    let user = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(at)?.map(UserId));
    let Some(queue) = Queue::from_key(row.get_ref(1)?.as_str()?) else {
        return Ok(Err(StoreError::Damaged { what: "queue row" }));
    };
    Ok(Ok(Waiting {
        cause: row.get(0)?,
        queue,
        no: row.get::<_, i64>(2)?.unsigned_abs(),
        doc: id(3)?.map(DocId),
        case_doc: id(4)?.map(DocId),
        visit: id(5)?.map(Ulid),
        key: row.get(6)?,
        scope: ScopeId(row.get(7)?),
        desa: row.get(8)?,
        unit: row.get(9)?,
        private: row.get(10)?,
        owner: user(11)?,
        handler: user(12)?,
        mode: row.get(13)?,
        urgent: row.get(14)?,
        received_at: row.get(15)?,
        opened_pos: row.get(16)?,
        opened_at: row.get(17)?,
        due: row.get(18)?,
        done_at: row.get(19)?,
        done_by: user(20)?,
        done_step: row.get(21)?,
    }))
}
