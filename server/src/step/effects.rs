//! What a step does besides state and queues: referrals, returns, links, dates.

use jangkau_domain::referral::ReferralState;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Effect, Input, Letter, StepId};
use jangkau_domain::{DocId, UserId};

use super::apply::{Grant, Wish};
use super::work::Work;
use super::{enrol, letters, link, private, referral, register, returns};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::scopes;

/// Writes an input as the log and the tables keep it.
pub(super) fn to_cbor(input: &Input) -> Vec<u8> {
    minicbor::to_vec(input).expect("a vector takes all bytes")
}

/// An approval carries out what was asked for: what the approver leaves open comes from there.
pub(super) fn with_what_was_asked(case: &CaseRow, wish: Wish<'_>) -> Input {
    let mut input = wish.input.clone();
    let asked = case.ask_input.as_deref().and_then(|body| minicbor::decode::<Input>(body).ok());
    let Some(asked) = asked.filter(|_| matches!(wish.id, StepId::T11b | StepId::T13)) else {
        return input;
    };
    input.outcome = input.outcome.or(asked.outcome);
    input.program = input.program.or(asked.program);
    input.proof = input.proof.or(asked.proof);
    input.target = input.target.or(asked.target);
    input.target_id = input.target_id.or(asked.target_id);
    input.level = input.level.or(asked.level);
    input.letter = input.letter.or(asked.letter);
    input.login = input.login.or(asked.login);
    input
}

/// Runs the effects of a step.
pub(super) fn run(
    work: &Work<'_>,
    case: &mut CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    for effect in grant.step.effects {
        match effect {
            Effect::ReturnRows if !grant.wish.in_visit => returns::of_case(work, case, grant)?,
            Effect::Referral(ReferralState::Sent) => referral::send(work, case, grant)?,
            Effect::Referral(state) => referral::set(work, case, grant, *state)?,
            Effect::Child => referral::pass_on(work, case, grant)?,
            Effect::PassedOrRecalled => {
                let by_village = grant.wish.hand.role == Some(Role::Kp);
                let state =
                    if by_village { ReferralState::PassedOn } else { ReferralState::Recalled };
                referral::set(work, case, grant, state)?;
            }
            Effect::RecallOpen => referral::set(work, case, grant, ReferralState::Recalled)?,
            Effect::Alias => {
                case.survivor = grant.wish.input.survivor.as_deref().and_then(DocId::from_hex);
                link::merge_case(work, case)?;
            }
            Effect::AliasClosed => {
                link::undo_case(work, case)?;
                case.survivor = None;
            }
            Effect::Enrol => enrol::participation(work, case, grant)?,
            Effect::RegisterPasses => {
                if let Some(person) = case.person {
                    register::passes(work, &person)?;
                }
            }
            Effect::SuggestionEnds => enrol::reclassified(work, case, grant),
            Effect::PrivateCopy => private::ask_for(work, case, grant),
            Effect::Print(Letter::Receipt) => letters::receipt(work, case, grant)?,
            _ => {}
        }
    }
    if let Some(handler) = grant.wish.input.handler.map(UserId).filter(|_| case.private) {
        scopes::add_member(work.conn(), work.kab(), case.scope, handler, work.cause.pos)?;
    }
    Ok(())
}
