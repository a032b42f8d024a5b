use jiff::civil::date;
use proptest::prelude::*;
use rstest::rstest;

use super::*;

#[rstest]
#[case::man("9901010504900011", Ok(()))]
#[case::woman_day_plus_forty("9901017112580003", Ok(()))]
#[case::spaces_dots_hyphens("9901.01 7112-58 0003", Ok(()))]
#[case::old_timor("5401017112580003", Ok(()))]
#[case::leap_day_in_1900s_or_2000s("9901012902000001", Ok(()))]
#[case::empty("", Err(NikError::NotSixteenDigits))]
#[case::fifteen("990101711258000", Err(NikError::NotSixteenDigits))]
#[case::seventeen("99010171125800031", Err(NikError::NotSixteenDigits))]
#[case::letter_o_for_zero("99010171125800O3", Err(NikError::NotSixteenDigits))]
#[case::other_script("٩٩٠١٠١٧١١٢٥٨٠٠٠٣", Err(NikError::NotSixteenDigits))]
#[case::one_digit("9999999999999999", Err(NikError::Filler))]
#[case::counted_up("1234567890123456", Err(NikError::Filler))]
#[case::serial_zero("9901017112580000", Err(NikError::Filler))]
#[case::temporary("0990101200100001", Err(NikError::Temporary))]
#[case::day_zero("9901010012580003", Err(NikError::NoSuchBirthDate))]
#[case::between_the_ranges("9901013212580003", Err(NikError::NoSuchBirthDate))]
#[case::day_forty("9901014012580003", Err(NikError::NoSuchBirthDate))]
#[case::above_the_ranges("9901017212580003", Err(NikError::NoSuchBirthDate))]
#[case::month_thirteen("9901010113580003", Err(NikError::NoSuchBirthDate))]
#[case::month_zero("9901010100580003", Err(NikError::NoSuchBirthDate))]
#[case::thirty_february("9901013002580003", Err(NikError::NoSuchBirthDate))]
#[case::leap_day_in_neither_century("9901012902010003", Err(NikError::NoSuchBirthDate))]
#[case::no_province("2001017112580003", Err(NikError::NoSuchProvince))]
#[case::date_comes_before_province("2001013212580003", Err(NikError::NoSuchBirthDate))]
fn reads_only_possible_numbers(#[case] typed: &str, #[case] expected: Result<(), NikError>) {
    assert_eq!(typed.parse::<Nik>().map(drop), expected);
}

#[test]
fn province_99_is_refused_in_a_real_kabupaten() {
    let real = Nik::parse("9901017112580003", Provinces::Real).map(drop);
    assert_eq!(real, Err(NikError::NoSuchProvince));
}

#[test]
fn all_38_provinces_and_timor_count() {
    assert_eq!((0..=99).filter(|code| Provinces::Real.ever_had(*code)).count(), 39);
}

#[rstest]
#[case::old_unless_born_already("9901010504300011", date(2025, 7, 14), Some(date(1930, 4, 5)))]
#[case::new_when_past("9901010504190011", date(2025, 7, 14), Some(date(2019, 4, 5)))]
#[case::born_today("9901011407250011", date(2025, 7, 14), Some(date(2025, 7, 14)))]
#[case::born_tomorrow("9901011507250011", date(2025, 7, 14), Some(date(1925, 7, 15)))]
#[case::leap_day_of_2000("9901012902000001", date(2025, 7, 14), Some(date(2000, 2, 29)))]
fn century_is_the_latest_that_has_begun(
    #[case] nik: Nik,
    #[case] today: Date,
    #[case] expected: Option<Date>,
) {
    assert_eq!(nik.birth_date(today), expected);
}

#[test]
fn shows_no_birth_date_when_masked() {
    let nik: Nik = "9901017112580003".parse().unwrap();
    assert_eq!(nik.masked(), "9901 01•• •••• 0003");
    assert_eq!(nik.grouped(), "9901 0171 1258 0003");
    assert_eq!((nik.region(), nik.serial()), ("990101", 3));
}

#[test]
fn differs_from_the_family_card() {
    let nik: Nik = "9901010101100001".parse().unwrap();
    let kk: Kk = "9901010101100001".parse().unwrap();
    assert_eq!(nik.differs_from(&kk), Err(NikError::EqualsKk));
}

proptest! {
    /// Any text is answered; what is accepted reads back the same and holds a date.
    #[test]
    fn never_panics_and_reads_back(typed in "[0-9 .\\-]{0,20}|.{0,20}") {
        if let Ok(nik) = typed.parse::<Nik>() {
            prop_assert!(nik.digits().parse::<Nik>().is_ok());
            prop_assert!(nik.birth_date(date(2025, 7, 14)).is_some());
            prop_assert!(!is_temporary(nik.digits()));
        }
    }

    /// Every day of both centuries, man or woman, is read back.
    #[test]
    fn holds_every_birth_date(days in 0..73_000i32, woman: bool, serial in 1..=9999u16) {
        use jiff::ToSpan as _;
        let birth = date(1900, 1, 1).checked_add(days.days()).unwrap();
        let day = birth.day() + if woman { 40 } else { 0 };
        let text =
            format!("990101{day:02}{:02}{:02}{serial:04}", birth.month(), birth.year() % 100);
        let nik: Nik = text.parse().ok().unwrap();
        prop_assert!(nik.birth_dates().contains(&Some(birth)));
        prop_assert_eq!(nik.sex() == Sex::Female, woman);
        prop_assert_eq!(nik.serial(), serial);
    }
}
