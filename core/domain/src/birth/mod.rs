//! Dates that people know in part: birth, death, first and last time of an aid.
//!
//! One text holds day, precision and estimate (`1958-12-31`, `1958-12`, `1958`, a last `~` for an
//! estimate), so that the three never merge apart.

mod age;
mod compare;
mod date;

pub use age::{Age, AgeGroup};
pub use compare::{Closeness, Heap};
pub use date::{BirthDate, BirthDateError, Precision};
