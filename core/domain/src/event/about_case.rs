//! Events that ask for a step of a case, or report one.

use minicbor::{Decode, Encode};

use super::fault::Judge;
use crate::DocId;
use crate::case::Word;

/// Asks to submit a case (T1, T1p, T2, T2s, L1).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Submit {
    /// `list:route`.
    #[n(31)]
    pub route: String,
    /// The similar records that were shown before.
    #[cbor(n(32), skip_if = "Vec::is_empty")]
    pub similar: Vec<DocId>,
    /// Why it is new all the same; at most 200 characters, there if any was shown.
    #[n(33)]
    pub still_new: Option<String>,
    /// The keys of the warnings that were kept.
    #[cbor(n(34), skip_if = "Vec::is_empty")]
    pub kept: Vec<String>,
}

impl Submit {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(31, "route", &self.route);
        judge.demand(33, !self.similar.is_empty(), self.still_new.is_some());
        judge.text_if(33, 200, self.still_new.as_deref());
    }
}

/// Answers a question (T3).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    /// At most 1000 characters.
    #[n(40)]
    pub text: String,
    /// The version of the catalogue that it was read from.
    #[n(41)]
    pub catalogue: Option<u32>,
}

impl Answer {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.text(40, 1000, &self.text);
    }
}

/// Says which numbers have come (T5); the numbers themselves are field edits.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Papers {
    /// `nik`, `kk` or `both`.
    #[n(45)]
    pub got: String,
}

impl Papers {
    pub(super) fn judge(&self, judge: &mut Judge) {
        if !matches!(self.got.as_str(), "nik" | "kk" | "both") {
            judge.wrong(45);
        }
    }
}

/// Says that what was returned is corrected (T7, L4, V4).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Correct {
    /// The id of the return row.
    #[n(50)]
    pub returned: String,
    /// At most 500 characters.
    #[n(51)]
    pub text: Option<String>,
}

impl Correct {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.text_if(51, 500, self.text.as_deref());
    }
}

/// Says that the citizen was told, or that nobody was reached (I1).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Inform {
    /// The id of the task row.
    #[n(60)]
    pub task: String,
    /// `list:informed`.
    #[n(61)]
    pub channel: String,
    /// `list:reached`.
    #[n(62)]
    pub reached: String,
    /// The date.
    #[n(63)]
    pub on: String,
    /// The word that was told.
    #[n(64)]
    pub word: String,
}

impl Inform {
    /// After so many tries a task ends as not reached (Guideline IV.C.3(5)).
    pub const TRIES: usize = 3;

    /// Returns whether the citizen was told: Selesai and Ditolak need a person, so that an SMS
    /// alone does not do.
    pub fn tells(&self) -> bool {
        self.tells_of(&self.word)
    }

    /// Returns the same for the word that the task holds: the office does not take the tablet's.
    pub fn tells_of(&self, word: &str) -> bool {
        let end = Word::from_key(word).is_some_and(|word| !word.told_by_sms());
        self.reached != "nobody" && !(self.channel == "sms" && end)
    }

    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(61, "informed", &self.channel);
        judge.code(62, "reached", &self.reached);
        if self.on.parse::<jiff::civil::Date>().is_err() {
            judge.wrong(63);
        }
    }
}

/// Asks to withdraw a case (T22, T22d).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Withdraw {
    /// `list:withdraw`.
    #[n(70)]
    pub reason: String,
    /// At most 300 characters.
    #[n(71)]
    pub text: Option<String>,
}

impl Withdraw {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(70, "withdraw", &self.reason);
        judge.text_if(71, 300, self.text.as_deref());
    }
}

/// The citizen's objection to a result (T23o).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Object {
    /// At most 1000 characters.
    #[n(75)]
    pub text: String,
}

impl Object {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.text(75, 1000, &self.text);
    }
}
