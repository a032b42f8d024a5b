//! What an office asks its approver for.

use crate::Label;

/// What waits for an approval: referring the case, or closing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// To refer to a program owner (T12).
    Refer,
    /// To close (T11a).
    Close,
}

impl Ask {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Refer, Self::Close];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Refer => "refer",
            Self::Close => "close",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.key() == key)
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Refer => Label::new("Minta rujuk", "Asks to refer"),
            Self::Close => Label::new("Minta tutup", "Asks to close"),
        }
    }
}
