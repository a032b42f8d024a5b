//! What the server says when a session opens: who may see what, and whether it is the same server
//! life as before.

use jangkau_sync::message::{HelloAnswer, ScopeGrant, ScopeState};
use rusqlite::Transaction;

use super::{outgoing, standing};
use crate::error::DeviceError;
use crate::store::cursor::{self, Cursor};
use crate::store::documents;
use crate::store::meta::{self, Fact};
use crate::store::scopes::{self, Scope};

/// Notes nonce, scopes with keys, roles, epoch and server time.
pub fn opened(tx: &Transaction<'_>, answer: &HelloAnswer, now: i64) -> Result<(), DeviceError> {
    meta::set(tx, Fact::Nonce, &answer.nonce)?;
    meta::set_number(tx, Fact::ServerTime, answer.server_time)?;
    meta::set_number(tx, Fact::LastContact, now)?;
    if let Some(roles) = &answer.roles {
        meta::set(tx, Fact::Roles, roles.join(" ").as_bytes())?;
    }
    grant(tx, &answer.scopes)?;
    let epoch = answer.epoch.cast_signed();
    let before = meta::number(tx, Fact::Epoch)?;
    meta::set_number(tx, Fact::Epoch, epoch)?;
    if before.is_some_and(|before| before != epoch) {
        restored(tx, answer.epoch, &answer.states, now)?;
    }
    Ok(())
}

/// Keeps the scopes that the server named.
pub fn grant(tx: &Transaction<'_>, grants: &[ScopeGrant]) -> Result<(), DeviceError> {
    for grant in grants {
        let scope = Scope {
            id: grant.id,
            kind: grant.kind,
            code: grant.desa.clone().unwrap_or_default(),
            name: grant.name.clone(),
            key: grant.key.map(jangkau_sync::keys::ScopeKey::new),
        };
        scopes::put(tx, &scope)?;
    }
    Ok(())
}

/// The server was restored from a backup: everything is read again, and each scope that differs
/// is offered whole, others' changes under their receipts.
fn restored(
    tx: &Transaction<'_>,
    epoch: u64,
    theirs: &[ScopeState],
    now: i64,
) -> Result<(), DeviceError> {
    for scope in scopes::all(tx)? {
        let mine = standing::state(tx, scope.id)?;
        let same = |state: &&ScopeState| state.scope == scope.id && state.digest == mine.digest;
        cursor::set(tx, scope.id, Cursor { epoch, pos: 0 })?;
        if theirs.iter().find(same).is_some() {
            continue;
        }
        for doc in documents::ids(tx, scope.id)? {
            outgoing::resend(tx, doc, now)?;
        }
    }
    Ok(())
}
