//! The read table of visits: the unit of review, named by every change made during one.

use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocKind, Ulid, UserId};
use jangkau_sync::change::Action;
use jangkau_sync::message::ScopeKind;

use super::Touched;
use crate::ingest::{Cause, IngestError, Writer};
use crate::store::scopes;
use crate::store::visits::{self, Arrival, Told};

/// Folds the author and the visit event of a change.
pub(super) fn fold(
    writer: &Writer<'_>,
    cause: &Cause,
    touched: &Touched<'_>,
) -> Result<(), IngestError> {
    // A private case is no part of the visit: its supervisor must not learn that there is one.
    if is_private(writer, touched)? {
        return Ok(());
    }
    let told = told(touched);
    if let (Some(visit), Some(user)) = (cause.author.visit, cause.author.user) {
        let begins = told.iter().any(|(id, _)| *id == visit);
        note(writer, cause, touched, visit, user, begins)?;
    }
    for (visit, told) in told {
        let user = cause.author.user.unwrap_or(UserId(0));
        note_event(writer, cause, touched, visit, user, &told)?;
    }
    Ok(())
}

fn is_private(writer: &Writer<'_>, touched: &Touched<'_>) -> Result<bool, IngestError> {
    if touched.stored.register.kind() != DocKind::Case {
        return Ok(false);
    }
    let scope = scopes::find(writer.conn(), writer.kab(), touched.stored.scope)?;
    Ok(scope.is_some_and(|scope| scope.kind == ScopeKind::Private))
}

fn note(
    writer: &Writer<'_>,
    cause: &Cause,
    touched: &Touched<'_>,
    visit: Ulid,
    user: UserId,
    begins: bool,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    // A page's change may name a decision instead; then no visit of that name is known.
    let on_page = cause.author.device.is_none();
    if on_page && !begins && !visits::is_known(conn, kab, &visit)? {
        return Ok(());
    }
    visits::arrive(conn, kab, &arrival(cause, touched, visit, user))?;
    Ok(visits::count_part(conn, kab, &visit, &touched.stored.register, cause.pos)?)
}

fn note_event(
    writer: &Writer<'_>,
    cause: &Cause,
    touched: &Touched<'_>,
    visit: Ulid,
    user: UserId,
    told: &Told,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    if cause.author.visit != Some(visit) {
        visits::arrive(conn, kab, &arrival(cause, touched, visit, user))?;
    }
    Ok(visits::tell(conn, kab, &visit, touched.stored, told)?)
}

fn arrival(cause: &Cause, touched: &Touched<'_>, visit: Ulid, user: UserId) -> Arrival {
    Arrival {
        visit,
        user,
        device: cause.author.device,
        scope: touched.stored.scope,
        pos: cause.pos,
        at: cause.recv_at,
    }
}

/// Returns the visit events that the change brought; what does not read as one is left to the
/// step engine's refusal.
fn told(touched: &Touched<'_>) -> Vec<(Ulid, Told)> {
    let events = touched.change.ops.iter().filter_map(|op| {
        let id = event::id_of(&op.key)?;
        let Action::Put(value) = &op.action else { return None };
        let event = Event::decode(value.as_bytes()?).ok()?;
        let EventBody::Visit(visit) = event.body else { return None };
        let told = Told {
            claimed: event.at_s,
            place: visit.place,
            purpose: visit.purpose,
            outcome: visit.outcome,
            channel: visit.channel,
        };
        Some((id, told))
    });
    events.collect()
}
