//! What waits to be sent, and what must be sent once more.

use std::collections::BTreeSet;

use jangkau_domain::DocId;
use jangkau_sync::register::Register;
use jangkau_sync::session::{OutChange, OutDoc};
use jangkau_sync::{Hash, Receipt, receipt};
use rusqlite::{Connection, Transaction};

use crate::edit;
use crate::error::DeviceError;
use crate::store::documents::{self, Stored};
use crate::store::outbox;

/// Returns documents whose changes wait, about `max` changes in all.
pub fn outbox(
    db: &Connection,
    skip: &BTreeSet<DocId>,
    max: usize,
) -> Result<Vec<OutDoc>, DeviceError> {
    let mut found: Vec<OutDoc> = Vec::new();
    let mut count = 0;
    for id in outbox::documents(db)? {
        if count >= max {
            break;
        }
        if skip.contains(&id) {
            continue;
        }
        let stored = documents::get(db, id)?.ok_or(DeviceError::Stored("outbox"))?;
        let doc = out_doc(db, stored)?;
        count += doc.changes.len();
        found.push(doc);
    }
    Ok(found)
}

fn out_doc(db: &Connection, stored: Stored) -> Result<OutDoc, DeviceError> {
    let change =
        |waiting: outbox::Waiting| OutChange { n: waiting.n.cast_unsigned(), bytes: waiting.body };
    let changes = outbox::of_doc(db, stored.id)?.into_iter().map(change).collect();
    let offer = stored.offer.as_deref().map(read_offer).transpose()?;
    let known = stored.confirmed.is_some();
    let genesis = || Register::new(stored.kind, stored.id);
    Ok(OutDoc {
        kind: stored.kind,
        id: stored.id,
        scope: stored.scope,
        known,
        before: stored.confirmed.unwrap_or_else(genesis),
        offer,
        changes,
    })
}

fn read_offer(bytes: &[u8]) -> Result<(Receipt, Vec<Hash>), DeviceError> {
    let (receipt, heads) =
        bytes.split_at_checked(receipt::RECEIPT_BYTES).ok_or(DeviceError::Stored("receipt"))?;
    let receipt = Receipt::from_slice(receipt).ok_or(DeviceError::Stored("receipt"))?;
    Ok((receipt, documents::heads(heads)?))
}

/// Puts a document's whole history into the outbox: the server lacks part of it.
///
/// Others' changes go along under the receipt that the server once gave for them.
pub fn resend(tx: &Transaction<'_>, id: DocId, now: i64) -> Result<(), DeviceError> {
    let Some(mut stored) = documents::get(tx, id)? else {
        return Ok(());
    };
    let document = edit::open(&stored)?;
    let order: Vec<(Hash, Vec<u8>)> = edit::history(&document)?
        .into_iter()
        .map(|change| (change.hash, change.encode()))
        .collect();
    if let (Some(receipt), Some(confirmed)) = (&stored.receipt, &stored.confirmed) {
        stored.offer = Some([receipt.clone(), documents::join(confirmed.heads())].concat());
    }
    (stored.confirmed, stored.receipt) = (None, None);
    documents::put(tx, &stored)?;
    // Queued anew from the first one on: a change never leaves before its parent.
    outbox::requeue(tx, id, &order, now)
}
