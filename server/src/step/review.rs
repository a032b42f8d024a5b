//! The supervisor's decision on a visit, and the steps of its cases inside it (V2, V3).

use std::collections::BTreeMap;

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::Queue;
use jangkau_domain::step::{FieldNote, Guard, Input, RefusalCode, Refused, StepId};
use jangkau_domain::{DocId, Ulid, UserId};

use super::apply::{self, Wish};
use super::returns::{self, Batch};
use super::visit;
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::queue::Which;
use crate::store::visit_state::{VisitRow, VisitState};
use crate::store::visits;

/// What stands for a review note where a whole visit was accepted without one.
const ACCEPTED: &str = "Diterima dalam telaah kunjungan.";

/// Accepts a visit (V2): the step of review for each of its cases.
pub(super) fn accept(
    work: &Work<'_>,
    mut row: VisitRow,
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    if row.state != VisitState::Waiting {
        return Ok(Err(late(StepId::V2, &row)));
    }
    for mut case in waiting_cases(work, &row.visit)? {
        if let Err(refused) = accept_case(work, &mut case, wish)? {
            return Ok(Err(refused));
        }
    }
    close_review(work, &row, wish, StepId::V2)?;
    row.state = VisitState::Accepted;
    decided(work, &mut row, wish)?;
    Ok(Ok(()))
}

/// Returns a visit (V3): a return row for each document with a note, the rest is accepted.
pub(super) fn give_back(
    work: &Work<'_>,
    mut row: VisitRow,
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    if row.state != VisitState::Waiting {
        return Ok(Err(late(StepId::V3, &row)));
    }
    let notes = wish.input.fields.clone().unwrap_or_default();
    let groups = returns::by_doc(&notes);
    let parts = visits::parts(work.conn(), work.kab(), &row.visit)?;
    let known = |doc: &DocId| parts.iter().any(|part| part.doc == *doc) || row.doc == Some(*doc);
    let noted = !groups.is_empty() && notes.iter().all(|note| !note.note.trim().is_empty());
    if !noted || !groups.keys().all(known) {
        let refused = Refused::new(StepId::V3, RefusalCode::Missing, Guard::FieldNotes);
        return Ok(Err(refused));
    }
    for mut case in waiting_cases(work, &row.visit)? {
        let done = match groups.get(&case.doc) {
            Some(notes) => return_case(work, &mut case, notes, wish)?,
            None => accept_case(work, &mut case, wish)?,
        };
        if let Err(refused) = done {
            return Ok(Err(refused));
        }
    }
    close_review(work, &row, wish, StepId::V3)?;
    open_returns(work, &row, wish, &groups)?;
    row.state = VisitState::Returned;
    decided(work, &mut row, wish)?;
    Ok(Ok(()))
}

fn open_returns(
    work: &Work<'_>,
    row: &VisitRow,
    wish: Wish<'_>,
    groups: &BTreeMap<DocId, Vec<FieldNote>>,
) -> Result<(), IngestError> {
    let Some(by) = wish.hand.user else { return Ok(()) };
    let stand_in = wish.input.stand_in.map(UserId);
    for (doc, notes) in groups {
        let case = case_state::find(work.conn(), work.kab(), doc)?;
        let batch = Batch {
            visit: Some(row.visit),
            scope: row.scope,
            desa: row.desa.as_deref(),
            by,
            to: stand_in.or(row.user),
            note: wish.input.note.as_deref(),
            round: row.round + 1,
            case: case.as_ref(),
        };
        returns::open(work, &batch, *doc, notes)?;
    }
    Ok(())
}

/// Returns the cases of a visit that wait for review.
fn waiting_cases(work: &Work<'_>, visit: &Ulid) -> Result<Vec<CaseRow>, IngestError> {
    let cases = case_state::of_visit(work.conn(), work.kab(), visit)?;
    let waits = |case: &CaseRow| matches!(case.state, CaseState::Submitted | CaseState::Prelisted);
    Ok(cases.into_iter().filter(waits).collect())
}

fn accept_case(
    work: &Work<'_>,
    case: &mut CaseRow,
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    let listing = case.state == CaseState::Prelisted;
    let given = wish.input.note.clone().filter(|note| !note.trim().is_empty());
    let note = given.unwrap_or_else(|| ACCEPTED.to_owned());
    let input = Input { note: Some(note), ..Input::default() };
    let id = if listing { StepId::L2 } else { StepId::T8 };
    work.close(Which::Case(case.doc, Queue::Review), wish.hand.user, id.key())?;
    apply::take(work, case, Wish { id, input: &input, in_visit: true, ..wish })
}

fn return_case(
    work: &Work<'_>,
    case: &mut CaseRow,
    notes: &[FieldNote],
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    let listing = case.state == CaseState::Prelisted;
    let id = if listing { StepId::L3 } else { StepId::T6 };
    let input = Input { fields: Some(notes.to_vec()), ..wish.input.clone() };
    apply::take(work, case, Wish { id, input: &input, in_visit: true, ..wish })
}

fn close_review(
    work: &Work<'_>,
    row: &VisitRow,
    wish: Wish<'_>,
    step: StepId,
) -> Result<(), IngestError> {
    work.close(Which::Visit(row.visit, Queue::Review), wish.hand.user, step.key())?;
    Ok(())
}

fn decided(work: &Work<'_>, row: &mut VisitRow, wish: Wish<'_>) -> Result<(), IngestError> {
    row.decided_by = wish.hand.user;
    row.note.clone_from(&wish.input.note);
    visit::moved(work, row)
}

fn late(step: StepId, row: &VisitRow) -> Refused {
    let same = matches!(
        (step, row.state),
        (StepId::V2, VisitState::Accepted) | (StepId::V3, VisitState::Returned)
    );
    let code = if same { RefusalCode::Repeated } else { RefusalCode::Late };
    Refused::new(step, code, Guard::State)
}
