//! Wilayah: the areas of Indonesia by their code of Kemendagri.
//!
//! Codes split and move, so a row carries the days of its validity and its successor, and no code
//! is ever used again (Kepmendagri 300.2.2-2138/2025 and those before it).

mod area;
mod bps;
mod code;
mod table;

pub use area::Area;
pub use bps::{BpsCode, Bridge, NotBpsCode};
pub use code::{Code, DesaKind, KabKind, Level, NotCode};
pub use table::{Closed, Table};
