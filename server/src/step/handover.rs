//! The rows of somebody who leaves wait for a new owner (A1), and are given to one (A2).

use jangkau_domain::UserId;
use jangkau_domain::case::Unit;
use jangkau_domain::queue::{self as queues, Cause, Queue};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::work::Work;
use super::{actor, cross, returns, things};
use crate::ingest::IngestError;
use crate::store::case_state;
use crate::store::handovers::{self, Handover};
use crate::store::queue::{self, Waiting, Which};
use crate::store::returns as return_notes;
use crate::store::scopes;
use crate::store::users::{self, User};

/// Opens a row for each row that a leaver owned, and for those of an office that nobody is left in.
pub(super) fn leave(work: &Work<'_>, user: &User) -> Result<(), IngestError> {
    let (conn, kab, pos) = (work.conn(), work.kab(), work.cause.pos);
    for row in handovers::owned(conn, kab, user.id)? {
        let keep = |one: Option<UserId>| one.filter(|one| *one != user.id);
        handovers::set_owner(conn, kab, &row.cause, keep(row.owner), keep(row.handler))?;
        waits(work, &row, Some(user.id))?;
    }
    for grant in user.grants.iter().filter(|grant| grant.role == Role::Bop) {
        let others = users::others_are(conn, kab, Role::Bop, &grant.wilayah, pos, user.id)?;
        if grant.wilayah.len() == 10 && !others {
            let unit = Unit::Puskesos(grant.wilayah.clone()).to_string();
            for row in handovers::of_unit(conn, kab, &unit)? {
                waits(work, &row, None)?;
            }
        }
    }
    Ok(())
}

fn waits(work: &Work<'_>, row: &Waiting, old: Option<UserId>) -> Result<(), IngestError> {
    let one = Handover {
        row: row.no,
        cause: row.cause.clone(),
        old,
        new: None,
        unit: None,
        state: "open".to_owned(),
    };
    handovers::put(work.conn(), work.kab(), &one, (work.cause.pos, work.at()))?;
    let cause = Cause::handover(row.no);
    work.open(&Waiting {
        cause: cause.key,
        queue: cause.queue,
        // The case's own steps close its rows, not what says that one has no owner.
        case_doc: None,
        key: Some(row.queue.key().to_owned()),
        unit: None,
        owner: None,
        handler: None,
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(queues::of(Queue::Handover).clock),
        ..row.clone()
    })
}

