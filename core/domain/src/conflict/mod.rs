//! What becomes of unequal values that two people recorded apart: pure functions at projection.
//!
//! No change is written for an automatic end; the document keeps every value.

#[cfg(test)]
mod laws;
mod normal;
mod settle;
#[cfg(test)]
mod tests;

pub use normal::{normal, same};
pub use settle::{Context, SEPARATOR, Settled, settle};
