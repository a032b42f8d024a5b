//! Why a change is kept aside instead of being stored.

/// Says why a change was held; its bytes and the reason are kept, and its author sees both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeldCode {
    /// Not what this system writes: damaged, forged, or by a changed app.
    Hostile,
    /// Well formed, but not this person's to write.
    NotAllowed,
    /// It depends on a change that is not here.
    UnknownDep,
    /// Its document was erased by law; only hash and reason are kept.
    Purged,
}

impl HeldCode {
    /// Every code.
    pub const ALL: [Self; 4] = [Self::Hostile, Self::NotAllowed, Self::UnknownDep, Self::Purged];

    /// Returns the word that stands in messages and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hostile => "hostile",
            Self::NotAllowed => "not_allowed",
            Self::UnknownDep => "unknown_dep",
            Self::Purged => "purged",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.as_str() == word)
    }
}
