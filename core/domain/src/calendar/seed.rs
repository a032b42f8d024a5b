//! National holidays and collective leave that the system starts with.
//!
//! 2025 and 2026 are as decreed by the three ministers (Agama, Ketenagakerjaan, PANRB). 2027 was not
//! decreed when this was written: its days are expected, carry no decree and are replaced by the
//! rows that an admin enters.

use jiff::civil::{Date, date};

use super::holiday::{Holiday, HolidayKind};

const DECREE_2025: &str = "SKB 3 Menteri 1017/2024, 2/2024, 2/2024";
const DECREE_2025_CHANGE: &str = "SKB 3 Menteri 933/2025, 1/2025, 3/2025";
const DECREE_2026: &str = "SKB 3 Menteri 1497/2025, 2/2025, 5/2025";
const NOT_YET: &str = "";

type Row = (Date, &'static str);

const NATIONAL_2025: &[Row] = &[
    (date(2025, 1, 1), "Tahun Baru 2025 Masehi"),
    (date(2025, 1, 27), "Isra Mikraj Nabi Muhammad saw."),
    (date(2025, 1, 29), "Tahun Baru Imlek 2576 Kongzili"),
    (date(2025, 3, 29), "Hari Suci Nyepi, Tahun Baru Saka 1947"),
    (date(2025, 3, 31), "Idulfitri 1446 Hijriah"),
    (date(2025, 4, 1), "Idulfitri 1446 Hijriah"),
    (date(2025, 4, 18), "Wafat Yesus Kristus"),
    (date(2025, 4, 20), "Kebangkitan Yesus Kristus (Paskah)"),
    (date(2025, 5, 1), "Hari Buruh Internasional"),
    (date(2025, 5, 12), "Hari Raya Waisak 2569 BE"),
    (date(2025, 5, 29), "Kenaikan Yesus Kristus"),
    (date(2025, 6, 1), "Hari Lahir Pancasila"),
    (date(2025, 6, 6), "Iduladha 1446 Hijriah"),
    (date(2025, 6, 27), "1 Muharam, Tahun Baru Islam 1447 Hijriah"),
    (date(2025, 8, 17), "Proklamasi Kemerdekaan"),
    (date(2025, 9, 5), "Maulid Nabi Muhammad saw."),
    (date(2025, 12, 25), "Kelahiran Yesus Kristus (Natal)"),
];

const LEAVE_2025: &[Row] = &[
    (date(2025, 1, 28), "Tahun Baru Imlek 2576 Kongzili"),
    (date(2025, 3, 28), "Hari Suci Nyepi, Tahun Baru Saka 1947"),
    (date(2025, 4, 2), "Idulfitri 1446 Hijriah"),
    (date(2025, 4, 3), "Idulfitri 1446 Hijriah"),
    (date(2025, 4, 4), "Idulfitri 1446 Hijriah"),
    (date(2025, 4, 7), "Idulfitri 1446 Hijriah"),
    (date(2025, 5, 13), "Hari Raya Waisak 2569 BE"),
    (date(2025, 5, 30), "Kenaikan Yesus Kristus"),
    (date(2025, 6, 9), "Iduladha 1446 Hijriah"),
    (date(2025, 12, 26), "Kelahiran Yesus Kristus (Natal)"),
];

const LEAVE_2025_ADDED: &[Row] = &[(date(2025, 8, 18), "Proklamasi Kemerdekaan")];

const NATIONAL_2026: &[Row] = &[
    (date(2026, 1, 1), "Tahun Baru 2026 Masehi"),
    (date(2026, 1, 16), "Isra Mikraj Nabi Muhammad saw."),
    (date(2026, 2, 17), "Tahun Baru Imlek 2577 Kongzili"),
    (date(2026, 3, 19), "Hari Suci Nyepi, Tahun Baru Saka 1948"),
    (date(2026, 3, 21), "Idulfitri 1447 Hijriah"),
    (date(2026, 3, 22), "Idulfitri 1447 Hijriah"),
    (date(2026, 4, 3), "Wafat Yesus Kristus"),
    (date(2026, 4, 5), "Kebangkitan Yesus Kristus (Paskah)"),
    (date(2026, 5, 1), "Hari Buruh Internasional"),
    (date(2026, 5, 14), "Kenaikan Yesus Kristus"),
    (date(2026, 5, 27), "Iduladha 1447 Hijriah"),
    (date(2026, 5, 31), "Hari Raya Waisak 2570 BE"),
    (date(2026, 6, 1), "Hari Lahir Pancasila"),
    (date(2026, 6, 16), "1 Muharam, Tahun Baru Islam 1448 Hijriah"),
    (date(2026, 8, 17), "Proklamasi Kemerdekaan"),
    (date(2026, 8, 25), "Maulid Nabi Muhammad saw."),
    (date(2026, 12, 25), "Kelahiran Yesus Kristus (Natal)"),
];

const LEAVE_2026: &[Row] = &[
    (date(2026, 2, 16), "Tahun Baru Imlek 2577 Kongzili"),
    (date(2026, 3, 18), "Hari Suci Nyepi, Tahun Baru Saka 1948"),
    (date(2026, 3, 20), "Idulfitri 1447 Hijriah"),
    (date(2026, 3, 23), "Idulfitri 1447 Hijriah"),
    (date(2026, 3, 24), "Idulfitri 1447 Hijriah"),
    (date(2026, 5, 15), "Kenaikan Yesus Kristus"),
    (date(2026, 5, 28), "Iduladha 1447 Hijriah"),
    (date(2026, 12, 24), "Kelahiran Yesus Kristus (Natal)"),
];

const EXPECTED_NATIONAL_2027: &[Row] = &[
    (date(2027, 1, 1), "Tahun Baru 2027 Masehi"),
    (date(2027, 1, 5), "Isra Mikraj Nabi Muhammad saw."),
    (date(2027, 2, 6), "Tahun Baru Imlek 2578 Kongzili"),
    (date(2027, 3, 8), "Hari Suci Nyepi, Tahun Baru Saka 1949"),
    (date(2027, 3, 10), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 11), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 26), "Wafat Yesus Kristus"),
    (date(2027, 3, 28), "Kebangkitan Yesus Kristus (Paskah)"),
    (date(2027, 5, 1), "Hari Buruh Internasional"),
    (date(2027, 5, 6), "Kenaikan Yesus Kristus"),
    (date(2027, 5, 17), "Iduladha 1448 Hijriah"),
    (date(2027, 5, 20), "Hari Raya Waisak 2571 BE"),
    (date(2027, 6, 1), "Hari Lahir Pancasila"),
    (date(2027, 6, 6), "1 Muharam, Tahun Baru Islam 1449 Hijriah"),
    (date(2027, 8, 15), "Maulid Nabi Muhammad saw."),
    (date(2027, 8, 17), "Proklamasi Kemerdekaan"),
    (date(2027, 12, 25), "Kelahiran Yesus Kristus (Natal)"),
];

