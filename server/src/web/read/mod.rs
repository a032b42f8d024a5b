//! What the pages read, put together from several tables; nothing here writes.

pub mod around;
pub mod base;
pub mod diff;
pub mod history;
pub mod opened;
pub mod order;
pub mod row;
pub mod sight;
pub mod visit;
