//! Control messages: CBOR maps with integer keys behind eight bytes: magic, version, type, checksum.
//!
//! A key is never used for something else, and a reader skips the keys it does not know. Every
//! message of every version decodes for ever: `tests/golden` holds one of each.

mod envelope;
mod refusal;

pub mod enrol;
pub mod hello;
pub mod pull;
pub mod push;
pub mod scope;

pub use enrol::{Enrol, EnrolAnswer, NumberBlock};
pub(crate) use envelope::{HEAD, check, open, seal};
pub use envelope::{
    MAGIC, Message, MessageError, MessageType, VERSION, checksum_in, decode, encode, type_of,
};
pub use hello::{Hello, HelloAnswer, StaleNonce};
pub use pull::{PullAnswer, PullRequest};
pub use push::{DocAnswer, Heads, Outcome, PushAnswer};
pub use refusal::{ErrorAnswer, ErrorCode};
pub use scope::{ScopeGrant, ScopeKind, ScopeState};
