//! How far the tablet has got in a scope.

use jangkau_domain::ScopeId;
use jangkau_sync::message::ScopeState;
use rusqlite::Connection;

use crate::error::DeviceError;
use crate::store::cursor::{self, Cursor};
use crate::store::digests;

/// Returns how far the tablet has got in a scope.
pub(super) fn state(db: &Connection, scope: ScopeId) -> Result<ScopeState, DeviceError> {
    let Cursor { epoch, pos } = cursor::get(db, scope)?;
    Ok(ScopeState { scope, epoch, position: pos, digest: digests::get(db, scope)? })
}
