//! Rows for the feed: what tablets learn of states and refusals.

use jangkau_domain::case::{Ask, CaseState, Word};
use jangkau_domain::queue::Queue;
use jangkau_domain::step::{Refused, StepId};
use jangkau_domain::{Lang, Ulid};
use jangkau_sync::row::{self as wire, RowKind};

use super::Subject;
use super::apply::Grant;
use super::number;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::store::acted::{self, Refusal};
use crate::store::case_state::CaseRow;
use crate::store::queue::{self, Which};
use crate::store::rows::row_id;
use crate::store::visit_state::VisitRow;

/// Tells the tablets of its scope where a case stands.
pub(super) fn case_state(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    let open = queue::list_open(work.conn(), work.kab(), Which::AllOfCase(case.doc))?;
    let beside = [Queue::Inform, Queue::Print, Queue::Agenda, Queue::Overdue];
    let stage = open.iter().filter(|row| !beside.contains(&row.queue));
    let reviews = queue::count_of_case(work.conn(), work.kab(), &case.doc, Queue::Review)?;
    let body = wire::CaseState {
        case: case.doc,
        number: number::of(work, &case.doc, &grant.around.case)?,
        state: case.state.key().to_owned(),
        unit: case.unit.as_ref().map(ToString::to_string),
        ask: case.ask.map(|(ask, _)| Ask::key(ask).to_owned()),
        word: case.word.map(|word| Word::key(word).to_owned()),
        outcome: case.outcome.clone(),
        reason: case.reason.clone(),
        sentence: case.sentence.clone(),
        due: stage.map(|row| row.due).min(),
        event: grant.wish.by,
        round: (reviews > 0).then_some(reviews),
    };
    let to = To {
        id: row_id(RowKind::CaseState, &case.doc.to_string()),
        scope: case.scope,
        user: None,
        doc: Some(case.doc),
    };
    work.hand_out(&to, &body)
}

/// Tells its author where the review of a visit stands.
pub(super) fn visit_state(work: &Work<'_>, visit: &VisitRow) -> Result<(), IngestError> {
    let body = wire::VisitState {
        visit: visit.visit,
        state: visit.state.key().to_owned(),
        round: visit.round,
        note: visit.note.clone(),
    };
    let to = To {
        id: row_id(RowKind::VisitState, &visit.visit.to_string()),
        scope: visit.scope,
        user: visit.user,
        doc: visit.doc,
    };
    work.hand_out(&to, &body)
}

/// What a refused request met.
pub(super) struct Met {
    pub(super) event: Ulid,
    pub(super) seen: Option<CaseState>,
    pub(super) present: Option<CaseState>,
}

/// Answers a request that the table forbids, visibly, once.
pub(super) fn refusal(
    work: &Work<'_>,
    subject: &Subject,
    met: &Met,
    refused: &Refused,
) -> Result<(), IngestError> {
    let key = |state: Option<CaseState>| state.map(|state| state.key().to_owned());
    let kept = Refusal {
        event: met.event,
        doc: subject.doc,
        step: refused.step.key().to_owned(),
        code: refused.code.key().to_owned(),
        guard: refused.guard.key().to_owned(),
        fields: refused.fields.clone(),
        seen: key(met.seen),
        present: key(met.present),
        user: work.cause.author.user,
        pos: work.cause.pos,
        at: work.at(),
    };
    acted::refuse(work.conn(), work.kab(), &kept)?;
    let body = wire::Refusal {
        event: met.event,
        doc: subject.doc,
        step: Some(StepId::key(refused.step).to_owned()),
        code: kept.code,
        text: refused.text(Lang::Id),
        seen_state: kept.seen,
        present_state: kept.present,
    };
    let to = To {
        id: row_id(RowKind::Refusal, &met.event.to_string()),
        scope: subject.scope,
        user: work.cause.author.user,
        doc: Some(subject.doc),
    };
    work.hand_out(&to, &body)
}
