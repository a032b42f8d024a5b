//! The read table of persons, and the keys that a search finds them by.

use jangkau_domain::name::NameKey;
use jangkau_domain::nik::Nik;
use jangkau_domain::{DocId, ScopeId};

use super::Touched;
use super::conflict::Review;
use crate::ingest::{IngestError, Writer};
use crate::store::persons::{self, Person};
use crate::store::search;

const KEYS: &[&str] = &[
    "f/name",
    "f/nik",
    "f/birth_date",
    "f/sex",
    "f/phone",
    "f/household",
    "f/relation",
    "f/presence",
];

/// Folds a change of a person.
pub(super) fn fold(
    writer: &Writer<'_>,
    touched: &Touched<'_>,
    review: &Review,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let doc = touched.stored.register.id();
    if !touched.is_first() && !touched.any(KEYS) && !review.altered {
        return Ok(());
    }
    let person = read(writer, touched, review.count);
    if touched.is_first() || touched.any(&["f/name"]) {
        let before = if touched.is_first() { None } else { persons::find(conn, kab, &doc)? };
        let old = before.and_then(|person| person.name).map(sounds).unwrap_or_default();
        let new = person.name.clone().map(sounds).unwrap_or_default();
        search::replace(conn, kab, &doc, touched.stored.scope, &old, &new)?;
    }
    Ok(persons::put(conn, kab, &person)?)
}

/// Lets searches find a person in another scope.
pub(super) fn moved(writer: &Writer<'_>, doc: &DocId, scope: ScopeId) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let known = persons::find(conn, kab, doc)?;
    let sounds = known.and_then(|person| person.name).map(sounds).unwrap_or_default();
    Ok(search::replace(conn, kab, doc, scope, &sounds, &sounds)?)
}

fn read(writer: &Writer<'_>, touched: &Touched<'_>, review: i64) -> Person {
    let nik = touched.text("f/nik");
    let root = &writer.secrets().root;
    let nik_hash = nik
        .as_deref()
        .and_then(|nik| nik.parse::<Nik>().ok())
        .map(|nik| root.search_hash_nik(&nik));
    Person {
        doc: touched.stored.register.id(),
        scope: touched.stored.scope,
        name: touched.text("f/name"),
        nik,
        nik_hash,
        birth_date: touched.text("f/birth_date"),
        sex: touched.text("f/sex"),
        phone: touched.text("f/phone"),
        household: touched.doc("f/household"),
        relation: touched.text("f/relation"),
        presence: touched.text("f/presence"),
        review,
    }
}

/// Returns how each word of a name sounds, each once.
fn sounds(name: String) -> Vec<String> {
    let mut sounds = NameKey::read(&name).sounds().to_vec();
    sounds.dedup();
    sounds
}
