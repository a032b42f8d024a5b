//! The ingest gate: one question for each change that arrives, and one answer.
//!
//! The server judges what tablets push and what pages write; a tablet judges what it pulls. So
//! nothing reaches automerge, on either side, that automerge would not have written itself.

mod judge;
mod rights;
mod room;
mod writer;

pub use judge::{Verdict, judge, judge_pulled};
pub use rights::NotAllowed;
pub use writer::Writer;
