//! Files of DTKS and DTSEN: which column is which, and each line as a row of a pack.

mod columns;
mod read;
mod row;

pub use columns::{ColumnMap, MapError, Source};
pub use read::{Coding, DateOrder, FileError, Reading, RegisterFile, read};
