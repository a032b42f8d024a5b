//! How near two birth dates are, given how they are written down in Indonesia.
//!
//! Who did not know the day got 31 December (before 2004), 1 July (SIAK; Permendagri 19/2010) or
//! the 15th: such days agree by chance and disagree without meaning.

use jiff::civil::Date;

use super::date::BirthDate;

/// Whether a day is one that offices write when nobody knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heap {
    /// An ordinary day.
    None,
    /// The 15th: the month was known.
    Middle,
    /// 1 January.
    NewYear,
    /// 1 July.
    July,
    /// 31 December.
    YearEnd,
}

/// How near two birth dates are, from nearest to farthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// The same known day.
    Equal,
    /// The same day, one that offices write for want of another.
    EqualHeap,
    /// Day and month swapped, or one digit wrong.
    Slip,
    /// The one says less than the other, or a heaped day in the same year: no contradiction.
    Compatible,
    /// One or two years apart.
    NearYear,
    /// Nothing of it.
    Different,
}

impl BirthDate {
    /// Returns whether its day is one that offices write when nobody knows it.
    pub fn heap(self) -> Heap {
        match self.exact().map(|day| (day.month(), day.day())) {
            Some((1, 1)) => Heap::NewYear,
            Some((7, 1)) => Heap::July,
            Some((12, 31)) => Heap::YearEnd,
            Some((_, 15)) => Heap::Middle,
            Some(_) | None => Heap::None,
        }
    }

    /// Returns how near another date is.
    pub fn closeness(self, other: Self) -> Closeness {
        let years_apart = (self.year() - other.year()).abs();
        if let (Some(one), Some(two)) = (self.exact(), other.exact()) {
            if one == two && !self.is_estimate() && !other.is_estimate() {
                return if self.heap() == Heap::None {
                    Closeness::Equal
                } else {
                    Closeness::EqualHeap
                };
            }
            if is_swapped(one, two) || is_one_digit_off(one, two) {
                return Closeness::Slip;
            }
        }
        let vague = |date: Self| date.heap() != Heap::None || date.is_estimate();
        let estimated = self.is_estimate() || other.is_estimate();
        let overlap = self.first_day() <= other.last_day() && other.first_day() <= self.last_day();
        match years_apart {
            0 if overlap || vague(self) || vague(other) => Closeness::Compatible,
            1 | 2 if estimated => Closeness::Compatible,
            1 | 2 => Closeness::NearYear,
            _ => Closeness::Different,
        }
    }

    /// Returns whether the two cannot be the same person's, slips of the pen apart.
    pub fn contradicts(self, other: Self) -> bool {
        self.closeness(other) >= Closeness::NearYear
    }
}

fn is_swapped(one: Date, two: Date) -> bool {
    one.year() == two.year()
        && one != two
        && i32::from(one.day()) == i32::from(two.month())
        && i32::from(one.month()) == i32::from(two.day())
}

/// Returns whether the eight digits differ at one place; a wrong year counts only if it is not
/// one or two years off, which has a level of its own.
fn is_one_digit_off(one: Date, two: Date) -> bool {
    let digits = |date: Date| {
        let number =
            i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day());
        std::array::from_fn::<_, 8, _>(|place| number / 10i32.pow(place as u32) % 10)
    };
    let wrong = digits(one).into_iter().zip(digits(two)).filter(|(one, two)| one != two).count();
    wrong == 1 && (one.year() - two.year()).abs() != 1 && (one.year() - two.year()).abs() != 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::equal("1990-04-05", "1990-04-05", Closeness::Equal)]
    #[case::equal_heap("1960-07-01", "1960-07-01", Closeness::EqualHeap)]
    #[case::equal_middle("1960-07-15", "1960-07-15", Closeness::EqualHeap)]
    #[case::swapped("1973-01-07", "1973-07-01", Closeness::Slip)]
    #[case::one_digit_of_the_day("1973-03-12", "1973-03-22", Closeness::Slip)]
    #[case::one_digit_of_the_decade("1973-03-12", "1983-03-12", Closeness::Slip)]
    #[case::year_alone("1958-12-31", "1958~", Closeness::Compatible)]
    #[case::same_month("1990-04", "1990-04-05", Closeness::Compatible)]
    #[case::heap_in_the_year("1958-12-31", "1958-03-02", Closeness::Compatible)]
    #[case::estimate_two_years_off("1956-03-02", "1958~", Closeness::Compatible)]
    #[case::other_month("1990-04", "1990-11-23", Closeness::Different)]
    #[case::one_year_off("1990-04-05", "1991-04-05", Closeness::NearYear)]
    #[case::two_years_off("1990-04-05", "1992-08-21", Closeness::NearYear)]
    #[case::other_day_of_the_year("1990-04-05", "1990-11-23", Closeness::Different)]
    #[case::father_and_son("1960-04-05", "1985-06-21", Closeness::Different)]
    fn judges_closeness(
        #[case] one: BirthDate,
        #[case] two: BirthDate,
        #[case] expected: Closeness,
    ) {
        assert_eq!(one.closeness(two), expected);
        assert_eq!(two.closeness(one), expected);
        assert_eq!(one.contradicts(two), expected >= Closeness::NearYear);
    }

    proptest! {
        #[test]
        fn is_symmetric(
            one in "(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[012][1-8])?)?~?",
            two in "(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[012][1-8])?)?~?",
        ) {
            let (one, two): (BirthDate, BirthDate) = (one.parse().unwrap(), two.parse().unwrap());
            prop_assert_eq!(one.closeness(two), two.closeness(one));
            prop_assert!(!one.contradicts(one));
        }
    }
}
