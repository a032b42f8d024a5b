//! Rows that give work or say what is expected.

use jangkau_domain::DocId;
use minicbor::{Decode, Encode};

/// Work for a named fasilitator; its row id is what the answering event names.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Task {
    /// What kind: `cross_check`, `visit`, `complete` or `object_look`.
    #[n(0)]
    pub kind: String,
    /// What there is to know, and no more (Guideline VI, figure 6).
    #[n(1)]
    pub card: TaskCard,
    /// Until when, seconds since 1970 UTC.
    #[n(2)]
    pub due: Option<i64>,
    /// When it was done or dropped, seconds since 1970 UTC.
    #[n(3)]
    pub closed: Option<i64>,
}

/// What a fasilitator gets to know for a task.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct TaskCard {
    /// The document, by its id only: the tablet may not hold it.
    #[n(0)]
    pub doc: Option<DocId>,
    /// Whom to ask for.
    #[n(1)]
    pub name: String,
    /// Where.
    #[n(2)]
    pub address: String,
    /// What to do.
    #[n(3)]
    pub text: String,
}

/// What a fasilitator should reach in a period, and has reached.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Target {
    /// The period, as `2026-07`.
    #[n(0)]
    pub period: String,
    /// Households to visit.
    #[n(1)]
    pub households: u32,
    /// Households visited.
    #[n(2)]
    pub done: u32,
}

/// A message from the office.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Notice {
    /// The message.
    #[n(0)]
    pub text: String,
    /// The name of who wrote it.
    #[n(1)]
    pub by: String,
    /// Until when it is shown, seconds since 1970 UTC.
    #[n(2)]
    pub until: Option<i64>,
}
