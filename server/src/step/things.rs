//! Steps of what is no case: whose part of the engine takes which.

use jangkau_domain::step::{Guard, RefusalCode, StepId};

use super::actor::{self, Thing};
use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::work::Work;
use super::{
    account, completion, cross, emergency, handover, held, likeness, look_again, number, report,
};
use crate::ingest::IngestError;

/// Tells whether a step is taken here.
pub(super) const fn known(id: StepId) -> bool {
    use StepId::{A1, A2, C4, D1, E1, E2, E3, H2, H3, N1, R1, R2, R3, X1};
    matches!(id, C4 | D1 | H2 | H3 | E1 | E2 | E3 | R1 | R2 | R3 | A1 | A2 | X1 | N1)
}

/// Takes a step of what is no case.
pub(super) fn run(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    match wish.id {
        StepId::C4 => look_again::ask(work, decision, wish),
        StepId::D1 => likeness::mark(work, decision, wish),
        StepId::H2 | StepId::H3 => held::decide(work, decision, wish),
        StepId::E1 => emergency::on(work, decision, wish),
        StepId::E2 => emergency::off(work, decision, wish),
        StepId::E3 => completion::decide(work, decision, wish),
        StepId::R1 => report::draft(work, decision, wish),
        StepId::R2 | StepId::R3 => report::decide(work, decision, wish),
        StepId::A1 => account::decide(work, decision, wish),
        StepId::A2 => handover::give(work, decision, wish),
        StepId::X1 => cross::give(work, decision, wish),
        StepId::N1 => number::by_hand(wish),
        _ => refuse(wish.id, RefusalCode::Illegal, Guard::State),
    }
}

/// Tells whether the role table lets a hand take a step in a desa; of a field in question, too.
pub(super) fn may(
    work: &Work<'_>,
    wish: &Wish<'_>,
    desa: Option<&str>,
    in_question: bool,
) -> Result<bool, IngestError> {
    let thing = Thing { desa, in_question, ..Thing::default() };
    actor::may(work, wish.hand, wish.id, &thing)
}
