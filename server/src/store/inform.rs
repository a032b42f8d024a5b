//! Telling the citizen, and questions about data: tasks that an event of a tablet ends.

use jangkau_domain::{DocId, Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A citizen to be told.
#[derive(Clone)]
pub struct Task {
    /// Its id: that of the feed row.
    pub id: [u8; 16],
    /// The case.
    pub doc: DocId,
    /// The state row that is to be told.
    pub n: u64,
    /// Key of the word.
    pub word: String,
    /// Until when.
    pub due: i64,
    /// `open`, `done`, `not_reached` or `superseded`.
    pub state: String,
    /// How often nobody was reached.
    pub tries: u32,
    /// When it ended.
    pub done_at: Option<i64>,
    /// The log entry.
    pub pos: i64,
}

const TASK: &str = "id, doc, n, word, due, state, tries, done_at, pos";

/// Finds a task.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: &[u8; 16]) -> Result<Option<Task>, StoreError> {
    let sql = format!("SELECT {TASK} FROM inform_task WHERE kab = ?1 AND id = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, id), read_task).optional()?)
}

/// Returns the tasks of a case, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Task>, StoreError> {
    let sql = format!("SELECT {TASK} FROM inform_task WHERE kab = ?1 AND doc = ?2 ORDER BY pos, n");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), read_task)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a task.
pub(crate) fn insert(conn: &Connection, kab: Kab, task: &Task, at: i64) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO inform_task (kab, {TASK}, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        task.id,
        task.doc.0,
        i64::try_from(task.n).unwrap_or(i64::MAX),
        &task.word,
        task.due,
        &task.state,
        task.tries,
        task.done_at,
        task.pos,
        at,
    ))?;
    Ok(())
}

/// How a citizen was told.
pub(crate) struct Told<'a> {
    pub(crate) state: &'a str,
    pub(crate) tries: u32,
    pub(crate) channel: Option<&'a str>,
    pub(crate) reached: Option<&'a str>,
    pub(crate) on: Option<&'a str>,
    pub(crate) at: Option<i64>,
}

/// Sets what became of a task.
pub(crate) fn set(
    conn: &Connection,
    kab: Kab,
    id: &[u8; 16],
    told: &Told<'_>,
) -> Result<(), StoreError> {
    let sql = "UPDATE inform_task SET state = ?3, tries = ?4, channel = ?5, reached = ?6,
               told_on = ?7, done_at = ?8 WHERE kab = ?1 AND id = ?2";
    let row = (kab.0, id, told.state, told.tries, told.channel, told.reached, told.on, told.at);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn read_task(row: &Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        id: row.get(0)?,
        doc: DocId(row.get(1)?),
        n: row.get::<_, i64>(2)?.unsigned_abs(),
        word: row.get(3)?,
        due: row.get(4)?,
        state: row.get(5)?,
        tries: row.get(6)?,
        done_at: row.get(7)?,
        pos: row.get(8)?,
    })
}

/// A question about data.
#[derive(Clone)]
pub struct Request {
    /// Its id: that of the feed row.
    pub id: [u8; 16],
    /// The document.
    pub doc: DocId,
    /// The question.
    pub question: String,
    /// The fields that it is about.
    pub keys: Vec<String>,
    /// Who asked.
    pub by: Option<UserId>,
    /// Until when.
    pub due: i64,
    /// `open` or `replied`.
    pub state: String,
    /// The log entry.
    pub pos: i64,
    /// The queue row of the clash that it asks about; none for a question about a case.
    pub conflict: Option<String>,
}

const REQUEST: &str = "id, doc, question, keys, by_user, due, state, pos, conflict";

/// Returns the questions about a document, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn requests(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Request>, StoreError> {
    let sql =
        format!("SELECT {REQUEST} FROM data_request WHERE kab = ?1 AND doc = ?2 ORDER BY pos");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), |row| {
        let keys: String = row.get(3)?;
        Ok(Request {
            id: row.get(0)?,
            doc: DocId(row.get(1)?),
            question: row.get(2)?,
            keys: keys.split_whitespace().map(str::to_owned).collect(),
            by: row.get::<_, Option<u32>>(4)?.map(UserId),
            due: row.get(5)?,
            state: row.get(6)?,
            pos: row.get(7)?,
            conflict: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a question.
pub(crate) fn ask(
    conn: &Connection,
    kab: Kab,
    request: &Request,
    at: i64,
) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO data_request (kab, {REQUEST}, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING"
    );
    conn.prepare_cached(&sql)?.execute((
        kab.0,
        request.id,
        request.doc.0,
        &request.question,
        request.keys.join(" "),
        request.by.map(|user| user.0),
        request.due,
        &request.state,
        request.pos,
        &request.conflict,
        at,
    ))?;
    Ok(())
}

/// Keeps the reply to a question.
pub(crate) fn reply(
    conn: &Connection,
    kab: Kab,
    id: &[u8; 16],
    text: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "UPDATE data_request SET state = 'replied', reply = ?3 WHERE kab = ?1 AND id = ?2";
    conn.prepare_cached(sql)?.execute((kab.0, id, text))?;
    Ok(())
}
