//! Hands a person's decision to ingest: one entry of the log, and the fields that it puts.

use jangkau_domain::role::Role;
use jangkau_domain::step::{FieldNote, Input, Refused, StepId};
use jangkau_domain::{DocId, DocKind, Lang, Ulid, Value, field};

use super::Pages;
use super::desk::Desk;
use super::show;
use super::words::visit as words;
use crate::ingest::{Decision, IngestError, PageEdit, Sender};
use crate::step;

/// What a person decided on a page.
pub enum Verdict {
    /// The review of a visit: accepted, or returned where a field carries a note.
    Visit {
        /// The visit.
        visit: Ulid,
        /// The round that the page showed.
        round: u32,
        /// In whose right.
        role: Role,
        /// Note that goes on with it.
        note: String,
        /// Fields that go back, with their notes.
        returned: Vec<(DocId, String, String)>,
    },
    /// A step of a case.
    Case {
        /// The case.
        case: DocId,
        /// The step.
        step: StepId,
        /// In whose right.
        role: Role,
        /// The state row that the page showed.
        seen: u64,
        /// What was typed.
        input: Box<Input>,
    },
    /// The choice between values.
    Conflict {
        /// The document.
        doc: DocId,
        /// The key.
        key: String,
        /// The set of values that the page showed.
        hash: [u8; 32],
        /// The value chosen.
        chosen: Value,
        /// The reason.
        why: String,
    },
}

impl Verdict {
    fn decision(self) -> step::Decision {
        match self {
            Self::Visit { visit, round, role, note, returned } => {
                let step = if returned.is_empty() { StepId::V2 } else { StepId::V3 };
                let field = |(doc, key, note): (DocId, String, String)| FieldNote {
                    doc: doc.to_string(),
                    key,
                    note,
                };
                let fields: Vec<FieldNote> = returned.into_iter().map(field).collect();
                let input = Input {
                    note: Some(note).filter(|note| !note.is_empty()),
                    fields: Some(fields).filter(|fields| !fields.is_empty()),
                    ..Input::default()
                };
                step::Decision::on_visit(step, role, visit, round, input)
            }
            Self::Case { case, step, role, seen, input } => {
                step::Decision::on_case(step, role, case, seen, *input)
            }
            Self::Conflict { doc, key, hash, chosen, why } => {
                step::Decision::on_conflict(Role::AdmKab, doc, &key, hash, chosen, &why)
            }
        }
    }
}

/// Carries out a verdict with the fields that it puts: all of it, or nothing.
///
/// # Errors
///
/// [`IngestError::Refused`] if no step allows it now; its text is for the person.
pub async fn carry_out(
    pages: &Pages,
    desk: &Desk,
    verdict: Verdict,
    edits: Vec<PageEdit>,
) -> Result<(), IngestError> {
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(|_| IngestError::Busy)?;
    let now_ms = u64::try_from(pages.app.clock.now_ms()).unwrap_or(0);
    let id = Ulid::new(now_ms, random);
    let edits = edits.into_iter().map(|edit| PageEdit { visit: Some(id), ..edit });
    let edits: Vec<PageEdit> = edits.collect();
    let sender = sender(desk, edits.iter().map(|edit| edit.scope).collect());
    let decision = Decision { id, body: verdict.decision().to_bytes(), edits };
    pages.app.ingest.decide(sender, decision).await
}

/// Returns why a verdict was not carried out, in words for the person.
pub fn reason(error: &IngestError, lang: Lang) -> String {
    match error {
        IngestError::Step(refused) => blocked(refused, lang),
        _ => words::CHANGED_MEANWHILE.text(lang).to_owned(),
    }
}

/// Returns why a step was refused, with the names of the fields that stand in the way.
fn blocked(refused: &Refused, lang: Lang) -> String {
    let kinds = [DocKind::Case, DocKind::Person, DocKind::Household];
    let name = |key: &String| {
        let field = kinds.iter().find_map(|kind| field::find(*kind, key));
        field.map_or_else(|| key.clone(), |field| show::label(field, lang).to_owned())
    };
    let named = Refused { fields: refused.fields.iter().map(name).collect(), ..refused.clone() };
    named.text(lang)
}

/// Returns the person as ingest knows them.
pub fn sender(desk: &Desk, scopes: Vec<jangkau_domain::ScopeId>) -> Sender {
    let roles = desk.viewer.grants().iter().map(|(role, _)| *role).collect();
    Sender { user: desk.viewer.user, device: None, roles, scopes }
}
