//! The one table of every field that a document can hold.
//!
//! Form, gate, projection, page, print and export read it; a key outside it but inside the
//! grammar is stored, synced and not shown, so an old program never erases a newer one's data.

mod access;
mod attachment;
mod case;
mod case_detail;
mod class;
mod household;
mod housing;
mod key;
mod kind;
mod level;
mod need;
mod participation;
mod person;
mod person_life;
mod row;
#[cfg(test)]
mod tests;
mod when;

pub use access::{Sens, Shown, Write};
pub use attachment::ATTACHMENT_MAX;
pub use class::Class;
pub use key::{KEY_MAX, all, find, forbidden, key_ok};
pub use kind::FieldType;
pub use level::Profile;
pub use need::{Demand, Need, Shape};
pub use row::Field;
pub use when::When;
