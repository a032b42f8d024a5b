//! A visit on its way through review: begun, corrected, touched again (V1, V4, V5).

use jangkau_domain::Ulid;
use jangkau_domain::case::CaseState;
use jangkau_domain::event::Visit;
use jangkau_domain::queue::{Cause, Queue};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Hand, StepId};
use jangkau_sync::Change;

use super::apply::{self, Wish};
use super::work::Work;
use super::{Subject, actor, feed};
use crate::ingest::IngestError;
use crate::store::case_state;
use crate::store::queue::{self, Waiting};
use crate::store::returns as store;
use crate::store::visit_state::{self, VisitRow, VisitState};
use crate::store::visits;

/// Begins the review of a visit whose event came (V1).
pub(super) fn opened(
    work: &Work<'_>,
    subject: &Subject,
    visit: Ulid,
    event: &Visit,
) -> Result<(), IngestError> {
    if let Some(mut row) = visit_state::find(work.conn(), work.kab(), &visit)? {
        // The clock had begun it before its event came.
        row.doc = Some(subject.doc);
        return Ok(visit_state::put(work.conn(), work.kab(), &row)?);
    }
    let desa = work.desa(subject.scope)?;
    let role = actor::recorder(work, work.cause.author.user, desa.as_deref())?;
    let office = role.is_some_and(Role::at_office) || event.purpose == "office";
    let counted = office || (!event.was_met() && changed_nothing(work, visit)?);
    begin(work, subject, visit, desa, counted)
}

/// Begins the review of a visit whose event did not come within a day (V1).
pub(super) fn silent(work: &Work<'_>, visit: Ulid) -> Result<(), IngestError> {
    if visit_state::find(work.conn(), work.kab(), &visit)?.is_some() {
        return Ok(());
    }
    let Some(known) = visits::find(work.conn(), work.kab(), &visit)? else { return Ok(()) };
    let Some(part) = visits::parts(work.conn(), work.kab(), &visit)?.into_iter().next() else {
        return Ok(());
    };
    let subject = Subject { doc: part.doc, kind: part.kind, scope: known.scope };
    let desa = work.desa(known.scope)?;
    begin(work, &subject, visit, desa, false)
}

fn begin(
    work: &Work<'_>,
    subject: &Subject,
    visit: Ulid,
    desa: Option<String>,
    counted: bool,
) -> Result<(), IngestError> {
    let known = visits::find(work.conn(), work.kab(), &visit)?;
    let row = VisitRow {
        visit,
        doc: Some(subject.doc),
        scope: subject.scope,
        desa,
        user: known.map(|known| known.user).or(work.cause.author.user),
        state: if counted { VisitState::Counted } else { VisitState::Waiting },
        round: 1,
        from_pos: 0,
        decided_by: None,
        note: None,
        pos: work.cause.pos,
        at: work.at(),
    };
    keep(work, &row)
}

/// Tells whether the only change that names a visit brought its event and nothing else.
fn changed_nothing(work: &Work<'_>, visit: Ulid) -> Result<bool, IngestError> {
    let (changes, body) = visit_state::weight(work.conn(), work.kab(), &visit, work.cause.pos)?;
    let ops = Change::parse(&body).map_or(0, |change| change.ops.len());
    Ok(changes <= 1 && ops == 1)
}

/// Looks at a visit that a change names: after it was decided, it waits again (V5).
pub(super) fn touched(work: &Work<'_>) -> Result<(), IngestError> {
    let Some(visit) = work.cause.author.visit else { return Ok(()) };
    let Some(mut row) = visit_state::find(work.conn(), work.kab(), &visit)? else {
        return Ok(());
    };
    let decided = match row.state {
        VisitState::Accepted => true,
        VisitState::Counted => {
            let role = actor::recorder(work, row.user, row.desa.as_deref())?;
            row.pos < work.cause.pos && !role.is_some_and(Role::at_office)
        }
        VisitState::Waiting | VisitState::Returned => false,
    };
    if !decided || row.pos >= work.cause.pos {
        return Ok(());
    }
    if row.state == VisitState::Accepted {
        row.round += 1;
        row.from_pos = row.pos;
    }
    row.state = VisitState::Waiting;
    moved(work, &mut row)
}

/// Goes on once every returned document of a visit has its correction (V4).
pub(super) fn corrected(work: &Work<'_>, visit: &Ulid, wish: Wish<'_>) -> Result<(), IngestError> {
    let rows = store::of_visit(work.conn(), work.kab(), visit)?;
    let Some(mut row) = visit_state::find(work.conn(), work.kab(), visit)? else { return Ok(()) };
    if rows.iter().any(|one| one.state == "open") || row.state != VisitState::Returned {
        return Ok(());
    }
    for mut case in case_state::of_visit(work.conn(), work.kab(), visit)? {
        let id = match (case.state, case.returned_from) {
            (CaseState::NeedsCorrection, Some(CaseState::Submitted)) => StepId::T7,
            (CaseState::PrelistReturned, Some(CaseState::Prelisted)) => StepId::L4,
            _ => continue,
        };
        let role = actor::recorder(work, work.cause.author.user, case.desa.as_deref())?;
        let hand = Hand { user: work.cause.author.user, role };
        // Somebody else than the case's author may have been named; the return row said who.
        case.stand_in = work.cause.author.user.or(case.stand_in);
        apply::take(work, &mut case, Wish { id, hand, in_visit: true, ..wish })?.ok();
    }
    row.round += 1;
    row.from_pos = row.pos;
    row.state = VisitState::Waiting;
    moved(work, &mut row)
}

/// Writes what became of a visit now.
pub(super) fn moved(work: &Work<'_>, row: &mut VisitRow) -> Result<(), IngestError> {
    row.pos = work.cause.pos;
    row.at = work.at();
    keep(work, row)
}

fn keep(work: &Work<'_>, row: &VisitRow) -> Result<(), IngestError> {
    visit_state::put(work.conn(), work.kab(), row)?;
    if row.state == VisitState::Waiting {
        work.open(&review_row(work, row)?)?;
    }
    feed::visit_state(work, row)
}

fn review_row(work: &Work<'_>, row: &VisitRow) -> Result<Waiting, IngestError> {
    let cause = Cause::review_visit(row.visit, row.round);
    let cases = case_state::of_visit(work.conn(), work.kab(), &row.visit)?;
    let known = visits::find(work.conn(), work.kab(), &row.visit)?;
    let clock = jangkau_domain::queue::of(Queue::Review).clock;
    Ok(Waiting {
        cause: cause.key,
        queue: Queue::Review,
        no: 0,
        doc: row.doc,
        case_doc: None,
        visit: Some(row.visit),
        key: None,
        scope: row.scope,
        desa: row.desa.clone(),
        unit: None,
        private: false,
        owner: None,
        handler: None,
        mode: cases.iter().any(|case| case.mode),
        urgent: cases.iter().any(|case| case.urgent),
        received_at: known.map_or(work.at(), |known| known.first_at),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(clock),
        done_at: None,
        done_by: None,
        done_step: None,
    })
}

/// Puts a waiting visit first when one of its cases is urgent.
pub(super) fn hurry(work: &Work<'_>, visit: &Ulid) -> Result<(), IngestError> {
    Ok(queue::hurry_visit(work.conn(), work.kab(), visit)?)
}
