//! Carries out a decision: right, version seen, guards, then the step.

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::{Cause as QueueCause, Queue};
use jangkau_domain::step::{Asked, Guard, Hand, RefusalCode, Refused, StepId, of};
use jangkau_domain::{DocId, Ulid};
use jangkau_sync::row::{self as wire, RowKind};

use super::actor::{self, Thing};
use super::apply::{self, Wish};
use super::decision::Decision;
use super::work::{To, Work};
use super::{agenda, facts, letters, pair, review, things, visit};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::queue::{self, Which};
use crate::store::rows::row_id;
use crate::store::{acted, case_state, conflicts, documents, referrals, visit_state};

/// What became of a decision.
pub(super) type Answer = Result<Result<(), Refused>, IngestError>;

/// Carries out a decision that stands in the log.
pub(super) fn run(work: &Work<'_>, body: &[u8]) -> Answer {
    let decision = Decision::from_bytes(body).ok_or(IngestError::Damaged)?;
    let Some(id) = decision.step() else { return Err(IngestError::Damaged) };
    let by = work.cause.author.visit;
    if let Some(by) = by
        && !acted::first(work.conn(), work.kab(), by, work.cause.pos)?
    {
        return refuse(id, RefusalCode::Repeated, Guard::State);
    }
    let hand = Hand { user: work.cause.author.user, role: decision.role() };
    if hand.user.is_some() != hand.role.is_some() {
        return refuse(id, RefusalCode::NotAllowed, Guard::Role);
    }
    let wish =
        Wish { id, hand, input: &decision.input, by, claimed: None, in_visit: false, own: false };
    match id {
        StepId::V1 | StepId::V2 | StepId::V3 => on_visit(work, &decision, wish),
        StepId::C2 => on_conflict(work, &decision, wish),
        StepId::D2 | StepId::D3 | StepId::D4 | StepId::D6 => on_pair(work, &decision, wish),
        StepId::M1 if decision.cause.is_none() => agenda::own(work, wish),
        StepId::O1 | StepId::O2 | StepId::P1 | StepId::M1 => on_row(work, &decision, wish),
        _ if things::known(id) => things::run(work, &decision, wish),
        _ if of(id).is_some() => on_case(work, &decision, wish),
        _ => refuse(id, RefusalCode::Illegal, Guard::State),
    }
}

