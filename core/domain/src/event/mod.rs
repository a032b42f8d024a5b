//! Events: what happened or is asked for, written once under `ev/<ulid>`.
//!
//! An event is one CBOR map with ascending integer keys in a bytes scalar, at most 4 KiB. The
//! ULID of a visit event is the visit that its changes name. Keys that this program does not know
//! are passed over; the stored bytes keep them.

mod about_case;
mod about_visit;
mod encoding;
mod fault;
mod kind;
#[cfg(test)]
mod tests;

pub use about_case::{Answer, Correct, Inform, Object, Papers, Submit, Withdraw};
pub use about_visit::{CrossCheck, Note, Visit};
pub use encoding::{EVENT_MAX, Event, EventBody, EventError};
pub use fault::Fault;
pub use kind::EventKind;

use crate::Ulid;

/// Returns the key under which an event stands in a document.
pub fn key(id: &Ulid) -> String {
    format!("ev/{id}")
}

/// Reads the ULID out of an event's key.
pub fn id_of(key: &str) -> Option<Ulid> {
    key.strip_prefix("ev/")?.parse().ok()
}
