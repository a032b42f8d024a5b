//! The value that is shown where several people wrote one key.

use std::collections::BTreeMap;

use jangkau_domain::conflict::{Context, Settled, settle};
use jangkau_domain::{DocId, Value, field};
use jangkau_sync::register::Register;

/// Returns the value that is shown for a key: the winner, or what the field's conflict class makes
/// of unequal values. Nothing is written for it.
pub fn value(register: &Register, key: &str) -> Option<Value> {
    settled(register, key).map(|settled| settled.shown().clone())
}

/// Returns whether a person must decide between unequal values of a key.
pub fn in_conflict(register: &Register, key: &str) -> bool {
    matches!(settled(register, key), Some(Settled::Review { .. }))
}

/// Returns every key and shown value of a document; events and the genesis are left out.
pub fn values(register: &Register) -> BTreeMap<String, Value> {
    let keys: Vec<String> = register.keys().map(str::to_owned).collect();
    keys.into_iter()
        .filter(|key| !key.starts_with("ev/") && !key.starts_with('_'))
        .filter_map(|key| value(register, &key).map(|value| (key, value)))
        .collect()
}

fn settled(register: &Register, key: &str) -> Option<Settled> {
    let winner = register.winner(key)?;
    let candidates = register.candidates(key);
    if candidates.len() < 2 {
        return Some(Settled::One(winner.clone()));
    }
    let Some(field) = field::find(register.kind(), key) else {
        return Some(Settled::One(winner.clone()));
    };
    let all: Vec<Value> = candidates.iter().map(|candidate| candidate.value.clone()).collect();
    Some(settle(field, &all, &Context::of(winner)))
}

/// Returns a value as the form writes it: empty where nothing is recorded.
pub fn text(register: &Register, key: &str) -> String {
    value(register, key).map(|value| typed(&value)).unwrap_or_default()
}

/// Returns a reference to another document.
pub fn reference(register: &Register, key: &str) -> Option<DocId> {
    DocId::from_slice(value(register, key)?.as_bytes()?)
}

/// Writes a stored value as it would be typed.
pub fn typed(value: &Value) -> String {
    match value {
        Value::Str(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Bytes(bytes) => {
            DocId::from_slice(bytes).map(|id| id.to_string()).unwrap_or_default()
        }
    }
}
