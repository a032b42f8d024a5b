//! The kinds of events: their numbers, the documents that hold them, who writes them.

use crate::DocKind;
use crate::field::Write;
use crate::role::Role;

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum EventKind {
    /// A visit, or a talk at an office or by phone (Guideline IV.B).
    Visit = 1,
    /// Asks to submit a case.
    Submit = 2,
    /// Answers a question on the spot (Guideline IV.C.1.a).
    Answer = 3,
    /// Says that NIK or KK have come (Guideline IV.C.3).
    Papers = 4,
    /// Says that what was returned is corrected.
    Correct = 5,
    /// Says that the citizen was told, or could not be (Guideline IV.C.3(5)).
    Inform = 6,
    /// Asks to withdraw a case.
    Withdraw = 7,
    /// Carries the citizen's objection to a result.
    Object = 8,
    /// A note for those who handle the record.
    Note = 9,
    /// The result of a cross-check by a fasilitator of another village (Guideline VI, figure 6).
    CrossCheck = 10,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Visit,
        Self::Submit,
        Self::Answer,
        Self::Papers,
        Self::Correct,
        Self::Inform,
        Self::Withdraw,
        Self::Object,
        Self::Note,
        Self::CrossCheck,
    ];

    /// Returns the number under key 0.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Reads the number under key 0.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Returns the key in logs and tables.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Submit => "submit",
            Self::Answer => "answer",
            Self::Papers => "papers",
            Self::Correct => "correct",
            Self::Inform => "inform",
            Self::Withdraw => "withdraw",
            Self::Object => "object",
            Self::Note => "note",
            Self::CrossCheck => "cross_check",
        }
    }

    /// Tells whether a document of this kind may hold such an event.
    pub const fn fits(self, doc: DocKind) -> bool {
        match self {
            Self::Visit | Self::Correct | Self::Note => true,
            Self::CrossCheck => matches!(doc, DocKind::Household),
            Self::Submit
            | Self::Answer
            | Self::Papers
            | Self::Inform
            | Self::Withdraw
            | Self::Object => matches!(doc, DocKind::Case),
        }
    }

    /// Tells whether a role may write such an event: whoever records; a note also who reviews;
    /// a cross-check a fasilitator alone.
    pub const fn may(self, role: Role) -> bool {
        match self {
            Self::CrossCheck => matches!(role, Role::Fs),
            Self::Note => Write::Cls.may(role),
            _ => Write::Rec.may(role),
        }
    }

    /// Returns the keys without which such an event is none.
    pub const fn required(self) -> &'static [u8] {
        match self {
            Self::Visit => &[10, 11, 12, 18, 19, 20],
            Self::Submit => &[31],
            Self::Answer => &[40],
            Self::Papers => &[45],
            Self::Correct => &[50],
            Self::Inform => &[60, 61, 62, 63, 64],
            Self::Withdraw => &[70],
            Self::Object => &[75],
            Self::Note => &[80, 81],
            Self::CrossCheck => &[90, 91, 92, 93, 94, 95, 96],
        }
    }
}
