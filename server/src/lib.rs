//! The server of one kabupaten: takes what tablets recorded, keeps one log, feeds desks and tablets.
//!
//! `ingest` alone opens a write transaction on the main file; `sync` and the pages hand it work.
//! SQL stands in `store` only. Projections and rows are functions of the log.

pub mod access;
pub mod app;
pub mod audit;
pub mod cli;
pub mod clock;
pub mod config;
pub mod fault;
pub mod ingest;
pub mod projection;
pub mod queue;
pub mod register;
mod router;
pub mod secret;
pub mod setup;
pub mod sheet;
pub mod step;
pub mod store;
pub mod sync;
pub mod web;
pub mod wilayah;

pub use app::App;
pub use clock::Clock;
pub use config::Config;
pub use router::router;
