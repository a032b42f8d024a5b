//! How a case can end well, and for which kinds (Guideline IV.C.1–2).

use super::{CaseKind, Kinds};
use crate::Label;

/// The outcome of a resolved case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A question was answered and recorded.
    Answered,
    /// A suggestion lies with the manager as meeting material.
    NotedForAgenda,
    /// The secretariat handled it.
    HandledBySlrt,
    /// The Puskesos handled it.
    HandledByPuskesos,
    /// What was wrong is right now.
    Fixed,
    /// The citizen is in the program.
    Enrolled,
    /// The citizen got another program of the region.
    AlternativeProgram,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 7] = [
        Self::Answered,
        Self::NotedForAgenda,
        Self::HandledBySlrt,
        Self::HandledByPuskesos,
        Self::Fixed,
        Self::Enrolled,
        Self::AlternativeProgram,
    ];

    const fn row(self) -> (&'static str, &'static str, &'static str, Kinds) {
        const G: Kinds = Kinds::of("G");
        const GN: Kinds = Kinds::of("GN");
        match self {
            Self::Answered => ("answered", "Sudah dijawab", "Answered", Kinds::of("Q")),
            Self::NotedForAgenda => (
                "noted_for_agenda",
                "Dicatat sebagai bahan pembahasan",
                "Noted for the agenda",
                Kinds::of("S"),
            ),
            Self::HandledBySlrt => (
                "handled_by_slrt",
                "Ditangani Sekretariat SLRT",
                "Handled by the SLRT secretariat",
                G,
            ),
            Self::HandledByPuskesos => {
                ("handled_by_puskesos", "Ditangani Puskesos", "Handled by the Puskesos", G)
            }
            Self::Fixed => ("fixed", "Masalah sudah diperbaiki", "The fault was put right", G),
            Self::Enrolled => {
                ("enrolled", "Sudah diikutsertakan dalam program", "Enrolled in the program", GN)
            }
            Self::AlternativeProgram => (
                "alternative_program",
                "Mendapat program alternatif daerah",
                "Got another program of the region",
                GN,
            ),
        }
    }

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        let (_, id, en, _) = self.row();
        Label::new(id, en)
    }

    /// Tells whether a case of this kind may end so (Guideline IV.C.2: a need only by enrolment
    /// or an alternative program).
    pub const fn fits(self, kind: CaseKind) -> bool {
        self.row().3.has(kind)
    }

    /// Tells whether the server then writes the participation into the beneficiary's document.
    pub const fn enrols(self) -> bool {
        matches!(self, Self::Enrolled | Self::AlternativeProgram)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_need_ends_only_by_enrolment() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_key(outcome.key()), Some(outcome));
            if outcome.fits(CaseKind::Need) {
                assert!(outcome.enrols());
            }
        }
        assert!(!Outcome::ALL.into_iter().any(|outcome| outcome.fits(CaseKind::Listing)));
    }
}
