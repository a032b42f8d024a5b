//! The four words a citizen reads (Guideline IV.C.3(5), IV.D.2 item 4).

use crate::Label;

/// The citizen's word for a case; it never goes back to Diterima.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// Diterima.
    Received,
    /// Dalam proses.
    InProgress,
    /// Selesai.
    Done,
    /// Ditolak.
    Refused,
}

impl Word {
    /// Every word.
    pub const ALL: [Self; 4] = [Self::Received, Self::InProgress, Self::Done, Self::Refused];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.key() == key)
    }

    /// Returns the word that is shown, printed and sent.
    pub const fn label(self) -> Label {
        match self {
            Self::Received => Label::new("Diterima", "Received"),
            Self::InProgress => Label::new("Dalam proses", "In progress"),
            Self::Done => Label::new("Selesai", "Done"),
            Self::Refused => Label::new("Ditolak", "Refused"),
        }
    }

    /// Returns the word after a step: a case that was under way is never "received" again.
    pub fn after(before: Option<Self>, next: Option<Self>) -> Option<Self> {
        match (before, next) {
            (Some(Self::InProgress | Self::Done | Self::Refused), Some(Self::Received)) => {
                Some(Self::InProgress)
            }
            (before, None) => before,
            (_, next) => next,
        }
    }

    /// Tells whether an SMS that arrived is enough; an end needs a person.
    pub const fn told_by_sms(self) -> bool {
        matches!(self, Self::Received | Self::InProgress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::first(None, Some(Word::Received), Some(Word::Received))]
    #[case::back_to_review(Some(Word::InProgress), Some(Word::Received), Some(Word::InProgress))]
    #[case::reopened(Some(Word::Done), Some(Word::InProgress), Some(Word::InProgress))]
    #[case::merged_keeps(Some(Word::InProgress), None, Some(Word::InProgress))]
    fn never_goes_back_to_received(
        #[case] before: Option<Word>,
        #[case] next: Option<Word>,
        #[case] shown: Option<Word>,
    ) {
        assert_eq!(Word::after(before, next), shown);
    }
}
