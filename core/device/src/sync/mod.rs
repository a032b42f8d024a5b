//! The tablet's side of a session: its store, its key, its way to the server.

mod acked;
mod device_key;
pub mod enrol;
pub mod http;
mod news;
mod opened;
mod outgoing;
mod packs;
pub mod run;
mod server_rows;
mod standing;
mod tablet;

pub use tablet::Tablet;
