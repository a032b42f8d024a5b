//! Why somebody opens a masked number; asked each time, kept on the audit record.

use crate::Label;

/// The purpose of an unmasking (UU 27/2022: limited to its purpose).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The citizen is here or on the phone.
    Service,
    /// Looking over what was recorded.
    Review,
    /// Population papers.
    Papers,
    /// A letter or a referral to a program.
    Referral,
    /// Settling differing or double data.
    Settling,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 5] =
        [Self::Service, Self::Review, Self::Papers, Self::Referral, Self::Settling];

    /// Returns the key on the audit record.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Review => "review",
            Self::Papers => "papers",
            Self::Referral => "referral",
            Self::Settling => "settling",
        }
    }

    /// Reads the key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.key() == key)
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Service => Label::new("Melayani warga", "Serving the citizen"),
            Self::Review => Label::new("Menelaah data", "Reviewing data"),
            Self::Papers => Label::new("Mengurus dokumen kependudukan", "Population papers"),
            Self::Referral => Label::new("Surat atau rujukan", "Letter or referral"),
            Self::Settling => {
                Label::new("Memeriksa data berbeda atau ganda", "Settling differing or double data")
            }
        }
    }
}
