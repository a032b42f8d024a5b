//! A visit from its start to its end: drafts on disk field by field, then all at once documents.

mod answers;
mod asked;
mod case_fields;
mod commit;
pub mod correction_fields;
mod edits;
mod events;
mod facts;
mod fields;
mod findings;
mod finished;
mod form;
mod groups;
mod identity;
mod leaf;
mod number;
mod parts;
mod same;
mod save;
mod section;
mod sheet;
mod similar;
mod start;
pub mod typed;
mod visit_fields;

pub use commit::finish;
pub use events::put as put_event;
pub use findings::Found;
pub use form::{form, head_title};
pub use leaf::Leaf;
pub use parts::{add_case, add_member, add_program, discard, remove_group};
pub use same::same_as_before;
pub use save::set_field;
pub use section::SectionKey;
pub use sheet::Sheet;
pub use start::start;
