//! Rows: what the server decided or hands out, in the feed of those who may see it.
//!
//! A tablet never writes one; it asks with an event in a document, and a row answers. Each kind is
//! one struct with integer keys. A reader skips keys that it does not know and stores kinds that it
//! does not know, so that a later version of the app can read them.

mod account;
mod body;
mod case;
mod feed;
mod kind;
mod link;
mod office;
mod pack;
mod program;
mod review;
mod task;

pub use account::{Account, Lease};
pub use body::{Row, RowBody, RowError};
pub use case::{CaseState, DataRequest, InformTask, Number};
pub use feed::{FeedRow, RowId, decode_frame, encode_frame, row_sample};
pub use kind::RowKind;
pub use link::{Alias, Chosen, FieldChoice, Moved, Pending, Purge, RegisterStatus};
pub use office::{Calendar, DayOff, Mode, Office, Text};
pub use pack::{Pack, RegisterRow};
pub use program::{Catalogue, ProgramRow};
pub use review::{FieldNote, HeldChange, Refusal, Return, VisitState};
pub use task::{Notice, Target, Task, TaskCard};
