//! What a code list is, and the way to one.

use super::{case, ending, household, participation, person, ppks, visit};
use crate::Label;

/// One entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The key on the wire.
    pub key: &'static str,
    /// The code of the list's official source, where one was found; a range where entries of the
    /// source are grouped.
    pub official: Option<&'static str>,
    /// The words on a screen.
    pub label: Label,
    /// Makes the case that carries it private.
    pub private: bool,
}

impl Code {
    pub(super) const fn new(key: &'static str, id: &'static str, en: &'static str) -> Self {
        Self { key, official: None, label: Label::new(id, en), private: false }
    }

    pub(super) const fn official(mut self, code: &'static str) -> Self {
        self.official = Some(code);
        self
    }

    pub(super) const fn private(mut self) -> Self {
        self.private = true;
        self
    }
}

/// A list in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeList {
    /// The name that field types use.
    pub key: &'static str,
    /// Where the list comes from, in short form.
    pub source: &'static str,
    /// The entries, in order.
    pub items: &'static [Code],
}

impl CodeList {
    pub(super) const fn new(
        key: &'static str,
        source: &'static str,
        items: &'static [Code],
    ) -> Self {
        Self { key, source, items }
    }

    /// Returns the entry of a key.
    pub fn code(&self, key: &str) -> Option<&'static Code> {
        self.items.iter().find(|code| code.key == key)
    }

    /// Returns an entry's place in the order.
    pub fn rank(&self, key: &str) -> Option<usize> {
        self.items.iter().position(|code| code.key == key)
    }
}

const TABLES: [&[CodeList]; 7] = [
    person::LISTS,
    household::LISTS,
    participation::LISTS,
    case::LISTS,
    ppks::LISTS,
    ending::LISTS,
    visit::LISTS,
];

/// Returns every list.
pub fn all() -> impl Iterator<Item = &'static CodeList> {
    TABLES.into_iter().flatten()
}

/// Returns the list of a name.
pub fn find(name: &str) -> Option<&'static CodeList> {
    all().find(|list| list.key == name)
}
