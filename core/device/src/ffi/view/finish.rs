//! The end of a visit: the number to read out, or what is missing.

use super::Fact;

/// What "Kirim" led to.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Finish {
    /// Saved on the tablet and ready to be sent.
    Done(Finished),
    /// Nothing was sent: these fields come first.
    Blocked(Vec<FindingView>),
}

/// The finish screen.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Finished {
    /// One card a case.
    pub numbers: Vec<NumberCard>,
    /// What to say to the citizen.
    pub sentence: String,
    /// What was recorded.
    pub recorded: Vec<Fact>,
    /// Who acts next.
    pub next: String,
    /// "Tersimpan di perangkat", which is not "terkirim".
    pub saved_text: String,
}

/// One registration number, large enough to read out across a table.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NumberCard {
    /// The number with hyphens.
    pub number: String,
    /// Its groups as spoken words.
    pub spoken: Vec<String>,
    /// Kind of the case.
    pub title: String,
    /// Program of the case; empty for none.
    pub program: String,
}

/// One reason why a visit cannot be sent yet.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FindingView {
    /// Section to open.
    pub section: String,
    /// Document of the field.
    pub doc: String,
    /// Key of the field.
    pub key: String,
    /// What to do.
    pub text: String,
}
