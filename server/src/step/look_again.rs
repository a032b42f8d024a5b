//! An admin asks the authors of clashing values to look at the papers again (C4); their reply closes
//! the question, the clash waits on.

use jangkau_domain::Ulid;
use jangkau_domain::clock::Clock;
use jangkau_domain::event::Note;
use jangkau_domain::queue::Cause;
use jangkau_domain::step::{Guard, RefusalCode, Refused, StepId};
use jangkau_sync::row::{self as wire, RowId, RowKind};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::feed::{self, Met};
use super::work::{To, Work, row_named};
use super::{Subject, actor, things, waiting};
use crate::ingest::IngestError;
use crate::store::documents;
use crate::store::inform::{self, Request};
use crate::store::queue::{self, Which};
use crate::store::rows::row_id;

/// Asks (C4): once while the question is open.
pub(super) fn ask(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(doc), Some(key), Some(hash)) = (decision.doc, &decision.key, decision.hash) else {
        return Err(IngestError::Damaged);
    };
    let Some(stored) = documents::find(work.conn(), work.kab(), &doc)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let desa = work.desa(stored.scope)?;
    if !things::may(work, &wish, desa.as_deref(), true)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let clash = Cause::conflict(doc, key, &hex::encode(hash)).key;
    if queue::list_open(work.conn(), work.kab(), Which::Cause(&clash))?.is_empty() {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    let question = wish.input.question.clone().filter(|text| !text.trim().is_empty());
    let Some(question) = question else {
        return refuse(wish.id, RefusalCode::Missing, Guard::Question);
    };
    let before = inform::requests(work.conn(), work.kab(), &doc)?;
    let mut same = before.iter().filter(|one| one.conflict.as_deref() == Some(&clash));
    if same.clone().any(|one| one.state == "open") {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    let name = format!("{clash}:{}", same.by_ref().count() + 1);
    let request = Request {
        id: row_id(RowKind::DataRequest, &name).0,
        doc,
        question,
        keys: vec![key.clone()],
        by: wish.hand.user,
        due: work.due(Clock::DataRequest),
        state: "open".to_owned(),
        pos: work.cause.pos,
        conflict: Some(clash),
    };
    inform::ask(work.conn(), work.kab(), &request, work.at())?;
    let cause = Cause::data(Ulid(request.id));
    work.open(&waiting::of_scope(work, cause, stored.scope, Some(doc), None)?)?;
    let subject = Subject { doc, kind: stored.register.kind(), scope: stored.scope };
    hand_out(work, &subject, &request, None)?;
    Ok(Ok(()))
}

/// Returns the question about a clash that a note replies to.
pub(super) fn asked(
    work: &Work<'_>,
    subject: &Subject,
    note: &Note,
) -> Result<Option<Request>, IngestError> {
    let Some(id) = note.request.as_deref().and_then(row_named) else { return Ok(None) };
    let all = inform::requests(work.conn(), work.kab(), &subject.doc)?;
    Ok(all.into_iter().find(|one| one.id == id.0 && one.conflict.is_some()))
}

/// Keeps the reply and closes the question, as T17r does for a case.
pub(super) fn replied(
    work: &Work<'_>,
    subject: &Subject,
    event: Ulid,
    note: &Note,
    request: &Request,
) -> Result<(), IngestError> {
    let refused = |code, guard| {
        let met = Met { event, seen: None, present: None };
        feed::refusal(work, subject, &met, &Refused::new(StepId::T17r, code, guard))
    };
    let desa = work.desa(subject.scope)?;
    if actor::recorder(work, work.cause.author.user, desa.as_deref())?.is_none() {
        return refused(RefusalCode::NotAllowed, Guard::Role);
    }
    if request.state != "open" {
        return refused(RefusalCode::Repeated, Guard::State);
    }
    end(work, subject, request, Some(&note.text), StepId::T17r)
}

/// Closes the questions about a clash that was settled meanwhile.
pub(super) fn settled(work: &Work<'_>, subject: &Subject, clash: &str) -> Result<(), IngestError> {
    for request in inform::requests(work.conn(), work.kab(), &subject.doc)? {
        if request.state == "open" && request.conflict.as_deref() == Some(clash) {
            end(work, subject, &request, None, StepId::T17r)?;
        }
    }
    Ok(())
}

fn end(
    work: &Work<'_>,
    subject: &Subject,
    request: &Request,
    text: Option<&str>,
    step: StepId,
) -> Result<(), IngestError> {
    inform::reply(work.conn(), work.kab(), &request.id, text)?;
    let cause = Cause::data(Ulid(request.id)).key;
    work.close(Which::Cause(&cause), work.cause.author.user, step.key())?;
    hand_out(work, subject, request, Some(work.at()))
}

fn hand_out(
    work: &Work<'_>,
    subject: &Subject,
    request: &Request,
    closed: Option<i64>,
) -> Result<(), IngestError> {
    let body = wire::DataRequest {
        case: subject.doc,
        question: request.question.clone(),
        keys: request.keys.clone(),
        due: Some(request.due),
        closed,
        doc: Some(subject.doc),
    };
    let to = To { id: RowId(request.id), scope: subject.scope, user: None, doc: Some(subject.doc) };
    work.hand_out(&to, &body)
}
