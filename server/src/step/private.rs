//! A case that has become private goes on in a private scope, with its number (T25).

use jangkau_domain::case::Subcat;
use jangkau_domain::step::StepId;
use jangkau_domain::{DocId, ScopeId, list};
use jangkau_sync::Edit;
use jangkau_sync::row::{self as wire, RowBody, RowKind};

use super::apply::Grant;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::ingest::later::{self, Later};
use crate::store::case_state::{self, CaseRow};
use crate::store::rows::{self, row_id};

/// Asks for the private copy and the purge of the open document.
pub(super) fn ask_for(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) {
    let (Some(user), Some(decision)) = (grant.wish.hand.user, grant.wish.by) else { return };
    let go = later::go_private(case.doc, user, decision, marks(grant));
    work.writer.ask_for(Later::Private(go));
}

/// What the desk says makes it private; the open document could not hold it.
fn marks(grant: &Grant<'_>) -> Vec<Edit> {
    let input = grant.wish.input;
    let subcat = input.subcat.as_deref().filter(|subcat| is_private(subcat));
    let mut marks: Vec<Edit> =
        subcat.map(|subcat| Edit::put("f/subcat", subcat.into())).into_iter().collect();
    let keys = input.keys.iter().flatten().filter(|key| marks_private(key));
    marks.extend(keys.map(|key| later::mark(key)));
    marks
}

/// Tells whether a step names a reason why a case is private.
pub(super) fn names_why(wish: &super::apply::Wish<'_>) -> bool {
    wish.id == StepId::T25
        && (wish.input.subcat.as_deref().is_some_and(is_private)
            || wish.input.keys.iter().flatten().any(|key| marks_private(key)))
}

fn is_private(subcat: &str) -> bool {
    Subcat::find(subcat).is_some_and(|subcat| subcat.private)
}

fn marks_private(key: &str) -> bool {
    let ppks = key.strip_prefix("set/ppks/").and_then(|item| list::find("ppks")?.code(item));
    key == "f/hide_reporter" || ppks.is_some_and(|code| code.private)
}

/// Lets the state of a case follow its private copy, and tells those who see that.
pub(super) fn went(
    work: &Work<'_>,
    (case, copy): (DocId, DocId),
    scope: ScopeId,
) -> Result<Option<CaseRow>, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let Some(mut row) = case_state::find(conn, kab, &case)? else { return Ok(None) };
    row.doc = copy;
    row.scope = scope;
    row.private = true;
    // The visit's review goes on without it.
    row.visit = None;
    case_state::put(conn, kab, &row)?;
    let name = |doc: &DocId| row_id(RowKind::CaseState, &doc.to_string());
    let told = rows::find(conn, kab, name(&case))?;
    if let Some(mut body) = told.and_then(|row| wire::CaseState::from_bytes(&row.body).ok()) {
        body.case = copy;
        work.hand_out(&To { id: name(&copy), scope, user: None, doc: Some(copy) }, &body)?;
    }
    Ok(Some(row))
}
