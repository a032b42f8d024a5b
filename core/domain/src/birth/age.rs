//! Age on a day, as exact as the birth date is known.

use jiff::civil::Date;

use super::date::{BirthDate, Precision};

/// Completed years, perhaps about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Completed years; where the day is not known, counted from the middle of what is.
    pub years: u16,
    /// Whether a screen writes "±".
    pub about: bool,
}

/// The five groups of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeGroup {
    /// 0 to 4 years.
    To4,
    /// 5 to 14 years.
    To14,
    /// 15 to 24 years.
    To24,
    /// 25 to 59 years.
    To59,
    /// 60 years and more: lanjut usia (UU 13/1998).
    From60,
}

impl AgeGroup {
    /// Returns the group of completed years.
    pub const fn of(years: u16) -> Self {
        match years {
            0..=4 => Self::To4,
            5..=14 => Self::To14,
            15..=24 => Self::To24,
            25..=59 => Self::To59,
            60.. => Self::From60,
        }
    }

    /// Returns the years as a screen writes them.
    pub const fn range(self) -> &'static str {
        match self {
            Self::To4 => "0–4",
            Self::To14 => "5–14",
            Self::To24 => "15–24",
            Self::To59 => "25–59",
            Self::From60 => "60+",
        }
    }
}

impl BirthDate {
    /// Returns the age on a day; none before birth.
    pub fn age_on(self, day: Date) -> Option<Age> {
        let born = match self.precision() {
            Precision::Day => self.first_day(),
            Precision::Month => self.first_day().with().day(15).build().ok()?,
            Precision::Year => self.first_day().with().month(7).build().ok()?,
        };
        let known = self.first_day() <= day;
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        let years = i32::from(day.year()) - i32::from(born.year()) - i32::from(!had_birthday);
        let about = self.precision() == Precision::Year || self.is_estimate();
        known.then(|| Age { years: u16::try_from(years).unwrap_or(0), about })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::day_before_birthday("1990-07-15", Some((34, false)))]
    #[case::birthday("1990-07-14", Some((35, false)))]
    #[case::newborn("2025-07-14", Some((0, false)))]
    #[case::unborn("2025-07-15", None)]
    #[case::month("2019-08", Some((5, false)))]
    #[case::this_month("2025-07", Some((0, false)))]
    #[case::year("1958", Some((67, true)))]
    #[case::this_year("2025", Some((0, true)))]
    #[case::estimate("1958-12-31~", Some((66, true)))]
    #[case::leap_day("2004-02-29", Some((21, false)))]
    fn counts_completed_years(#[case] birth: BirthDate, #[case] expected: Option<(u16, bool)>) {
        let age = birth.age_on(date(2025, 7, 14));
        assert_eq!(age.map(|age| (age.years, age.about)), expected);
    }

    #[rstest]
    #[case(4, "0–4")]
    #[case(5, "5–14")]
    #[case(15, "15–24")]
    #[case(59, "25–59")]
    #[case(60, "60+")]
    fn groups_meet(#[case] years: u16, #[case] range: &str) {
        assert_eq!(AgeGroup::of(years).range(), range);
    }
}
