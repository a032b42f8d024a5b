//! The three zones of Indonesia; there is no summer time (Keppres 41/1987).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// A zone of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7.
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zone {
    /// Every zone from the west.
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// Returns the zone of a province by its two digits; a kabupaten may be set to another.
    ///
    /// Fictitious province 99 and unknown ones keep western time.
    pub const fn of_province(province: u8) -> Self {
        match province {
            51..=53 | 63..=65 | 71..=76 => Self::Wita,
            81 | 82 | 91..=96 => Self::Wit,
            _ => Self::Wib,
        }
    }

    /// Returns the hours ahead of UTC.
    pub const fn hours(self) -> i8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// Returns the letters behind a time.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Reads the letters.
    pub fn from_letters(letters: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.letters().eq_ignore_ascii_case(letters))
    }

    /// Returns the zone for date arithmetic.
    pub fn time_zone(self) -> TimeZone {
        TimeZone::fixed(Offset::constant(self.hours()))
    }

    /// Returns the local date and time of an instant.
    pub fn local(self, instant: Timestamp) -> DateTime {
        Offset::constant(self.hours()).to_datetime(instant)
    }

    /// Returns the local day of an instant.
    pub fn day(self, instant: Timestamp) -> Date {
        self.local(instant).date()
    }

    /// Returns 23.59 of a local day, when what is due that day ends.
    ///
    /// At the end of the calendar (year 9999) it is the last instant there is.
    pub fn end_of(self, day: Date) -> Timestamp {
        let local = day.at(23, 59, 0, 0);
        Offset::constant(self.hours()).to_timestamp(local).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::aceh(11, Zone::Wib)]
    #[case::west_kalimantan(61, Zone::Wib)]
    #[case::central_kalimantan(62, Zone::Wib)]
    #[case::south_kalimantan(63, Zone::Wita)]
    #[case::bali(51, Zone::Wita)]
    #[case::south_sulawesi(73, Zone::Wita)]
    #[case::maluku(81, Zone::Wit)]
    #[case::papua(96, Zone::Wit)]
    #[case::fictitious(99, Zone::Wib)]
    fn province_tells_the_zone(#[case] province: u8, #[case] expected: Zone) {
        assert_eq!(Zone::of_province(province), expected);
    }

    #[test]
    fn a_day_begins_at_local_midnight() {
        let instant: Timestamp = "2025-07-13T17:30:00Z".parse().unwrap();
        assert_eq!(Zone::Wib.day(instant), date(2025, 7, 14));
        let before: Timestamp = "2025-07-13T16:30:00Z".parse().unwrap();
        assert_eq!(Zone::Wib.day(before), date(2025, 7, 13));
        assert_eq!(Zone::Wit.end_of(date(2025, 7, 14)).to_string(), "2025-07-14T14:59:00Z");
        assert_eq!(Zone::Wib.end_of(Date::MAX), Timestamp::MAX);
    }

    #[test]
    fn letters_read_back() {
        for zone in Zone::ALL {
            assert_eq!(Zone::from_letters(zone.letters()), Some(zone));
        }
    }
}
