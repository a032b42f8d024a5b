//! To whom a referral is routed: the program's owner with a login, or the coordinator of its level.

use jangkau_domain::referral::Level;
use jangkau_domain::role::Role;
use jangkau_domain::{Kab, UserId};
use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::referrals::Referral;
use crate::store::users;

/// Tells whether an open referral waits for a person in a role; the area is the caller's to look
/// at.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn is_routed(
    conn: &Connection,
    kab: Kab,
    (user, role): (UserId, Role),
    referral: &Referral,
) -> Result<bool, StoreError> {
    if !referral.state.is_open() {
        return Ok(false);
    }
    Ok(match role {
        Role::Pp if referral.login => {
            let owns = users::programs(conn, kab, user)?;
            referral.program.as_ref().is_some_and(|program| owns.contains(program))
        }
        Role::Kprov => referral.level == Level::Prov,
        Role::Seknas => referral.level == Level::National,
        _ => false,
    })
}
