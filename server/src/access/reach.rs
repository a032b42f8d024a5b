//! Which scopes a person reaches, by role and area.

use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DeviceId, Kab, UserId};
use jangkau_sync::message::ScopeKind;
use rusqlite::Connection;

use crate::ingest::Sender;
use crate::store::StoreError;
use crate::store::scopes::{self, Scope};
use crate::store::users::{self, User};

/// Returns the scopes in which a person records: the desa of the areas in which a recording role
/// was given, the private cases that are his or hers, the kabupaten's own. The desa stand first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn scopes_of(conn: &Connection, kab: Kab, user: &User) -> Result<Vec<Scope>, StoreError> {
    let mut reach: Vec<Scope> = Vec::new();
    for grant in user.grants.iter().filter(|grant| records(grant.role)) {
        for scope in scopes::of_area(conn, kab, &grant.wilayah)? {
            if !reach.contains(&scope) {
                reach.push(scope);
            }
        }
    }
    reach.sort_by_key(|scope| scope.id);
    let personal = scopes::personal(conn, kab, user.id)?;
    // The kabupaten's scope last: what waits at the door comes before the catalogue.
    let (common, private): (Vec<_>, Vec<_>) =
        personal.into_iter().partition(|scope| scope.kind == ScopeKind::Kab);
    reach.extend(private);
    reach.extend(common);
    Ok(reach)
}

/// Returns who hands something in: roles and scopes as they stand now.
///
/// # Errors
///
/// [`StoreError`] if the database fails; an unknown or ended account has neither.
pub fn sender(
    conn: &Connection,
    kab: Kab,
    user: UserId,
    device: Option<DeviceId>,
) -> Result<Sender, StoreError> {
    let account = users::find(conn, kab, user)?.filter(|user| !user.ended);
    let Some(account) = account else {
        return Ok(Sender { user, device, roles: Roles::NONE, scopes: Vec::new() });
    };
    let scopes = scopes_of(conn, kab, &account)?;
    let roles = account.grants.iter().map(|grant| grant.role).collect();
    Ok(Sender { user, device, roles, scopes: scopes.iter().map(|scope| scope.id).collect() })
}

/// Tells whether a role records what citizens say (write class REC of the field table).
fn records(role: Role) -> bool {
    matches!(role, Role::Fs | Role::Fop | Role::Bop | Role::Fo | Role::Bo)
}
