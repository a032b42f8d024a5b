//! One sync session of a tablet as a state machine without I/O.
//!
//! The caller asks `next` what to do, does it, and tells the outcome by `answer` or `lost`. A
//! session may end anywhere: everything that was acknowledged or read is stored by then, and the
//! next session goes on from there.

mod machine;
mod pull;
mod push;
mod size;
mod step;
mod store;

pub use machine::{Session, SessionConfig};
pub use step::{CONTENT_TYPE, Request, Response, Step, Stop, Summary};
pub use store::{Ack, DocAck, OutChange, OutDoc, Page, PageOutcome, PushAcks, SyncStore};
