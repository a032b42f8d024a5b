//! Held changes wait for the admin, visible to their author (H1, H2).

use jangkau_domain::queue::{self, Cause, Queue};
use jangkau_domain::step::StepId;
use jangkau_sync::row::{self as wire, RowKind};

use super::Subject;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::store::held::Held;
use crate::store::queue::{Waiting, Which};
use crate::store::rows::row_id;

/// Opens the row of a held change (H1).
pub(super) fn opened(work: &Work<'_>, subject: &Subject, held: &Held) -> Result<(), IngestError> {
    let cause = Cause::held(&held.hash.to_string());
    work.open(&Waiting {
        cause: cause.key,
        queue: Queue::Held,
        no: 0,
        doc: Some(subject.doc),
        case_doc: None,
        visit: None,
        key: Some(held.code.as_str().to_owned()),
        scope: subject.scope,
        desa: work.desa(subject.scope)?,
        unit: None,
        private: false,
        owner: Some(held.user),
        handler: None,
        mode: false,
        urgent: false,
        received_at: work.at(),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(queue::of(Queue::Held).clock),
        done_at: None,
        done_by: None,
        done_step: None,
    })?;
    tell(work, subject, held, None)
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
