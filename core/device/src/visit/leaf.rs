//! One document on a visit's form: what is stored, what was typed over it, what the register says.

use std::collections::BTreeMap;

use jangkau_domain::field::{self, FieldType};
use jangkau_domain::{DocKind, Value};
use jangkau_sync::register::Register;
use rusqlite::Connection;

use super::typed;
use crate::error::DeviceError;
use crate::shown;
use crate::store::documents;
use crate::store::drafts::Typed;
use crate::store::register::{self, RegisterRow};
use crate::store::visits::Part;

/// The values of one document.
pub type Values = BTreeMap<String, Value>;

/// One document on the form.
pub struct Leaf {
    /// Its place on the form.
    pub part: Part,
    /// The document's id as the drafts write it.
    pub doc: String,
    /// What is stored; none for a document that does not exist yet.
    pub register: Option<Register>,
    /// What is stored, as shown.
    pub stored: Values,
    /// What is stored with what was typed over it.
    pub merged: Values,
    /// What was typed, by key.
    pub typed: BTreeMap<String, String>,
    /// The register row under it.
    pub row: Option<RegisterRow>,
}

impl Leaf {
    /// Loads a document with its drafts.
    pub fn load(db: &Connection, part: Part, all: &Typed) -> Result<Self, DeviceError> {
        let doc = part.doc.to_string();
        let register = documents::register(db, part.doc)?;
        let stored = register.as_ref().map(shown::values).unwrap_or_default();
        let typed: BTreeMap<String, String> = all
            .iter()
            .filter(|((of, _), _)| *of == doc)
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect();
        let row = row_under(db, &part)?;
        let merged = merge(part.kind, &stored, &typed);
        Ok(Self { part, doc, register, stored, merged, typed, row })
    }

    /// Returns whether anything was typed or is stored: a row of the register alone is not yet a
    /// record.
    pub fn exists(&self) -> bool {
        self.register.is_some() || !self.typed.is_empty()
    }

    /// Returns a merged text; empty where there is none.
    pub fn text(&self, key: &str) -> String {
        self.merged.get(key).map(shown::typed).unwrap_or_default()
    }

    /// Returns a text of what is not a field: an answer that goes into an event.
    pub fn answer(&self, key: &str) -> String {
        self.typed.get(key).map(|typed| typed.trim().to_owned()).unwrap_or_default()
    }

    /// Returns the name to show: the recorded one, else the register's.
    pub fn name(&self) -> String {
        let recorded = self.text("f/name");
        if !recorded.is_empty() {
            return recorded;
        }
        self.row.as_ref().map(|row| row.name.clone()).unwrap_or_default()
    }
}

fn row_under(db: &Connection, part: &Part) -> Result<Option<RegisterRow>, DeviceError> {
    match part.kind {
        DocKind::Person => register::of_person(db, part.doc),
        DocKind::Household => Ok(register::family(db, part.doc)?.into_iter().next()),
        DocKind::Case => Ok(None),
    }
}

/// Lays what was typed over what is stored.
pub fn merge(kind: DocKind, stored: &Values, typed: &BTreeMap<String, String>) -> Values {
    let mut merged = stored.clone();
    for (key, value) in typed {
        for (key, value) in read(kind, stored, key, value) {
            match value {
                Some(value) => merged.insert(key, value),
                None => merged.remove(&key),
            };
        }
    }
    merged
}

/// Reads one typed field as puts and deletes; a set is typed as its items joined by commas.
pub fn read(
    kind: DocKind,
    stored: &Values,
    key: &str,
    value: &str,
) -> Vec<(String, Option<Value>)> {
    if let Some(set) = key.strip_prefix("set/").filter(|set| !set.contains('/')) {
        return read_set(stored, set, value);
    }
    match field::find(kind, key) {
        Some(field) => vec![(key.to_owned(), typed::read(field.ty, value))],
        None => Vec::new(),
    }
}

fn read_set(stored: &Values, set: &str, value: &str) -> Vec<(String, Option<Value>)> {
    let prefix = format!("set/{set}/");
    let chosen: Vec<String> = value
        .split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(|item| format!("{prefix}{item}"))
        .collect();
    let gone = stored
        .keys()
        .filter(|key| key.starts_with(&prefix) && !chosen.contains(key))
        .map(|key| (key.clone(), None));
    let put = chosen.iter().map(|key| (key.clone(), Some(Value::Bool(true))));
    put.chain(gone).collect()
}

/// Returns the chosen items of a set, joined by commas.
pub fn items(values: &Values, set: &str) -> String {
    let prefix = format!("set/{set}/");
    let items = values.keys().filter_map(|key| key.strip_prefix(&prefix));
    items.collect::<Vec<_>>().join(",")
}

/// Returns whether a value is what its field may hold.
pub fn fits(kind: DocKind, key: &str, value: &Value) -> bool {
    let ty = field::find(kind, key).map(|field| field.ty);
    ty.is_some_and(|ty: FieldType| ty.accepts(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(keys: &[&str]) -> Values {
        keys.iter().map(|key| ((*key).to_owned(), Value::Bool(true))).collect()
    }

    #[test]
    fn a_set_is_typed_as_its_items() {
        let stored = values(&["set/papers/ktp", "set/papers/kia", "set/ppks/poor"]);
        let typed = BTreeMap::from([("set/papers".to_owned(), "ktp, birth_cert".to_owned())]);
        let merged = merge(DocKind::Person, &stored, &typed);
        assert_eq!(items(&merged, "papers"), "birth_cert,ktp");
        assert_eq!(items(&merged, "ppks"), "poor");
    }

    #[test]
    fn an_empty_text_takes_the_value_away() {
        let stored = Values::from([("f/name".to_owned(), Value::from("SUMIATI"))]);
        let typed = BTreeMap::from([("f/name".to_owned(), String::new())]);
        assert!(merge(DocKind::Person, &stored, &typed).is_empty());
    }

    #[test]
    fn keys_that_are_no_fields_change_nothing() {
        let typed = BTreeMap::from([("route".to_owned(), "own".to_owned())]);
        assert!(merge(DocKind::Case, &Values::new(), &typed).is_empty());
    }
}
