//! Counting working days.
//!
//! Day 1 is the working day after the server received it, in the kabupaten's zone; what is due ends
//! at 23.59 there. Deadlines are those of the kabupaten's settings.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::holiday::{Holiday, HolidayKind};
use super::week::WorkWeek;
use super::zone::Zone;
use crate::wilayah::Code;

/// The working days of one kabupaten.
///
/// ```
/// use jangkau_domain::calendar::{Calendar, WorkWeek, Zone, national_seed};
///
/// let kab = "9901".parse().unwrap();
/// let calendar = Calendar::new(national_seed(), WorkWeek::ToFriday, Zone::Wib, kab);
/// let received = "2025-08-14T03:00:00Z".parse().unwrap(); // a Thursday
/// // Friday 15, then Tuesday 19: the 17th is a Sunday, the 18th collective leave.
/// assert_eq!(calendar.due(received, 2).to_string(), "2025-08-19T16:59:00Z");
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    off: BTreeSet<Date>,
    years: BTreeSet<i16>,
    week: WorkWeek,
    zone: Zone,
}

/// Working days until something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DaysLeft {
    /// Late by so many working days; zero on the first hours after the end.
    Late(u16),
    /// Due today or on a later day: so many working days after today.
    Left(u16),
}

impl Calendar {
    /// Builds the calendar of an area; collective leave is no working day.
    pub fn new(
        rows: impl IntoIterator<Item = Holiday>,
        week: WorkWeek,
        zone: Zone,
        area: Code,
    ) -> Self {
        Self::build(rows, week, zone, area, false)
    }

    /// Builds the calendar of an area that works on collective leave.
    pub fn working_collective_leave(
        rows: impl IntoIterator<Item = Holiday>,
        week: WorkWeek,
        zone: Zone,
        area: Code,
    ) -> Self {
        Self::build(rows, week, zone, area, true)
    }

    fn build(
        rows: impl IntoIterator<Item = Holiday>,
        week: WorkWeek,
        zone: Zone,
        area: Code,
        leave_is_worked: bool,
    ) -> Self {
        let mut calendar = Self { off: BTreeSet::new(), years: BTreeSet::new(), week, zone };
        for row in rows {
            if row.kind == HolidayKind::National {
                calendar.years.insert(row.date.year());
            }
            let worked = leave_is_worked && row.kind == HolidayKind::CollectiveLeave;
            if row.holds_in(area) && !worked {
                calendar.off.insert(row.date);
            }
        }
        calendar
    }

    /// Returns the zone of the kabupaten.
    pub const fn zone(&self) -> Zone {
        self.zone
    }

    /// Returns whether the national holidays of a year are known; without them dates come early.
    pub fn knows_year(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// Returns whether a day is worked.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.week.has(day) && !self.off.contains(&day)
    }

    /// Returns the day that is so many working days after another; 0 is the day itself.
    pub fn add_working_days(&self, day: Date, days: u16) -> Date {
        let mut here = day;
        let mut left = days;
        while left > 0 {
            // The calendar of jiff ends with the year 9999.
            let Ok(next) = here.tomorrow() else { return here };
            here = next;
            left -= u16::from(self.is_working_day(here));
        }
        here
    }

    /// Returns when something received at an instant is due after so many working days.
    pub fn due(&self, received: Timestamp, days: u16) -> Timestamp {
        self.zone.end_of(self.add_working_days(self.zone.day(received), days))
    }

    /// Returns the due time of a running row under this calendar: later than before, never earlier.
    pub fn moved(&self, promised: Timestamp, received: Timestamp, days: u16) -> Timestamp {
        promised.max(self.due(received, days))
    }

    /// Returns the working days between now and the due time.
    pub fn days_left(&self, now: Timestamp, due: Timestamp) -> DaysLeft {
        let (today, last) = (self.zone.day(now), self.zone.day(due));
        if now > due {
            DaysLeft::Late(self.working_days(last, today))
        } else {
            DaysLeft::Left(self.working_days(today, last))
        }
    }

    /// Returns the working days after one day up to and with another.
    pub fn working_days(&self, after: Date, until: Date) -> u16 {
        let mut here = after;
        let mut count = 0u16;
        while here < until {
            let Ok(next) = here.tomorrow() else { return count };
            here = next;
            count = count.saturating_add(u16::from(self.is_working_day(here)));
        }
        count
    }
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
