//! One case as the field sees it.

use super::Fact;

/// Where a case stands.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CaseView {
    /// Registration number.
    pub number: String,
    /// Kind and program.
    pub title: String,
    /// State in words.
    pub state_text: String,
    /// The citizen's word: Diterima, Dalam proses, Selesai or Ditolak; empty for a draft.
    pub word: String,
    /// What was recorded.
    pub facts: Vec<Fact>,
    /// What happened, the newest first.
    pub history: Vec<Fact>,
}
