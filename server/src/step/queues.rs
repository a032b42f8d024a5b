//! The queue rows that a step of a case opens and closes.

use jangkau_domain::Ulid;
use jangkau_domain::case::{Ask, CaseState, Unit};
use jangkau_domain::clock::Clock;
use jangkau_domain::queue::{self, Cause, Queue};
use jangkau_domain::referral::is_village_target;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Closes, Effect, StepId};

use super::apply::Grant;
use super::work::Work;
use super::{actor, inform, referral, requests};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::queue::{self as store, Waiting, Which};
use crate::store::referrals;

/// Queues whose rows carry the clock of a stage; those of telling, printing and asking run on.
const STAND_STILL: [Queue; 6] = [
    Queue::Review,
    Queue::BackOffice,
    Queue::Manager,
    Queue::Approval,
    Queue::ProgramAnswer,
    Queue::Realisation,
];

/// Closes the rows that a step closes.
pub(super) fn close(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let by = grant.wish.hand.user;
    let step = grant.wish.id.key();
    match grant.step.closes {
        Closes::All => {
            work.close(Which::AllOfCase(case.doc), by, step)?;
            requests::drop_all(work, case)?;
            inform::supersede(work, case, None)
        }
        Closes::Only(queues) => {
            for queue in queues {
                // Several questions can be open; a reply ends its own.
                if *queue == Queue::DataRequest {
                    requests::reply(work, case, grant)?;
                } else {
                    work.close(Which::Case(case.doc, *queue), by, step)?;
                }
            }
            Ok(())
        }
    }
}

/// Opens the rows that a step opens.
pub(super) fn open(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    if grant.step.does(Effect::RowsBack) {
        return rows_back(work, case, grant);
    }
    for queue in grant.step.opens.iter().filter(|queue| fits(**queue, case.state, grant)) {
        open_one(work, case, grant, *queue)?;
    }
    if grant.step.does(Effect::MeetingAgenda)
        && grant.wish.input.target.as_deref() == Some("meeting")
    {
        work.open(&waiting(work, case, Cause::agenda(case.doc), None))?;
    }
    Ok(())
}

/// With two ways to go, only the row of the way taken is opened.
fn fits(queue: Queue, state: CaseState, grant: &Grant<'_>) -> bool {
    match queue {
        Queue::Review => {
            !grant.wish.in_visit && matches!(state, CaseState::Submitted | CaseState::Prelisted)
        }
        Queue::BackOffice => state == CaseState::WithBackOffice,
        Queue::Manager => {
            matches!(
                state,
                CaseState::WithManager
                    | CaseState::RefusedByProgram
                    | CaseState::Resolved
                    | CaseState::Refused
            )
        }
        // Return rows open their own, one a document.
        Queue::Correction => false,
        _ => true,
    }
}

fn open_one(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
    queue: Queue,
) -> Result<(), IngestError> {
    let n = store::count_of_case(work.conn(), work.kab(), &case.doc, queue)? + 1;
    let row = match queue {
        Queue::Inform => return inform::open(work, case, grant),
        Queue::DataRequest => return requests::ask(work, case, grant),
        Queue::Review => waiting(work, case, Cause::review_case(case.doc, n), None),
        Queue::Manager if grant.wish.id == StepId::T23o => {
            let event = grant.wish.by.unwrap_or(Ulid([0; 16]));
            waiting(work, case, Cause::objection(event), Some(Clock::Objection))
        }
        Queue::Approval => Waiting {
            unit: Some(approver(work, case, grant)?.to_string()),
            ..waiting(work, case, Cause::stay(queue, case.doc, n), None)
        },
        Queue::Agenda => waiting(work, case, Cause::agenda(case.doc), None),
        Queue::Listing => waiting(work, case, Cause::listing(case.doc), None),
        Queue::Print => print_row(work, case, grant, n),
        Queue::ProgramAnswer | Queue::Realisation => {
            let last = referrals::last(work.conn(), work.kab(), &case.doc)?;
            let Some(last) = last else { return Ok(()) };
            let id = Ulid(last.id);
            let answer = queue == Queue::ProgramAnswer;
            let cause = if answer { Cause::answer(id) } else { Cause::realisation(id) };
            let row = waiting(work, case, cause, None);
            Waiting { key: Some(referral::key(&last)), ..row }
        }
        _ => waiting(work, case, Cause::stay(queue, case.doc, n), None),
    };
    work.open(&row)
}

fn print_row(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>, n: u32) -> Waiting {
    let letter = grant.step.effects.iter().find_map(|effect| match effect {
        Effect::Print(letter) => Some(letter.key()),
        _ => None,
    });
    let letter = letter.unwrap_or_default();
    let row = waiting(work, case, Cause::print(case.doc, letter, n), None);
    Waiting { key: Some(letter.to_owned()), ..row }
}

/// Who approves: the coordinator for closing at a Puskesos and for village targets, else the
/// manager.
fn approver(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<Unit, IngestError> {
    let Some(Unit::Puskesos(desa)) = &case.unit else { return Ok(Unit::Slrt) };
    let village = grant.wish.input.target.as_deref().is_some_and(is_village_target);
    let refers = case.ask.is_some_and(|(ask, _)| ask == Ask::Refer);
    let at_puskesos = (village || !refers) && actor::exists(work, Role::Kp, Some(desa))?;
    Ok(if at_puskesos { Unit::Puskesos(desa.clone()) } else { Unit::Slrt })
}

/// Begins a row that speaks of a case.
pub(super) fn waiting(
    work: &Work<'_>,
    case: &CaseRow,
    cause: Cause,
    clock: Option<Clock>,
) -> Waiting {
    let clock = clock.unwrap_or(queue::of(cause.queue).clock);
    let owner = matches!(cause.queue, Queue::Papers | Queue::Correction | Queue::Completion)
        || case.private;
    Waiting {
        cause: cause.key,
        queue: cause.queue,
        no: 0,
        doc: Some(case.doc),
        case_doc: Some(case.doc),
        visit: None,
        key: None,
        scope: case.scope,
        desa: case.desa.clone(),
        unit: case.unit.as_ref().map(ToString::to_string),
        private: case.private,
        owner: case.author.filter(|_| owner),
        handler: case.handler,
        mode: case.mode,
        urgent: case.urgent,
        received_at: case.first_at.unwrap_or(work.at()),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(clock),
        done_at: None,
        done_by: None,
        done_step: None,
    }
}

/// Opens the rows of the state that an undone merge brings back.
fn rows_back(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let queue = match case.state {
        CaseState::Submitted | CaseState::Prelisted => Queue::Review,
        CaseState::AwaitingPapers => Queue::Papers,
        CaseState::WithBackOffice => Queue::BackOffice,
        CaseState::WithManager | CaseState::RefusedByProgram => Queue::Manager,
        CaseState::AwaitingApproval => Queue::Approval,
        CaseState::Referred | CaseState::FurtherReview => Queue::ProgramAnswer,
        CaseState::Approved => Queue::Realisation,
        _ => return Ok(()),
    };
    open_one(work, case, grant, queue)
}

/// Moves the dates of a case's rows on by the days that its clocks stood still.
pub(super) fn go_on(work: &Work<'_>, case: &CaseRow, since: i64) -> Result<(), IngestError> {
    for row in store::list_open(work.conn(), work.kab(), Which::AllOfCase(case.doc))? {
        if STAND_STILL.contains(&row.queue) && row.opened_at <= since {
            let due = work.moved(row.due, since);
            store::set_due(work.conn(), work.kab(), &row.cause, due)?;
        }
    }
    Ok(())
}
