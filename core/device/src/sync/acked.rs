//! What becomes of a document when the server has answered a frame.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::DocId;
use jangkau_sync::message::Outcome;
use jangkau_sync::register::Register;
use jangkau_sync::session::{Ack, DocAck, PushAcks};
use jangkau_sync::{Change, Hash};
use rusqlite::Transaction;

use crate::edit;
use crate::error::DeviceError;
use crate::store::documents::{self, Stored};
use crate::store::outbox::{self, Waiting};

/// Notes the outcome of each change, and the server's version of each document.
pub fn acked(tx: &Transaction<'_>, acks: &PushAcks, now: i64) -> Result<(), DeviceError> {
    let mut by_doc: BTreeMap<DocId, Vec<&Ack>> = BTreeMap::new();
    for ack in &acks.changes {
        by_doc.entry(ack.doc).or_default().push(ack);
    }
    for (id, outcomes) in by_doc {
        let said = acks.docs.iter().find(|doc| doc.doc == id);
        // A document that was purged meanwhile needs no notes.
        if let Some(stored) = documents::get(tx, id)? {
            document(tx, stored, &outcomes, said, now)?;
        }
    }
    Ok(())
}

fn document(
    tx: &Transaction<'_>,
    mut stored: Stored,
    outcomes: &[&Ack],
    said: Option<&DocAck>,
    now: i64,
) -> Result<(), DeviceError> {
    let waiting = outbox::of_doc(tx, stored.id)?;
    let outcome = |n: i64| outcomes.iter().find(|ack| ack.n.cast_signed() == n);
    for change in &waiting {
        if let Some(Outcome::Held { code, text }) = outcome(change.n).map(|ack| &ack.outcome) {
            outbox::hold(tx, change.n, code.as_str(), text)?;
        }
    }
    let arrived = |change: &&Waiting| {
        let outcome = outcome(change.n).map(|ack| &ack.outcome);
        matches!(outcome, Some(Outcome::Stored | Outcome::Duplicate))
    };
    let arrived: Vec<&Waiting> = waiting.iter().filter(arrived).collect();
    if arrived.is_empty() {
        return Ok(());
    }
    let confirmed = confirm(&stored, &waiting, &arrived)?;
    for change in &arrived {
        outbox::acknowledge(tx, stored.id, change.hash, now)?;
    }
    stored.receipt = said
        .filter(|said| said.heads == confirmed.heads())
        .map(|said| said.receipt.to_bytes().to_vec());
    if arrived.len() == waiting.len() {
        stored.offer = None;
    }
    stored.confirmed = Some(confirmed);
    documents::put(tx, &stored)
}

/// Returns the confirmed version with the changes that have arrived.
fn confirm(
    stored: &Stored,
    waiting: &[Waiting],
    arrived: &[&Waiting],
) -> Result<Register, DeviceError> {
    if arrived.len() == waiting.len() {
        // A document is its confirmed version and what waits, nothing else.
        return Ok(stored.register.clone());
    }
    let genesis = || Register::new(stored.kind, stored.id);
    let mut confirmed = stored.confirmed.clone().unwrap_or_else(genesis);
    let mut unconfirmed: BTreeSet<Hash> = waiting.iter().map(|change| change.hash).collect();
    for change in arrived {
        let parsed = Change::parse(&change.body).map_err(|_| DeviceError::Stored("outbox"))?;
        edit::take(&mut confirmed, &parsed, || {
            let document = edit::open(stored)?;
            let mut history = edit::history(&document)?;
            history.retain(|known| !unconfirmed.contains(&known.hash));
            Ok(history)
        })?;
        unconfirmed.remove(&change.hash);
    }
    Ok(confirmed)
}
