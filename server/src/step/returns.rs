//! What goes back to its author: a return row and a correction row for each document.

use std::collections::BTreeMap;

use jangkau_domain::clock::Clock;
use jangkau_domain::queue::{Cause, Queue};
use jangkau_domain::step::FieldNote;
use jangkau_domain::{DocId, ScopeId, Ulid, UserId};
use jangkau_sync::row::{self as wire, RowId, RowKind};

use super::apply::Grant;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::documents;
use crate::store::handovers;
use crate::store::queue::{Waiting, Which};
use crate::store::returns::{self, Returned};
use crate::store::rows::row_id;

/// What is returned together.
pub(super) struct Batch<'a> {
    pub(super) visit: Option<Ulid>,
    pub(super) scope: ScopeId,
    pub(super) desa: Option<&'a str>,
    pub(super) by: UserId,
    pub(super) to: Option<UserId>,
    pub(super) note: Option<&'a str>,
    /// The round that a correction opens.
    pub(super) round: u32,
    pub(super) case: Option<&'a CaseRow>,
}

/// Returns the notes of each document.
pub(super) fn by_doc(notes: &[FieldNote]) -> BTreeMap<DocId, Vec<FieldNote>> {
    let mut groups: BTreeMap<DocId, Vec<FieldNote>> = BTreeMap::new();
    for note in notes {
        if let Some(doc) = DocId::from_hex(&note.doc) {
            groups.entry(doc).or_default().push(note.clone());
        }
    }
    groups
}

/// Returns a case by itself (T6 of what no visit names, L10).
pub(super) fn of_case(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    let input = grant.wish.input;
    let Some(by) = grant.wish.hand.user else { return Ok(()) };
    let round =
        crate::store::queue::count_of_case(work.conn(), work.kab(), &case.doc, Queue::Review)? + 1;
    let batch = Batch {
        visit: None,
        scope: case.scope,
        desa: case.desa.as_deref(),
        by,
        to: case.stand_in.or(case.author),
        note: input.note.as_deref(),
        round,
        case: Some(case),
    };
    // One row, whatever documents the notes stand at: the case goes on by one correction.
    open(work, &batch, case.doc, input.fields.as_deref().unwrap_or_default())
}

/// Opens the return row and the correction row of one document.
pub(super) fn open(
    work: &Work<'_>,
    batch: &Batch<'_>,
    doc: DocId,
    notes: &[FieldNote],
) -> Result<(), IngestError> {
    let before = returns::of_doc(work.conn(), work.kab(), &doc)?;
    let n = u32::try_from(before.len()).unwrap_or(u32::MAX - 1) + 1;
    let cause = Cause::correction(doc, n);
    let returned = Returned {
        id: row_id(RowKind::Return, &cause.key).0,
        doc,
        visit: batch.visit,
        n,
        fields: minicbor::to_vec(notes).expect("a vector takes all bytes"),
        note: batch.note.map(str::to_owned),
        by: batch.by,
        to: batch.to,
        due: work.due(Clock::Correction),
        state: "open".to_owned(),
        pos: work.cause.pos,
        at: work.at(),
    };
    returns::insert(work.conn(), work.kab(), &returned)?;
    work.open(&correction_row(work, batch, &returned, cause))?;
    hand_out(work, batch.scope, &returned, batch.round, None)
}

fn correction_row(
    work: &Work<'_>,
    batch: &Batch<'_>,
    returned: &Returned,
    cause: Cause,
) -> Waiting {
    let case = batch.case.filter(|case| case.doc == returned.doc);
    Waiting {
        cause: cause.key,
        queue: Queue::Correction,
        no: 0,
        doc: Some(returned.doc),
        case_doc: case.map(|case| case.doc),
        visit: batch.visit,
        key: None,
        scope: batch.scope,
        desa: batch.desa.map(str::to_owned),
        unit: None,
        private: batch.case.is_some_and(|case| case.private),
        owner: returned.to,
        handler: None,
        mode: case.is_some_and(|case| case.mode),
        urgent: case.is_some_and(|case| case.urgent),
        received_at: work.at(),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: returned.due,
        done_at: None,
        done_by: None,
        done_step: None,
    }
}

/// Ends a return row: corrected by its author, or closed with what it belonged to.
pub(super) fn end(
    work: &Work<'_>,
    returned: &Returned,
    state: &str,
    step: &str,
) -> Result<(), IngestError> {
    returns::set_state(work.conn(), work.kab(), &returned.id, state)?;
    let cause = Cause::correction(returned.doc, returned.n).key;
    work.close(Which::Cause(&cause), work.cause.author.user, step)?;
    let stored = documents::find(work.conn(), work.kab(), &returned.doc)?;
    let Some(scope) = stored.map(|stored| stored.scope) else { return Ok(()) };
    hand_out(work, scope, returned, returned.n + 1, Some(work.at()))
}

/// Gives an open return to another worker (A2).
pub(super) fn give(
    work: &Work<'_>,
    returned: &Returned,
    scope: ScopeId,
    to: UserId,
) -> Result<(), IngestError> {
    handovers::set_corrector(work.conn(), work.kab(), &returned.id, to)?;
    let returned = Returned { to: Some(to), ..returned.clone() };
    hand_out(work, scope, &returned, returned.n + 1, None)
}

/// Closes what is still open of a document, when its case went another way.
pub(super) fn end_all(work: &Work<'_>, doc: &DocId, step: &str) -> Result<(), IngestError> {
    for returned in returns::of_doc(work.conn(), work.kab(), doc)? {
        if returned.state == "open" {
            end(work, &returned, "closed", step)?;
        }
    }
    Ok(())
}

fn hand_out(
    work: &Work<'_>,
    scope: ScopeId,
    returned: &Returned,
    round: u32,
    closed: Option<i64>,
) -> Result<(), IngestError> {
    let notes: Vec<FieldNote> = minicbor::decode(&returned.fields).unwrap_or_default();
    let fields = notes.into_iter().map(|note| wire::FieldNote {
        doc: DocId::from_hex(&note.doc).unwrap_or(returned.doc),
        key: note.key,
        note: note.note,
    });
    let body = wire::Return {
        doc: returned.doc,
        visit: returned.visit,
        fields: fields.collect(),
        note: returned.note.clone().unwrap_or_default(),
        by: work.name(Some(returned.by))?,
        due: Some(returned.due),
        closed,
        round: Some(round),
    };
    let id = RowId(returned.id);
    work.hand_out(&To { id, scope, user: returned.to, doc: Some(returned.doc) }, &body)
}
