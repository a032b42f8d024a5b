//! Sex as KTP and KK state it.

use crate::Label;

/// The two entries of a family card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Laki-laki.
    Male,
    /// Perempuan.
    Female,
}

impl Sex {
    /// Returns the wire key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }

    /// Reads a wire key.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Male, Self::Female].into_iter().find(|sex| sex.key() == key)
    }

    /// Returns the word on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Male => Label::new("Laki-laki", "Male"),
            Self::Female => Label::new("Perempuan", "Female"),
        }
    }
}
