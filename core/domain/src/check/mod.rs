//! Checks: what is wrong or doubtful in a record, found by pure functions.
//!
//! An error blocks submitting, never saving; a warning stays with the record; an info informs.

mod attachment;
mod case;
mod family;
mod finding;
mod id;
mod number;
mod participation;
mod person;
mod run;
#[cfg(test)]
mod tests;
mod value;

pub use attachment::{AttachmentForm, attachment};
pub use finding::Finding;
pub use id::{CheckId, Level};
pub use run::{all, blocking, to_submit};
