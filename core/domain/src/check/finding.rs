//! Findings, and the ways to get them.

use super::{CheckId, Level, case, family, number, participation, person, value};
use crate::field::{self, Profile};
use crate::form::{self, Facts};
use crate::{DocKind, Lang, message};

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
    found: Vec<Finding>,
}

impl<'f, 'a> Findings<'f, 'a> {
    fn new(facts: &'f Facts<'a>) -> Self {
        Self { facts, found: Vec::new() }
    }

    /// Records a finding if its condition holds.
    pub(super) fn note(&mut self, holds: bool, doc: DocKind, key: &str, id: CheckId) {
        if holds {
            self.found.push(Finding { level: id.level(), doc, key: key.to_owned(), id });
        }
    }
}

/// Returns what the checks find on the documents in view: family, person, case.
pub fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Findings::new(facts);
    for doc in [DocKind::Household, DocKind::Person, DocKind::Case] {
        if let Some(record) = facts.record(doc) {
            value::check(&mut findings, doc, record);
            participation::check(&mut findings, doc, record);
        }
    }
    if let Some(household) = facts.household {
        number::check_kk(&mut findings, household);
        family::check(&mut findings, household);
    }
    if let Some(person) = facts.person {
        number::check_nik(&mut findings, person);
        person::check(&mut findings, person);
    }
    if let Some(case) = facts.case {
        case::check(&mut findings, case);
    }
    findings.found
}

/// Returns what stands against a profile: each missing value as "wajib diisi", then all findings.
pub fn blocking(facts: &Facts<'_>, profile: Profile) -> Vec<Finding> {
    let missing = form::missing(facts, profile).into_iter().map(|gap| Finding {
        level: CheckId::Required.level(),
        doc: gap.doc,
        key: gap.key,
        id: CheckId::Required,
    });
    missing.chain(all(facts)).collect()
}

/// Returns what stands against submitting the case in view; it may go if no error is among it.
pub fn to_submit(facts: &Facts<'_>) -> Vec<Finding> {
    blocking(facts, form::to_submit(facts))
}
