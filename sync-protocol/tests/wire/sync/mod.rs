//! Sessions of fake tablets with a fake server over a link that drops, doubles and delays.

mod case;
mod link;
mod server;
mod server_pull;
mod storm;
mod tablet;
mod tablet_store;
