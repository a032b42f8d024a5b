//! A queue row that speaks of no case.

use jangkau_domain::queue::{self, Cause};
use jangkau_domain::{DocId, ScopeId, UserId};

use super::work::Work;
use crate::ingest::IngestError;
use crate::store::queue::Waiting;
use crate::store::scopes;

/// Begins a row of a scope, with the clock of its queue.
pub(super) fn of_scope(
    work: &Work<'_>,
    cause: Cause,
    scope: ScopeId,
    doc: Option<DocId>,
    owner: Option<UserId>,
) -> Result<Waiting, IngestError> {
    let desa = work.desa(scope)?;
    Ok(Waiting { scope, doc, owner, ..of_place(work, cause, desa)? })
}

/// Begins a row of a desa, or of the kabupaten where none is named.
pub(super) fn of_place(
    work: &Work<'_>,
    cause: Cause,
    desa: Option<String>,
) -> Result<Waiting, IngestError> {
    let scope = match &desa {
        Some(code) => scopes::of_desa(work.conn(), work.kab(), code)?.map(|scope| scope.id),
        None => None,
    };
    Ok(Waiting {
        cause: cause.key,
        queue: cause.queue,
        no: 0,
        doc: None,
        case_doc: None,
        visit: None,
        key: None,
        scope: scope.unwrap_or(ScopeId(0)),
        desa,
        unit: None,
        private: false,
        owner: None,
        handler: None,
        mode: false,
        urgent: false,
        received_at: work.at(),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(queue::of(cause.queue).clock),
        done_at: None,
        done_by: None,
        done_step: None,
    })
}
