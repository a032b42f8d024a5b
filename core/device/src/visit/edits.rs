//! From what was typed to the puts and deletes of one document.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::Edit;
use jangkau_sync::register::Register;

use super::identity::Became;
use super::leaf::{self, Leaf, Values};
use crate::shown;

/// The wanted value of each touched key; none takes it away.
pub type Wanted = BTreeMap<String, Option<Value>>;

/// Returns what the person touched on a document, references turned to what they became.
pub fn wanted(leaf: &Leaf, became: &Became) -> Wanted {
    let mut wanted = Wanted::new();
    for (key, typed) in &leaf.typed {
        for (key, value) in leaf::read(leaf.part.kind, &leaf.stored, key, typed) {
            let value = value.map(|value| resolve(value, became));
            wanted.insert(key, value);
        }
    }
    wanted
}

fn resolve(value: Value, became: &Became) -> Value {
    match value.as_bytes().and_then(DocId::from_slice) {
        Some(id) => Value::Bytes(became.of(id).0.to_vec()),
        None => value,
    }
}

/// Returns the edits that bring a document to what is wanted, in the order of the keys.
///
/// A key that already says so is left alone. One in conflict is put even then, since the person
/// saw the shown value and confirmed it.
pub fn edits(kind: DocKind, now: Option<&Register>, wanted: Wanted) -> Vec<Edit> {
    let stored: Values = now.map(shown::values).unwrap_or_default();
    let unequal = |key: &str| {
        now.is_some_and(|register| {
            let all = register.candidates(key);
            all.iter().any(|other| other.value != all[0].value)
        })
    };
    wanted
        .into_iter()
        .filter_map(|(key, value)| match value {
            Some(value) => {
                let same = stored.get(&key) == Some(&value) && !unequal(&key);
                let put = !same && leaf::fits(kind, &key, &value);
                put.then_some(Edit::Put { key, value })
            }
            None => stored.contains_key(&key).then_some(Edit::Delete { key }),
        })
        .collect()
}
