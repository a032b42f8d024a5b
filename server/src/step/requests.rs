//! Questions about data: the clocks of the case stand still while one is open (T17, T17r).

use jangkau_domain::Ulid;
use jangkau_domain::clock::Clock;
use jangkau_domain::queue::Cause;
use jangkau_domain::step::{Closes, StepId, Time};
use jangkau_sync::row::{self as wire, RowId, RowKind};

use super::apply::Grant;
use super::queues;
use super::work::{To, Work, row_named};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::inform::{self, Request};
use crate::store::queue::{Waiting, Which};
use crate::store::rows::row_id;

/// Opens a question about a case.
pub(super) fn ask(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let input = grant.wish.input;
    let id = row_id(RowKind::DataRequest, &format!("{}:{}", case.doc, case.n));
    let request = Request {
        id: id.0,
        doc: case.doc,
        question: input.question.clone().unwrap_or_default(),
        keys: input.keys.clone().unwrap_or_default(),
        by: grant.wish.hand.user,
        due: work.due(Clock::DataRequest),
        state: "open".to_owned(),
        pos: work.cause.pos,
        conflict: None,
    };
    inform::ask(work.conn(), work.kab(), &request, work.at())?;
    let row = queues::waiting(work, case, Cause::data(Ulid(id.0)), None);
    work.open(&Waiting { unit: None, ..row })?;
    hand_out(work, case, &request, None)
}

/// Keeps the reply to a question: the one named, else the oldest that is open.
pub(super) fn reply(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let input = grant.wish.input;
    let named = input.request.as_deref().and_then(row_named);
    let open = inform::requests(work.conn(), work.kab(), &case.doc)?;
    let mut open =
        open.into_iter().filter(|request| request.state == "open" && request.conflict.is_none());
    let found = match named {
        Some(id) => open.find(|request| request.id == id.0),
        None => open.next(),
    };
    let Some(request) = found else { return Ok(()) };
    inform::reply(work.conn(), work.kab(), &request.id, input.text.as_deref())?;
    let cause = Cause::data(Ulid(request.id)).key;
    work.close(Which::Cause(&cause), grant.wish.hand.user, StepId::T17r.key())?;
    hand_out(work, case, &request, Some(work.at()))
}

/// Tells whether a step lets the clocks of its case go on: the last open question was answered, or
/// all were dropped.
pub(super) fn go_on(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<bool, IngestError> {
    let open = || -> Result<usize, IngestError> {
        let all = inform::requests(work.conn(), work.kab(), &case.doc)?;
        Ok(all.iter().filter(|request| request.state == "open").count())
    };
    Ok(match grant.wish.id {
        StepId::T17r => open()? <= 1,
        _ => grant.step.closes == Closes::All || grant.step.time.contains(&Time::GoOn),
    })
}

/// Ends the questions of a case whose rows were all closed.
pub(super) fn drop_all(work: &Work<'_>, case: &CaseRow) -> Result<(), IngestError> {
    let all = inform::requests(work.conn(), work.kab(), &case.doc)?;
    for request in all.iter().filter(|request| request.state == "open") {
        inform::reply(work.conn(), work.kab(), &request.id, None)?;
        hand_out(work, case, request, Some(work.at()))?;
    }
    Ok(())
}

fn hand_out(
    work: &Work<'_>,
    case: &CaseRow,
    request: &Request,
    closed: Option<i64>,
) -> Result<(), IngestError> {
    let body = wire::DataRequest {
        case: case.doc,
        question: request.question.clone(),
        keys: request.keys.clone(),
        due: Some(request.due),
        closed,
        doc: None,
    };
    let private = case.author.filter(|_| case.private);
    let id = RowId(request.id);
    work.hand_out(&To { id, scope: case.scope, user: private, doc: Some(case.doc) }, &body)
}