const EXPECTED_LEAVE_2027: &[Row] = &[
    (date(2027, 3, 9), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 12), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 15), "Idulfitri 1448 Hijriah"),
    (date(2027, 5, 7), "Kenaikan Yesus Kristus"),
    (date(2027, 5, 18), "Iduladha 1448 Hijriah"),
    (date(2027, 12, 24), "Kelahiran Yesus Kristus (Natal)"),
];

const SETS: &[(&[Row], HolidayKind, &str)] = &[
    (NATIONAL_2025, HolidayKind::National, DECREE_2025),
    (LEAVE_2025, HolidayKind::CollectiveLeave, DECREE_2025),
    (LEAVE_2025_ADDED, HolidayKind::CollectiveLeave, DECREE_2025_CHANGE),
    (NATIONAL_2026, HolidayKind::National, DECREE_2026),
    (LEAVE_2026, HolidayKind::CollectiveLeave, DECREE_2026),
    (EXPECTED_NATIONAL_2027, HolidayKind::National, NOT_YET),
    (EXPECTED_LEAVE_2027, HolidayKind::CollectiveLeave, NOT_YET),
];

/// Returns the rows that a new installation starts with; those of 2027 are provisional.
pub fn national_seed() -> Vec<Holiday> {
    let rows = SETS.iter().flat_map(|(rows, kind, decree)| {
        rows.iter().map(move |(date, name)| Holiday {
            date: *date,
            kind: *kind,
            wilayah: None,
            name: (*name).to_owned(),
            decree: (*decree).to_owned(),
        })
    });
    rows.collect()
}

/// Returns the years that [`national_seed`] covers.
pub const fn seeded_years() -> std::ops::RangeInclusive<i16> {
    2025..=2027
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(2025, 17, 11, false)]
    #[case(2026, 17, 8, false)]
    #[case(2027, 17, 6, true)]
    fn holds_the_decreed_number_of_days(
        #[case] year: i16,
        #[case] national: usize,
        #[case] leave: usize,
        #[case] provisional: bool,
    ) {
        let rows: Vec<_> =
            national_seed().into_iter().filter(|row| row.date.year() == year).collect();
        let count = |kind| rows.iter().filter(|row| row.kind == kind).count();
        assert_eq!(count(HolidayKind::National), national);
        assert_eq!(count(HolidayKind::CollectiveLeave), leave);
        assert!(rows.iter().all(|row| row.is_provisional() == provisional));
    }

    #[test]
    fn no_day_stands_twice() {
        let days: BTreeSet<_> = national_seed().iter().map(|row| row.date).collect();
        assert_eq!(days.len(), national_seed().len());
        assert!(days.iter().all(|day| seeded_years().contains(&day.year())));
    }

    /// Collective leave lies on working days only: a day on a weekend would be a slip of the pen.
    #[test]
    fn leave_lies_on_weekdays() {
        let week = crate::calendar::WorkWeek::ToFriday;
        for row in national_seed() {
            if row.kind == HolidayKind::CollectiveLeave {
                assert!(week.has(row.date), "{}", row.date);
            }
        }
    }
}
