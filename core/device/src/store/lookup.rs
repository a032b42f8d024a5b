//! The questions that the search asks of persons and register rows.

use rusqlite::{Connection, Params};

use super::persons::{self, Person};
use super::register::{self, RegisterRow};
use crate::error::DeviceError;

/// The most candidates that are looked at for one search.
const MOST: usize = 100;

/// A person with where the family lives.
#[derive(Clone, PartialEq, Eq)]
pub struct Placed {
    /// The person.
    pub person: Person,
    /// The family's KK.
    pub kk: String,
    /// Hamlet.
    pub hamlet: String,
    /// RT.
    pub rt: String,
    /// RW.
    pub rw: String,
    /// Time of the family's newest visit.
    pub visited_s: Option<i64>,
    /// Cases of the person on this tablet.
    pub cases: i64,
}

/// One condition, in the words of both tables.
#[derive(Clone, Copy)]
pub enum Ask<'a> {
    /// An equal NIK or KK.
    Number(&'a str),
    /// A NIK or KK that begins so.
    Prefix(&'a str),
    /// RT and RW; none is any.
    Place(Option<&'a str>, Option<&'a str>),
    /// An expression over the words and sounds of names.
    Name(&'a str),
}

/// Returns the persons that answer.
pub fn persons(db: &Connection, ask: Ask<'_>) -> Result<Vec<Placed>, DeviceError> {
    match ask {
        Ask::Number(digits) => placed(db, "p.nik = ?1 OR h.kk = ?1", [digits]),
        Ask::Prefix(digits) => {
            let end = after(digits);
            placed(db, "(p.nik >= ?1 AND p.nik < ?2) OR (h.kk >= ?1 AND h.kk < ?2)", [digits, &end])
        }
        Ask::Place(rt, rw) => {
            placed(db, "(?1 IS NULL OR h.rt = ?1) AND (?2 IS NULL OR h.rw = ?2)", (rt, rw))
        }
        Ask::Name(words) => {
            placed(db, "p.n IN (SELECT rowid FROM person_name WHERE person_name MATCH ?1)", [words])
        }
    }
}

/// Returns the register rows that answer and that no document lies over.
pub fn rows(db: &Connection, ask: Ask<'_>) -> Result<Vec<RegisterRow>, DeviceError> {
    match ask {
        Ask::Number(digits) => free(db, "(r.nik = ?1 OR r.kk = ?1)", [digits]),
        Ask::Prefix(digits) => {
            let end = after(digits);
            free(db, "((r.nik >= ?1 AND r.nik < ?2) OR (r.kk >= ?1 AND r.kk < ?2))", [digits, &end])
        }
        Ask::Place(rt, rw) => {
            free(db, "(?1 IS NULL OR r.rt = ?1) AND (?2 IS NULL OR r.rw = ?2)", (rt, rw))
        }
        Ask::Name(words) => free(
            db,
            "r.n IN (SELECT rowid FROM register_name WHERE register_name MATCH ?1)",
            [words],
        ),
    }
}

fn placed(
    db: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<Placed>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {}, h.kk, h.hamlet, h.rt, h.rw, h.visited_s,
                (SELECT count(*) FROM kase k WHERE k.person = p.doc_id)
         FROM person p LEFT JOIN household h ON h.doc_id = p.household
         WHERE {condition} LIMIT {MOST}",
        persons::COLUMNS
    ))?;
    let found = statement
        .query_map(params, |row| {
            let text = |at| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
            Ok(Placed {
                person: persons::read(row)?,
                kk: text(12)?,
                hamlet: text(13)?,
                rt: text(14)?,
                rw: text(15)?,
                visited_s: row.get(16)?,
                cases: row.get(17)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn free(
    db: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<RegisterRow>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {} FROM register_row r WHERE {condition}
         AND NOT EXISTS (SELECT 1 FROM person p WHERE p.doc_id = r.person)
         AND (r.nik IS NULL OR NOT EXISTS (SELECT 1 FROM person p WHERE p.nik = r.nik))
         LIMIT {MOST}",
        register::COLUMNS
    ))?;
    let found = statement.query_map(params, register::read)?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// Returns the first text after all that begin with some digits.
fn after(digits: &str) -> String {
    // ':' follows '9' in every collation of digits.
    format!("{digits}:")
}
