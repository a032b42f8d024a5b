//! The areas of Kemendagri: read from CSV, kept in a file of their own.
//!
//! The national list comes under the Open Database Licence: it stands in `wilayah.db`, not
//! encrypted and apart from what this system adds to it.

mod import;
mod read;

pub use import::{WilayahError, WilayahImport, import};
pub use read::{Faults, read};
