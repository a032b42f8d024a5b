//! Keys with unequal values: each candidate with who wrote it, when and during which visit.

use std::collections::BTreeSet;

use jangkau_domain::{DocId, Value, conflict, field};
use jangkau_sync::register::Candidate;
use jangkau_sync::{Change, OpId, Register};
use sha2::{Digest, Sha256};

use super::Touched;
use super::shown::{Clash, shown};
use crate::ingest::{Cause, IngestError, Writer, author_of};
use crate::store::conflicts::{self, Conflict, Side};
use crate::store::history;

/// How many keys of a document wait for an admin.
pub(super) struct Review {
    pub(super) count: i64,
    /// Whether the change may have altered the count.
    pub(super) altered: bool,
}

/// Folds the touched keys.
pub(super) fn fold(
    writer: &Writer<'_>,
    cause: &Cause,
    touched: &Touched<'_>,
) -> Result<Review, IngestError> {
    let mut review = Review { count: 0, altered: false };
    // A first change clashes with nothing, and most documents never clash.
    if touched.is_first() {
        return Ok(review);
    }
    let register = &touched.stored.register;
    let doc = register.id();
    let (conn, kab) = (writer.conn(), writer.kab());
    let known = conflicts::keys(conn, kab, &doc)?;
    for key in keys(touched.change) {
        if register.candidates(&key).len() > 1 {
            open(writer, cause, register, &doc, &key)?;
            review.altered = true;
        } else if known.contains(&key) {
            conflicts::close(conn, kab, &doc, &key)?;
            review.altered = true;
        }
    }
    if review.altered || !known.is_empty() {
        review.count = conflicts::count_for_review(conn, kab, &doc)?;
    }
    Ok(review)
}

/// Returns the keys whose clash may have changed; a source decides between two statuses.
fn keys(change: &Change) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = change.ops.iter().map(|op| op.key.clone()).collect();
    let sources = change.ops.iter().filter(|op| op.key.starts_with("prog/"));
    let beside = sources.filter_map(|op| op.key.strip_suffix("/source"));
    keys.extend(beside.map(|program| format!("{program}/status")));
    keys
}

fn open(
    writer: &Writer<'_>,
    cause: &Cause,
    register: &Register,
    doc: &DocId,
    key: &str,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let Some(shown) = shown(register, key) else { return Ok(()) };
    if shown.clash == Clash::None {
        return Ok(conflicts::close(conn, kab, doc, key)?);
    }
    let candidates = register.candidates(key);
    let known = conflicts::find(conn, kab, doc, key)?;
    let hash = hash_of(register, key, candidates);
    // The same set asked again keeps the entry that brought it.
    let pos = known.filter(|one| one.hash == hash).map_or(cause.pos, |one| one.pos);
    let history = history::of_doc(conn, kab, doc)?;
    let changes = history.iter().map(history::parse).collect::<Result<Vec<_>, _>>()?;
    let mut sides = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(at) = changes.iter().position(|change| wrote(change, &candidate.id)) else {
            continue; // the register holds nothing that is not in the log
        };
        let author = author_of(&changes[at]);
        sides.push(Side {
            value: candidate.value.clone(),
            shown: candidate.value == shown.value,
            change: changes[at].hash,
            user: author.user,
            device: author.device,
            visit: author.visit,
            claimed: changes[at].time,
            recv_at: history[at].recv_at,
        });
    }
    let review = shown.clash == Clash::Review;
    let clash = Conflict { key: key.to_owned(), review, hash, pos, sides };
    Ok(conflicts::put(conn, kab, doc, &clash)?)
}

fn wrote(change: &Change, id: &OpId) -> bool {
    change.actor == id.actor && (change.start_op..=change.max_op()).contains(&id.counter)
}

/// Names a set of candidates by what they say, in any order.
fn hash_of(register: &Register, key: &str, candidates: &[Candidate]) -> [u8; 32] {
    let field = field::find(register.kind(), key);
    let said = |one: &Candidate| match field {
        Some(field) => conflict::normal(field.ty, &one.value),
        None => one.value.clone(),
    };
    let values: BTreeSet<Value> = candidates.iter().map(said).collect();
    let mut sum = Sha256::new();
    for value in &values {
        let bytes = conflicts::encode_value(value);
        sum.update((bytes.len() as u64).to_be_bytes());
        sum.update(bytes);
    }
    sum.finalize().into()
}
