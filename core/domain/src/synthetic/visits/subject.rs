//! What a visit writes about, named without ids.

use crate::synthetic::{Family, Person};
use crate::{DocKind, Value};

/// A citizen, a family or a case.
///
/// With a number two workers write one document; without one each opens their own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// What it is.
    pub kind: DocKind,
    /// The sixteen digits of NIK or KK.
    pub number: Option<String>,
    /// Counts up within the kind; the same citizen has the same in every visit.
    pub unique: u64,
}

impl Subject {
    pub(super) fn person(person: &Person) -> Self {
        let number = person.nik.as_ref().map(|nik| nik.digits().to_owned());
        Self { kind: DocKind::Person, number, unique: person.number.into() }
    }

    pub(super) fn household(family: &Family) -> Self {
        let number = family.kk.as_ref().map(|kk| kk.digits().to_owned());
        Self { kind: DocKind::Household, number, unique: family.number.into() }
    }

    pub(super) const fn case(unique: u64) -> Self {
        Self { kind: DocKind::Case, number: None, unique }
    }
}

/// How a case left the tablet.
#[derive(Clone, PartialEq, Eq)]
pub enum Ending {
    /// Sent; the route (`list:route`).
    Sent(&'static str),
    /// A question answered on the spot, in these words.
    Answered(String),
}

/// What a visit put into one document.
#[derive(Clone)]
pub struct Document {
    /// Whose it is.
    pub subject: Subject,
    /// Keys with their values, in the order of the form.
    pub puts: Vec<(String, Value)>,
    /// Keys that hold the id of another document.
    pub links: Vec<(&'static str, Subject)>,
    /// Whether it lies in a scope of its own: sensitive cases.
    pub private: bool,
    /// How a case left the tablet; none for a person or household.
    pub ending: Option<Ending>,
}

impl Document {
    pub(super) const fn new(subject: Subject) -> Self {
        Self { subject, puts: Vec::new(), links: Vec::new(), private: false, ending: None }
    }

    pub(super) fn text(&mut self, key: impl Into<String>, text: impl Into<String>) {
        self.puts.push((key.into(), Value::Str(text.into())));
    }

    pub(super) fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub(super) fn number(&mut self, key: &str, number: i64) {
        self.puts.push((key.to_owned(), Value::Int(number)));
    }

    pub(super) fn yes(&mut self, key: impl Into<String>) {
        self.puts.push((key.into(), Value::Bool(true)));
    }
}
