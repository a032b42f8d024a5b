//! Dates and times: `14/07/2025`, `14 Juli 2025`, `14.30 WIB`.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::birth::{BirthDate, Precision};
use crate::calendar::Zone;
use crate::{Label, Lang};

const MONTHS: [Label; 12] = [
    Label::new("Januari", "January"),
    Label::new("Februari", "February"),
    Label::new("Maret", "March"),
    Label::new("April", "April"),
    Label::new("Mei", "May"),
    Label::new("Juni", "June"),
    Label::new("Juli", "July"),
    Label::new("Agustus", "August"),
    Label::new("September", "September"),
    Label::new("Oktober", "October"),
    Label::new("November", "November"),
    Label::new("Desember", "December"),
];

/// Returns the name of a month of 1 to 12; empty for any other number.
pub fn month_name(month: i8, lang: Lang) -> &'static str {
    let place = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    place.and_then(|place| MONTHS.get(place)).map_or("", |label| label.text(lang))
}

/// Returns the name of a day of the week.
pub const fn weekday_name(day: Weekday, lang: Lang) -> &'static str {
    let label = match day {
        Weekday::Monday => Label::new("Senin", "Monday"),
        Weekday::Tuesday => Label::new("Selasa", "Tuesday"),
        Weekday::Wednesday => Label::new("Rabu", "Wednesday"),
        Weekday::Thursday => Label::new("Kamis", "Thursday"),
        Weekday::Friday => Label::new("Jumat", "Friday"),
        Weekday::Saturday => Label::new("Sabtu", "Saturday"),
        Weekday::Sunday => Label::new("Minggu", "Sunday"),
    };
    label.text(lang)
}

/// Returns `14/07/2025`, in both languages.
pub fn short_date(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// Returns `14 Juli 2025`.
pub fn long_date(day: Date, lang: Lang) -> String {
    format!("{} {} {}", day.day(), month_name(day.month(), lang), day.year())
}

/// Returns the local time of an instant, `14.30 WIB`.
pub fn time(instant: Timestamp, zone: Zone) -> String {
    let local = zone.local(instant);
    format!("{:02}.{:02} {}", local.hour(), local.minute(), zone.letters())
}

/// Returns a date that is known in part: `31/12/1958`, `Desember 1958`, `1958 (perkiraan)`.
pub fn partial_date(date: BirthDate, lang: Lang) -> String {
    let first = date.first_day();
    let known = match date.precision() {
        Precision::Day => short_date(first),
        Precision::Month => format!("{} {}", month_name(first.month(), lang), first.year()),
        Precision::Year => first.year().to_string(),
    };
    let estimate = Label::new("perkiraan", "estimate").text(lang);
    if date.is_estimate() { format!("{known} ({estimate})") } else { known }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    #[test]
    fn writes_days() {
        let day = date(2025, 8, 7);
        assert_eq!(short_date(day), "07/08/2025");
        assert_eq!(long_date(day, Lang::Id), "7 Agustus 2025");
        assert_eq!(long_date(day, Lang::En), "7 August 2025");
        assert_eq!(weekday_name(day.weekday(), Lang::Id), "Kamis");
        assert_eq!(month_name(0, Lang::Id), "");
        assert_eq!(month_name(13, Lang::Id), "");
    }

    #[rstest]
    #[case(Zone::Wib, "14.30 WIB")]
    #[case(Zone::Wita, "15.30 WITA")]
    #[case(Zone::Wit, "16.30 WIT")]
    fn writes_local_time(#[case] zone: Zone, #[case] expected: &str) {
        assert_eq!(time("2025-07-14T07:30:00Z".parse().unwrap(), zone), expected);
    }

    #[rstest]
    #[case("1958-12-31", "31/12/1958")]
    #[case("1958-12", "Desember 1958")]
    #[case("1958~", "1958 (perkiraan)")]
    fn writes_what_is_known(#[case] birth: BirthDate, #[case] expected: &str) {
        assert_eq!(partial_date(birth, Lang::Id), expected);
    }
}
