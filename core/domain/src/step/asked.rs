//! How a step is asked for, and which step an event of a tablet asks for.

use super::{CaseFacts, StepId};
use crate::case::{CaseKind, CaseState};
use crate::role::Role;

/// The cell "asked" of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A submit event.
    Submit,
    /// An answer event.
    Answer,
    /// A papers event.
    Papers,
    /// A correct event.
    Correct,
    /// A withdraw event.
    Withdraw,
    /// An object event.
    Object,
    /// A note event of purpose reply.
    Note,
    /// A decision on a page.
    Desk,
    /// By itself.
    Auto,
    /// A new release of the register.
    Import,
}

impl Asked {
    /// Returns the word of the tables.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Answer => "answer",
            Self::Papers => "papers",
            Self::Correct => "correct",
            Self::Withdraw => "withdraw",
            Self::Object => "object",
            Self::Note => "note",
            Self::Desk => "desk",
            Self::Auto => "auto",
            Self::Import => "import",
        }
    }
}

/// What an event in a case's document asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Send it, with `own` where a Puskesos keeps it.
    Submit {
        /// Route `own`: the recording Puskesos handles it.
        own: bool,
        /// Route `private`: it goes past supervisor and Puskesos.
        private: bool,
    },
    /// A question was answered at the door.
    Answer,
    /// NIK or KK was got.
    Papers,
    /// What was returned is corrected.
    Correct,
    /// The citizen or the recorder wants it withdrawn.
    Withdraw,
    /// The citizen objects to the result.
    Object,
    /// A reply to a data request.
    Reply,
}

/// Returns the step that an event asks for; none where it only goes on record.
///
/// A withdrawal of what was sent already is a wish: the supervisor or manager takes the step.
pub fn asked_step(request: Request, facts: &CaseFacts, role: Role) -> Option<StepId> {
    Some(match request {
        Request::Submit { own, private } => return Some(submit(facts, role, own, private)),
        Request::Answer => StepId::T3,
        Request::Papers => StepId::T5,
        Request::Correct if facts.kind == CaseKind::Listing => StepId::L4,
        Request::Correct => StepId::T7,
        Request::Withdraw if facts.state.is_open() => return None,
        Request::Withdraw => StepId::T22d,
        Request::Object => StepId::T23o,
        Request::Reply => StepId::T17r,
    })
}

fn submit(facts: &CaseFacts, role: Role, own: bool, private: bool) -> StepId {
    let sent = facts.state != CaseState::Draft;
    if facts.kind == CaseKind::Listing {
        return StepId::L1;
    }
    if sent && (facts.must_become_private() || (private && !facts.private)) {
        return StepId::T25;
    }
    if facts.private {
        return StepId::T1p;
    }
    if !sent && facts.waits_for_papers() {
        return StepId::T4;
    }
    match (role, facts.kind) {
        (Role::Fs, _) => StepId::T1,
        (_, CaseKind::Suggestion) => StepId::T2s,
        (Role::Fop | Role::Bop, _) if !own => StepId::T1,
        _ => StepId::T2,
    }
}
