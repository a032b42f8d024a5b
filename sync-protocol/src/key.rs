//! What a key alone tells.

use crate::genesis;

/// Returns whether a key names an event, which is written once.
pub fn is_event(key: &str) -> bool {
    key.starts_with("ev/")
}

/// Returns whether a key belongs to the genesis; no later change touches it.
pub fn is_genesis(key: &str) -> bool {
    key == genesis::KIND_KEY || key == genesis::ID_KEY
}
