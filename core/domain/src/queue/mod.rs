//! What waits for a person (Antrean): 21 queues, their owners, clocks and cause keys.

pub mod cause;
pub mod kind;
pub mod order;
pub mod table;

pub use cause::Cause;
pub use kind::Queue;
pub use order::rail;
pub use table::{Entry, Owner, TABLE, of};
