//! Findings, and the list that checks put them on.

use super::{CheckId, Level};
use crate::form::Facts;
use crate::{DocKind, Lang, field, message};

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How hard it is.
    pub level: Level,
    /// The document in view.
    pub doc: DocKind,
    /// The key it speaks of.
    pub key: String,
    /// The check.
    pub id: CheckId,
}

impl Finding {
    /// Returns the sentence, with the field's words and the other person's name.
    pub fn text(&self, facts: &Facts<'_>, lang: Lang) -> String {
        let unnamed = crate::Label::new("Isian", "The entry");
        let label =
            field::find(self.doc, &concrete(&self.key)).map_or(unnamed, |field| field.label);
        message::sentence(self.id, label, facts.known.nik_owner, lang)
    }
}

fn concrete(key: &str) -> String {
    key.replace("<item>", "x")
}

/// Collects findings.
pub(super) struct Findings<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) found: Vec<Finding>,
}

impl<'f, 'a> Findings<'f, 'a> {
    pub(super) fn new(facts: &'f Facts<'a>) -> Self {
        Self { facts, found: Vec::new() }
    }

    /// Records a finding if its condition holds.
    pub(super) fn note(&mut self, holds: bool, doc: DocKind, key: &str, id: CheckId) {
        if holds {
            self.found.push(Finding { level: id.level(), doc, key: key.to_owned(), id });
        }
    }
}
