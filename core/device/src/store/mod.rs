//! The encrypted file: one table a module, SQL nowhere else.
//!
//! A reader takes `&Connection`, a writer takes `&Transaction`: the signature shows the boundary.

pub mod cases;
pub mod cursor;
pub mod digests;
pub mod documents;
pub mod drafts;
pub mod households;
pub mod integrity;
pub mod lookup;
pub mod meta;
pub mod migrate;
pub mod numbers;
pub mod open;
pub mod outbox;
pub mod persons;
pub mod register;
pub mod rows;
pub mod scopes;
pub mod visit_notes;
pub mod visits;
