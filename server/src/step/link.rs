//! Links: two recordings of one complaint, two documents of one person.

use jangkau_domain::case::merge::{Complaint, merges_by_itself};
use jangkau_domain::step::{Hand, Input, StepId};
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::row::{self as wire, RowKind};
use minicbor::bytes::ByteArray;

use super::apply::{self, Wish};
use super::facts;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::documents;
use crate::store::links::{self, Alias};
use crate::store::rows::row_id;

/// Links a merged case to its survivor.
pub(super) fn merge_case(work: &Work<'_>, case: &CaseRow) -> Result<(), IngestError> {
    let Some(winner) = case.survivor else { return Ok(()) };
    open(work, DocKind::Case, case.doc, winner)
}

/// Parts a merged case from its survivor again.
pub(super) fn undo_case(work: &Work<'_>, case: &CaseRow) -> Result<(), IngestError> {
    close(work, case.doc)
}

/// Makes a link and tells the desa of both.
pub(super) fn open(
    work: &Work<'_>,
    kind: DocKind,
    loser: DocId,
    winner: DocId,
) -> Result<(), IngestError> {
    let alias = Alias { kind, loser, winner, at: work.at(), closed_at: None };
    links::insert(work.conn(), work.kab(), &alias, work.cause.pos)?;
    tell(work, &alias)
}

/// Undoes the link of a document.
pub(super) fn close(work: &Work<'_>, loser: DocId) -> Result<(), IngestError> {
    match links::close(work.conn(), work.kab(), &loser, work.at())? {
        Some(alias) => tell(work, &alias),
        None => Ok(()),
    }
}

fn tell(work: &Work<'_>, alias: &Alias) -> Result<(), IngestError> {
    let stored = |doc: &DocId| documents::find(work.conn(), work.kab(), doc);
    let (loser, winner) = (stored(&alias.loser)?, stored(&alias.winner)?);
    let heads = |one: &Option<documents::Stored>| -> Vec<ByteArray<32>> {
        let Some(one) = one else { return Vec::new() };
        one.register.heads().iter().map(|hash| ByteArray::from(hash.0)).collect()
    };
    let body = wire::Alias {
        kind: alias.kind,
        loser: alias.loser,
        winner: alias.winner,
        loser_heads: heads(&loser),
        winner_heads: heads(&winner),
        closed: alias.closed_at,
    };
    let mut scopes: Vec<_> = [&loser, &winner].into_iter().flatten().map(|one| one.scope).collect();
    scopes.dedup();
    for scope in scopes {
        let name = format!("{}:{}:{scope}", alias.loser, alias.winner);
        let id = row_id(RowKind::Alias, &name);
        work.hand_out(&To { id, scope, user: None, doc: Some(alias.loser) }, &body)?;
    }
    Ok(())
}

/// Merges a case that was just sent into an older one, where the rule says so without a person.
pub(super) fn merge_if_told_twice(work: &Work<'_>, case: &mut CaseRow) -> Result<(), IngestError> {
    if !case.state.is_open() || case.private || case.kind.is_listing() {
        return Ok(());
    }
    let Some(person) = case.person else { return Ok(()) };
    let (conn, kab) = (work.conn(), work.kab());
    let person = links::canonical(conn, kab, person)?;
    let this = complaint(work, case, person)?;
    let others = case_state::of_person(conn, kab, &person)?;
    let mut older = others
        .into_iter()
        .filter(|one| one.doc != case.doc && (one.first_at, one.doc) < (case.first_at, case.doc));
    let mut survivor = None;
    for one in &mut older {
        if merges_by_itself(&complaint(work, &one, person)?, &this) {
            survivor = Some(one.doc);
            break;
        }
    }
    let Some(survivor) = survivor else { return Ok(()) };
    let input = Input { survivor: Some(survivor.to_string()), ..Input::default() };
    let wish = Wish {
        id: StepId::T22g,
        hand: Hand::SYSTEM,
        input: &input,
        by: None,
        claimed: None,
        in_visit: false,
        own: false,
    };
    apply::take(work, case, wish)?.ok();
    Ok(())
}

fn complaint(work: &Work<'_>, case: &CaseRow, person: DocId) -> Result<Complaint, IngestError> {
    let record = facts::record(work, &case.doc)?.unwrap_or_default();
    let text = |key| facts::text(&record, key).map(str::to_owned);
    Ok(Complaint {
        person: Some(person),
        program: text("f/program"),
        kind: case.kind,
        subcat: text("f/subcat"),
        state: case.state,
        channel: text("f/channel"),
        private: case.private,
    })
}
