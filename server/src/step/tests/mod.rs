//! The engine behind the real door: frames of tablets and decisions of pages, in a database in
//! memory, with a clock that the test moves.

mod accounts;
mod beside;
mod clashes;
mod crosses;
mod desk;
mod emergencies;
mod helds;
mod moves;
mod numbers;
mod pairs;
mod privacy;
mod queues;
mod reports;
mod rules;
mod table;
mod tablet;
mod visits;
mod walk;
mod world;
