//! Invented records as a tablet would send them, for the dictionary, tests and benchmarks; never
//! in a program that somebody uses.
//!
//! They are made from `jangkau_domain::synthetic`: the same seed gives the same bytes.

mod batch;
mod edit;
mod household;
mod person;
mod rows;
mod training;

pub use batch::{Batch, Recorded, Sampler};
pub use training::training;
