//! A week of plausible visits: which fields of which documents each one put, and how it ended.
//!
//! Only keys of the field table are used. Ids are not: the caller derives a document's id from the
//! number of its subject, or draws one, and puts the links with it.

mod beside;
mod case;
mod household;
mod person;
mod story;
mod subject;
#[cfg(test)]
mod tests;
mod week;

pub use subject::{Document, Ending, Subject};
pub use week::{Fasilitator, Visit, Week, week};
