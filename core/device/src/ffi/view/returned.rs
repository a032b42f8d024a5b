//! A record that came back with the supervisor's words.

use super::{Fact, FieldView};

/// Only the returned fields, each with its note.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReturnedView {
    /// The return row.
    pub id: String,
    /// Whom it concerns.
    pub title: String,
    /// RT/RW and the day of the visit.
    pub subtitle: String,
    /// Who returned it.
    pub by: String,
    /// The note on the whole.
    pub note: String,
    /// Last day of the correction.
    pub due_text: String,
    /// The returned fields; `note` holds the supervisor's words, `old_value` what was sent.
    pub fields: Vec<FieldView>,
    /// What happened before.
    pub history: Vec<Fact>,
}
