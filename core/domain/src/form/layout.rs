//! What a form is: sections in order, each with its entries and the condition that shows it.

use crate::catalogue::Unit;
use crate::event::EventKind;
use crate::field::{Field, When, find as find_field};
use crate::role::Role;
use crate::{DocKind, Label};

/// What stands at one place of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A field of a document, by its key or pattern.
    Field(DocKind, &'static str),
    /// A value of an event, by its integer key, with its words.
    Event(EventKind, u8, Label),
    /// The search before anything is made.
    Search,
    /// Another form, once a person or case.
    Form(&'static str),
    /// One row for each program of a unit that the catalogue puts on the form.
    Programs(Unit),
    /// Open cases of the same person, program and kind: "tambahkan keterangan".
    Similar,
    /// Errors, warnings, numbers; send and print.
    Summary,
}

/// One place of a form and the condition that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stands there.
    pub slot: Slot,
    /// When it is shown.
    pub when: When,
}

impl Entry {
    /// Returns the field of the entry.
    pub fn field(&self) -> Option<&'static Field> {
        match self.slot {
            Slot::Field(doc, key) => find_field(doc, &sample(key)),
            _ => None,
        }
    }
}

/// A pattern's row is found by any key that fits it.
fn sample(key: &str) -> String {
    key.replace("<item>", "x").replace("<code>", "x").replace("<sha256>", &"0".repeat(64))
}

/// One part of a form, as the rail shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The key.
    pub key: &'static str,
    /// The words on the rail.
    pub label: Label,
    /// When it is shown.
    pub when: When,
    /// When it stands open; folded and optional otherwise.
    pub open: When,
    /// Its entries, in order.
    pub entries: &'static [Entry],
}

/// A form of the tablet or an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The key.
    pub key: &'static str,
    /// The words over it.
    pub label: Label,
    /// Who fills it in.
    pub roles: &'static [Role],
    /// Its sections, in order.
    pub sections: &'static [Section],
}

impl Form {
    /// Returns the section of a key.
    pub fn section(&self, key: &str) -> Option<&'static Section> {
        self.sections.iter().find(|section| section.key == key)
    }
}

pub(super) const fn section(
    key: &'static str,
    id: &'static str,
    en: &'static str,
    entries: &'static [Entry],
) -> Section {
    Section { key, label: Label::new(id, en), when: When::Always, open: When::Always, entries }
}

impl Section {
    pub(super) const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    pub(super) const fn open(mut self, open: When) -> Self {
        self.open = open;
        self
    }
}

pub(super) const fn at(slot: Slot) -> Entry {
    Entry { slot, when: When::Always }
}

pub(super) const fn person(key: &'static str) -> Entry {
    at(Slot::Field(DocKind::Person, key))
}

pub(super) const fn household(key: &'static str) -> Entry {
    at(Slot::Field(DocKind::Household, key))
}

pub(super) const fn case_field(key: &'static str) -> Entry {
    at(Slot::Field(DocKind::Case, key))
}

pub(super) const fn event(kind: EventKind, key: u8, id: &'static str, en: &'static str) -> Entry {
    at(Slot::Event(kind, key, Label::new(id, en)))
}

impl Entry {
    pub(super) const fn only(mut self, when: When) -> Self {
        self.when = when;
        self
    }
}
