//! A point in time as a screen writes it.

use jangkau_domain::calendar::Zone;
use jangkau_domain::{Label, Lang, format};
use jiff::Timestamp;
use jiff::civil::Date;

/// A tablet that was away longer than a year has a wrong clock rather than so old a session.
const LONGEST_OFFLINE_S: i64 = 400 * 86_400;

/// The present moment with the zone and language in which times are shown.
#[derive(Clone, Copy)]
pub struct Moment {
    /// Seconds since 1970 UTC.
    pub now: i64,
    /// The kabupaten's zone.
    pub zone: Zone,
    /// The app's language.
    pub lang: Lang,
}

impl Moment {
    /// Returns today's date.
    pub fn today(&self) -> Date {
        self.day(self.now)
    }

    /// Returns the day that a form's checks take for today: the tablet's, unless the last server
    /// time proves its clock wrong. A wrong clock must not refuse a true date at the door.
    pub fn likely_today(&self, server: Option<i64>) -> Date {
        match server {
            Some(told) if !(told..=told.saturating_add(LONGEST_OFFLINE_S)).contains(&self.now) => {
                self.day(told)
            }
            _ => self.today(),
        }
    }

    /// Returns the date of an instant.
    pub fn day(&self, seconds: i64) -> Date {
        self.zone.day(instant(seconds))
    }

    /// Returns the first second of this month.
    pub fn month_start(&self) -> i64 {
        let first = self.today().first_of_month();
        first.to_zoned(self.zone.time_zone()).map_or(0, |start| start.timestamp().as_second())
    }

    /// Returns a text in the app's language.
    pub fn say(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }

    /// Returns a date as `14/07/2025`.
    pub fn date(&self, seconds: i64) -> String {
        format::short_date(self.day(seconds))
    }

    /// Returns a time as `14.30 WIB`.
    pub fn time(&self, seconds: i64) -> String {
        format::time(instant(seconds), self.zone)
    }

    /// Returns `14.30 WIB` for today, else "kemarin 14.30 WIB" or `14/07/2025 14.30 WIB`.
    pub fn when(&self, seconds: i64) -> String {
        let (day, time) = (self.day(seconds), self.time(seconds));
        if day == self.today() {
            return time;
        }
        if day.tomorrow().is_ok_and(|next| next == self.today()) {
            return format!("{} {time}", self.say(Label::new("kemarin", "yesterday")));
        }
        format!("{} {time}", format::short_date(day))
    }

    /// Returns `Rabu, 16 Juli 2025`.
    pub fn long_today(&self) -> String {
        let today = self.today();
        let weekday = format::weekday_name(today.weekday(), self.lang);
        format!("{weekday}, {}", format::long_date(today, self.lang))
    }
}

/// A clock far outside the calendar shows its end.
fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    // Monday 14 July 2025, 09.41 in Jakarta.
    const NOW: Moment = Moment { now: 1_752_460_860, zone: Zone::Wib, lang: Lang::Id };

    #[rstest]
    #[case::now(NOW.now, "09.41 WIB")]
    #[case::yesterday(NOW.now - 86_400, "kemarin 09.41 WIB")]
    #[case::earlier(NOW.now - 3 * 86_400, "11/07/2025 09.41 WIB")]
    #[case::wrong_clock(4_086_000_000, "24/06/2099 23.00 WIB")]
    fn tells_when(#[case] seconds: i64, #[case] expected: &str) {
        assert_eq!(NOW.when(seconds), expected);
    }

    #[test]
    fn month_begins_at_local_midnight() {
        assert_eq!(NOW.month_start(), 1_751_302_800);
        assert_eq!(NOW.long_today(), "Senin, 14 Juli 2025");
    }

    #[rstest]
    #[case::right(NOW.now, NOW.now - 7 * 86_400, NOW.now)]
    #[case::set_back(86_400, NOW.now, NOW.now)]
    #[case::end_of_the_century(4_086_000_000, NOW.now, NOW.now)]
    #[case::server_far_ahead(NOW.now, i64::MAX, i64::MAX)]
    fn a_clock_that_the_server_disproves_dates_no_form(
        #[case] now: i64,
        #[case] server: i64,
        #[case] expected: i64,
    ) {
        let moment = Moment { now, ..NOW };
        assert_eq!(moment.likely_today(Some(server)), NOW.day(expected));
        assert_eq!(moment.likely_today(None), moment.today());
    }

    #[rstest]
    #[case(i64::MAX)]
    #[case(i64::MIN)]
    fn a_broken_clock_never_panics(#[case] now: i64) {
        let broken = Moment { now, ..NOW };
        assert!(!broken.when(now).is_empty());
        broken.month_start();
    }
}
