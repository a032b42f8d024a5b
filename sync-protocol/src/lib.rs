//! Documents and their way between tablet and server: bytes in, bytes out.
//!
//! No I/O, no clock, no randomness: time and random bytes are arguments. `document` writes changes
//! through automerge, `gate` lets in only what automerge would have written, `register` holds what
//! a document says.

pub mod actor;
pub mod author;
pub mod change;
pub mod dictionary;
pub mod digest;
pub mod document;
pub mod edit;
pub mod frame;
pub mod gate;
pub mod genesis;
pub mod hash;
pub mod held;
pub mod key;
pub mod keys;
pub mod limit;
pub mod message;
pub mod receipt;
pub mod register;
pub mod row;
#[cfg(feature = "synthetic")]
pub mod sample;
pub mod session;
pub mod signing;

pub use actor::{Actor, OpId};
pub use author::Author;
pub use change::{Action, Change, Hostile, Op};
pub use digest::Digest;
pub use document::Document;
pub use edit::Edit;
pub use hash::Hash;
pub use held::HeldCode;
pub use receipt::{Receipt, ReceiptKey};
pub use register::Register;
