//! The message catalogue of each page.

pub mod case;
pub mod conflict;
pub mod edit;
pub mod history;
pub mod household;
pub mod queue;
pub mod queue_about;
pub mod search;
pub mod visit;
