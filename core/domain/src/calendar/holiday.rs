//! One row of the calendar.

use jiff::civil::Date;

use crate::wilayah::Code;

/// Who decreed the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayKind {
    /// Hari libur nasional.
    National,
    /// Cuti bersama: no working day unless a kabupaten sets it so.
    CollectiveLeave,
    /// Libur daerah, for the area of the row.
    Regional,
}

impl HolidayKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::National, Self::CollectiveLeave, Self::Regional];

    /// Returns the key of the row.
    pub const fn key(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::CollectiveLeave => "collective_leave",
            Self::Regional => "regional",
        }
    }

    /// Reads the key of a row.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Who decreed it.
    pub kind: HolidayKind,
    /// Where it holds; none means everywhere.
    pub wilayah: Option<Code>,
    /// What is celebrated, in Indonesian.
    pub name: String,
    /// The decree; empty for a day that is expected but not yet decreed.
    pub decree: String,
}

impl Holiday {
    /// Returns whether it still waits for its decree.
    pub fn is_provisional(&self) -> bool {
        self.decree.is_empty()
    }

    /// Returns whether it holds in an area: in all of it or in an area around it.
    pub fn holds_in(&self, area: Code) -> bool {
        self.wilayah.is_none_or(|decreed| area.lies_within(decreed))
    }
}
