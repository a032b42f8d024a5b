//! The profiles a record passes on its way from first save to referral.

/// How much of a record must be there for what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Enough to save a draft.
    Draft,
    /// Enough to submit in a mode of emergency.
    Quick,
    /// Enough to submit.
    Minimum,
    /// Enough to submit a proposal for the register (Guideline IV.B: daftar awal).
    Basic,
    /// Enough to refer to a program.
    Full,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Quick, Self::Minimum, Self::Basic, Self::Full];

    /// Returns the key in logs and tables.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Quick => "quick",
            Self::Minimum => "minimum",
            Self::Basic => "basic",
            Self::Full => "full",
        }
    }

    /// Tells whether a demand of the other profile stands in this one too.
    ///
    /// The basic profile is asked for a need but never required to refer it.
    pub const fn holds(self, demand: Self) -> bool {
        matches!(
            (self, demand),
            (_, Self::Draft)
                | (Self::Quick, Self::Quick)
                | (Self::Minimum | Self::Basic | Self::Full, Self::Minimum)
                | (Self::Basic, Self::Basic)
                | (Self::Full, Self::Full)
        )
    }
}
