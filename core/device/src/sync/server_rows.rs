//! Rows of the feed: all are kept as they came; a few change more than a screen.

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::row::{Account, Calendar, FeedRow, Moved, Row};
use rusqlite::Transaction;

use super::packs;
use crate::error::DeviceError;
use crate::store::meta::{self, Fact};
use crate::store::rows::{self, StoredRow};
use crate::store::{documents, outbox, scopes};

/// Takes one row in. A body that this build cannot read is kept for a newer one.
pub fn take(tx: &Transaction<'_>, scope: ScopeId, row: &FeedRow) -> Result<(), DeviceError> {
    let said = Row::read(row).ok();
    let stored = StoredRow {
        kind: row.kind,
        id: row.id.0.to_vec(),
        scope,
        pos: row.position,
        at: row.at,
        body: row.body.clone(),
    };
    if let Some(Row::Purge(purge)) = &said {
        documents::purge(tx, purge.doc)?;
    }
    rows::put(tx, &stored, said.as_ref().and_then(document))?;
    match said {
        Some(Row::Moved(moved)) => move_document(tx, &moved),
        Some(Row::Account(account)) => keep_account(tx, &account),
        Some(Row::Calendar(calendar)) => keep_zone(tx, &calendar),
        Some(Row::Pack(part)) => packs::arrived(tx, scope, &part),
        _ => Ok(()),
    }
}

/// Returns the document that a row concerns.
fn document(row: &Row) -> Option<DocId> {
    match row {
        Row::CaseState(state) => Some(state.case),
        Row::Return(returned) => Some(returned.doc),
        Row::Refusal(refusal) => Some(refusal.doc),
        Row::Held(held) => Some(held.doc),
        Row::InformTask(task) => Some(task.case),
        Row::DataRequest(request) => Some(request.case),
        Row::Alias(alias) => Some(alias.loser),
        Row::Number(number) => Some(number.case),
        Row::Pending(pending) => Some(pending.doc),
        Row::FieldChoice(choice) => Some(choice.doc),
        Row::RegisterStatus(status) => Some(status.person),
        Row::Moved(moved) => Some(moved.doc),
        Row::VisitState(_)
        | Row::Task(_)
        | Row::Purge(_)
        | Row::Pack(_)
        | Row::Catalogue(_)
        | Row::Office(_)
        | Row::Calendar(_)
        | Row::Mode(_)
        | Row::Target(_)
        | Row::Notice(_)
        | Row::Text(_)
        | Row::Account(_)
        | Row::Lease(_)
        | Row::Unknown(..) => None,
    }
}

/// A document whose household moved keeps its id. Where the tablet may not see the new desa, it
/// goes once nothing of it waits to be sent.
fn move_document(tx: &Transaction<'_>, moved: &Moved) -> Result<(), DeviceError> {
    documents::move_to(tx, moved.doc, moved.to)?;
    let seen = scopes::find(tx, moved.to)?.is_some();
    if !seen && outbox::of_doc(tx, moved.doc)?.is_empty() {
        documents::remove(tx, moved.doc)?;
    }
    Ok(())
}

fn keep_account(tx: &Transaction<'_>, account: &Account) -> Result<(), DeviceError> {
    if meta::number(tx, Fact::User)? != Some(i64::from(account.user.0)) {
        return Ok(());
    }
    meta::set(tx, Fact::Roles, account.roles.join(" ").as_bytes())?;
    match &account.name {
        Some(name) => meta::set(tx, Fact::UserName, name.as_bytes()),
        None => Ok(()),
    }
}

fn keep_zone(tx: &Transaction<'_>, calendar: &Calendar) -> Result<(), DeviceError> {
    match &calendar.zone {
        Some(zone) => meta::set(tx, Fact::Zone, zone.as_bytes()),
        None => Ok(()),
    }
}
