//! The work week of a kabupaten.

use jiff::civil::{Date, Weekday};

/// Which days of the week are worked (Keppres 68/1995; daerah may work six days).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum WorkWeek {
    /// Monday to Friday.
    #[default]
    ToFriday,
    /// Monday to Saturday.
    ToSaturday,
}

impl WorkWeek {
    /// Returns the key of the setting.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToFriday => "mon_fri",
            Self::ToSaturday => "mon_sat",
        }
    }

    /// Reads the key of the setting.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::ToFriday, Self::ToSaturday].into_iter().find(|week| week.key() == key)
    }

    /// Returns whether a day of the week is worked.
    pub fn has(self, day: Date) -> bool {
        match day.weekday() {
            Weekday::Sunday => false,
            Weekday::Saturday => self == Self::ToSaturday,
            _ => true,
        }
    }
}
