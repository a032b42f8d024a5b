//! A case that went on in a private scope: what speaks of it follows, what it said is erased.

use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use rusqlite::Connection;

use super::StoreError;

/// Columns that name the case, in tables whose rows follow it.
const FOLLOW: [(&str, &str); 8] = [
    ("case_step", "doc"),
    ("return_note", "doc"),
    ("refusal", "doc"),
    ("inform_task", "doc"),
    ("data_request", "doc"),
    ("referral", "doc"),
    ("letter", "doc"),
    ("case_state", "survivor"),
];

/// Tables that hold what the document said, or would show it to others.
const ERASE: [&str; 8] = [
    "doc",
    "case_file",
    "case_state",
    "conflict",
    "candidate",
    "visit_part",
    "search_key",
    "feed_row",
];

/// Lets the rows of a case follow its copy: history, tasks, referrals, queue rows.
pub(crate) fn hand_on(
    conn: &Connection,
    kab: Kab,
    case: &DocId,
    copy: &DocId,
    (scope, author): (ScopeId, Option<UserId>),
) -> Result<(), StoreError> {
    for (table, column) in FOLLOW {
        let sql = format!("UPDATE {table} SET {column} = ?3 WHERE kab = ?1 AND {column} = ?2");
        conn.execute(&sql, (kab.0, case.0, copy.0))?;
    }
    let sql = "UPDATE alias SET winner = ?3 WHERE kab = ?1 AND winner = ?2";
    conn.execute(sql, (kab.0, case.0, copy.0))?;
    let sql = "UPDATE queue SET doc = ?3, scope = ?4, private = 1, owner = coalesce(owner, ?5)
               WHERE kab = ?1 AND doc = ?2";
    conn.execute(sql, (kab.0, case.0, copy.0, scope.0, author.map(|user| user.0)))?;
    let sql = "UPDATE queue SET case_doc = ?3 WHERE kab = ?1 AND case_doc = ?2";
    conn.execute(sql, (kab.0, case.0, copy.0))?;
    Ok(())
}

/// Erases a document from every table that is read; of what was held against it hash and reason
/// stay.
pub(crate) fn erase(conn: &Connection, kab: Kab, case: &DocId) -> Result<(), StoreError> {
    for table in ERASE {
        let sql = format!("DELETE FROM {table} WHERE kab = ?1 AND doc = ?2");
        conn.execute(&sql, (kab.0, case.0))?;
    }
    let sql = "UPDATE held SET body = x'', state = 'set_aside' WHERE kab = ?1 AND doc = ?2";
    conn.execute(sql, (kab.0, case.0))?;
    Ok(())
}
