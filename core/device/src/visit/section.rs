//! The six sections of a visit's rail.

use jangkau_domain::{DocKind, Label};

/// One section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKey {
    /// The family and its dwelling.
    Household,
    /// Who lives there.
    Members,
    /// What they receive.
    Participation,
    /// What they ask or complain of.
    Cases,
    /// How the visit went, and what the citizen agreed to.
    Consent,
    /// Errors, warnings, numbers.
    Finish,
}

impl SectionKey {
    /// Every section in the order of the rail.
    pub const ALL: [Self; 6] = [
        Self::Household,
        Self::Members,
        Self::Participation,
        Self::Cases,
        Self::Consent,
        Self::Finish,
    ];

    /// Returns the key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Members => "members",
            Self::Participation => "participation",
            Self::Cases => "cases",
            Self::Consent => "consent",
            Self::Finish => "finish",
        }
    }

    /// Reads the key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.key() == key)
    }

    /// Returns the words on the rail.
    pub const fn label(self) -> Label {
        match self {
            Self::Household => Label::new("Keluarga", "Family"),
            Self::Members => Label::new("Anggota", "Members"),
            Self::Participation => Label::new("Kepesertaan", "Participation"),
            Self::Cases => Label::new("Keluhan dan kebutuhan", "Complaints and needs"),
            Self::Consent => Label::new("Kunjungan dan persetujuan", "Visit and consent"),
            Self::Finish => Label::new("Ringkasan", "Summary"),
        }
    }

    /// Returns where a field stands.
    pub fn of(kind: DocKind, key: &str) -> Self {
        match kind {
            _ if key.starts_with("prog/") => Self::Participation,
            DocKind::Household => Self::Household,
            DocKind::Person => Self::Members,
            DocKind::Case => Self::Cases,
        }
    }

    /// Returns whether the section needs somebody to have been met.
    pub const fn needs_meeting(self) -> bool {
        matches!(self, Self::Household | Self::Members | Self::Participation | Self::Cases)
    }
}
