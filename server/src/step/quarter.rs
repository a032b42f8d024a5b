//! The quarter of a year, as reports count it.

use std::fmt;
use std::str::FromStr;

use jangkau_domain::calendar::Zone;
use jiff::Timestamp;
use jiff::civil::Date;

/// A quarter, such as 2025-3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quarter {
    year: i16,
    of_four: i8,
}

impl Quarter {
    /// Returns the quarter that a moment lies in.
    pub(super) fn at(moment_s: i64, zone: Zone) -> Self {
        let day = zone.day(Timestamp::from_second(moment_s).unwrap_or(Timestamp::MAX));
        Self { year: day.year(), of_four: (day.month() - 1) / 3 + 1 }
    }

    /// Returns the one before.
    pub(super) const fn before(self) -> Self {
        match self.of_four {
            1 => Self { year: self.year - 1, of_four: 4 },
            n => Self { year: self.year, of_four: n - 1 },
        }
    }

    const fn after(self) -> Self {
        match self.of_four {
            4 => Self { year: self.year + 1, of_four: 1 },
            n => Self { year: self.year, of_four: n + 1 },
        }
    }

    /// Returns its first moment and the first one of the next, seconds since 1970 UTC.
    pub(super) fn bounds(self, zone: Zone) -> (i64, i64) {
        (self.begin(zone), self.after().begin(zone))
    }

    fn begin(self, zone: Zone) -> i64 {
        let first = Date::new(self.year, (self.of_four - 1) * 3 + 1, 1).unwrap_or(Date::MAX);
        let midnight = first.at(0, 0, 0, 0).to_zoned(zone.time_zone());
        midnight.map_or(i64::MAX, |moment| moment.timestamp().as_second())
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.of_four)
    }
}

impl FromStr for Quarter {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, of_four) = text.split_once('-').ok_or(())?;
        let of_four = of_four.parse().ok().filter(|n| (1..=4).contains(n)).ok_or(())?;
        let year = year.parse().ok().filter(|year| (1970..9000).contains(year)).ok_or(())?;
        Ok(Self { year, of_four })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::first_second("2025-3", 1_751_302_800)]
    #[case::a_second_before("2025-2", 1_751_302_799)]
    #[case::new_year("2026-1", 1_767_200_400)]
    fn a_moment_lies_in_one_quarter(#[case] name: &str, #[case] moment: i64) {
        let quarter = Quarter::at(moment, Zone::Wib);
        assert_eq!(quarter.to_string(), name);
        assert_eq!(name.parse(), Ok(quarter));
        let (from, until) = quarter.bounds(Zone::Wib);
        assert!((from..until).contains(&moment));
        assert_eq!(quarter.before().bounds(Zone::Wib).1, from);
    }

    #[rstest]
    #[case("2025-0")]
    #[case("2025-5")]
    #[case("2025")]
    #[case("-3")]
    fn other_texts_are_no_quarter(#[case] text: &str) {
        assert_eq!(text.parse::<Quarter>(), Err(()));
    }
}
