//! A mode of emergency is declared and ended (E1, E2; Guideline IV.E).

use jangkau_domain::case::CaseState;
use jangkau_domain::list;
use jangkau_domain::step::{Guard, Hand, RefusalCode};
use jangkau_sync::message::ScopeKind;
use jangkau_sync::row::{self as wire, RowId};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::matter::{Matter, NewMode};
use super::work::{To, Work};
use super::{completion, things};
use crate::ingest::IngestError;
use crate::store::emergencies::{self, Emergency};
use crate::store::{case_state, scopes};

/// Declares a mode (E1).
pub(super) fn on(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(Matter::Mode(new)), Some(id)) = (&decision.matter, wish.by) else {
        return Err(IngestError::Damaged);
    };
    if !things::may(work, &wish, None, false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if !sound(work, new) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Kind);
    }
    let mode = Emergency {
        id,
        wilayah: new.wilayah.clone(),
        kind: new.kind.clone(),
        text: new.text.clone(),
        from_at: new.from_s,
        until_at: new.until_s,
        on: true,
        by: wish.hand.user,
        ended_by: None,
        ended_at: None,
        pos: work.cause.pos,
    };
    emergencies::put(work.conn(), work.kab(), &mode)?;
    hand_out(work, &mode)?;
    Ok(Ok(()))
}

/// Tells whether place, kind and days can be: inside this kabupaten, known, not over already.
fn sound(work: &Work<'_>, new: &NewMode) -> bool {
    let kab = format!("{:04}", work.kab().0);
    let digits = new.wilayah.bytes().all(|byte| byte.is_ascii_digit());
    let place = digits && matches!(new.wilayah.len(), 4 | 6 | 10) && new.wilayah.starts_with(&kab);
    let kind = list::find("emergency").is_some_and(|list| list.code(&new.kind).is_some());
    place && kind && new.from_s < new.until_s && new.until_s > work.at()
}

/// Ends a mode (E2): a row for each quick case that lacks what any other is asked for.
pub(super) fn off(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let Some(Matter::ModeOff(id)) = &decision.matter else { return Err(IngestError::Damaged) };
    let (conn, kab) = (work.conn(), work.kab());
    if !things::may(work, &wish, None, false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let Some(mut mode) = emergencies::find(conn, kab, id)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    if !mode.on {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    if wish.hand == Hand::SYSTEM && work.at() <= mode.until_at {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    }
    mode.on = false;
    mode.ended_by = wish.hand.user;
    mode.ended_at = Some(work.at());
    emergencies::put(conn, kab, &mode)?;
    hand_out(work, &mode)?;
    for doc in emergencies::cases(conn, kab, &mode.wilayah)? {
        let case = case_state::find(conn, kab, &doc)?;
        if let Some(case) = case.filter(|case| case.state != CaseState::Draft) {
            completion::begin(work, &case)?;
        }
    }
    Ok(Ok(()))
}

fn hand_out(work: &Work<'_>, mode: &Emergency) -> Result<(), IngestError> {
    let all = scopes::list(work.conn(), work.kab())?;
    let Some(scope) = all.iter().find(|scope| scope.kind == ScopeKind::Kab) else {
        return Ok(());
    };
    let body = wire::Mode {
        wilayah: mode.wilayah.clone(),
        kind: mode.kind.clone(),
        from: mode.from_at,
        until: Some(mode.ended_at.unwrap_or(mode.until_at)),
        text: mode.text.clone(),
    };
    // A case names its mode by the row that told the tablet of it.
    let to = To { id: RowId(mode.id.0), scope: scope.id, user: None, doc: None };
    work.hand_out(&to, &body)
}
