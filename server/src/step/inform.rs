//! Telling the citizen: one open task a case, the newest word (Guideline IV.C.3(5)).

use jangkau_domain::case::{CaseState, Outcome, Reason, Word};
use jangkau_domain::clock::Clock;
use jangkau_domain::event::Inform;
use jangkau_domain::queue::{Cause, Queue};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode, Refused, StepId};
use jangkau_sync::row::{self as wire, RowId, RowKind};

use super::Subject;
use super::apply::Grant;
use super::feed::{self, Met};
use super::work::{To, Work, row_named};
use super::{facts, number, queues};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::inform::{self, Task, Told};
use crate::store::queue::{Waiting, Which};
use crate::store::rows::row_id;

/// Opens a task for the present word and closes the older one (I2).
pub(super) fn open(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    if told_on_the_spot(work, grant) {
        return Ok(());
    }
    supersede(work, case, Some(grant))?;
    let Some(word) = case.word else { return Ok(()) };
    let cause = Cause::inform(case.doc, case.n);
    let clock = if case.urgent { Clock::InformUrgent } else { Clock::Inform };
    let task = Task {
        id: row_id(RowKind::InformTask, &cause.key).0,
        doc: case.doc,
        n: case.n,
        word: word.key().to_owned(),
        due: work.due(clock),
        state: "open".to_owned(),
        tries: 0,
        done_at: None,
        pos: work.cause.pos,
    };
    inform::insert(work.conn(), work.kab(), &task, work.at())?;
    let row = queues::waiting(work, case, cause, Some(clock));
    work.open(&Waiting { unit: None, ..row })?;
    hand_out(work, case, &task, &grant.around.case, grant.around.person.as_ref())
}

/// Closes the tasks of a case that a newer word or an end makes void.
pub(super) fn supersede(
    work: &Work<'_>,
    case: &CaseRow,
    grant: Option<&Grant<'_>>,
) -> Result<(), IngestError> {
    work.close(Which::Case(case.doc, Queue::Inform), None, StepId::I2.key())?;
    let tasks = inform::of_doc(work.conn(), work.kab(), &case.doc)?;
    for mut task in tasks.into_iter().filter(|task| task.state == "open") {
        task.state = "superseded".to_owned();
        task.done_at = Some(work.at());
        keep(work, &task, None)?;
        let empty = facts::Record::new();
        let record = grant.map_or(&empty, |grant| &grant.around.case);
        hand_out(work, case, &task, record, None)?;
    }
    Ok(())
}

/// Ends a task by an inform event (I1): done, or not reached after the third try.
pub(super) fn told(
    work: &Work<'_>,
    subject: &Subject,
    met: &Met,
    event: &Inform,
) -> Result<(), IngestError> {
    let task = match row_named(&event.task) {
        Some(id) => inform::find(work.conn(), work.kab(), &id.0)?,
        None => None,
    };
    let refuse = |code| {
        let refused = Refused::new(StepId::I1, code, Guard::State);
        feed::refusal(work, subject, met, &refused)
    };
    let Some(mut task) = task.filter(|task| task.doc == subject.doc) else {
        return refuse(RefusalCode::Illegal);
    };
    let Some(case) = case_state::find(work.conn(), work.kab(), &task.doc)? else {
        return refuse(RefusalCode::Illegal);
    };
    if task.state != "open" {
        let newer = task.state == "superseded";
        return refuse(if newer { RefusalCode::Late } else { RefusalCode::Repeated });
    }
    if !reached(&mut task, event) {
        return keep(work, &task, Some(event));
    }
    task.done_at = Some(work.at());
    keep(work, &task, Some(event))?;
    let cause = Cause::inform(task.doc, task.n).key;
    work.close(Which::Cause(&cause), work.cause.author.user, StepId::I1.key())?;
    let around = facts::around(work, &case.doc)?;
    hand_out(work, &case, &task, &around.case, around.person.as_ref())
}

/// Sets what a try came to; returns whether the task ends by it.
fn reached(task: &mut Task, event: &Inform) -> bool {
    let told = event.tells_of(&task.word);
    if !told {
        task.tries += 1;
    }
    let ends = told || usize::try_from(task.tries).is_ok_and(|tries| tries >= Inform::TRIES);
    if ends {
        task.state = if told { "done" } else { "not_reached" }.to_owned();
    }
    ends
}

fn keep(work: &Work<'_>, task: &Task, event: Option<&Inform>) -> Result<(), IngestError> {
    let told = Told {
        state: &task.state,
        tries: task.tries,
        channel: event.map(|event| event.channel.as_str()),
        reached: event.map(|event| event.reached.as_str()),
        on: event.map(|event| event.on.as_str()),
        at: task.done_at,
    };
    Ok(inform::set(work.conn(), work.kab(), &task.id, &told)?)
}

/// A worker who takes the step in front of the citizen has told it.
fn told_on_the_spot(work: &Work<'_>, grant: &Grant<'_>) -> bool {
    let in_front = grant.wish.hand.role == Some(Role::Fs) && work.cause.author.visit.is_some();
    in_front && (grant.from == CaseState::Draft || grant.wish.id == StepId::T5)
}

fn hand_out(
    work: &Work<'_>,
    case: &CaseRow,
    task: &Task,
    record: &facts::Record,
    person: Option<&(jangkau_domain::DocId, facts::Record)>,
) -> Result<(), IngestError> {
    let number = number::of(work, &case.doc, record)?.unwrap_or_default();
    let phone = person.and_then(|(_, one)| facts::text(one, "f/phone"));
    let phone = phone.or(facts::text(record, "f/reporter_phone"));
    let body = wire::InformTask {
        case: case.doc,
        text: sentence(case, &number),
        number,
        word: task.word.clone(),
        phone: phone.map(str::to_owned),
        due: Some(task.due),
        closed: task.done_at,
        person: case.person,
    };
    let private = case.author.filter(|_| case.private);
    let id = RowId(task.id);
    work.hand_out(&To { id, scope: case.scope, user: private, doc: Some(case.doc) }, &body)
}

/// Returns what to read out; no program, no NIK.
fn sentence(case: &CaseRow, number: &str) -> String {
    let outcome = case.outcome.as_deref().and_then(Outcome::from_key);
    let reason = case.reason.as_deref().and_then(Reason::find);
    match (case.word, outcome, reason) {
        (Some(Word::Done), Some(outcome), _) => {
            format!("Keluhan nomor {number} selesai: {}.", outcome.label().id)
        }
        (Some(Word::Refused), _, Some(reason)) => {
            let (label, next) = (reason.label.id, reason.next.id);
            format!("Keluhan nomor {number} belum dapat dipenuhi: {label}. {next}.")
        }
        (Some(word), _, _) => {
            format!("Keluhan nomor {number}: {}.", word.label().id.to_lowercase())
        }
        (None, _, _) => String::new(),
    }
}
