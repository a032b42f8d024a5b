//! Every code list: keys on the wire, official codes where there are some, words on screens.
//!
//! The order of a list counts where a clash ends with the higher or lower entry.

mod case;
mod code;
mod ending;
mod household;
mod participation;
mod person;
mod ppks;
#[cfg(test)]
mod tests;
mod visit;

pub use code::{Code, CodeList, all, find};
pub use participation::grievance_of;
pub use person::dukcapil_relation;
