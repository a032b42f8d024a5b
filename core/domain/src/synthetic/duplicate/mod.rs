//! Second records, doubled numbers and look-alikes, planted with their truth.

mod copy;
mod look_alike;
mod slip;
#[cfg(test)]
mod tests;
mod truth;
mod variant;

pub use copy::{Cause, Duplicate, WrittenPerson};
pub use look_alike::{LookAlike, LookAlikeKind};
pub use slip::Slip;
pub use truth::{DoubleNik, Truth};

pub(super) use truth::plant;
pub(super) use variant::respelt;
