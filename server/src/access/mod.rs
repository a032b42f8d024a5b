//! Who may come in: accounts, roles, passwords, login and device sessions.

pub mod code;
pub mod password;
mod reach;
mod routed;
pub mod token;

pub use crate::store::{sessions, users};
pub use reach::{scopes_of, sender};
pub use routed::is_routed;
