//! What is wrong inside an event that can be read.

use crate::list;

/// A fault of an event, named by its integer key.
///
/// The form refuses to write such an event; one that arrives all the same asks for a step that
/// the transition table then refuses, so it is never held and never lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value that the other values demand is missing.
    Missing(u8),
    /// A text is empty or has more characters than it may.
    Length(u8),
    /// A value is not an entry of its list, or not of its form.
    Unknown(u8),
}

/// Collects the faults of one event.
#[derive(Default)]
pub(super) struct Judge {
    pub(super) faults: Vec<Fault>,
}

impl Judge {
    pub(super) fn code(&mut self, key: u8, name: &str, code: &str) {
        if list::find(name).is_none_or(|list| list.code(code).is_none()) {
            self.wrong(key);
        }
    }

    pub(super) fn code_if(&mut self, key: u8, name: &str, code: Option<&str>) {
        if let Some(code) = code {
            self.code(key, name, code);
        }
    }

    pub(super) fn text(&mut self, key: u8, most: usize, text: &str) {
        if text.trim().is_empty() || text.chars().count() > most {
            self.faults.push(Fault::Length(key));
        }
    }

    pub(super) fn text_if(&mut self, key: u8, most: usize, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, most, text);
        }
    }

    pub(super) fn demand(&mut self, key: u8, demanded: bool, there: bool) {
        if demanded && !there {
            self.faults.push(Fault::Missing(key));
        }
    }

    pub(super) fn wrong(&mut self, key: u8) {
        self.faults.push(Fault::Unknown(key));
    }
}
