//! What a decision leaves to ingest: changes of documents and ends of held changes, each an entry of
//! the log of its own. A replay finds them there.

use jangkau_domain::step::StepId;
use jangkau_domain::{DocId, Ulid, Value};
use jangkau_sync::change::Action;
use jangkau_sync::{Actor, Change, Edit, Hash};
use sha2::{Digest, Sha256};

use super::decision::Decision;
use super::split;
use super::work::Work;
use crate::ingest::{IngestError, PageEdit};
use crate::store::held::{self, Held};

/// Something that ingest does after a decision, in the same piece of work.
pub enum FollowUp {
    /// A change that the server composed; it may put what only decisions put.
    Composed(PageEdit),
    /// A change with the rights of the person who decided.
    Own(PageEdit),
    /// The gate judges a held change again.
    TryAgain(DocId, Hash),
    /// A held change is set aside.
    SetAside(DocId, Hash),
}

/// Returns what follows from a decision that was just carried out.
pub(super) fn ups(work: &Work<'_>, body: &[u8]) -> Result<Vec<FollowUp>, IngestError> {
    let decision = Decision::from_bytes(body).ok_or(IngestError::Damaged)?;
    let Some(id) = work.cause.author.visit else { return Ok(Vec::new()) };
    let held = decision.doc.zip(decision.hash.map(Hash));
    match (decision.step(), held) {
        (Some(StepId::D4), _) => split::changes(work, &decision, id),
        (Some(StepId::H2), Some((doc, hash))) => {
            let aside = decision.input.result.as_deref() == Some("set_aside");
            let one = if aside { FollowUp::SetAside } else { FollowUp::TryAgain };
            Ok(vec![one(doc, hash)])
        }
        (Some(StepId::H3), Some((doc, hash))) => {
            let found = held::find(work.conn(), work.kab(), &doc, &hash)?;
            let held = found.ok_or(IngestError::Damaged)?;
            Ok(vec![FollowUp::Own(again(&held, id))])
        }
        _ => Ok(Vec::new()),
    }
}

/// Puts the author's values again, upon what stands there now (H3).
fn again(held: &Held, decision: Ulid) -> PageEdit {
    PageEdit {
        kind: held.kind,
        doc: held.doc,
        scope: held.scope,
        heads: Vec::new(),
        edits: values(held),
        visit: Some(decision),
        actor: actor(decision, &held.doc),
    }
}

/// Returns the values that a held change puts; none of bytes that are no change. Events are not
/// put again: they speak for their own moment.
pub(super) fn values(held: &Held) -> Vec<Edit> {
    let Ok(change) = Change::parse(&held.body) else { return Vec::new() };
    let puts = change.ops.into_iter().filter(|op| !op.key.starts_with("ev/"));
    let edits = puts.map(|op| match op.action {
        Action::Put(value) => Edit::put(op.key.as_str(), value),
        Action::Delete => Edit::delete(op.key.as_str()),
    });
    edits.collect()
}

/// Returns the writer of what follows from a decision in a document: new for each of them.
pub(super) fn actor(decision: Ulid, doc: &DocId) -> Actor {
    let sum = Sha256::new().chain_update(decision.0).chain_update(doc.0).finalize();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&sum[..8]);
    Actor::new(bytes)
}

/// Returns a document's id as a value.
pub(super) fn reference(doc: DocId) -> Value {
    Value::Bytes(doc.0.to_vec())
}
