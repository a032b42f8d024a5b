//! The server's files: one encrypted main file, its migrations, one writer and several readers.
//!
//! SQL stands here and nowhere else. A reader takes `&Connection`; what writes is called by `ingest`
//! alone and runs inside its savepoint. Numbered placeholders and `ON CONFLICT` only: the subset that
//! PostgreSQL shares.

pub mod acted;
pub(crate) mod audit;
pub mod case_files;
pub mod case_state;
pub mod case_step;
pub mod check;
pub mod conflicts;
pub mod cross_checks;
pub mod devices;
pub mod documents;
pub mod dump;
pub mod emergencies;
mod error;
pub(crate) mod feed;
pub mod figures;
pub mod handovers;
pub mod held;
pub mod history;
pub mod households;
pub mod inform;
pub mod kab;
pub mod letters;
pub(crate) mod likeness;
pub mod links;
pub mod log;
mod migrate;
pub mod numbers;
mod open;
pub mod packs;
pub mod participations;
pub mod persons;
pub(crate) mod places;
mod pool;
pub(crate) mod private;
pub mod purges;
pub mod queue;
pub mod queue_view;
pub mod referrals;
pub mod reports;
pub mod returns;
pub mod rows;
pub mod scopes;
pub mod search;
pub mod sessions;
mod side;
pub mod users;
pub mod visit_state;
pub mod visits;
pub mod wilayah;

pub use error::StoreError;
pub use open::Files;
pub use pool::Store;

pub(crate) use open::open_writer;
