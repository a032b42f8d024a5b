//! Changed fields of a visit and the history of a record.

use super::{Badge, NumberText};

/// What a visit did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It had no value before.
    New,
    /// It had another value.
    Changed,
    /// It has none any more.
    Gone,
}

impl Mark {
    /// Returns the class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
        }
    }

    /// Returns the sign inside the square.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::New => "+",
            Self::Changed => "~",
            Self::Gone => "−",
        }
    }
}

/// One field of a visit.
pub struct DiffRow {
    /// Document id, hexadecimal.
    pub doc: String,
    /// Wire key.
    pub key: String,
    /// Name of the field.
    pub label: String,
    /// What happened to it.
    pub mark: Mark,
    /// Value before, in words.
    pub before: String,
    /// Value now, in words.
    pub now: String,
    /// Where a masked value is opened for a purpose; empty where nothing is masked.
    pub reveal: String,
    /// Warnings kept with the record.
    pub warnings: Vec<String>,
    /// The note that the supervisor wrote, or wrote in an earlier round.
    pub note: String,
    /// Whether the field may be returned with a note.
    pub may_note: bool,
    /// Whether another value waits for an admin.
    pub conflict: bool,
}

impl DiffRow {
    /// Returns the name of the note's form field.
    pub fn note_name(&self) -> String {
        format!("note:{}:{}", self.doc, self.key)
    }
}

/// The fields of one document.
pub struct DiffGroup {
    /// Name of the sign.
    pub sign: &'static str,
    /// Who or what it is.
    pub title: String,
    /// Relation, age and the like.
    pub meta: String,
    /// The registration number of a case.
    pub number: Option<NumberText>,
    /// That a member is new, or nothing.
    pub badge: Option<Badge>,
    /// Address of the document's own page.
    pub href: String,
    /// Changed fields.
    pub rows: Vec<DiffRow>,
    /// Unchanged fields, folded.
    pub same: Vec<(String, String)>,
}

/// Whether a line of history is a fact, a step, or what is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// A note or a fact.
    Fact,
    /// A step that somebody took.
    Step,
    /// What is waited for now; always on top.
    Now,
}

impl TimelineKind {
    /// Returns the class of the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Step => "step",
            Self::Now => "now",
        }
    }
}

/// One line of history: who, what, when.
pub struct TimelineItem {
    /// Fact, step or waiting.
    pub kind: TimelineKind,
    /// Who, or nothing.
    pub who: String,
    /// What happened.
    pub what: String,
    /// When, with zone, and how long it took.
    pub when: String,
    /// Somebody's words, or nothing.
    pub quote: String,
}
