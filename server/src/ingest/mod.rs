//! The one door for writing to the main file.
//!
//! One thread owns the only write connection. Work that arrived meanwhile shares one commit (group
//! commit), each piece in a savepoint of its own; an answer leaves only after the commit.

mod accounts;
mod change;
mod decision;
mod edit;
mod enrol;
mod error;
mod hold;
mod import;
mod judge;
mod lane;
pub(crate) mod later;
mod moving;
mod open;
mod private;
mod push;
mod replay;
mod sender;
pub mod spare_scopes;
mod writer;

pub use decision::{Decision, decide};
pub use edit::{Edited, PageEdit, apply as edit};
pub use enrol::make_room;
pub use error::IngestError;
pub use import::{Imported, NewPack};
pub use lane::{Ingest, Limits};
pub use moving::move_document;
pub use replay::Rebuilt;
pub use sender::Sender;
pub use writer::{Cause, Entry, What, Writer};

pub(crate) use change::author_of;

use jangkau_sync::gate;

/// Tells the gate who writes.
fn gate_writer(sender: &Sender) -> gate::Writer {
    match sender.device {
        Some(device) => gate::Writer::tablet(sender.user, device, sender.roles),
        None => gate::Writer::page(sender.user, sender.roles),
    }
}

/// Writes the body of a log entry.
fn to_cbor<T: minicbor::Encode<()>>(body: &T) -> Vec<u8> {
    minicbor::to_vec(body).expect("a vector takes all bytes")
}

/// Reads the body of a log entry.
fn from_cbor<T: for<'b> minicbor::Decode<'b, ()>>(body: &[u8]) -> Result<T, IngestError> {
    minicbor::decode(body).map_err(|_| IngestError::Damaged)
}
