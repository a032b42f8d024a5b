//! The values of a document, wherever they are kept.

use std::collections::BTreeMap;

use crate::Value;

/// Gives the values of one document by key: the winners, or what an automatic end made of them.
pub trait Record {
    /// Returns the value of a key.
    fn get(&self, key: &str) -> Option<&Value>;

    /// Returns every key that has a value.
    fn keys(&self) -> Vec<&str>;

    /// Returns the text of a key.
    fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// Returns whether a yes-or-no key is yes.
    fn yes(&self, key: &str) -> bool {
        self.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// Returns whether a key has a value that is not an empty text.
    fn filled(&self, key: &str) -> bool {
        match self.get(key) {
            Some(Value::Str(text)) => !text.trim().is_empty(),
            Some(Value::Int(_) | Value::Bool(_) | Value::Bytes(_)) => true,
            None => false,
        }
    }

    /// Returns the items of a set.
    fn items(&self, set: &str) -> Vec<&str> {
        let item_of = |key| str::strip_prefix(key, "set/")?.strip_prefix(set)?.strip_prefix('/');
        self.keys().into_iter().filter_map(item_of).collect()
    }

    /// Returns the codes of the programs that anything is recorded of, each once.
    fn programs(&self) -> Vec<&str> {
        let code_of = |key| str::strip_prefix(key, "prog/")?.split_once('/').map(|(code, _)| code);
        let mut codes: Vec<&str> = self.keys().into_iter().filter_map(code_of).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

impl Record for BTreeMap<String, Value> {
    fn get(&self, key: &str) -> Option<&Value> {
        Self::get(self, key)
    }

    fn keys(&self) -> Vec<&str> {
        self.keys().map(String::as_str).collect()
    }
}

/// A document in which nothing is recorded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Empty;

impl Record for Empty {
    fn get(&self, _: &str) -> Option<&Value> {
        None
    }

    fn keys(&self) -> Vec<&str> {
        Vec::new()
    }
}
