//! Why a step was not taken; a tablet's request is answered by it, visibly.

use super::{Guard, StepId};
use crate::Lang;
use crate::case::CaseState;

/// The kind of a refusal on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusalCode {
    /// The table has no such step from here.
    Illegal,
    /// Not by this hand.
    NotAllowed,
    /// Something is missing.
    Missing,
    /// It has happened already.
    Repeated,
    /// The state moved on after the author had last seen it.
    Late,
}

impl RefusalCode {
    /// Every code.
    pub const ALL: [Self; 5] =
        [Self::Illegal, Self::NotAllowed, Self::Missing, Self::Repeated, Self::Late];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Illegal => "illegal",
            Self::NotAllowed => "not_allowed",
            Self::Missing => "missing",
            Self::Repeated => "repeated",
            Self::Late => "late",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.key() == key)
    }
}

/// A step that was not taken.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("the step {step} was refused ({}, {})", code.key(), guard.key())]
pub struct Refused {
    /// Which step was asked for.
    pub step: StepId,
    /// The kind of refusal.
    pub code: RefusalCode,
    /// The condition that did not hold.
    pub guard: Guard,
    /// Keys of the fields that stand in the way.
    pub fields: Vec<String>,
}

impl std::fmt::Debug for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl Refused {
    /// Makes a refusal that names no field.
    pub const fn new(step: StepId, code: RefusalCode, guard: Guard) -> Self {
        Self { step, code, guard, fields: Vec::new() }
    }

    /// Returns the sentence for whoever asked, with the fields that stand in the way.
    pub fn text(&self, lang: Lang) -> String {
        let sentence = self.guard.label().text(lang);
        if self.fields.is_empty() {
            return sentence.to_owned();
        }
        format!("{sentence} ({})", self.fields.join(", "))
    }

    /// Says *late* instead of *illegal* where the state moved on after the author had seen it.
    #[must_use]
    pub fn seen_from(mut self, seen: Option<CaseState>, present: CaseState) -> Self {
        let moved = seen.is_some_and(|seen| seen != present);
        if moved && self.code == RefusalCode::Illegal {
            self.code = RefusalCode::Late;
        }
        self
    }
}
