//! Names of people: what is compared when two records may be one person.
//!
//! The name as written is kept for ever; everything here is derived from it. Many people have one
//! name only, so nothing is split into first and last (Permendagri 73/2022 asks two words of new
//! names only).

mod father;
mod phonetic;
mod place;
mod reading;
mod shape;
mod spelling;
mod title;

pub use place::{address_key, birth_place_key, rt_rw};
pub use reading::{Custom, NameKey};
pub use shape::{NameNotice, notices};
