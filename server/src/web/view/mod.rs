//! What pages show, as plain values: built from stored facts, drawn by the templates.

mod frame;
mod piece;
mod record;

pub use frame::{Banner, Frame, RailGroup, RailItem, Tone, Who};
pub use piece::{Badge, Chip, Fact, Hold, LeftTime, NumberText, Problem, Stop, StopState};
pub use record::{DiffGroup, DiffRow, Mark, TimelineItem, TimelineKind};
