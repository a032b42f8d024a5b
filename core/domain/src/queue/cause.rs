//! Why a row waits: a key that is unique, so the same cause never makes two rows.

use super::Queue;
use crate::{DocId, Ulid};

/// The cause of a queue row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// The queue that the row stands in.
    pub queue: Queue,
    /// The unique key.
    pub key: String,
}

impl Cause {
    fn new(queue: Queue, key: String) -> Self {
        Self { queue, key }
    }

    /// Names the review of a visit's round.
    pub fn review_visit(visit: Ulid, round: u32) -> Self {
        Self::new(Queue::Review, format!("review:{visit}:{round}"))
    }

    /// Names the review of a case that no visit names.
    pub fn review_case(case: DocId, round: u32) -> Self {
        Self::new(Queue::Review, format!("review:{case}:{round}"))
    }

    /// Names the correction of a document in a round.
    pub fn correction(doc: DocId, round: u32) -> Self {
        Self::new(Queue::Correction, format!("correction:{doc}:{round}"))
    }

    /// Names a case's n-th stay in papers, back office, manager or approval.
    pub fn stay(queue: Queue, case: DocId, n: u32) -> Self {
        Self::new(queue, format!("{}:{case}:{n}", queue.key()))
    }

    /// Names an objection that the manager has to decide on.
    pub fn objection(event: Ulid) -> Self {
        Self::new(Queue::Manager, format!("manager:object:{event}"))
    }

    /// Names the answer to a referral.
    pub fn answer(referral: Ulid) -> Self {
        Self::new(Queue::ProgramAnswer, format!("answer:{referral}"))
    }

    /// Names the delivery of a referral.
    pub fn realisation(referral: Ulid) -> Self {
        Self::new(Queue::Realisation, format!("realisation:{referral}"))
    }

    /// Names telling the citizen of a state row.
    pub fn inform(case: DocId, row: u64) -> Self {
        Self::new(Queue::Inform, format!("inform:{case}:{row}"))
    }

    /// Names a data request.
    pub fn data(request: Ulid) -> Self {
        Self::new(Queue::DataRequest, format!("data:{request}"))
    }

    /// Names a suggestion as meeting material.
    pub fn agenda(case: DocId) -> Self {
        Self::new(Queue::Agenda, format!("agenda:{case}"))
    }

    /// Names a register proposal.
    pub fn listing(case: DocId) -> Self {
        Self::new(Queue::Listing, format!("listing:{case}"))
    }

    /// Names a quick case below the minimum.
    pub fn completion(case: DocId) -> Self {
        Self::new(Queue::Completion, format!("completion:{case}"))
    }

    /// Names the n-th print of a letter.
    pub fn print(case: DocId, letter: &str, n: u32) -> Self {
        Self::new(Queue::Print, format!("print:{case}:{letter}:{n}"))
    }

    /// Names a clash of a key between exactly these candidates (their hash, in hexadecimal).
    pub fn conflict(doc: DocId, key: &str, candidates: &str) -> Self {
        Self::new(Queue::Conflict, format!("conflict:{doc}:{key}:{candidates}"))
    }

    /// Names a pair; the smaller id comes first, so both orders are one row.
    pub fn pair(one: DocId, other: DocId) -> Self {
        let (first, second) = if one <= other { (one, other) } else { (other, one) };
        Self::new(Queue::Duplicate, format!("pair:{first}:{second}"))
    }

    /// Names a held change by its hash, in hexadecimal.
    pub fn held(change: &str) -> Self {
        Self::new(Queue::Held, format!("held:{change}"))
    }

    /// Names a row that a leaver owned.
    pub fn handover(row: u64) -> Self {
        Self::new(Queue::Handover, format!("handover:{row}"))
    }

    /// Names a cross-check.
    pub fn cross(task: Ulid) -> Self {
        Self::new(Queue::CrossCheck, format!("cross:{task}"))
    }

    /// Names the n-th report of a unit for a quarter, as in `2025-3`.
    pub fn report(unit: &str, quarter: &str, n: u32) -> Self {
        Self::new(Queue::Report, format!("report:{unit}:{quarter}:{n}"))
    }

    /// Names a row that is past its date.
    pub fn overdue(row: u64) -> Self {
        Self::new(Queue::Overdue, format!("overdue:{row}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_one_cause_in_either_order() {
        let (a, b) = (DocId([1; 16]), DocId([2; 16]));
        assert_eq!(Cause::pair(a, b), Cause::pair(b, a));
        assert_ne!(Cause::pair(a, b), Cause::pair(a, a));
    }

    #[test]
    fn keys_name_queue_thing_and_count() {
        let case = DocId([0xab; 16]);
        let id = "ab".repeat(16);
        assert_eq!(Cause::stay(Queue::BackOffice, case, 2).key, format!("back_office:{id}:2"));
        assert_eq!(Cause::review_case(case, 1).key, format!("review:{id}:1"));
        assert_eq!(
            Cause::review_visit(Ulid([0; 16]), 1).key,
            "review:00000000000000000000000000:1"
        );
    }
}
