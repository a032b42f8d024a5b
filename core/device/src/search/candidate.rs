//! Everybody who may be meant, ordered: own records, the office's, the register; closest first.

use std::collections::BTreeSet;

use jangkau_domain::DocId;
use jangkau_domain::name::NameKey;
use rusqlite::Connection;

use super::query::Query;
use crate::error::DeviceError;
use crate::ffi::view::HitSource;
use crate::store::lookup::{self, Ask, Placed};
use crate::store::register::RegisterRow;

/// One person who may be meant.
#[derive(Clone)]
pub enum Candidate {
    /// Somebody with a document.
    Person(Placed),
    /// Somebody who stands in the register only.
    Row(RegisterRow),
}

/// How close a name is to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// The same words.
    Equal,
    /// Each typed word is a word of the name.
    Words,
    /// Each typed word begins a word of the name.
    Begins,
    /// It sounds alike.
    Sounds,
}

impl Candidate {
    /// Returns the name.
    pub fn name(&self) -> &str {
        match self {
            Self::Person(placed) => &placed.person.name,
            Self::Row(row) => &row.name,
        }
    }

    /// Returns the document that is, or would be, the person's.
    pub fn doc(&self) -> Option<DocId> {
        match self {
            Self::Person(placed) => placed.person.doc,
            Self::Row(row) => row.person,
        }
    }

    /// Returns who knows the person.
    pub fn source(&self) -> HitSource {
        match self {
            Self::Person(placed) if placed.person.own => HitSource::Own,
            Self::Person(_) => HitSource::Office,
            Self::Row(_) => HitSource::Register,
        }
    }
}

/// Returns at most `most` candidates.
pub fn find(db: &Connection, query: &Query, most: usize) -> Result<Vec<Candidate>, DeviceError> {
    let found = match query {
        Query::Nothing => return Ok(Vec::new()),
        Query::Number(digits) => all(db, Ask::Number(digits))?,
        Query::Prefix(digits) => all(db, Ask::Prefix(digits))?,
        Query::Place(rt, rw) => all(db, Ask::Place(rt.as_deref(), rw.as_deref()))?,
        Query::Name(key) => named(db, key)?,
    };
    let closeness = |candidate: &Candidate| match query {
        Query::Name(typed) => closeness(typed, &NameKey::read(candidate.name())),
        _ => Closeness::Equal,
    };
    let mut ranked: Vec<(HitSource, Closeness, Candidate)> = found
        .into_iter()
        .map(|candidate| (candidate.source(), closeness(&candidate), candidate))
        .collect();
    ranked.sort_by(|one, two| (one.0, one.1, one.2.name()).cmp(&(two.0, two.1, two.2.name())));
    Ok(ranked.into_iter().take(most).map(|(_, _, candidate)| candidate).collect())
}

fn all(db: &Connection, ask: Ask<'_>) -> Result<Vec<Candidate>, DeviceError> {
    let persons = lookup::persons(db, ask)?.into_iter().map(Candidate::Person);
    let rows = lookup::rows(db, ask)?.into_iter().map(Candidate::Row);
    Ok(persons.chain(rows).collect())
}

/// Asks for whole words first: among thousands of SITI the one that was typed is not cut off.
fn named(db: &Connection, key: &NameKey) -> Result<Vec<Candidate>, DeviceError> {
    let mut found = all(db, Ask::Name(&whole_words(key)))?;
    let known: BTreeSet<DocId> = found.iter().filter_map(Candidate::doc).collect();
    let more = all(db, Ask::Name(&words(key)))?;
    let new = |candidate: &Candidate| candidate.doc().is_none_or(|doc| !known.contains(&doc));
    found.extend(more.into_iter().filter(new));
    Ok(found)
}

/// Writes the search of names that hold each typed word.
fn whole_words(key: &NameKey) -> String {
    let each: Vec<String> = key.words().iter().map(|word| format!("normal:\"{word}\"")).collect();
    each.join(" AND ")
}

/// Writes the search of a name: each word begins a word of the name or sounds like one, or all of
/// it together does.
fn words(key: &NameKey) -> String {
    // Keys hold A to Z and other letters only, so nothing in them can end the quotes.
    let each: Vec<String> = key
        .words()
        .iter()
        .map(|word| {
            let sound = NameKey::read(word).phonetic().to_owned();
            format!("(normal:\"{word}\"* OR sound:\"{sound}\"*)")
        })
        .collect();
    let together = format!("normal:\"{}\"* OR sound:\"{}\"*", key.joined(), key.phonetic());
    format!("({}) OR {together}", each.join(" AND "))
}

fn closeness(typed: &NameKey, name: &NameKey) -> Closeness {
    let words = name.words();
    if typed.words() == words || typed.joined() == name.joined() {
        Closeness::Equal
    } else if typed.words().iter().all(|word| words.contains(word)) {
        Closeness::Words
    } else if typed.words().iter().all(|word| words.iter().any(|other| other.starts_with(word))) {
        Closeness::Begins
    } else {
        Closeness::Sounds
    }
}
