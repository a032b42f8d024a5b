//! Identifiers, changes, the register machine and the ingest gate, with automerge as the oracle.

mod document;
mod forge;
mod golden;
mod histories;
mod honest;
mod hostile;
mod mutants;
mod oracle;
mod raw;
mod room;
pub mod seed;
mod verdicts;
mod world;
