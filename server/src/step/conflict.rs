//! The conflict desk: rows follow the clashes that wait for an admin (C1, C2).

use jangkau_domain::queue::{self, Cause, Queue};
use jangkau_domain::step::StepId;
use jangkau_sync::row::{self as wire, RowKind};

use super::work::{To, Work};
use super::{Subject, look_again};
use crate::ingest::IngestError;
use crate::store::queue::{self as store, Waiting, Which};
use crate::store::rows::row_id;
use crate::store::{conflicts, documents};

/// Opens a row for each set of values that waits, closes those that are settled or have grown.
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    let waiting = store::conflicts(work.conn(), work.kab(), &subject.doc)?;
    let clashes = conflicts::for_review(work.conn(), work.kab(), &subject.doc)?;
    if waiting.is_empty() && clashes.is_empty() {
        return Ok(());
    }
    let causes: Vec<(String, Cause)> = clashes
        .iter()
        .map(|(key, hash)| (key.clone(), Cause::conflict(subject.doc, key, &hex::encode(hash))))
        .collect();
    let mut moved = false;
    for row in &waiting {
        if !causes.iter().any(|(_, cause)| cause.key == row.cause) {
            end(work, subject, row)?;
            moved = true;
        }
    }
    for (key, cause) in causes {
        if !waiting.iter().any(|row| row.cause == cause.key) {
            work.open(&desk_row(work, subject, key, cause)?)?;
            moved = true;
        }
    }
    if moved {
        tell(work, subject, clashes.into_iter().map(|(key, _)| key).collect())
    } else {
        Ok(())
    }
}

/// An edit that saw all values settles a clash, an admin's choice among them. One that has grown,
/// or that fell together because another wrote the same, was never what there is to decide: in
/// another order of arrival it would not have been seen.
fn end(work: &Work<'_>, subject: &Subject, row: &Waiting) -> Result<(), IngestError> {
    let stored = documents::find(work.conn(), work.kab(), &subject.doc)?;
    let key = row.key.as_deref().unwrap_or_default();
    let settled = stored.is_some_and(|stored| stored.register.candidates(key).len() <= 1);
    if settled {
        work.close(Which::Cause(&row.cause), work.cause.author.user, StepId::C2.key())?;
        return look_again::settled(work, subject, &row.cause);
    }
    Ok(store::forget(work.conn(), work.kab(), &row.cause)?)
}

fn desk_row(
    work: &Work<'_>,
    subject: &Subject,
    key: String,
    cause: Cause,
) -> Result<Waiting, IngestError> {
    Ok(Waiting {
        cause: cause.key,
        queue: Queue::Conflict,
        no: 0,
        doc: Some(subject.doc),
        case_doc: None,
        visit: None,
        key: Some(key),
        scope: subject.scope,
        desa: work.desa(subject.scope)?,
        unit: None,
        private: false,
        owner: None,
        handler: None,
        mode: false,
        urgent: false,
        received_at: work.at(),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(queue::of(Queue::Conflict).clock),
        done_at: None,
        done_by: None,
        done_step: None,
    })
}

/// Tells the desa which keys of a document wait.
fn tell(work: &Work<'_>, subject: &Subject, keys: Vec<String>) -> Result<(), IngestError> {
    let to = To {
        id: row_id(RowKind::Pending, &subject.doc.to_string()),
        scope: subject.scope,
        user: None,
        doc: Some(subject.doc),
    };
    work.hand_out(&to, &wire::Pending { doc: subject.doc, keys })
}
