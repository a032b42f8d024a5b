//! Held changes wait for the admin, visible to their author (H1, H2, H3).

use jangkau_domain::queue::Cause;
use jangkau_domain::step::{Guard, RefusalCode, StepId};
use jangkau_sync::Hash;
use jangkau_sync::row::{self as wire, RowKind};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::work::{To, Work};
use super::{Subject, follow, things, waiting};
use crate::ingest::IngestError;
use crate::store::held::{self as store, Held};
use crate::store::queue::{Waiting, Which};
use crate::store::rows::row_id;

/// Opens the row of a held change (H1).
pub(super) fn opened(work: &Work<'_>, subject: &Subject, held: &Held) -> Result<(), IngestError> {
    let cause = Cause::held(&held.hash.to_string());
    let (doc, owner) = (Some(subject.doc), Some(held.user));
    let row = waiting::of_scope(work, cause, subject.scope, doc, owner)?;
    work.open(&Waiting { key: Some(held.code.as_str().to_owned()), ..row })?;
    tell(work, subject, held, None)
}

/// An admin lets the gate judge again or sets aside (H2); somebody who records puts the author's
/// values again (H3). What follows in the documents comes as entries of its own.
pub(super) fn decide(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(doc), Some(hash)) = (decision.doc, decision.hash.map(Hash)) else {
        return Err(IngestError::Damaged);
    };
    let (conn, kab) = (work.conn(), work.kab());
    let Some(held) = store::find(conn, kab, &doc, &hash)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let desa = work.desa(held.scope)?;
    if !things::may(work, &wish, desa.as_deref(), true)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if held.state != "held" {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    let why = wish.input.why.as_deref().filter(|why| !why.trim().is_empty());
    let aside = wish.input.result.as_deref() == Some("set_aside");
    if aside && why.is_none() {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    }
    if wish.id == StepId::H3 && follow::values(&held).is_empty() {
        return refuse(wish.id, RefusalCode::Illegal, Guard::Kind);
    }
    store::decided(conn, kab, &doc, &hash, wish.hand.user, why)?;
    if wish.id == StepId::H3 {
        store::settle(conn, kab, &doc, &hash, "re_entered")?;
        let cause = Cause::held(&hash.to_string()).key;
        work.close(Which::Cause(&cause), wish.hand.user, StepId::H3.key())?;
        let subject = Subject { doc, kind: held.kind, scope: held.scope };
        tell(work, &subject, &held, Some(work.at()))?;
    }
    Ok(Ok(()))
}

/// Closes it: the change was applied after all, or set aside (H2).
pub(super) fn ended(work: &Work<'_>, subject: &Subject, held: &Held) -> Result<(), IngestError> {
    let cause = Cause::held(&held.hash.to_string()).key;
    work.close(Which::Cause(&cause), work.cause.author.user, StepId::H2.key())?;
    tell(work, subject, held, Some(work.at()))
}

fn tell(
    work: &Work<'_>,
    subject: &Subject,
    held: &Held,
    closed: Option<i64>,
) -> Result<(), IngestError> {
    let body = wire::HeldChange {
        doc: subject.doc,
        change: held.hash.0,
        code: held.code.as_str().to_owned(),
        text: held.why.clone(),
        closed,
        kind: Some(subject.kind),
    };
    let to = To {
        id: row_id(RowKind::Held, &held.hash.to_string()),
        scope: subject.scope,
        user: Some(held.user),
        doc: Some(subject.doc),
    };
    work.hand_out(&to, &body)
}
