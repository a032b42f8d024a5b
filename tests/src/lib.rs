//! The real tablet core against the real server: what every scenario stands on.
//!
//! A [`Site`] is a server in a folder of its own, a [`Tablet`] is the tablet's core without a
//! screen, a [`Caller`] speaks the protocol by hand. Nothing here is a mock: only clocks are held.

pub mod browser;
pub mod caller;
pub mod desk;
pub mod dump;
pub mod hostile;
pub mod people;
pub mod portal;
pub mod process;
pub mod scribe;
pub mod secret_search;
pub mod seed;
pub mod site;
pub mod tablet;
pub mod tap;
pub mod typed;

pub use browser::Browser;
pub use caller::Caller;
pub use desk::Desk;
pub use dump::Dump;
pub use scribe::Scribe;
pub use site::Site;
pub use tablet::Tablet;
pub use tap::Tap;
pub use typed::Typed;
