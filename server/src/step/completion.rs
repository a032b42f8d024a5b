//! After an emergency: each quick case is completed, waived, or waits to be completed (E3).

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::Cause;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode, StepId};
use jangkau_domain::{DocKind, UserId};

use super::Subject;
use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::work::Work;
use super::{facts, queues, things};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::emergencies::{self, Quick};
use crate::store::queue::Which;

/// Completes a quick case (E3), or waives the rest: the manager, who says why.
pub(super) fn decide(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let Some(doc) = decision.doc else { return Err(IngestError::Damaged) };
    let Some(case) = case_state::find(work.conn(), work.kab(), &doc)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    if !things::may(work, &wish, case.desa.as_deref(), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let quick = emergencies::quick(work.conn(), work.kab(), &doc)?;
    let Some(quick) = quick else { return refuse(wish.id, RefusalCode::Illegal, Guard::State) };
    if quick.state != "open" {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    let why = wish.input.why.clone().filter(|why| !why.trim().is_empty());
    let lacks = facts::lacks_minimum(work, &case, &facts::around(work, &doc)?);
    if lacks && wish.hand.role != Some(Role::Mj) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Minimum);
    }
    if lacks && why.is_none() {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    }
    let state = if lacks { "waived" } else { "complete" };
    end(work, Quick { state: state.to_owned(), why, ..quick }, wish.hand.user)?;
    Ok(Ok(()))
}

/// Looks at the quick cases that a change touches: what is complete now ends by itself, what came
/// after the emergency was over begins to wait.
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let cases = match subject.kind {
        DocKind::Case => vec![subject.doc],
        DocKind::Person | DocKind::Household => emergencies::cases_about(conn, kab, &subject.doc)?,
    };
    for doc in cases {
        let case = case_state::find(conn, kab, &doc)?;
        let Some(case) = case.filter(|case| case.mode && case.state != CaseState::Draft) else {
            continue;
        };
        match emergencies::quick(conn, kab, &doc)? {
            Some(quick) if quick.state == "open" => {
                if !facts::lacks_minimum(work, &case, &facts::around(work, &doc)?) {
                    end(work, Quick { state: "complete".to_owned(), ..quick }, None)?;
                }
            }
            Some(_) => {}
            None => begin(work, &case)?,
        }
    }
    Ok(())
}

/// Lets a quick case wait for completion where no mode is on in its desa any more.
pub(super) fn begin(work: &Work<'_>, case: &CaseRow) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let gone = matches!(case.state, CaseState::Withdrawn | CaseState::Merged);
    let (Some(desa), false) = (&case.desa, gone) else { return Ok(()) };
    let modes = emergencies::of_desa(conn, kab, desa)?;
    let Some(last) = modes.last().filter(|_| modes.iter().all(|mode| !mode.on)) else {
        return Ok(());
    };
    let known = emergencies::quick(conn, kab, &case.doc)?.is_some();
    if known || !facts::lacks_minimum(work, case, &facts::around(work, &case.doc)?) {
        return Ok(());
    }
    let quick =
        Quick { doc: case.doc, mode: last.id, state: "open".to_owned(), why: None, by: None };
    emergencies::put_quick(conn, kab, &quick, (work.cause.pos, work.at()))?;
    work.open(&queues::waiting(work, case, Cause::completion(case.doc), None))
}

fn end(work: &Work<'_>, quick: Quick, by: Option<UserId>) -> Result<(), IngestError> {
    let quick = Quick { by, ..quick };
    emergencies::put_quick(work.conn(), work.kab(), &quick, (work.cause.pos, work.at()))?;
    let cause = Cause::completion(quick.doc).key;
    work.close(Which::Cause(&cause), by, StepId::E3.key())?;
    Ok(())
}
