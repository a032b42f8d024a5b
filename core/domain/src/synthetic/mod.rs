//! Invented people of fictitious province 99, from a seed: demo, tests, benchmarks, dictionary.
//!
//! Nothing here belongs to a person: the province exists nowhere, and every NIK and KK starts with
//! 99. The same seed gives the same bytes on every machine.

mod birthday;
mod culture;
mod draw;
mod duplicate;
mod family;
mod housing;
mod issue;
mod kecamatan;
mod naming;
mod participation;
mod person;
mod region;
mod register;
mod shape;
#[cfg(test)]
mod shares_tests;
mod table;
mod village;
pub mod visits;

pub use draw::Draw;
pub use duplicate::{
    Cause, DoubleNik, Duplicate, LookAlike, LookAlikeKind, Slip, Truth, WrittenPerson,
};
pub use family::Family;
pub use housing::Housing;
pub use kecamatan::{Kecamatan, Size};
pub use person::{Participation, Person};
pub use region::wilayah;
pub use register::{RegisterKind, RegisterRow, register};
pub use table::{register_csv, truth_csv};
pub use village::Village;

/// The day on which the sample stands: ages are counted on it, nobody is born after it.
pub const AS_OF: jiff::civil::Date = jiff::civil::date(2025, 7, 14);
