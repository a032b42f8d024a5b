//! Frames: what goes in comes out, and nothing that anybody sends does harm.

mod bomb;
mod content;
mod history;
pub mod mutant;
