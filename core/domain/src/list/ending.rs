//! Lists whose entries are types of the flow of cases: kinds, outcomes, reasons of refusal.

use super::{Code, CodeList};
use crate::case::{CaseKind, Outcome, reason};

const fn kinds() -> [Code; CaseKind::ALL.len()] {
    let mut codes = [Code::new("", "", ""); CaseKind::ALL.len()];
    let mut at = 0;
    while at < codes.len() {
        let kind = CaseKind::ALL[at];
        codes[at] = Code::new(kind.key(), kind.label().id, kind.label().en);
        at += 1;
    }
    codes
}

const fn outcomes() -> [Code; Outcome::ALL.len()] {
    let mut codes = [Code::new("", "", ""); Outcome::ALL.len()];
    let mut at = 0;
    while at < codes.len() {
        let outcome = Outcome::ALL[at];
        codes[at] = Code::new(outcome.key(), outcome.label().id, outcome.label().en);
        at += 1;
    }
    codes
}

const fn reasons() -> [Code; reason::ALL.len()] {
    let mut codes = [Code::new("", "", ""); reason::ALL.len()];
    let mut at = 0;
    while at < codes.len() {
        let reason = &reason::ALL[at];
        codes[at] = Code::new(reason.key, reason.label.id, reason.label.en);
        at += 1;
    }
    codes
}

const KINDS: &[Code] = &kinds();
const OUTCOMES: &[Code] = &outcomes();
const REASONS: &[Code] = &reasons();

pub(super) const LISTS: &[CodeList] = &[
    CodeList::new("case_kind", "Guideline IV.C.1–2", KINDS),
    CodeList::new("outcome", "Guideline IV.C.1–2", OUTCOMES),
    CodeList::new("reason", "a provincial program's public list", REASONS),
];
