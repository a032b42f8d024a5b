//! A family as the tablet knows it: who lives there, what they receive, what is open.

mod case;
mod page;
mod title;

pub use case::{card, case_row, is_open};
pub use page::page;
pub use title::{Title, of_doc, of_household};
