//! Events of a visit, and of what stands beside a record.

use minicbor::{Decode, Encode};

use super::fault::Judge;
use crate::DocId;

/// A visit: where, why, how it ended, who agreed to what (Guideline IV.B, Law 27/2022).
#[derive(Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Visit {
    /// `list:place`.
    #[n(10)]
    pub place: String,
    /// `list:visit_purpose`.
    #[n(11)]
    pub purpose: String,
    /// `list:visit_outcome`.
    #[n(12)]
    pub outcome: String,
    /// The person met.
    #[n(13)]
    pub met: Option<DocId>,
    /// `list:reporter_relation` of who was met.
    #[n(14)]
    pub relation: Option<String>,
    /// `list:consent`; there if anybody was met.
    #[n(15)]
    pub consent: Option<String>,
    /// The version of the text that was read out.
    #[n(16)]
    pub consent_text: Option<u32>,
    /// Who consented; the guardian for a child or for who cannot.
    #[n(17)]
    pub consent_by: Option<String>,
    /// The start, in seconds since 1970 UTC by the writer's clock.
    #[n(18)]
    pub from_s: i64,
    /// The end, in seconds since 1970 UTC by the writer's clock.
    #[n(19)]
    pub to_s: i64,
    /// `list:channel`.
    #[n(20)]
    pub channel: String,
    /// `lat,lon;metres`.
    #[n(21)]
    pub geo: Option<String>,
    /// The date on the paper form.
    #[n(22)]
    pub observed_on: Option<String>,
    /// Who wrote the paper form.
    #[n(23)]
    pub recorded_by: Option<String>,
    /// The number of the paper form.
    #[n(24)]
    pub paper_no: Option<String>,
    /// The sections that were confirmed as unchanged.
    #[cbor(n(25), skip_if = "Vec::is_empty")]
    pub unchanged: Vec<String>,
    /// The programs that were explained.
    #[cbor(n(26), skip_if = "Vec::is_empty")]
    pub told: Vec<String>,
    /// The date of the next visit.
    #[n(27)]
    pub revisit_on: Option<String>,
    /// A note.
    #[n(28)]
    pub note: Option<String>,
    /// Seconds that the device's clock is ahead of the last server time.
    #[n(29)]
    pub clock_ahead_s: Option<i64>,
}

impl Visit {
    /// Tells whether anybody was met.
    pub fn was_met(&self) -> bool {
        matches!(self.outcome.as_str(), "met" | "met_other")
    }

    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(10, "place", &self.place);
        judge.code(11, "visit_purpose", &self.purpose);
        judge.code(12, "visit_outcome", &self.outcome);
        judge.code_if(14, "reporter_relation", self.relation.as_deref());
        judge.code_if(15, "consent", self.consent.as_deref());
        judge.code(20, "channel", &self.channel);
        judge.demand(15, self.was_met(), self.consent.is_some());
        let paper = self.channel == "paper";
        judge.demand(22, paper, self.observed_on.is_some());
        judge.demand(23, paper, self.recorded_by.is_some());
        judge.demand(24, paper, self.paper_no.is_some());
        judge.text_if(28, 500, self.note.as_deref());
        if self.to_s < self.from_s {
            judge.wrong(19);
        }
    }
}

/// A note; as a reply it names the data request.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Note {
    /// `list:note_purpose`.
    #[n(80)]
    pub purpose: String,
    /// At most 1000 characters.
    #[n(81)]
    pub text: String,
    /// The id of the request row that it replies to.
    #[n(82)]
    pub request: Option<String>,
}

impl Note {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(80, "note_purpose", &self.purpose);
        judge.text(81, 1000, &self.text);
        judge.demand(82, self.purpose == "reply", self.request.is_some());
    }
}

/// A cross-check; each answer is of `list:yes_no` (Guideline VI, figure 6).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CrossCheck {
    /// The id of the task row.
    #[n(90)]
    pub task: String,
    /// The household was found.
    #[n(91)]
    pub found: String,
    /// It was visited.
    #[n(92)]
    pub visited: String,
    /// The identity is right.
    #[n(93)]
    pub identity: String,
    /// The programs are right.
    #[n(94)]
    pub programs: String,
    /// The complaint is right.
    #[n(95)]
    pub complaint: String,
    /// The citizen was told.
    #[n(96)]
    pub was_told: String,
    /// At most 500 characters.
    #[n(97)]
    pub note: Option<String>,
}

impl CrossCheck {
    pub(super) fn judge(&self, judge: &mut Judge) {
        judge.code(91, "yes_no", &self.found);
        judge.code(92, "yes_no", &self.visited);
        judge.code(93, "yes_no", &self.identity);
        judge.code(94, "yes_no", &self.programs);
        judge.code(95, "yes_no", &self.complaint);
        judge.code(96, "yes_no", &self.was_told);
        judge.text_if(97, 500, self.note.as_deref());
    }
}
