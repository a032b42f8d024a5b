//! The engine behind the real door: frames of tablets and decisions of pages, in a database in
//! memory, with a clock that the test moves.

mod desk;
mod rules;
mod table;
mod tablet;
mod walk;
mod world;
