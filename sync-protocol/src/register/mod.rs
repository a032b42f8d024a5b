//! The register machine: a document's whole meaning without automerge.
//!
//! As documents are flat scalars, that meaning is small: heads, highest operation, the last change
//! of each actor, and for each key the candidates that nobody has replaced. A change is checked by
//! deriving what automerge would have written for its puts and deletes upon what it names as seen.

mod check;
mod propose;
mod replay;
mod seen;
mod state;
mod store;
mod values;

pub use check::{Fit, Misfit};
pub use state::Register;
pub use store::NotRegister;
pub use values::Candidate;
