//! Events of a document: each acts once, and what the table forbids is answered visibly.

use jangkau_domain::Ulid;
use jangkau_domain::case::CaseState;
use jangkau_domain::event::{Event, EventBody};
use jangkau_domain::step::asked::Request;
use jangkau_domain::step::{Guard, Hand, Input, RefusalCode, Refused, StepId, asked_step};

use super::apply::{self, Wish};
use super::feed::{self, Met};
use super::work::Work;
use super::{Subject, actor, case, correct, cross, facts, inform, link, look_again, visit};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::{acted, case_step};

/// Answers an event; the same one does nothing a second time.
pub(super) fn answer(
    work: &Work<'_>,
    subject: &Subject,
    id: Ulid,
    body: &[u8],
) -> Result<(), IngestError> {
    if !acted::first(work.conn(), work.kab(), id, work.cause.pos)? {
        return Ok(());
    }
    let Ok(event) = Event::decode(body) else {
        let met = Met { event: id, seen: None, present: None };
        let refused = Refused::new(StepId::V1, RefusalCode::Illegal, Guard::Kind);
        return feed::refusal(work, subject, &met, &refused);
    };
    if let EventBody::Visit(body) = &event.body {
        return visit::opened(work, subject, id, body);
    }
    if let EventBody::CrossCheck(found) = &event.body {
        return cross::done(work, subject, id, found, body);
    }
    if let EventBody::Note(note) = &event.body
        && let Some(request) = look_again::asked(work, subject, note)?
    {
        return look_again::replied(work, subject, id, note, &request);
    }
    let row = case::ensure(work, subject)?;
    let met = met(work, id, &event, row.as_ref())?;
    match &event.body {
        EventBody::Correct(body) => correct::arrived(work, subject, &met, body, event.at_s),
        EventBody::Inform(body) => inform::told(work, subject, &met, body),
        EventBody::Visit(_) | EventBody::CrossCheck(_) => Ok(()),
        _ => match (request(&event.body), row) {
            (Some(request), Some(row)) => {
                ask(work, subject, row, &Asking { request, met, event: &event })
            }
            // A note on record asks for nothing; a request outside a case has no step.
            (None, _) => Ok(()),
            (Some(_), None) => {
                let refused = Refused::new(StepId::T1, RefusalCode::Illegal, Guard::Kind);
                feed::refusal(work, subject, &met, &refused)
            }
        },
    }
}

struct Asking<'a> {
    request: Request,
    met: Met,
    event: &'a Event,
}

/// Asks the table for the step that an event wants.
fn ask(
    work: &Work<'_>,
    subject: &Subject,
    mut row: CaseRow,
    asking: &Asking<'_>,
) -> Result<(), IngestError> {
    let around = facts::around(work, &row.doc)?;
    let facts = facts::gather(work, &row, &around)?;
    let user = work.cause.author.user;
    let Some(role) = actor::recorder(work, user, row.desa.as_deref())? else {
        let refused = Refused::new(StepId::T1, RefusalCode::NotAllowed, Guard::Role);
        return feed::refusal(work, subject, &asking.met, &refused);
    };
    let Some(id) = asked_step(asking.request, &facts, role) else {
        row.withdraw_asked = true;
        return Ok(case_state::put(work.conn(), work.kab(), &row)?);
    };
    let input = input_of(&asking.event.body);
    let wish = Wish {
        id,
        hand: Hand { user, role: Some(role) },
        input: &input,
        by: Some(asking.met.event),
        claimed: Some(asking.event.at_s),
        in_visit: reviewed_with_visit(work, role),
        own: matches!(asking.request, Request::Submit { own: true, .. }),
    };
    match apply::take(work, &mut row, wish)? {
        Err(refused) => {
            let present = asking.met.present.unwrap_or(row.state);
            let refused = refused.seen_from(asking.met.seen, present);
            feed::refusal(work, subject, &asking.met, &refused)
        }
        Ok(()) => follow(work, &mut row),
    }
}

/// What follows from a case that was sent: its visit hurries, its double is found.
fn follow(work: &Work<'_>, row: &mut CaseRow) -> Result<(), IngestError> {
    if let Some(visit) = row.visit.filter(|_| row.urgent) {
        visit::hurry(work, &visit)?;
    }
    link::merge_if_told_twice(work, row)
}

/// A case of a facilitator's visit is reviewed with the visit; of an office by itself.
fn reviewed_with_visit(work: &Work<'_>, role: jangkau_domain::role::Role) -> bool {
    !role.at_office() && work.cause.author.visit.is_some()
}

fn request(body: &EventBody) -> Option<Request> {
    Some(match body {
        EventBody::Submit(submit) => {
            Request::Submit { own: submit.route == "own", private: submit.route == "private" }
        }
        EventBody::Answer(_) => Request::Answer,
        EventBody::Papers(_) => Request::Papers,
        EventBody::Withdraw(_) => Request::Withdraw,
        EventBody::Object(_) => Request::Object,
        EventBody::Note(note) if note.request.is_some() => Request::Reply,
        _ => return None,
    })
}

fn input_of(body: &EventBody) -> Input {
    let text = match body {
        EventBody::Answer(answer) => Some(answer.text.clone()),
        EventBody::Object(object) => Some(object.text.clone()),
        EventBody::Note(note) => Some(note.text.clone()),
        EventBody::Withdraw(withdraw) => withdraw.text.clone(),
        _ => None,
    };
    let reason = match body {
        EventBody::Withdraw(withdraw) => Some(withdraw.reason.clone()),
        _ => None,
    };
    let request = match body {
        EventBody::Note(note) => note.request.clone(),
        _ => None,
    };
    // Sent privately after it was sent openly: the reporter is to be kept secret from now on.
    let keys = match body {
        EventBody::Submit(submit) if submit.route == "private" => {
            Some(vec!["f/hide_reporter".to_owned()])
        }
        _ => None,
    };
    Input { text, reason, request, keys, ..Input::default() }
}

/// Returns what the author had seen, and what the event meets.
fn met(
    work: &Work<'_>,
    event: Ulid,
    body: &Event,
    row: Option<&CaseRow>,
) -> Result<Met, IngestError> {
    let Some(row) = row else { return Ok(Met { event, seen: None, present: None }) };
    let seen = match body.seen {
        Some(0) | None => None,
        Some(pos) => case_step::state_at(work.conn(), work.kab(), &row.doc, pos)?
            .as_deref()
            .and_then(CaseState::from_key),
    };
    Ok(Met { event, seen: seen.or(Some(CaseState::Draft)), present: Some(row.state) })
}
