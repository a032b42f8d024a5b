use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::calendar::national_seed;

fn kab() -> Code {
    "9901".parse().unwrap()
}

fn calendar(week: WorkWeek) -> Calendar {
    Calendar::new(national_seed(), week, Zone::Wib, kab())
}

fn local(day: Date, hour: i8) -> Timestamp {
    Zone::Wib.end_of(day) - (23 - i64::from(hour)).hours() - 59.minutes()
}

#[rstest]
#[case::thursday_to_tuesday(date(2025, 7, 17), 3, WorkWeek::ToFriday, date(2025, 7, 22))]
#[case::six_days(date(2025, 7, 17), 3, WorkWeek::ToSaturday, date(2025, 7, 21))]
#[case::from_a_sunday(date(2025, 7, 20), 1, WorkWeek::ToFriday, date(2025, 7, 21))]
#[case::over_idulfitri(date(2025, 3, 27), 1, WorkWeek::ToFriday, date(2025, 4, 8))]
#[case::over_independence_day(date(2025, 8, 15), 1, WorkWeek::ToFriday, date(2025, 8, 19))]
#[case::over_new_year(date(2025, 12, 24), 3, WorkWeek::ToFriday, date(2025, 12, 31))]
#[case::none(date(2025, 7, 19), 0, WorkWeek::ToFriday, date(2025, 7, 19))]
fn counts_from_the_working_day_after(
    #[case] received: Date,
    #[case] days: u16,
    #[case] week: WorkWeek,
    #[case] expected: Date,
) {
    let due = calendar(week).due(local(received, 10), days);
    assert_eq!(Zone::Wib.local(due), expected.at(23, 59, 0, 0));
}

#[test]
fn collective_leave_is_worked_where_set() {
    let worked =
        Calendar::working_collective_leave(national_seed(), WorkWeek::ToFriday, Zone::Wib, kab());
    assert!(worked.is_working_day(date(2025, 8, 18)));
    assert!(!worked.is_working_day(date(2025, 12, 25)));
    assert!(!calendar(WorkWeek::ToFriday).is_working_day(date(2025, 8, 18)));
}

#[rstest]
#[case::the_kab_itself("9901", true)]
#[case::its_province("99", true)]
#[case::another_kab("9902", false)]
fn regional_days_hold_in_their_area(#[case] area: &str, #[case] off: bool) {
    let anniversary = Holiday {
        date: date(2025, 7, 16),
        kind: HolidayKind::Regional,
        wilayah: area.parse().ok(),
        name: "Hari jadi".to_owned(),
        decree: "SE Bupati".to_owned(),
    };
    let calendar = Calendar::new([anniversary], WorkWeek::ToFriday, Zone::Wib, kab());
    assert_eq!(calendar.is_working_day(date(2025, 7, 16)), !off);
    assert!(!calendar.knows_year(2025));
}

#[rstest]
#[case::due_today(date(2025, 7, 14), 8, DaysLeft::Left(0))]
#[case::last_minute_passed(date(2025, 7, 15), 0, DaysLeft::Late(1))]
#[case::over_a_weekend(date(2025, 7, 11), 8, DaysLeft::Left(1))]
#[case::two_days_late(date(2025, 7, 16), 8, DaysLeft::Late(2))]
fn tells_days_left(#[case] today: Date, #[case] hour: i8, #[case] expected: DaysLeft) {
    let due = Zone::Wib.end_of(date(2025, 7, 14));
    assert_eq!(calendar(WorkWeek::ToFriday).days_left(local(today, hour), due), expected);
}

#[test]
fn late_on_the_weekend_counts_no_working_day() {
    let due = Zone::Wib.end_of(date(2025, 7, 11));
    let saturday = local(date(2025, 7, 12), 8);
    assert_eq!(calendar(WorkWeek::ToFriday).days_left(saturday, due), DaysLeft::Late(0));
}

#[test]
fn the_end_of_time_does_not_panic() {
    let calendar = calendar(WorkWeek::ToFriday);
    assert_eq!(calendar.add_working_days(Date::MAX, 5), Date::MAX);
    assert_eq!(calendar.due(Timestamp::MAX, 60), Timestamp::MAX);
}

proptest! {
    /// A holiday decreed later moves what is open later or not at all.
    #[test]
    fn a_new_holiday_never_hurries(
        start in 0..1000i32,
        days in 0..60u16,
        added in prop::collection::vec(0..1100i32, 0..12),
        removed_all: bool,
    ) {
        let day = |offset: i32| date(2025, 1, 1).checked_add(offset.days()).unwrap();
        let received = local(day(start), 9);
        let before = calendar(WorkWeek::ToFriday);
        let promised = before.due(received, days);
        let more = added.iter().map(|offset| Holiday {
            date: day(*offset),
            kind: HolidayKind::National,
            wilayah: None,
            name: "Tambahan".to_owned(),
            decree: "Keppres".to_owned(),
        });
        let kept = if removed_all { Vec::new() } else { national_seed() };
        let after = Calendar::new(kept.into_iter().chain(more), WorkWeek::ToFriday, Zone::Wib, kab());
        prop_assert!(after.moved(promised, received, days) >= promised);
        if !removed_all {
            prop_assert!(after.due(received, days) >= promised);
        }
    }

    /// Counting forward and counting back agree.
    #[test]
    fn counting_agrees(start in 0..1000i32, days in 1..60u16) {
        let calendar = calendar(WorkWeek::ToSaturday);
        let from = date(2025, 1, 1).checked_add(start.days()).unwrap();
        let until = calendar.add_working_days(from, days);
        prop_assert!(calendar.is_working_day(until));
        prop_assert_eq!(calendar.working_days(from, until), days);
    }
}
