//! The birth date as papers state it: unknown days became 1 July, 31 December or 1 January.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::AS_OF;
use super::draw::Draw;

/// Returns a birth date for an age in completed years, heaped as offices of its time did.
pub(super) fn birth_date(draw: &mut Draw, age: i32) -> Date {
    let days = draw.between(0, 364);
    let born = AS_OF
        .checked_sub(age.years())
        .and_then(|date| date.checked_sub(days.days()))
        .unwrap_or(AS_OF);
    let heaped = heaped(draw, born);
    if heaped > AS_OF { born } else { heaped }
}

fn heaped(draw: &mut Draw, born: Date) -> Date {
    let year = born.year();
    let share = match year {
        ..1960 => 3500,
        1960..1980 => 1300,
        1980..2000 => 300,
        2000.. => 30,
    };
    let on = |month, day| Date::new(year, month, day).unwrap_or(born);
    if draw.happens(share) {
        return draw.weighted(&[(on(7, 1), 56), (on(12, 31), 31), (on(1, 1), 13)]);
    }
    if year < 1980 && draw.happens(300) {
        return on(born.month(), 15);
    }
    born
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The split of heaped days: 1 July 56, 31 December 31, 1 January 13.
    #[test]
    fn heaped_days_split_as_in_the_voters_list() {
        let born = date(1950, 3, 3);
        let mut draw = Draw::new(1, "heaped");
        let drawn: Vec<Date> = (0..100_000).map(|_| heaped(&mut draw, born)).collect();
        let count = |day: Date| drawn.iter().filter(|one| **one == day).count() as f64 / 1000.0;
        let days = [date(1950, 7, 1), date(1950, 12, 31), date(1950, 1, 1), date(1950, 3, 15)];
        for (day, wanted) in days.into_iter().zip([19.6, 10.85, 4.55, 1.95]) {
            assert!((count(day) - wanted).abs() < 0.5, "{day}: {}", count(day));
        }
    }

    #[test]
    fn nobody_is_born_after_the_sample() {
        let mut draw = Draw::new(2, "newborn");
        for _ in 0..50_000 {
            assert!(birth_date(&mut draw, 0) <= AS_OF);
        }
    }
}
