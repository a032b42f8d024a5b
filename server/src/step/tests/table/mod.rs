//! Every row of the transition table, taken by the engine: a case is walked into a state that the
//! row starts from, by events and decisions alone, and the step is taken there.

mod ask;
mod clocks;
mod enrol;
mod eyes;
mod input;
mod letters;
mod private;
mod referral;
mod refused;
mod register;
mod stage;
mod states;
mod walks;
