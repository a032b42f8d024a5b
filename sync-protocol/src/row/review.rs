//! Rows that answer what a tablet sent.

use jangkau_domain::{DocId, DocKind, Ulid};
use minicbor::{Decode, Encode};

/// Where the review of a visit stands; the newest row counts.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct VisitState {
    /// The visit.
    #[n(0)]
    pub visit: Ulid,
    /// The key of the state.
    #[n(1)]
    pub state: String,
    /// Which round of review it is, from 1.
    #[n(2)]
    pub round: u32,
    /// What the supervisor wrote.
    #[n(3)]
    pub note: Option<String>,
}

/// A visit or case came back; its row id is what the correcting event names.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Return {
    /// The document that the visit was about, or the case.
    #[n(0)]
    pub doc: DocId,
    /// The visit, where a visit came back.
    #[n(1)]
    pub visit: Option<Ulid>,
    /// A note at each field that is to be looked at again.
    #[n(2)]
    pub fields: Vec<FieldNote>,
    /// The note on the whole.
    #[n(3)]
    pub note: String,
    /// The name of who returned it.
    #[n(4)]
    pub by: String,
    /// Until when, seconds since 1970 UTC.
    #[n(5)]
    pub due: Option<i64>,
    /// When it was corrected or dropped, seconds since 1970 UTC.
    #[n(6)]
    pub closed: Option<i64>,
    /// The round that the correction opens.
    #[n(7)]
    pub round: Option<u32>,
}

/// A supervisor's note at a field.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FieldNote {
    /// The document that the field belongs to.
    #[n(0)]
    pub doc: DocId,
    /// Its key.
    #[n(1)]
    pub key: String,
    /// What is to be looked at.
    #[n(2)]
    pub note: String,
}

/// A request that the transition table forbids; its event stays in the document.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Refusal {
    /// The event that asked.
    #[n(0)]
    pub event: Ulid,
    /// The document that it stands in.
    #[n(1)]
    pub doc: DocId,
    /// The step that it asked for, as named in the transition table.
    #[n(2)]
    pub step: Option<String>,
    /// Why: `illegal`, `not_allowed`, `missing`, `repeated` or `late`.
    #[n(3)]
    pub code: String,
    /// Why, in a sentence.
    #[n(4)]
    pub text: String,
    /// The state that the author had seen.
    #[n(5)]
    pub seen_state: Option<String>,
    /// The state that the request met.
    #[n(6)]
    pub present_state: Option<String>,
}

/// A change that is kept aside.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct HeldChange {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// The hash of the change.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub change: [u8; 32],
    /// Why, as a word of `HeldCode`.
    #[n(2)]
    pub code: String,
    /// Why, in a sentence.
    #[n(3)]
    pub text: String,
    /// When it was taken in or dropped after all, seconds since 1970 UTC.
    #[n(4)]
    pub closed: Option<i64>,
    /// The kind of the document.
    #[n(5)]
    pub kind: Option<DocKind>,
}