fn on_case(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let Some(doc) = decision.doc else { return Err(IngestError::Damaged) };
    let Some(mut case) = case_state::find(work.conn(), work.kab(), &doc)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let around = facts::around(work, &doc)?;
    if !of(wish.id).is_some_and(|step| step.asked.contains(&Asked::Desk)) {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    }
    let desa = case.desa.clone();
    let referral = referrals::last(work.conn(), work.kab(), &doc)?;
    let thing = Thing {
        desa: desa.as_deref(),
        case: Some(&case),
        against: facts::text(&around.case, "f/against"),
        in_question: false,
        referral: referral.as_ref(),
    };
    if !actor::may(work, wish.hand, wish.id, &thing)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    // What a colleague did meanwhile makes the page stale, even where the step were still legal.
    if decision.seen.is_some_and(|seen| seen != case.n) {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    if wish.id == StepId::T22g && !survives(work, &case, wish.input.survivor.as_deref())? {
        return refuse(wish.id, RefusalCode::Missing, Guard::Survivor);
    }
    let out = matches!(wish.id, StepId::T22 | StepId::L8);
    let done = apply::take(work, &mut case, wish)?;
    if done.is_ok() && out {
        super::returns::end_all(work, &doc, wish.id.key())?;
    }
    Ok(done)
}

/// Tells whether a case may stand for another: a different one that was sent, of the same sort.
fn survives(work: &Work<'_>, case: &CaseRow, survivor: Option<&str>) -> Result<bool, IngestError> {
    let merges = of(StepId::T22g).is_some_and(|step| step.starts_from(case.state));
    let named = survivor.and_then(DocId::from_hex);
    let Some(named) = named.filter(|named| *named != case.doc) else { return Ok(!merges) };
    let found = case_state::find(work.conn(), work.kab(), &named)?;
    let fits = |one: CaseRow| {
        let sent =
            !matches!(one.state, CaseState::Draft | CaseState::Merged | CaseState::Withdrawn);
        sent && one.private == case.private && one.kind.is_listing() == case.kind.is_listing()
    };
    Ok(!merges || found.is_some_and(fits))
}

fn on_visit(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let Some(id) = decision.visit else { return Err(IngestError::Damaged) };
    if wish.id == StepId::V1 && wish.hand != Hand::SYSTEM {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if wish.id == StepId::V1 {
        return visit::silent(work, id).map(Ok);
    }
    let Some(row) = visit_state::find(work.conn(), work.kab(), &id)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let thing = Thing { desa: row.desa.as_deref(), ..Thing::default() };
    if !actor::may(work, wish.hand, wish.id, &thing)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if decision.seen.is_some_and(|seen| seen != u64::from(row.round)) {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    if wish.id == StepId::V2 {
        review::accept(work, row, wish)
    } else {
        review::give_back(work, row, wish)
    }
}

/// An admin chose: the authors of all values learn of it. The row closes when the edit that puts
/// the value has come.
fn on_conflict(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(doc), Some(key), Some(hash)) = (decision.doc, &decision.key, decision.hash) else {
        return Err(IngestError::Damaged);
    };
    let Some(stored) = documents::find(work.conn(), work.kab(), &doc)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let desa = work.desa(stored.scope)?;
    let thing = Thing { desa: desa.as_deref(), in_question: true, ..Thing::default() };
    if !actor::may(work, wish.hand, wish.id, &thing)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let cause = QueueCause::conflict(doc, key, &hex::encode(hash)).key;
    let open = queue::list_open(work.conn(), work.kab(), Which::Cause(&cause))?;
    let Some(chosen) = decision.chosen.clone() else {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    };
    if open.is_empty() {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    let body = wire::FieldChoice {
        doc,
        key: key.clone(),
        chosen,
        by: work.name(wish.hand.user)?,
        why: decision.input.why.clone().unwrap_or_default(),
    };
    for user in authors(work, &doc, key)? {
        let id = row_id(RowKind::FieldChoice, &format!("{cause}:{user}"));
        work.hand_out(&To { id, scope: stored.scope, user: Some(user), doc: Some(doc) }, &body)?;
    }
    Ok(Ok(()))
}

fn authors(
    work: &Work<'_>,
    doc: &DocId,
    key: &str,
) -> Result<Vec<jangkau_domain::UserId>, IngestError> {
    let all = conflicts::of_doc(work.conn(), work.kab(), doc)?;
    let sides = all.into_iter().filter(|one| one.key == key).flat_map(|one| one.sides);
    let mut users: Vec<_> = sides.filter_map(|side| side.user).collect();
    users.sort_unstable();
    users.dedup();
    Ok(users)
}

fn on_pair(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(one), Some(other)) = (decision.doc, decision.other) else {
        return Err(IngestError::Damaged);
    };
    let scope = documents::find(work.conn(), work.kab(), &one)?.map(|stored| stored.scope);
    let desa = match scope {
        Some(scope) => work.desa(scope)?,
        None => None,
    };
    let thing = Thing { desa: desa.as_deref(), in_question: true, ..Thing::default() };
    if !actor::may(work, wish.hand, wish.id, &thing)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    pair::decide(work, (one, other), wish)
}

/// Steps on a queue row itself: overdue, its date moved, a letter handed over, a topic discussed.
fn on_row(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let Some(cause) = &decision.cause else { return Err(IngestError::Damaged) };
    let open = queue::list_open(work.conn(), work.kab(), Which::Cause(cause))?;
    let Some(row) = open.into_iter().next() else {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    };
    let thing = Thing { desa: row.desa.as_deref(), ..Thing::default() };
    if !actor::may(work, wish.hand, wish.id, &thing)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    match wish.id {
        StepId::O1 => {
            let late = queue::Waiting {
                cause: QueueCause::overdue(row.no).key,
                queue: Queue::Overdue,
                case_doc: None,
                visit: None,
                key: Some(row.queue.key().to_owned()),
                unit: None,
                opened_pos: work.cause.pos,
                opened_at: work.at(),
                due: work.due(jangkau_domain::queue::of(Queue::Overdue).clock),
                ..row
            };
            work.open(&late)?;
        }
        StepId::O2 => return move_date(work, &row, wish),
        StepId::P1 if row.queue != Queue::Print => {
            return refuse(wish.id, RefusalCode::Illegal, Guard::State);
        }
        StepId::P1 => letters::hand_over(work, &row, &wish)?,
        _ => return agenda::done(work, &row, wish),
    }
    Ok(Ok(()))
}

/// Moves the date of a row that is late, once, with a reason (O2).
fn move_date(work: &Work<'_>, row: &queue::Waiting, wish: Wish<'_>) -> Answer {
    let due = wish.input.date.as_deref().and_then(|date| work.end_of(date));
    let (Some(due), Some(_)) = (due, &wish.input.why) else {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    };
    let overdue = QueueCause::overdue(row.no).key;
    if work.close(Which::Cause(&overdue), wish.hand.user, wish.id.key())? == 0 {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    queue::set_due(work.conn(), work.kab(), &row.cause, due)?;
    Ok(Ok(()))
}

/// Refuses a decision.
pub(super) fn refuse(step: StepId, code: RefusalCode, guard: Guard) -> Answer {
    Ok(Err(Refused::new(step, code, guard)))
}

/// Returns what the clock made due at a moment, as bodies of decisions.
pub(super) fn due(
    conn: &rusqlite::Connection,
    kab: jangkau_domain::Kab,
    now_s: i64,
) -> Result<Vec<Vec<u8>>, IngestError> {
    const DAY: i64 = 86_400;
    /// One tick makes no more work than a commit can hold; the next one takes the rest.
    const AT_ONCE: u32 = 500;
    let visits: Vec<Ulid> = visit_state::silent(conn, kab, now_s - DAY, AT_ONCE)?;
    let late = queue::past_due(conn, kab, now_s, AT_ONCE)?;
    let begun = visits.into_iter().map(|visit| {
        let mut begin = Decision::by_system(StepId::V1);
        begin.visit = Some(visit);
        begin.to_bytes()
    });
    let overdue = late.into_iter().map(|row| {
        let mut say = Decision::by_system(StepId::O1);
        say.cause = Some(row.cause);
        say.to_bytes()
    });
    Ok(begun.chain(overdue).collect())
}
