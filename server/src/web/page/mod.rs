//! One page each: what it shows, and the template that draws it.

pub mod again;
pub mod case;
pub mod conflict;
pub mod fault;
pub mod form;
pub mod household;
pub mod login;
pub mod person;
pub mod queue;
pub mod search;
pub mod visit;

#[cfg(test)]
mod sample;
