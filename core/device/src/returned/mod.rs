//! What came back with the supervisor's words: a task, a form of the returned fields alone, an
//! answer.

mod begin;
mod correct;
mod item;
mod list;

pub use begin::correction_of;
pub use correct::{correct, newest_state};
pub use item::item;
pub use list::{list, open};
