//! The `date~` type: a day, a month or a year, known or estimated.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// How much of a date is known; a later one is finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// The very day.
    Day,
}

/// A date cut to what is known, perhaps an estimate.
///
/// ```
/// use jangkau_domain::birth::{BirthDate, Precision};
///
/// let about_1958: BirthDate = "1958~".parse()?;
/// assert_eq!(about_1958.precision(), Precision::Year);
/// assert!(about_1958.is_estimate());
/// # Ok::<(), jangkau_domain::birth::BirthDateError>(())
/// ```
///
/// No `Debug`: a birth date is a citizen's.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthDate {
    first: Date,
    precision: Precision,
    estimate: bool,
}

/// Says why a text is no date of this type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BirthDateError {
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with or without `~`, or no such day.
    #[error("not a date of year, month or day")]
    Form,
    /// Later than today.
    #[error("the date is in the future")]
    Future,
    /// More than 130 years ago.
    #[error("the date is more than 130 years ago")]
    TooOld,
}

impl BirthDate {
    /// The greatest age in years that a form accepts.
    pub const OLDEST_YEARS: i16 = 130;

    /// Returns a known day.
    pub const fn day(date: Date) -> Self {
        Self { first: date, precision: Precision::Day, estimate: false }
    }

    /// Returns a known month; none where the calendar has no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, precision: Precision::Month, estimate: false })
    }

    /// Returns a known year; none outside 1000 to 9999.
    pub fn of_year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok().filter(|date| date.year() >= 1000)?;
        Some(Self { first, precision: Precision::Year, estimate: false })
    }

    /// Returns it marked as an estimate (perkiraan).
    #[must_use]
    pub const fn estimated(self) -> Self {
        Self { estimate: true, ..self }
    }

    /// Checks it against a day.
    ///
    /// # Errors
    ///
    /// [`BirthDateError::Future`] where even its first day is later,
    /// [`BirthDateError::TooOld`] where it is more than 130 years ago.
    pub fn check(self, today: Date) -> Result<(), BirthDateError> {
        if self.first > today {
            Err(BirthDateError::Future)
        } else if self.first.year() < today.year() - Self::OLDEST_YEARS {
            Err(BirthDateError::TooOld)
        } else {
            Ok(())
        }
    }

    /// Returns how much is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// Returns whether it was estimated.
    pub const fn is_estimate(self) -> bool {
        self.estimate
    }

    /// Returns the year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// Returns the day where it is known.
    pub fn exact(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// Returns the first day that it can be.
    pub const fn first_day(self) -> Date {
        self.first
    }

    /// Returns the last day that it can be.
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Day => self.first,
            Precision::Month => self.first.last_of_month(),
            Precision::Year => self.first.last_of_year(),
        }
    }

    /// Returns whether a day lies in it.
    pub fn covers(self, day: Date) -> bool {
        self.first <= day && day <= self.last_day()
    }
}

impl FromStr for BirthDate {
    type Err = BirthDateError;

    fn from_str(text: &str) -> Result<Self, BirthDateError> {
        let (date, estimate) = match text.strip_suffix('~') {
            Some(date) => (date, true),
            None => (text, false),
        };
        let mut parts = date.split('-');
        let year = number(parts.next(), 4)?.ok_or(BirthDateError::Form)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() || year < 1000 {
            return Err(BirthDateError::Form);
        }
        let precision = match (month, day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        };
        let small = |part: Option<i16>| i8::try_from(part.unwrap_or(1)).unwrap_or(0);
        let first = Date::new(year, small(month), small(day)).map_err(|_| BirthDateError::Form)?;
        Ok(Self { first, precision, estimate })
    }
}

/// Reads a part of exactly so many digits; absence is `None`.
fn number(part: Option<&str>, width: usize) -> Result<Option<i16>, BirthDateError> {
    part.map(|digits| {
        let plain = digits.len() == width && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|_| plain).ok_or(BirthDateError::Form)
    })
    .transpose()
}

impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", self.first.month())?;
        }
        if self.precision == Precision::Day {
            write!(f, "-{:02}", self.first.day())?;
        }
        if self.estimate { f.write_str("~") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::day("1958-12-31", Precision::Day, false)]
    #[case::month("1958-12", Precision::Month, false)]
    #[case::year("1958", Precision::Year, false)]
    #[case::estimated_year("1958~", Precision::Year, true)]
    #[case::estimated_day("1958-07-01~", Precision::Day, true)]
    #[case::leap_day("2000-02-29", Precision::Day, false)]
    fn reads_back(#[case] text: &str, #[case] precision: Precision, #[case] estimate: bool) {
        let read: BirthDate = text.parse().unwrap();
        assert_eq!((read.precision(), read.is_estimate()), (precision, estimate));
        assert_eq!(read.to_string(), text);
    }

    #[rstest]
    #[case::empty("")]
    #[case::only_estimate("~")]
    #[case::short_year("958")]
    #[case::no_such_day("1958-02-30")]
    #[case::no_leap_day("1900-02-29")]
    #[case::month_zero("1958-00")]
    #[case::day_zero("1958-01-00")]
    #[case::month_thirteen("1958-13")]
    #[case::one_digit("1958-1-1")]
    #[case::slashes("31/12/1958")]
    #[case::two_tildes("1958~~")]
    #[case::four_parts("1958-12-31-01")]
    #[case::sign("+958")]
    #[case::year_zero("0000")]
    fn refuses_other_texts(#[case] text: &str) {
        assert_eq!(text.parse::<BirthDate>().map(drop), Err(BirthDateError::Form));
    }

    #[rstest]
    #[case::today("2025-07-14", Ok(()))]
    #[case::this_month("2025-07", Ok(()))]
    #[case::tomorrow("2025-07-15", Err(BirthDateError::Future))]
    #[case::next_month("2025-08", Err(BirthDateError::Future))]
    #[case::old("1895", Ok(()))]
    #[case::too_old("1894-12-31", Err(BirthDateError::TooOld))]
    fn checks_against_a_day(
        #[case] birth: BirthDate,
        #[case] expected: Result<(), BirthDateError>,
    ) {
        assert_eq!(birth.check(date(2025, 7, 14)), expected);
    }

    #[test]
    fn covers_its_days() {
        let month = BirthDate::month(2024, 2).unwrap();
        assert_eq!((month.first_day(), month.last_day()), (date(2024, 2, 1), date(2024, 2, 29)));
        assert!(month.covers(date(2024, 2, 29)) && !month.covers(date(2024, 3, 1)));
        assert!(BirthDate::of_year(1958).unwrap().covers(date(1958, 12, 31)));
    }

    proptest! {
        #[test]
        fn never_panics_and_reads_back_what_it_accepts(text in "[0-9~-]{0,12}|.{0,12}") {
            if let Ok(birth) = text.parse::<BirthDate>() {
                prop_assert_eq!(birth.to_string(), text);
            }
        }
    }
}
