//! What Kotlin sees: one exported object, flat records, one error.

mod answering;
pub mod app;
mod enrol;
pub mod error;
mod reading;
pub mod view;
mod visiting;

pub use app::FieldApp;
pub use error::FieldError;
