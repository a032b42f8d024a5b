//! Who may do what with whose data: one table, one pure function.
//!
//! The server knows how a person stands to a thing (their desa, a case routed to them …); this
//! module alone says whether that is enough.

pub mod capability;
pub mod decide;
pub mod purpose;
pub mod scope;
pub mod table;

pub use capability::Capability;
pub use decide::{Denied, capability_of, may, may_step};
pub use purpose::Purpose;
pub use scope::{Relation, Scope};
