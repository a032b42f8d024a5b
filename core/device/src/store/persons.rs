//! Read table of persons, with the names under which they are found.

use jangkau_domain::{DocId, ScopeId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::DeviceError;

/// What screens and search need of a person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The document.
    pub doc: Option<DocId>,
    /// The household's document.
    pub household: Option<DocId>,
    /// Name as recorded.
    pub name: String,
    /// Sixteen digits; empty for none.
    pub nik: String,
    /// Birth date, cut to what is known.
    pub birth: String,
    /// Code of the list `sex`.
    pub sex: String,
    /// Code of the list `relation`.
    pub relation: String,
    /// Code of the list `presence`.
    pub presence: String,
    /// Mother's name.
    pub mother: String,
    /// Telephone number as stored.
    pub phone: String,
    /// The register row under it.
    pub reg_row: String,
    /// Whether this worker wrote on it.
    pub own: bool,
}

/// The columns in the order that [`read`] takes them.
pub const COLUMNS: &str = "p.doc_id, p.household, p.name, p.nik, p.birth, p.sex, p.relation,
     p.presence, p.mother, p.phone, p.reg_row, p.own";

/// Reads [`COLUMNS`].
pub fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(Person {
        doc: Some(DocId(row.get(0)?)),
        household: row.get::<_, Option<[u8; 16]>>(1)?.map(DocId),
        name: text(2)?,
        nik: text(3)?,
        birth: text(4)?,
        sex: text(5)?,
        relation: text(6)?,
        presence: text(7)?,
        mother: text(8)?,
        phone: text(9)?,
        reg_row: text(10)?,
        own: row.get(11)?,
    })
}

const INSERT: &str =
    "INSERT INTO person (doc_id, scope, household, name, nik, birth, sex, relation,
                 presence, mother, phone, reg_row, own)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (doc_id) DO UPDATE SET scope = excluded.scope,
                 household = excluded.household, name = excluded.name, nik = excluded.nik,
                 birth = excluded.birth, sex = excluded.sex, relation = excluded.relation,
                 presence = excluded.presence, mother = excluded.mother, phone = excluded.phone,
                 reg_row = excluded.reg_row, own = max(own, excluded.own)
             RETURNING n";

/// Writes a person after its document changed. Once written by this worker it stays so.
pub fn put(
    tx: &Transaction<'_>,
    doc: DocId,
    scope: ScopeId,
    person: &Person,
    names: (&str, &str),
) -> Result<(), DeviceError> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let n: i64 = tx.prepare_cached(INSERT)?.query_row(
        rusqlite::params![
            doc.0,
            scope.0,
            person.household.map(|id| id.0),
            some(&person.name),
            some(&person.nik),
            some(&person.birth),
            some(&person.sex),
            some(&person.relation),
            some(&person.presence),
            some(&person.mother),
            some(&person.phone),
            some(&person.reg_row),
            person.own,
        ],
        |row| row.get(0),
    )?;
    tx.prepare_cached("DELETE FROM person_name WHERE rowid = ?1")?.execute([n])?;
    tx.prepare_cached("INSERT INTO person_name (rowid, normal, sound) VALUES (?1, ?2, ?3)")?
        .execute((n, names.0, names.1))?;
    Ok(())
}

/// Takes a person out of the read tables.
pub fn remove(tx: &Transaction<'_>, doc: DocId) -> Result<(), DeviceError> {
    let n: Option<i64> = tx
        .prepare_cached("DELETE FROM person WHERE doc_id = ?1 RETURNING n")?
        .query_map([doc.0], |row| row.get(0))?
        .next()
        .transpose()?;
    if let Some(n) = n {
        tx.prepare_cached("DELETE FROM person_name WHERE rowid = ?1")?.execute([n])?;
    }
    Ok(())
}

/// Returns a person.
pub fn get(db: &Connection, doc: DocId) -> Result<Option<Person>, DeviceError> {
    let mut statement =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM person p WHERE p.doc_id = ?1"))?;
    Ok(statement.query_row([doc.0], read).optional()?)
}

/// Returns the members of a household, in no order that means anything.
pub fn of_household(db: &Connection, household: DocId) -> Result<Vec<Person>, DeviceError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM person p WHERE p.household = ?1 ORDER BY p.n"
    ))?;
    let members = statement.query_map([household.0], read)?.collect::<Result<_, _>>()?;
    Ok(members)
}

/// Returns the persons with a NIK.
pub fn with_nik(db: &Connection, nik: &str) -> Result<Vec<Person>, DeviceError> {
    let mut statement =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM person p WHERE p.nik = ?1 LIMIT 20"))?;
    let found = statement.query_map([nik], read)?.collect::<Result<_, _>>()?;
    Ok(found)
}
