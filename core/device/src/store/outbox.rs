//! Changes that the server has not acknowledged.

use jangkau_domain::DocId;
use jangkau_sync::Hash;
use rusqlite::{Connection, Transaction};

use crate::error::DeviceError;

/// One change on its way.
pub struct Waiting {
    /// Its number: the order of saving.
    pub n: i64,
    /// Names it.
    pub hash: Hash,
    /// The change as it is sent.
    pub body: Vec<u8>,
}

/// One held change with the server's reason.
pub struct Held {
    /// Its document.
    pub doc: DocId,
    /// The visit in which it was made.
    pub visit: Option<String>,
    /// The server's code.
    pub code: String,
    /// When it was saved, seconds since 1970 UTC.
    pub saved_s: i64,
}

/// Queues a change, in the transaction that stores its document.
pub fn push(
    tx: &Transaction<'_>,
    doc: DocId,
    (hash, body): (Hash, &[u8]),
    visit: Option<&str>,
    now: i64,
) -> Result<(), DeviceError> {
    tx.prepare_cached(
        "INSERT INTO outbox (doc_id, hash, body, visit, saved_s) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (doc_id, hash) DO NOTHING",
    )?
    .execute((doc.0, hash.0, body, visit, now))?;
    Ok(())
}

/// Queues a document's whole history in its order; what waited already keeps visit and reason.
pub fn requeue(
    tx: &Transaction<'_>,
    doc: DocId,
    history: &[(Hash, Vec<u8>)],
    now: i64,
) -> Result<(), DeviceError> {
    for (hash, body) in history {
        let waited = tx
            .prepare_cached(
                "UPDATE outbox SET n = (SELECT max(n) + 1 FROM outbox)
                 WHERE doc_id = ?1 AND hash = ?2",
            )?
            .execute((doc.0, hash.0))?;
        if waited == 0 {
            push(tx, doc, (*hash, body), None, now)?;
        }
    }
    Ok(())
}

/// Returns the documents that may be sent, cases before all else: what a citizen asks for comes
/// first. A document with a held change waits for a person.
pub fn documents(db: &Connection) -> Result<Vec<DocId>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT o.doc_id FROM outbox o JOIN document d ON d.doc_id = o.doc_id
         GROUP BY o.doc_id HAVING count(o.held) = 0 ORDER BY d.kind = 3 DESC, min(o.n)",
    )?;
    let docs = statement.query_map([], |row| Ok(DocId(row.get(0)?)))?.collect::<Result<_, _>>()?;
    Ok(docs)
}

/// Returns a document's changes in the order of saving, held ones included.
pub fn of_doc(db: &Connection, doc: DocId) -> Result<Vec<Waiting>, DeviceError> {
    let mut statement =
        db.prepare_cached("SELECT n, hash, body FROM outbox WHERE doc_id = ?1 ORDER BY n")?;
    let found = statement
        .query_map([doc.0], |row| {
            Ok(Waiting { n: row.get(0)?, hash: Hash(row.get(1)?), body: row.get(2)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Takes an acknowledged change out, and marks its visit as sent when it was the last one.
pub fn acknowledge(
    tx: &Transaction<'_>,
    doc: DocId,
    hash: Hash,
    now: i64,
) -> Result<(), DeviceError> {
    let visit: Option<Option<String>> = tx
        .prepare_cached("DELETE FROM outbox WHERE doc_id = ?1 AND hash = ?2 RETURNING visit")?
        .query_map((doc.0, hash.0), |row| row.get(0))?
        .next()
        .transpose()?;
    if let Some(Some(visit)) = visit {
        tx.prepare_cached(
            "UPDATE visit SET sent_s = ?2 WHERE id = ?1 AND sent_s IS NULL
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE visit = ?1)",
        )?
        .execute((visit, now))?;
    }
    Ok(())
}

/// Keeps a change aside that the server holds: the changes of other documents go on.
pub fn hold(tx: &Transaction<'_>, n: i64, code: &str, why: &str) -> Result<(), DeviceError> {
    tx.prepare_cached("UPDATE outbox SET held = ?2, why = ?3 WHERE n = ?1")?
        .execute((n, code, why))?;
    Ok(())
}

/// Returns the held changes.
pub fn held(db: &Connection) -> Result<Vec<Held>, DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT doc_id, visit, held, saved_s FROM outbox WHERE held IS NOT NULL ORDER BY n",
    )?;
    let found = statement
        .query_map([], |row| {
            Ok(Held {
                doc: DocId(row.get(0)?),
                visit: row.get(1)?,
                code: row.get(2)?,
                saved_s: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Returns how many changes the server has not confirmed, held ones included.
pub fn changes(db: &Connection) -> Result<u32, DeviceError> {
    let mut statement = db.prepare_cached("SELECT count(*) FROM outbox")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Returns how many documents wait to be sent, and how many are held.
pub fn count(db: &Connection) -> Result<(i32, i32), DeviceError> {
    let mut statement = db.prepare_cached(
        "SELECT count(DISTINCT CASE WHEN held IS NULL THEN doc_id END),
                count(DISTINCT CASE WHEN held IS NOT NULL THEN doc_id END) FROM outbox",
    )?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
