//! Frames: many changes in one POST, without what the receiver can derive.
//!
//! One frame is one request, one savepoint and one durable answer. A change travels in its
//! *meaning form* (keys and values only); the receiver rebuilds the exact bytes upon the register
//! it holds and proves them by the checksum that the change itself carries. What does not rebuild
//! travels raw. `docs/wire.md` draws the layout.

mod flag;
mod header;
mod meaning;
mod pack;
mod parts;
mod read;
mod table;
mod value;
mod varint;
mod write;

pub use header::{FrameError, FrameKind};
pub(crate) use pack::{pack_stream, unpack_stream};
pub use parts::{Body, DocPart, DocRef, Frame, Heading, Rebuild, Record};
pub use write::{Form, FrameWriter};
