use jiff::civil::date;
use proptest::prelude::*;
use rstest::rstest;

use super::*;

const GOLDEN: &str = "9901-2507-0K7-0012-G";

fn golden() -> CaseNumber {
    let block = "0K7".parse().unwrap();
    let serial = Serial::new(12).unwrap();
    CaseNumber::issue(Kab(9901), date(2025, 7, 14), None, block, serial).unwrap()
}

#[test]
fn golden_number_never_changes() {
    assert_eq!(golden().to_string(), GOLDEN);
    assert_eq!(GOLDEN.parse(), Ok(golden()));
}

#[rstest]
#[case::lower_case("9901-2507-0k7-0012-g")]
#[case::no_hyphens("990125070K70012G")]
#[case::spaces("9901 2507 0K7 0012 G")]
#[case::letters_for_digits("99O1-25O7-OK7-OOi2-G")]
#[case::small_l("990l-2507-0K7-0012-G")]
fn reads_what_people_type(#[case] typed: &str) {
    assert_eq!(typed.parse(), Ok(golden()));
}

#[rstest]
#[case::empty("", NumberError::Length)]
#[case::short("9901-2507-0K7-0012", NumberError::Length)]
#[case::long("9901-2507-0K7-0012-GG", NumberError::Length)]
#[case::letter_u("9901-2507-0U7-0012-G", NumberError::Character)]
#[case::not_ascii("9901-2507-0K7-0012-Ğ", NumberError::Character)]
#[case::check("9901-2507-0K7-0013-G", NumberError::Check)]
fn refuses_other_texts(#[case] typed: &str, #[case] expected: NumberError) {
    assert_eq!(typed.parse::<CaseNumber>(), Err(expected));
}

#[test]
fn month_is_the_later_of_tablet_and_server() {
    let issue = |tablet, server| {
        let serial = Serial::FIRST;
        let block = Block::new(0).unwrap();
        CaseNumber::issue(Kab(9901), tablet, server, block, serial).unwrap().month()
    };
    assert_eq!(issue(date(1970, 1, 1), Some(date(2025, 7, 14))), (2025, 7));
    assert_eq!(issue(date(2025, 8, 1), Some(date(2025, 7, 14))), (2025, 8));
}

/// Returns every number that differs in one character, for each of the 16 places.
fn one_wrong(values: &[u8; 16]) -> impl Iterator<Item = [u8; 16]> {
    let values = *values;
    (0..16).flat_map(move |place| {
        (1..32).map(move |change| {
            let mut wrong = values;
            wrong[place] ^= change;
            wrong
        })
    })
}

/// Returns every number with two unequal neighbours swapped.
fn swapped(values: &[u8; 16]) -> impl Iterator<Item = [u8; 16]> {
    let values = *values;
    (0..15).filter(move |place| values[*place] != values[*place + 1]).map(move |place| {
        let mut wrong = values;
        wrong.swap(place, place + 1);
        wrong
    })
}

fn text_of(values: [u8; 16]) -> String {
    values.into_iter().map(check::character).collect()
}

prop_compose! {
    fn numbers()(kab in 1101..=9999u16, day in 0..36_000i32, block in 0..Block::COUNT, n in 1..=9999u16)
        -> CaseNumber {
        use jiff::ToSpan as _;
        let day = date(2000, 1, 1).checked_add(day.days()).unwrap();
        let (block, serial) = (Block::new(block).unwrap(), Serial::new(n).unwrap());
        CaseNumber::issue(Kab(kab), day, None, block, serial).unwrap()
    }
}

proptest! {
    #[test]
    fn reads_back(number in numbers()) {
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    /// All 496 single wrong characters and all swaps of neighbours, for any number.
    #[test]
    fn every_slip_of_the_pen_is_caught(number in numbers()) {
        let values = number.values();
        for wrong in one_wrong(&values).chain(swapped(&values)) {
            prop_assert_eq!(text_of(wrong).parse::<CaseNumber>(), Err(NumberError::Check));
        }
    }

    #[test]
    fn never_panics(typed in ".{0,24}") {
        let _ = typed.parse::<CaseNumber>();
    }
}

/// The sum is linear: a slip is caught for every number if its difference alone gives no zero.
#[test]
fn every_slip_is_caught_for_all_numbers() {
    let zeros = [0; 15];
    assert_eq!(check::check(&zeros), 0);
    for place in 0..15 {
        for difference in 1..32 {
            let mut one = zeros;
            one[place] = difference;
            let moved = check::check(&one);
            assert_ne!(moved, 0, "a wrong character at {place}");
            // A swap with the right neighbour adds the same difference at both places.
            if place < 14 {
                one[place + 1] = difference;
                assert_ne!(check::check(&one), 0, "a swap at {place}");
            } else {
                assert_ne!(moved, difference, "a swap with the check character");
            }
        }
    }
}
