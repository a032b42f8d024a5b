//! Two persons in one document: a new document takes one author's values and cases, without the
//! wrong NIK; the old one keeps what the others wrote (D4, verdict two in one).

use std::collections::BTreeMap;

use jangkau_domain::step::{Guard, Input};
use jangkau_domain::{DocId, DocKind, Ulid, UserId, Value};
use jangkau_sync::change::Action;
use jangkau_sync::{Change, Edit};
use sha2::{Digest, Sha256};

use super::decision::Decision;
use super::follow::{self, FollowUp};
use super::work::Work;
use crate::ingest::{IngestError, PageEdit, author_of};
use crate::store::documents::{self, Stored};
use crate::store::links::{self, Pair};
use crate::store::{case_state, history};

type Values = BTreeMap<String, Option<Value>>;

/// Tells what keeps a verdict from being proposed: an author who wrote nothing there, or *same* of
/// a document with itself.
pub(super) fn unfit(
    work: &Work<'_>,
    pair: &Pair,
    input: &Input,
) -> Result<Option<Guard>, IngestError> {
    if input.result.as_deref() != Some("two_in_one") {
        return Ok((pair.one == pair.other).then_some(Guard::Survivor));
    }
    let doc = input.survivor.as_deref().and_then(DocId::from_hex).unwrap_or(pair.one);
    let Some(author) = input.handler.map(UserId) else {
        return Ok(Some(Guard::AuthorOrStandIn));
    };
    let (theirs, others) = written(work, &doc, author)?;
    let both = !theirs.is_empty() && !others.is_empty();
    Ok((!both || (doc != pair.one && doc != pair.other)).then_some(Guard::AuthorOrStandIn))
}

/// Returns the changes that carry out a verdict two in one; none for other verdicts.
pub(super) fn changes(
    work: &Work<'_>,
    decision: &Decision,
    id: Ulid,
) -> Result<Vec<FollowUp>, IngestError> {
    let (Some(one), Some(other)) = (decision.doc, decision.other) else { return Ok(Vec::new()) };
    let pair = links::pair(work.conn(), work.kab(), one, other)?;
    let Some(pair) = pair.filter(|pair| pair.state == "split") else { return Ok(Vec::new()) };
    let doc = pair.survivor.unwrap_or(pair.one);
    let stored = documents::find(work.conn(), work.kab(), &doc)?.ok_or(IngestError::Damaged)?;
    let author = pair.taken.ok_or(IngestError::Damaged)?;
    let (theirs, others) = written(work, &doc, author)?;
    let new = new_id(id);
    let mut edits = vec![born(&stored, new, &theirs, id)];
    edits.extend(cleared(&stored, doc, &theirs, &others, id));
    for case in case_state::of_person(work.conn(), work.kab(), &doc)? {
        if case.author == Some(author) {
            edits.push(PageEdit {
                kind: DocKind::Case,
                doc: case.doc,
                scope: case.scope,
                edits: vec![Edit::put("f/person", follow::reference(new))],
                ..blank(id, &case.doc)
            });
        }
    }
    Ok(edits.into_iter().map(FollowUp::Composed).collect())
}

/// Returns the id of the new document: random as the decision's own name.
pub(super) fn new_id(decision: Ulid) -> DocId {
    let sum = Sha256::new().chain_update("split:1:").chain_update(decision.0).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&sum[..16]);
    DocId(id)
}

fn blank(id: Ulid, doc: &DocId) -> PageEdit {
    PageEdit {
        kind: DocKind::Person,
        doc: *doc,
        scope: jangkau_domain::ScopeId(0),
        heads: Vec::new(),
        edits: Vec::new(),
        visit: Some(id),
        actor: follow::actor(id, doc),
    }
}

/// The wrong NIK is not taken along: nobody may stand under somebody else's.
fn born(stored: &Stored, new: DocId, theirs: &Values, id: Ulid) -> PageEdit {
    let kept = theirs.iter().filter(|(key, _)| *key != "f/nik");
    let edits = kept.filter_map(|(key, value)| Some(Edit::put(key.as_str(), value.clone()?)));
    PageEdit { scope: stored.scope, edits: edits.collect(), ..blank(id, &new) }
}

/// Puts back what the others had written where the author's value is among those that stand.
fn cleared(
    stored: &Stored,
    doc: DocId,
    theirs: &Values,
    others: &Values,
    id: Ulid,
) -> Option<PageEdit> {
    let mut edits = Vec::new();
    for (key, value) in theirs {
        let standing = stored.register.candidates(key);
        let mine = standing.iter().any(|one| Some(&one.value) == value.as_ref());
        if !mine && value.is_some() {
            continue;
        }
        match others.get(key).cloned().flatten() {
            Some(theirs) => edits.push(Edit::put(key.as_str(), theirs)),
            None if !standing.is_empty() => edits.push(Edit::delete(key.as_str())),
            None => {}
        }
    }
    let edit = PageEdit { scope: stored.scope, edits, ..blank(id, &doc) };
    (!edit.edits.is_empty()).then_some(edit)
}

/// Returns the last value of each field that an author wrote, and that the others wrote.
fn written(work: &Work<'_>, doc: &DocId, author: UserId) -> Result<(Values, Values), IngestError> {
    let (mut theirs, mut others) = (Values::new(), Values::new());
    for change in history::changes(work.conn(), work.kab(), doc)? {
        let side = if writer(&change) == Some(author) { &mut theirs } else { &mut others };
        for op in change.ops.into_iter().filter(|op| !op.key.starts_with("ev/")) {
            let value = match op.action {
                Action::Put(value) => Some(value),
                Action::Delete => None,
            };
            side.insert(op.key, value);
        }
    }
    theirs.retain(|_, value| value.is_some());
    Ok((theirs, others))
}

fn writer(change: &Change) -> Option<UserId> {
    author_of(change).user
}
