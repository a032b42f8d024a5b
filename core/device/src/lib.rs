//! The tablet's core: an encrypted file that loses nothing, and what a screen may ask of it.
//!
//! A screen calls [`FieldApp`]; everything below it is plain Rust, so a test can be a tablet
//! without a screen.

pub mod catalogue;
pub mod clock;
pub mod device;
pub mod edit;
pub mod error;
pub mod family;
pub mod ffi;
pub mod home;
pub mod moment;
pub mod office;
pub mod project;
mod random;
pub mod register;
pub mod returned;
pub mod search;
pub mod shown;
pub mod store;
pub mod sync;
pub mod visit;
pub mod words;

pub use device::Device;
pub use error::DeviceError;
pub use ffi::{FieldApp, FieldError};

uniffi::setup_scaffolding!();
