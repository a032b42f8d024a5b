//! Search before create: exact NIK and KK, names as written and as heard, RT and RW.

mod candidate;
mod double;
pub mod page;
mod query;

pub use candidate::{Candidate, Closeness, find};
pub use double::{alike, record};
pub use page::{hit, search};
pub use query::Query;
