//! The catalogue of programs: what a citizen can be in, ask for, be referred to.
//!
//! Rules and amounts of programs change by decree and by kabupaten, so they are data: the office
//! keeps the catalogue, tablets get it in the feed with its version.

mod program;
mod seed;

pub use program::{Ask, Catalogue, DatedText, Program, Unit};
pub use seed::seed;
