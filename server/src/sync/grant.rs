//! What a tablet may read now, and how far the server has got in each scope.

use jangkau_domain::{Kab, UserId};
use jangkau_sync::message::{ScopeGrant, ScopeKind, ScopeState};
use rusqlite::Connection;

use super::refusal::Refusal;
use crate::access::{self, users};
use crate::app::App;
use crate::ingest::spare_scopes;
use crate::secret::Secrets;
use crate::store::scopes::{self, Scope};
use crate::store::{StoreError, kab};

/// Bytes of a nonce.
const NONCE: usize = 16;

/// What a person's tablet may read.
pub(super) struct Reach {
    pub(super) epoch: u64,
    pub(super) user_name: String,
    pub(super) roles: Vec<String>,
    pub(super) scopes: Vec<ScopeGrant>,
    pub(super) states: Vec<ScopeState>,
}

/// Returns what a person's tablet may read, with spare private scopes for sensitive cases.
pub(super) async fn reach(app: &App, user: UserId) -> Result<Reach, Refusal> {
    let (kab, secrets) = (app.config.kab, app.secrets.clone());
    let lacking = app.store.read(move |conn| spare_scopes::lacking(conn, kab, user)).await?;
    if lacking > 0 {
        app.ingest.spare_scopes(user).await?;
    }
    app.store.read(move |conn| Ok(read(conn, kab, &secrets, user)?)).await
}

fn read(conn: &Connection, kab: Kab, secrets: &Secrets, user: UserId) -> Result<Reach, StoreError> {
    let account = users::find(conn, kab, user)?.ok_or(StoreError::Damaged { what: "account" })?;
    let found = access::scopes_of(conn, kab, &account)?;
    let epoch = kab::epoch(conn, kab)?;
    let state = |scope: &Scope| {
        let position = scopes::newest(conn, kab, scope.id)?.unsigned_abs();
        Ok(ScopeState { scope: scope.id, epoch, position, digest: scope.digest })
    };
    let states = found.iter().map(state).collect::<Result<_, StoreError>>()?;
    let mut roles: Vec<String> =
        account.grants.iter().map(|grant| grant.role.key().to_owned()).collect();
    roles.dedup();
    Ok(Reach {
        epoch,
        user_name: account.name,
        roles,
        scopes: found.iter().map(|scope| grant_of(secrets, scope)).collect(),
        states,
    })
}

fn grant_of(secrets: &Secrets, scope: &Scope) -> ScopeGrant {
    // The kabupaten's own scope holds rows only: no id is ever derived in it.
    let derives = scope.kind != ScopeKind::Kab;
    ScopeGrant {
        id: scope.id,
        kind: scope.kind,
        desa: scope.wilayah.clone().filter(|_| derives),
        name: scope.name.clone(),
        key: derives.then(|| *secrets.root.scope_key(scope.id).as_bytes()),
    }
}

/// Draws a nonce.
pub(super) fn draw_nonce() -> Result<Vec<u8>, Refusal> {
    let mut nonce = vec![0; NONCE];
    getrandom::fill(&mut nonce)
        .map_err(|_| Refusal::Internal("the system gave no random bytes".into()))?;
    Ok(nonce)
}
