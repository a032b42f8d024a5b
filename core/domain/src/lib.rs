//! The field's rules as data and pure functions: no I/O, no clock, no SQL.
//!
//! Time, randomness and stored facts are arguments. Each rule names its source.

pub mod birth;
pub mod calendar;
pub mod case;
pub mod case_number;
pub mod catalogue;
mod cbor;
pub mod check;
pub mod clock;
pub mod conflict;
mod digits;
pub mod event;
pub mod field;
pub mod form;
pub mod format;
pub mod geo;
pub mod id;
pub mod kk;
pub mod label;
pub mod list;
pub mod matching;
pub mod message;
pub mod name;
pub mod nik;
pub mod phone;
pub mod policy;
pub mod queue;
pub mod referral;
pub mod role;
pub mod step;
#[cfg(feature = "synthetic")]
pub mod synthetic;
pub mod ulid;
pub mod value;
pub mod wilayah;

pub use id::{DeviceId, DocId, DocKind, Kab, ScopeId, UserId};
pub use label::{Label, Lang};
pub use ulid::Ulid;
pub use value::Value;
