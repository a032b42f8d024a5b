//! Referrals: where one goes first, what becomes of it, the next level (Guideline IV.C.1.c).

use jangkau_domain::clock::Clock;
use jangkau_domain::queue::Queue;
use jangkau_domain::referral::{Level, ReferralState};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, Time};
use jangkau_sync::row::RowKind;

use super::actor;
use super::apply::Grant;
use super::effects::to_cbor;
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::queue::{self, Which};
use crate::store::referrals::{self, Referral};
use crate::store::rows::row_id;
use crate::store::users;

/// Stands on record where a province was passed over.
const NO_COORDINATOR: &str = "Tidak ada koordinator provinsi.";

/// A referral goes out; a national one passes the province, where somebody is there.
pub(super) fn send(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let input = grant.wish.input;
    let final_level = input.level.as_deref().and_then(Level::from_key).unwrap_or(Level::Kab);
    let before = referrals::last(work.conn(), work.kab(), &case.doc)?;
    let first = Referral {
        id: [0; 16],
        doc: case.doc,
        seq: before.map_or(0, |before| before.seq),
        parent: None,
        state: ReferralState::Sent,
        target: input.target.clone().unwrap_or_default(),
        target_id: input.target_id.clone(),
        program: input.program.clone(),
        level: final_level,
        final_level,
        login: has_login(work, case, input)?,
        asked_by: case.ask.map(|(_, by)| by),
        approved_by: grant.wish.hand.user,
        sent_at: work.at(),
        due: work.due(Clock::ProgramAnswer),
        own_date: None,
        answer: None,
        realised_on: None,
        pos: work.cause.pos,
    };
    let province = actor::exists(work, Role::Kprov, case.desa.as_deref())?;
    let stop = final_level.first_stop(province);
    if final_level == Level::National && stop == Level::National {
        let skipped = skip(work, first)?;
        return next(work, skipped, Level::National);
    }
    put(work, Referral { level: stop, ..first })?;
    Ok(())
}

/// The target answers by login where a program owner has one for this place.
fn has_login(work: &Work<'_>, case: &CaseRow, input: &Input) -> Result<bool, IngestError> {
    // A program's owner sees no private case: what they learn of it is on the letter.
    if let Some(said) = input.login.or(case.private.then_some(false)) {
        return Ok(said && !case.private);
    }
    let Some(program) = &input.program else { return Ok(false) };
    let desa = case.desa.as_deref();
    Ok(users::somebody_owns(work.conn(), work.kab(), program, desa)?)
}

/// A province without a coordinator is skipped, on record.
fn skip(work: &Work<'_>, referral: Referral) -> Result<Referral, IngestError> {
    let why = Input { why: Some(NO_COORDINATOR.to_owned()), ..Input::default() };
    let skipped = Referral {
        level: Level::Prov,
        state: ReferralState::PassedOn,
        answer: Some(to_cbor(&why)),
        ..referral
    };
    put(work, skipped)
}

/// Opens the referral at the next level, and lets the one before point to it.
pub(super) fn pass_on(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    let Some(parent) = referrals::last(work.conn(), work.kab(), &case.doc)? else {
        return Ok(());
    };
    let input = grant.wish.input;
    let named = input.level.as_deref().and_then(Level::from_key);
    let up = parent.level.next().unwrap_or(Level::National);
    let final_level = named.unwrap_or(parent.final_level).max(up);
    let onward = Referral {
        target: input.target.clone().unwrap_or_else(|| parent.target.clone()),
        target_id: input.target_id.clone().or_else(|| parent.target_id.clone()),
        final_level,
        approved_by: grant.wish.hand.user,
        ..parent
    };
    let province = actor::exists(work, Role::Kprov, case.desa.as_deref())?;
    if up == Level::Prov && final_level == Level::National && !province {
        let skipped = Referral { parent: Some(onward.id), ..fresh(work, onward) };
        let skipped = skip(work, skipped)?;
        return next(work, skipped, Level::National);
    }
    next(work, onward, up)
}

/// Opens the child of a referral at a level.
fn next(work: &Work<'_>, parent: Referral, level: Level) -> Result<(), IngestError> {
    let id = parent.id;
    put(work, Referral { parent: Some(id), level, ..fresh(work, parent) })?;
    Ok(())
}

fn fresh(work: &Work<'_>, like: Referral) -> Referral {
    Referral {
        state: ReferralState::Sent,
        sent_at: work.at(),
        due: work.due(Clock::ProgramAnswer),
        own_date: None,
        answer: None,
        realised_on: None,
        pos: work.cause.pos,
        ..like
    }
}

/// Writes a new referral under the next number of its case.
fn put(work: &Work<'_>, referral: Referral) -> Result<Referral, IngestError> {
    let seq = referral.seq + 1;
    let id = row_id(RowKind::CaseState, &format!("referral:{}:{seq}", referral.doc)).0;
    let referral = Referral { id, seq, ..referral };
    referrals::put(work.conn(), work.kab(), &referral)?;
    Ok(referral)
}

/// Sets what became of the newest referral, where its state allows.
pub(super) fn set(
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
        last.due = due;
        let answer = Which::Case(case.doc, Queue::ProgramAnswer);
        for row in queue::list_open(work.conn(), work.kab(), answer)? {
            queue::set_due(work.conn(), work.kab(), &row.cause, last.due)?;
        }
    }
    Ok(referrals::put(work.conn(), work.kab(), &last)?)
}

/// Names level, channel and program on the rows that wait for an answer: whose they are.
pub(super) fn key(referral: &Referral) -> String {
    let channel = if referral.login { "login" } else { "letter" };
    format!("{}:{channel}:{}", referral.level.key(), referral.program.as_deref().unwrap_or("-"))
}
