//! Every word that the core says to a person, in both languages.

pub mod enrol;
pub mod family;
pub mod finish;
pub mod home;
pub mod office;
pub mod returned;
pub mod search;
pub mod sync;
pub mod visit;
