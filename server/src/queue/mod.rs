//! Queues (Antrean) as people see them: each sees the rows of its roles and area, in the order of
//! work.

mod hold;
mod viewer;

pub use crate::store::queue::{Waiting, find};
pub use crate::store::queue_view::holder;
pub use hold::{HOLD_S, give_back, take};
pub use viewer::{Count, Filter, Viewer, count, list};
