//! A correction arrives: the return row ends, and the case or the visit goes on (T7, L4, V4).

use jangkau_domain::case::{CaseKind, CaseState};
use jangkau_domain::event::Correct;
use jangkau_domain::step::{Guard, Hand, Input, RefusalCode, Refused, StepId};

use super::apply::{self, Wish};
use super::feed::{self, Met};
use super::work::{Work, row_named};
use super::{Subject, actor, returns, visit};
use crate::ingest::IngestError;
use crate::store::case_state;
use crate::store::returns::{self as store, Returned};

/// Answers a correct event: it names the return row that it answers.
pub(super) fn arrived(
    work: &Work<'_>,
    subject: &Subject,
    met: &Met,
    event: &Correct,
    claimed: i64,
) -> Result<(), IngestError> {
    let row = match row_named(&event.returned) {
        Some(id) => store::find(work.conn(), work.kab(), &id.0)?,
        None => None,
    };
    let step = match case_state::find(work.conn(), work.kab(), &subject.doc)? {
        Some(case) if case.kind == CaseKind::Listing => StepId::L4,
        Some(_) => StepId::T7,
        None => StepId::V4,
    };
    let refuse = |code, guard| feed::refusal(work, subject, met, &Refused::new(step, code, guard));
    let Some(row) = row.filter(|row| row.doc == subject.doc) else {
        return refuse(RefusalCode::Illegal, Guard::State);
    };
    if let Some((code, guard)) = refusal_of(work, &row) {
        return refuse(code, guard);
    }
    let wish = Wish {
        id: step,
        hand: Hand::SYSTEM,
        input: &Input { note: event.text.clone(), ..Input::default() },
        by: Some(met.event),
        claimed: Some(claimed),
        in_visit: false,
        own: false,
    };
    returns::end(work, &row, "corrected", step.key())?;
    match row.visit {
        Some(visit) => visit::corrected(work, &visit, wish),
        None => case_goes_on(work, subject, met, &row, wish),
    }
}

/// Tells why a return row takes no correction now, or not from this person.
fn refusal_of(work: &Work<'_>, row: &Returned) -> Option<(RefusalCode, Guard)> {
    match row.state.as_str() {
        "open" if row.to.is_some() && row.to != work.cause.author.user => {
            Some((RefusalCode::NotAllowed, Guard::AuthorOrStandIn))
        }
        "open" => None,
        "corrected" => Some((RefusalCode::Repeated, Guard::State)),
        _ => Some((RefusalCode::Late, Guard::State)),
    }
}

/// A case that came back by itself waits until each of its return rows is answered.
fn case_goes_on(
    work: &Work<'_>,
    subject: &Subject,
    met: &Met,
    row: &Returned,
    wish: Wish<'_>,
) -> Result<(), IngestError> {
    let Some(mut case) = case_state::find(work.conn(), work.kab(), &row.doc)? else {
        return Ok(());
    };
    if !matches!(case.state, CaseState::NeedsCorrection | CaseState::PrelistReturned) {
        return Ok(());
    }
    let role = actor::recorder(work, work.cause.author.user, case.desa.as_deref())?;
    let hand = Hand { user: work.cause.author.user, role };
    match apply::take(work, &mut case, Wish { hand, ..wish })? {
        Ok(()) => Ok(()),
        Err(refused) => feed::refusal(work, subject, met, &refused),
    }
}
