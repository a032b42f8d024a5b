//! What a step does besides state and queues: referrals, returns, links, dates.

use jangkau_domain::case::CaseState;
use jangkau_domain::clock::Clock;
use jangkau_domain::queue::Queue;
use jangkau_domain::referral::{Level, ReferralState};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Effect, Input, StepId, Time};
use jangkau_domain::{DocId, UserId};
use jangkau_sync::row::RowKind;

use super::apply::{Grant, Wish};
use super::work::Work;
use super::{actor, link, queues, returns};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::queue::{self, Which};
use crate::store::referrals::{self, Referral};
use crate::store::rows::row_id;
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
            Effect::Referral(ReferralState::Sent) => send(work, case, grant)?,
            Effect::Referral(state) => set(work, case, grant, *state)?,
            Effect::Child => child(work, case, grant)?,
            Effect::PassedOrRecalled => {
                let by_village = grant.wish.hand.role == Some(Role::Kp);
                let state =
                    if by_village { ReferralState::PassedOn } else { ReferralState::Recalled };
                set(work, case, grant, state)?;
            }
            Effect::RecallOpen => set(work, case, grant, ReferralState::Recalled)?,
            Effect::Alias => {
                case.survivor = grant.wish.input.survivor.as_deref().and_then(DocId::from_hex);
                link::merge_case(work, case)?;
            }
            Effect::AliasClosed => {
                link::undo_case(work, case)?;
                case.survivor = None;
            }
            _ => {}
        }
    }
    if let Some(handler) = grant.wish.input.handler.map(UserId).filter(|_| case.private) {
        scopes::add_member(work.conn(), work.kab(), case.scope, handler, work.cause.pos)?;
    }
    if let Some(since) = paused_before(work, case, grant)? {
        queues::go_on(work, case, grant, since)?;
    }
    Ok(())
}

/// Returns since when the stage clocks stood still, where this step lets them go on.
fn paused_before(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<Option<i64>, IngestError> {
    if grant.wish.id != StepId::T17r {
        return Ok(None);
    }
    let rows = queue::of_case(work.conn(), work.kab(), &case.doc)?;
    let asked = rows.iter().filter(|row| row.queue == Queue::DataRequest);
    Ok(asked.map(|row| row.opened_at).max())
}

/// A referral goes out; a national one passes the province, where somebody is there.
fn send(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let input = grant.wish.input;
    let final_level = input.level.as_deref().and_then(Level::from_key).unwrap_or(Level::Kab);
    let province = actor::exists(work, Role::Kprov, case.desa.as_deref())?;
    let level = final_level.first_stop(province);
    let before = referrals::last(work.conn(), work.kab(), &case.doc)?;
    let seq = before.map_or(1, |before| before.seq + 1);
    let id = row_id(RowKind::CaseState, &format!("referral:{}:{seq}", case.doc)).0;
    let asker = case.ask.map(|(_, by)| by);
    let referral = Referral {
        id,
        doc: case.doc,
        seq,
        parent: None,
        state: ReferralState::Sent,
        target: input.target.clone().unwrap_or_default(),
        target_id: input.target_id.clone(),
        program: input.program.clone(),
        level,
        final_level,
        login: input.login.unwrap_or(false),
        asked_by: asker,
        approved_by: grant.wish.hand.user,
        sent_at: work.at(),
        due: work.due(Clock::ProgramAnswer),
        own_date: None,
        answer: None,
        realised_on: None,
        pos: work.cause.pos,
    };
    Ok(referrals::put(work.conn(), work.kab(), &referral)?)
}

/// Sets what became of the newest referral, where its state allows.
fn set(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
    state: ReferralState,
) -> Result<(), IngestError> {
    let Some(mut last) = referrals::last(work.conn(), work.kab(), &case.doc)? else {
        return Ok(());
    };
    if !last.state.leads_to(state) {
        return Ok(());
    }
    let input = grant.wish.input;
    last.state = state;
    last.answer = Some(to_cbor(input));
    if state == ReferralState::Realised {
        last.realised_on.clone_from(&input.date);
    }
    let own = input.date.as_deref().filter(|_| grant.step.time.contains(&Time::OwnDate));
    if let Some(due) = own.and_then(|date| work.end_of(date)) {
        last.own_date.clone_from(&input.date);
        last.due = due.min(work.due(Clock::Inspection));
        for row in
            queue::list_open(work.conn(), work.kab(), Which::Case(case.doc, Queue::ProgramAnswer))?
        {
            queue::set_due(work.conn(), work.kab(), &row.cause, last.due)?;
        }
    }
    Ok(referrals::put(work.conn(), work.kab(), &last)?)
}

/// Opens the referral at the next level.
fn child(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    debug_assert!(case.state == CaseState::Referred, "passing on stays a referral");
    let Some(parent) = referrals::last(work.conn(), work.kab(), &case.doc)? else {
        return Ok(());
    };
    let input = grant.wish.input;
    let seq = parent.seq + 1;
    let level = parent.level.next().unwrap_or(Level::National);
    let child = Referral {
        id: row_id(RowKind::CaseState, &format!("referral:{}:{seq}", case.doc)).0,
        seq,
        parent: Some(parent.id),
        state: ReferralState::Sent,
        target: input.target.clone().unwrap_or(parent.target),
        target_id: input.target_id.clone().or(parent.target_id),
        level,
        approved_by: grant.wish.hand.user,
        sent_at: work.at(),
        due: work.due(Clock::ProgramAnswer),
        own_date: None,
        answer: None,
        pos: work.cause.pos,
        ..parent
    };
    Ok(referrals::put(work.conn(), work.kab(), &child)?)
}