/// Gives a row to another worker, or a Puskesos' row to the secretariat (A2).
pub(super) fn give(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let named = decision.cause.as_deref().ok_or(IngestError::Damaged)?;
    let Some((row, known)) = find(work, named)? else {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    };
    if !things::may(work, &wish, row.desa.as_deref(), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    // A supervisor gives on the work of facilitators, a manager all.
    if wish.hand.role == Some(Role::Spv) && !is_field_work(row.queue) {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let old = known.as_ref().map_or(row.owner.or(row.handler), |known| known.old);
    let mut one = Handover {
        row: row.no,
        cause: row.cause.clone(),
        old,
        new: None,
        unit: None,
        state: "given".to_owned(),
    };
    let given = match wish.input.handler.map(UserId) {
        Some(new) => {
            one.new = Some(new);
            to_person(work, &row, old, new)?
        }
        None => {
            one.unit = Some(Unit::Slrt.to_string());
            wish.hand.role == Some(Role::Mj) && to_secretariat(work, &row)?
        }
    };
    if !given {
        return refuse(wish.id, RefusalCode::Missing, Guard::UnitReady);
    }
    handovers::put(work.conn(), work.kab(), &one, (work.cause.pos, work.at()))?;
    let cause = Cause::handover(row.no).key;
    work.close(Which::Cause(&cause), wish.hand.user, wish.id.key())?;
    Ok(Ok(()))
}

/// Finds the open row that is meant, by its own name or by that of its handover.
fn find(work: &Work<'_>, named: &str) -> Result<Option<(Waiting, Option<Handover>)>, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let number = named.strip_prefix("handover:").and_then(|number| number.parse().ok());
    let known = match number {
        Some(number) => handovers::find(conn, kab, number)?.filter(|one| one.state == "open"),
        None => None,
    };
    let cause = known.as_ref().map_or(named, |known| known.cause.as_str());
    let open = queue::list_open(conn, kab, Which::Cause(cause))?;
    let row = open.into_iter().find(|row| !matches!(row.queue, Queue::Handover | Queue::Overdue));
    Ok(row.map(|row| (row, known)))
}

const fn is_field_work(queue: Queue) -> bool {
    use Queue::{Completion, Correction, CrossCheck, DataRequest, Inform, Papers};
    matches!(queue, Correction | Papers | Inform | DataRequest | Completion | CrossCheck)
}

/// Gives a row to somebody whose role works on such rows in its desa; false where nobody such.
fn to_person(
    work: &Work<'_>,
    row: &Waiting,
    old: Option<UserId>,
    new: UserId,
) -> Result<bool, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let found = users::find_at(conn, kab, new, work.cause.pos)?;
    let Some(user) = found.filter(|user| !user.ended && Some(user.id) != old) else {
        return Ok(false);
    };
    let owners = queues::of(row.queue);
    let works = |role: Role| owners.owner(role).is_some_and(|owner| owner.works);
    let desa = row.desa.as_deref();
    let elsewhere = row.queue == Queue::CrossCheck;
    let fits = user
        .grants
        .iter()
        .any(|grant| works(grant.role) && (elsewhere != actor::covers(&grant.wilayah, desa)));
    if !fits {
        return Ok(false);
    }
    let handles = row.queue == Queue::BackOffice;
    let (owner, handler) = if handles { (row.owner, Some(new)) } else { (Some(new), row.handler) };
    handovers::set_owner(conn, kab, &row.cause, owner, handler)?;
    match row.queue {
        Queue::Correction => correct_instead(work, row, new)?,
        Queue::CrossCheck => return cross::give_on(work, row, &user),
        Queue::BackOffice => handle_instead(work, row, new)?,
        _ => {}
    }
    Ok(true)
}

/// The one who corrects instead gets the return, and may go on with the case.
fn correct_instead(work: &Work<'_>, row: &Waiting, new: UserId) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let Some(doc) = row.doc else { return Ok(()) };
    for one in return_notes::of_doc(conn, kab, &doc)? {
        if one.state == "open" && Cause::correction(one.doc, one.n).key == row.cause {
            returns::give(work, &one, row.scope, new)?;
        }
    }
    if let Some(mut case) = case_state::find(conn, kab, &doc)? {
        case.stand_in = Some(new);
        case_state::put(conn, kab, &case)?;
    }
    Ok(())
}

fn handle_instead(work: &Work<'_>, row: &Waiting, new: UserId) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let Some(doc) = row.case_doc else { return Ok(()) };
    let Some(mut case) = case_state::find(conn, kab, &doc)? else { return Ok(()) };
    case.handler = Some(new);
    case_state::put(conn, kab, &case)?;
    if case.private {
        scopes::add_member(conn, kab, case.scope, new, work.cause.pos)?;
    }
    Ok(())
}

/// The secretariat takes what a Puskesos without a back officer had; false for any other row.
fn to_secretariat(work: &Work<'_>, row: &Waiting) -> Result<bool, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let unit = row.unit.as_deref().and_then(|unit| unit.parse::<Unit>().ok());
    let Some(Unit::Puskesos(desa)) = unit else { return Ok(false) };
    let staffed = actor::exists(work, Role::Bop, Some(&desa))?;
    if row.queue != Queue::BackOffice || staffed {
        return Ok(false);
    }
    handovers::set_unit(conn, kab, &row.cause, &Unit::Slrt.to_string())?;
    let case = match row.case_doc {
        Some(doc) => case_state::find(conn, kab, &doc)?,
        None => None,
    };
    if let Some(mut case) = case {
        case.unit = Some(Unit::Slrt);
        case_state::put(conn, kab, &case)?;
    }
    Ok(true)
}
