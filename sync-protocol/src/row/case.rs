//! Rows about one case.

use jangkau_domain::{DocId, Ulid};
use minicbor::{Decode, Encode};

/// Where a case stands; the newest row counts.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseState {
    /// The case.
    #[n(0)]
    pub case: DocId,
    /// Its registration number.
    #[n(1)]
    pub number: Option<String>,
    /// The key of the state.
    #[n(2)]
    pub state: String,
    /// Who handles it, as `puskesos:<desa>` or `slrt:<kab>`.
    #[n(3)]
    pub unit: Option<String>,
    /// What approval is asked for: `refer` or `close`.
    #[n(4)]
    pub ask: Option<String>,
    /// The key of the citizen's word.
    #[n(5)]
    pub word: Option<String>,
    /// The key of the outcome.
    #[n(6)]
    pub outcome: Option<String>,
    /// The key of the reason.
    #[n(7)]
    pub reason: Option<String>,
    /// The sentence for the citizen.
    #[n(8)]
    pub sentence: Option<String>,
    /// Until when the next step is due, seconds since 1970 UTC.
    #[n(9)]
    pub due: Option<i64>,
    /// The event that brought the case here.
    #[n(10)]
    pub event: Option<Ulid>,
    /// Which round of review it is, from 1.
    #[n(11)]
    pub round: Option<u32>,
}

/// A registration number was given twice; this case has a new one, and both stay valid.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Number {
    /// The case.
    #[n(0)]
    pub case: DocId,
    /// The number on the slip.
    #[n(1)]
    pub old: String,
    /// The number that counts from now on.
    #[n(2)]
    pub new: String,
}

/// A citizen is to be told how the case stands.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct InformTask {
    /// The case.
    #[n(0)]
    pub case: DocId,
    /// Its registration number.
    #[n(1)]
    pub number: String,
    /// The key of the word to tell.
    #[n(2)]
    pub word: String,
    /// What to say.
    #[n(3)]
    pub text: String,
    /// Where to call.
    #[n(4)]
    pub phone: Option<String>,
    /// Until when, seconds since 1970 UTC.
    #[n(5)]
    pub due: Option<i64>,
    /// When it was done or dropped, seconds since 1970 UTC.
    #[n(6)]
    pub closed: Option<i64>,
    /// The household or person to visit.
    #[n(7)]
    pub person: Option<DocId>,
}

/// Somebody who handles a case asks for more.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DataRequest {
    /// The case.
    #[n(0)]
    pub case: DocId,
    /// The question.
    #[n(1)]
    pub question: String,
    /// The keys that should be filled in.
    #[n(2)]
    pub keys: Vec<String>,
    /// Until when, seconds since 1970 UTC.
    #[n(3)]
    pub due: Option<i64>,
    /// When it was answered or dropped, seconds since 1970 UTC.
    #[n(4)]
    pub closed: Option<i64>,
    /// The document that the keys belong to, where it is not the case.
    #[n(5)]
    pub doc: Option<DocId>,
}
