//! Answers about the visit itself: they have no field of a document but go into its event.

use jangkau_domain::Label;
use jangkau_domain::event::EventKind;
use jangkau_domain::form::{self, Entry, Slot};

/// The key under which an answer is drafted, by the integer key of the visit event.
pub const fn key(number: u8) -> Option<&'static str> {
    Some(match number {
        10 => "place",
        11 => "purpose",
        12 => "outcome",
        13 => "met",
        14 => "relation",
        15 => "consent",
        17 => "consent_by",
        26 => "told",
        27 => "revisit_on",
        28 => "note",
        _ => return None,
    })
}

/// The code list of an answer.
pub fn list(key: &str) -> Option<&'static str> {
    Some(match key {
        "place" => "place",
        "purpose" => "visit_purpose",
        "outcome" => "visit_outcome",
        "relation" => "reporter_relation",
        "consent" => "consent",
        "submit/route" => "route",
        _ => return None,
    })
}

/// Answers to start with: what a fasilitator at the door would choose.
pub const AT_THE_DOOR: [(&str, &str); 3] =
    [("purpose", "outreach"), ("place", "home"), ("outcome", "met")];

/// Answers to start with at a Puskesos.
pub const AT_THE_OFFICE: [(&str, &str); 3] =
    [("purpose", "office"), ("place", "puskesos"), ("outcome", "met")];

/// The answers of a case that go into its event rather than its fields.
pub const ROUTE: &str = "submit/route";
/// Why a case is new although similar ones are open.
pub const STILL_NEW: &str = "submit/still_new";
/// The answer that was given at the door.
pub const ANSWER: &str = "answer/text";

/// Returns the form's entries about the visit itself with their key and words.
pub fn entries() -> impl Iterator<Item = (&'static Entry, &'static str, Label)> {
    let visit = form::find("visit");
    let sections = ["start", "told"].into_iter();
    let found = sections.filter_map(move |section| visit?.section(section));
    found.flat_map(|section| section.entries).filter_map(|entry| match entry.slot {
        Slot::Event(EventKind::Visit, number, label) => Some((entry, key(number)?, label)),
        _ => None,
    })
}

/// Returns the words beside an answer.
pub fn label(of: &str) -> Label {
    let found = entries().find(|(_, key, _)| *key == of).map(|(_, _, label)| label);
    found.unwrap_or(Label::new("Isian", "The entry"))
}

/// Returns whether a key is an answer about the visit itself.
pub fn is_answer(of: &str) -> bool {
    entries().any(|(_, key, _)| key == of)
}

/// Returns whether a key drafts an answer rather than a field.
pub fn is_case_answer(key: &str) -> bool {
    matches!(key, ROUTE | STILL_NEW | ANSWER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_of_the_form_has_its_words() {
        let keys: Vec<&str> = entries().map(|(_, key, _)| key).collect();
        for wanted in ["purpose", "place", "outcome", "met", "consent", "consent_by", "note"] {
            assert!(keys.contains(&wanted), "{wanted}");
        }
        assert_ne!(label("outcome").id, "Isian");
    }
}
