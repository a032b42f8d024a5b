//! Moments and deadlines in words.

use jangkau_domain::calendar::{Calendar, DaysLeft, Zone};
use jangkau_domain::{Lang, format};
use jiff::Timestamp;
use jiff::civil::Date;

use super::view::LeftTime;

/// Returns day and time, `14/07, 14.06 WIB`; the year only where it is not the present one.
pub fn moment(at_s: i64, now_s: i64, zone: Zone) -> String {
    let at = Timestamp::from_second(at_s).ok();
    at.map_or_else(String::new, |at| {
        format!("{}, {}", day(at_s, now_s, zone), format::time(at, zone))
    })
}

/// Returns the day, `14/07`; the year only where it is not the present one.
pub fn day(at_s: i64, now_s: i64, zone: Zone) -> String {
    let local = |at_s: i64| Timestamp::from_second(at_s).ok().map(|at| zone.day(at));
    let Some(day) = local(at_s) else { return String::new() };
    let full = format::short_date(day);
    if local(now_s).is_some_and(|now| now.year() == day.year()) {
        full.chars().take(5).collect()
    } else {
        full
    }
}

/// Returns weekday, date and time: `Senin 14/07/2025, 14.06 WIB`.
pub fn full_moment(at_s: i64, zone: Zone, lang: Lang) -> String {
    let Ok(at) = Timestamp::from_second(at_s) else { return String::new() };
    let date = format::short_date(zone.day(at));
    format!("{} {date}, {}", weekday(at_s, zone, lang), format::time(at, zone))
}

/// Returns the name of the day of the week.
pub fn weekday(at_s: i64, zone: Zone, lang: Lang) -> &'static str {
    let day: Option<Date> = Timestamp::from_second(at_s).ok().map(|at| zone.day(at));
    day.map_or("", |day| format::weekday_name(day.weekday(), lang))
}

/// Returns the time left until a deadline in working days.
pub fn left(calendar: &Calendar, now_s: i64, due_s: i64, lang: Lang) -> Option<LeftTime> {
    let (now, due) = (Timestamp::from_second(now_s).ok()?, Timestamp::from_second(due_s).ok()?);
    let days = match calendar.days_left(now, due) {
        DaysLeft::Left(days) => i64::from(days),
        DaysLeft::Late(days) => -i64::from(days.max(1)),
    };
    let text = match (days, lang) {
        (0, Lang::Id) => "Hari ini".to_owned(),
        (0, Lang::En) => "Today".to_owned(),
        (1.., Lang::Id) => format!("{days} hari"),
        (1, Lang::En) => "1 day".to_owned(),
        (1.., Lang::En) => format!("{days} days"),
        (_, Lang::Id) => format!("Lewat {} hari", -days),
        (_, Lang::En) => format!("{} days over", -days),
    };
    Some(LeftTime { text, days })
}

/// Returns the same time left as a sentence of a page's head.
pub fn in_a_sentence(left: LeftTime, lang: Lang) -> LeftTime {
    let text = match (left.days, lang) {
        (0, Lang::Id) => "Batasnya hari ini".to_owned(),
        (0, Lang::En) => "Due today".to_owned(),
        (1.., Lang::Id) => format!("Sisa {} hari kerja", left.days),
        (1.., Lang::En) => format!("{} working days left", left.days),
        (_, Lang::Id) => format!("Lewat {} hari kerja", -left.days),
        (_, Lang::En) => format!("{} working days over", -left.days),
    };
    LeftTime { text, ..left }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Monday 14 July 2025, 14.06 in Jakarta.
    const AT: i64 = 1_752_476_760;
    const YEAR: i64 = 366 * 86_400;

    #[rstest]
    #[case::this_year(AT, AT + 86_400, "14/07, 14.06 WIB")]
    #[case::earlier_year(AT, AT + YEAR, "14/07/2025, 14.06 WIB")]
    fn the_present_year_is_left_out(#[case] at: i64, #[case] now: i64, #[case] shown: &str) {
        assert_eq!(moment(at, now, Zone::Wib), shown);
    }

    #[test]
    fn the_head_of_a_page_names_the_weekday() {
        assert_eq!(full_moment(AT, Zone::Wib, Lang::Id), "Senin 14/07/2025, 14.06 WIB");
        assert_eq!(weekday(AT, Zone::Wib, Lang::En), "Monday");
    }

    #[rstest]
    #[case::left(2, "Sisa 2 hari kerja")]
    #[case::today(0, "Batasnya hari ini")]
    #[case::late(-1, "Lewat 1 hari kerja")]
    fn the_time_left_is_a_sentence(#[case] days: i64, #[case] said: &str) {
        let left = LeftTime { text: String::new(), days };
        assert_eq!(in_a_sentence(left, Lang::Id).text, said);
    }
}
