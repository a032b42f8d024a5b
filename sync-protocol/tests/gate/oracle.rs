//! automerge itself, asked without our wrapper.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, ChangeHash, ObjId, ROOT, ReadDoc, ScalarValue};
use jangkau_domain::Value;
use jangkau_sync::{Change, Register};

type Says = BTreeMap<String, Vec<(u64, Vec<u8>, ScalarValue)>>;

/// Returns every value of every key with its operation, ascending.
pub fn says(document: &Automerge) -> Says {
    let values = |key: &String| {
        let all = document.get_all(ROOT, key).unwrap();
        let mut values: Vec<_> = all
            .into_iter()
            .map(|(value, id)| match id {
                ObjId::Id(counter, actor, _) => {
                    (counter, actor.to_bytes().to_vec(), value.into_scalar().unwrap())
                }
                ObjId::Root => panic!("no value is the root"),
            })
            .collect();
        values.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        values
    };
    let keys: Vec<String> = document.keys(ROOT).filter(|key| key != "_k" && key != "_id").collect();
    keys.into_iter().map(|key| (key.clone(), values(&key))).collect()
}

/// Returns the same of a register.
pub fn register_says(register: &Register) -> Says {
    let values = |key: &str| {
        let candidates = register.candidates(key).iter();
        candidates
            .map(|one| (one.id.counter, one.id.actor.as_bytes().to_vec(), scalar(&one.value)))
            .collect()
    };
    register.keys().map(|key| (key.to_owned(), values(key))).collect()
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Str(text) => ScalarValue::Str(text.as_str().into()),
        Value::Int(number) => ScalarValue::Int(*number),
        Value::Bool(yes) => ScalarValue::Boolean(*yes),
        Value::Bytes(bytes) => ScalarValue::Bytes(bytes.clone()),
    }
}

/// Returns the heads as a register gives them.
pub fn heads(document: &Automerge) -> Vec<[u8; 32]> {
    document.get_heads().into_iter().map(|head| head.0).collect()
}

/// Merges accepted changes and proves that automerge lives on with them: it takes them, says what
/// the register says, saves, loads, gives the same bytes back and can be edited.
///
/// Returns what went wrong.
pub fn survives(
    base: &Automerge,
    changes: &[(Vec<u8>, Change)],
    register: &Register,
) -> Result<(), String> {
    let run = || {
        let mut document = base.clone();
        for (bytes, change) in changes {
            let read = automerge::Change::from_bytes(bytes.clone()).map_err(|e| e.to_string())?;
            same(read.raw_bytes() == bytes, "bytes as read")?;
            same(read.hash().0 == change.hash.0, "hash")?;
            document.apply_changes([read]).map_err(|error| error.to_string())?;
        }
        agrees(&document, changes, register)?;
        let plain = Automerge::load(&document.save_nocompress()).map_err(|e| e.to_string())?;
        agrees(&plain, changes, register)?;
        let packed = Automerge::load(&document.save()).map_err(|error| error.to_string())?;
        agrees(&packed, changes, register)
    };
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("automerge panicked".into()))
}

fn agrees(
    document: &Automerge,
    changes: &[(Vec<u8>, Change)],
    register: &Register,
) -> Result<(), String> {
    same(document.get_missing_deps(&[]).is_empty(), "missing dependencies")?;
    same(heads(document).iter().eq(register.heads().iter().map(|head| &head.0)), "heads")?;
    same(says(document) == register_says(register), "values")?;
    for key in register.keys() {
        let shown = document.get(ROOT, key).unwrap().map(|(value, _)| value.into_scalar().unwrap());
        same(shown == register.winner(key).map(scalar), "winner")?;
    }
    for (bytes, change) in changes {
        let stored = document.get_change_by_hash(&ChangeHash(change.hash.0));
        same(stored.is_some_and(|stored| stored.raw_bytes() == bytes), "bytes given back")?;
    }
    Ok(())
}

fn same(equal: bool, what: &str) -> Result<(), String> {
    if equal { Ok(()) } else { Err(format!("different {what}")) }
}
