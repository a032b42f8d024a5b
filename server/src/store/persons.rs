//! The read table of persons.

use jangkau_domain::{DocId, Kab, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A person as lists show one. It has no `Debug`: it is a citizen's data.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Document.
    pub doc: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// `f/name`.
    pub name: Option<String>,
    /// `f/nik`, as it was typed.
    pub nik: Option<String>,
    /// Keyed hash of a NIK that is one.
    pub nik_hash: Option<[u8; 32]>,
    /// `f/birth_date`.
    pub birth_date: Option<String>,
    /// `f/sex`.
    pub sex: Option<String>,
    /// `f/phone`.
    pub phone: Option<String>,
    /// `f/household`.
    pub household: Option<DocId>,
    /// `f/relation`.
    pub relation: Option<String>,
    /// `f/presence`.
    pub presence: Option<String>,
    /// Keys that wait for an admin.
    pub review: i64,
}

const COLUMNS: &str = "doc, scope, name, nik, nik_hash, birth_date, sex, phone, household, \
                       relation, presence, review";

/// Finds a person.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Option<Person>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE kab = ?1 AND doc = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, doc.0), read).optional()?)
}

/// Returns the members of a family: head first, then by birth date.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_household(
    conn: &Connection,
    kab: Kab,
    household: &DocId,
) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM person WHERE kab = ?1 AND household = ?2
         ORDER BY CASE relation WHEN 'head' THEN 0 ELSE 1 END, birth_date, doc"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, household.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns everybody with a NIK, by its keyed hash.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn with_nik(
    conn: &Connection,
    kab: Kab,
    nik_hash: &[u8; 32],
) -> Result<Vec<Person>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE kab = ?1 AND nik_hash = ?2 ORDER BY doc");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, nik_hash), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a person's row.
pub(crate) fn put(conn: &Connection, kab: Kab, person: &Person) -> Result<(), StoreError> {
    let sql = "INSERT INTO person (kab, doc, scope, name, nik, nik_hash, birth_date, sex, phone,
            household, relation, presence, review)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (kab, doc) DO UPDATE SET
            scope = excluded.scope, name = excluded.name, nik = excluded.nik,
            nik_hash = excluded.nik_hash, birth_date = excluded.birth_date, sex = excluded.sex,
            phone = excluded.phone, household = excluded.household,
            relation = excluded.relation, presence = excluded.presence,
            review = excluded.review";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        person.doc.0,
        person.scope.0,
        &person.name,
        &person.nik,
        person.nik_hash,
        &person.birth_date,
        &person.sex,
        &person.phone,
        person.household.map(|doc| doc.0),
        &person.relation,
        &person.presence,
        person.review,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        doc: DocId(row.get(0)?),
        scope: ScopeId(row.get(1)?),
        name: row.get(2)?,
        nik: row.get(3)?,
        nik_hash: row.get(4)?,
        birth_date: row.get(5)?,
        sex: row.get(6)?,
        phone: row.get(7)?,
        household: row.get::<_, Option<[u8; 16]>>(8)?.map(DocId),
        relation: row.get(9)?,
        presence: row.get(10)?,
        review: row.get(11)?,
    })
}
