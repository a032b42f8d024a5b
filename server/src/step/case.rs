//! The state row of a case: begun with its first change, kept in step with what the document says.

use jangkau_domain::DocKind;
use jangkau_domain::case::{CaseKind, CaseState};
use jangkau_sync::message::ScopeKind;

use super::Subject;
use super::facts::{self, Record};
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::{queue, scopes};

/// What a state row takes from the document.
const KEYS: [&str; 4] = ["f/kind", "f/person", "f/urgent", "f/emergency"];

/// Returns the state row of a case, begun as a draft where there is none; none for other documents.
pub(super) fn ensure(work: &Work<'_>, subject: &Subject) -> Result<Option<CaseRow>, IngestError> {
    if subject.kind != DocKind::Case {
        return Ok(None);
    }
    let record = facts::some(work, &subject.doc, &KEYS)?;
    let known = case_state::find(work.conn(), work.kab(), &subject.doc)?;
    let begins = known.is_none();
    let mut row = match known {
        Some(row) => row,
        None => begin(work, subject)?,
    };
    let before = row.clone();
    refresh(&mut row, &record);
    if row.scope != subject.scope {
        row.scope = subject.scope;
        row.desa = work.desa(subject.scope)?;
    }
    if begins || differs(&before, &row) {
        case_state::put(work.conn(), work.kab(), &row)?;
    }
    if before.urgent != row.urgent {
        queue::set_urgent(work.conn(), work.kab(), &row.doc, row.urgent)?;
    }
    Ok(Some(row))
}

fn begin(work: &Work<'_>, subject: &Subject) -> Result<CaseRow, IngestError> {
    let scope = scopes::find(work.conn(), work.kab(), subject.scope)?;
    let private = scope.is_some_and(|scope| scope.kind == ScopeKind::Private);
    Ok(CaseRow {
        private,
        desa: work.desa(subject.scope)?,
        author: work.cause.author.user,
        since_pos: work.cause.pos,
        since_at: work.at(),
        ..CaseRow::draft(subject.doc, subject.scope, CaseKind::Question)
    })
}

fn refresh(row: &mut CaseRow, record: &Record) {
    // Once it was sent, its kind changes by a step (T24) alone.
    if row.state == CaseState::Draft
        && let Some(kind) = facts::text(record, "f/kind").and_then(CaseKind::from_key)
    {
        row.kind = kind;
    }
    row.person = facts::doc_of(record, "f/person");
    row.urgent = facts::yes(record, "f/urgent");
    row.mode = facts::text(record, "f/emergency").is_some();
}

fn differs(before: &CaseRow, row: &CaseRow) -> bool {
    before.kind != row.kind
        || before.person != row.person
        || before.urgent != row.urgent
        || before.mode != row.mode
        || before.scope != row.scope
}
