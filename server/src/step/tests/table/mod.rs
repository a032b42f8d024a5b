//! Every row of the transition table, taken by the engine: a case is walked into a state that the
//! row starts from, by events and decisions alone, and the step is taken there.

mod ask;
mod input;
mod refused;
mod stage;
mod walks;
