//! What the office asks of a worker.

use super::{Fact, FieldView};

/// A citizen who is to be told, or a question about a case: what it says, and what is asked back.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OfficeTask {
    /// The row.
    pub id: String,
    /// Whom it concerns.
    pub title: String,
    /// What to do.
    pub subtitle: String,
    /// What stands over the words.
    pub heading: String,
    /// What to tell the citizen, or the question.
    pub said: String,
    /// Number, place, telephone, last day.
    pub facts: Vec<Fact>,
    /// What is asked back.
    pub fields: Vec<FieldView>,
    /// The case, to open its page.
    pub case: String,
    /// The household, to visit it.
    pub household: Option<String>,
}

/// One field of an answer.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OfficeAnswer {
    /// The field's key.
    pub key: String,
    /// What was chosen or typed.
    pub value: String,
}
