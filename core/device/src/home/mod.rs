//! Today's work, the sync chip and the list behind it.

mod chip;
mod items;
mod page;
mod tasks;

pub use items::outbox;
pub use page::home;
pub use tasks::{drafts, due_text};
