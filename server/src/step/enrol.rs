//! What a decision puts into documents: participation after an enrolment, kind and category after a
//! reclassification. The next visit finds it on the tablet.

use jangkau_domain::DocKind;
use jangkau_domain::case::Outcome;
use jangkau_domain::step::StepId;
use jangkau_sync::Edit;
use jiff::Timestamp;

use super::apply::Grant;
use super::facts;
use super::work::{Work, calendar};
use crate::ingest::IngestError;
use crate::ingest::later::{Later, Put};
use crate::store::case_state::CaseRow;
use crate::store::{documents, links};

/// Puts the participation into the beneficiary's document: the family's, where the program is for
/// families.
pub(super) fn participation(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    let enrols = case.outcome.as_deref().and_then(Outcome::from_key).is_some_and(Outcome::enrols);
    let input = grant.wish.input;
    let asked = facts::text(&grant.around.case, "f/program");
    let Some(program) = input.program.as_deref().or(asked).filter(|_| enrols) else {
        return Ok(());
    };
    let (conn, kab) = (work.conn(), work.kab());
    let Some((person, record)) = &grant.around.person else { return Ok(()) };
    let family = facts::doc_of(record, "f/household");
    let (kind, doc) = match (facts::unit_of(program), family) {
        (DocKind::Household, Some(family)) => (DocKind::Household, family),
        _ => (DocKind::Person, links::canonical(conn, kab, *person)?),
    };
    let Some(stored) = documents::find(conn, kab, &doc)? else { return Ok(()) };
    let since = input.date.clone().filter(|_| grant.wish.id == StepId::T19);
    let key = |attr: &str| format!("prog/{program}/{attr}");
    let edits = vec![
        Edit::put(key("status"), "receiving".into()),
        Edit::put(key("source"), "owner".into()),
        Edit::put(key("since"), since.unwrap_or_else(|| today(work)).as_str().into()),
    ];
    put(work, grant, (kind, doc), stored.scope, edits);
    Ok(())
}

/// Puts the new kind and category into the case itself (T24).
pub(super) fn reclassified(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) {
    let input = grant.wish.input;
    let mut edits = Vec::new();
    edits.extend(input.kind.as_deref().map(|kind| Edit::put("f/kind", kind.into())));
    edits.extend(input.subcat.as_deref().map(|subcat| Edit::put("f/subcat", subcat.into())));
    put(work, grant, (DocKind::Case, case.doc), case.scope, edits);
}

fn put(
    work: &Work<'_>,
    grant: &Grant<'_>,
    (kind, doc): (DocKind, jangkau_domain::DocId),
    scope: jangkau_domain::ScopeId,
    edits: Vec<Edit>,
) {
    if let (Some(user), Some(decision)) = (grant.wish.hand.user, grant.wish.by)
        && !edits.is_empty()
    {
        work.writer.ask_for(Later::Put(Put { kind, doc, scope, user, decision, edits }));
    }
}

fn today(work: &Work<'_>) -> String {
    let now = Timestamp::from_second(work.at()).unwrap_or(Timestamp::MAX);
    calendar(work.kab()).zone().day(now).to_string()
}
