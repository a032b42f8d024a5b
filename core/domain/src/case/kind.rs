//! The five kinds of case (Guideline IV.C.1–2), and sets of them for tables.

use crate::Label;

/// Says what a citizen brought (Guideline IV.C.1–2); a listing is not counted as a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseKind {
    /// Pertanyaan: done when answered and recorded.
    Question,
    /// Saran: done when it lies with the manager as meeting material.
    Suggestion,
    /// Pengaduan: done when the solution is recorded.
    Grievance,
    /// Kebutuhan: done when enrolled in a program or given an alternative.
    Need,
    /// Usulan data acuan: a proposal to enter, correct or deactivate a register row.
    Listing,
}

impl CaseKind {
    /// Every kind, in the order of the tables' letters QSGNL.
    pub const ALL: [Self; 5] =
        [Self::Question, Self::Suggestion, Self::Grievance, Self::Need, Self::Listing];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Suggestion => "suggestion",
            Self::Grievance => "grievance",
            Self::Need => "need",
            Self::Listing => "listing",
        }
    }

    /// Returns the letter of the tables.
    pub const fn letter(self) -> char {
        match self {
            Self::Question => 'Q',
            Self::Suggestion => 'S',
            Self::Grievance => 'G',
            Self::Need => 'N',
            Self::Listing => 'L',
        }
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Question => Label::new("Pertanyaan", "Question"),
            Self::Suggestion => Label::new("Saran/usulan", "Suggestion"),
            Self::Grievance => Label::new("Pengaduan", "Grievance"),
            Self::Need => Label::new("Kebutuhan", "Need"),
            Self::Listing => Label::new("Usulan data acuan", "Register proposal"),
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Tells whether totals of complaints leave this kind out (Guideline IV.B: a data proposal).
    pub const fn is_listing(self) -> bool {
        matches!(self, Self::Listing)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of kinds, as the tables write it: `QSGN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Reads a table's letters; any other letter stops the build.
    pub const fn of(letters: &str) -> Self {
        let bytes = letters.as_bytes();
        let mut set = 0;
        let mut at = 0;
        while at < bytes.len() {
            set |= match bytes[at] {
                b'Q' => CaseKind::Question.bit(),
                b'S' => CaseKind::Suggestion.bit(),
                b'G' => CaseKind::Grievance.bit(),
                b'N' => CaseKind::Need.bit(),
                b'L' => CaseKind::Listing.bit(),
                _ => panic!("a kind is one of QSGNL"),
            };
            at += 1;
        }
        Self(set)
    }

    /// Tells whether a kind is in the set.
    pub const fn has(self, kind: CaseKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Tells whether every kind of this set is in the other.
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Returns the kinds, in table order.
    pub fn iter(self) -> impl Iterator<Item = CaseKind> {
        CaseKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }

    /// Returns the table's letters.
    pub fn letters(self) -> String {
        self.iter().map(CaseKind::letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_every_key() {
        for kind in CaseKind::ALL {
            assert_eq!(CaseKind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(CaseKind::from_key("Question"), None);
    }

    #[test]
    fn a_set_shows_the_letters_it_was_made_of() {
        for letters in ["QSGNL", "GN", "S", "QGN", ""] {
            assert_eq!(Kinds::of(letters).letters(), letters);
        }
        assert!(Kinds::of("GN").within(Kinds::of("QGN")));
        assert!(!Kinds::of("QS").within(Kinds::of("QGN")));
    }
}
