use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[rstest]
#[case::province("99", "99", Level::Province)]
#[case::kab("99.01", "9901", Level::Kab)]
#[case::kecamatan("990101", "990101", Level::Kecamatan)]
#[case::desa("99.01.01.2001", "9901012001", Level::Desa)]
#[case::undotted("9901012001", "9901012001", Level::Desa)]
fn reads_codes(#[case] text: &str, #[case] digits: &str, #[case] level: Level) {
    assert_eq!(code(text).digits(), digits);
    assert_eq!(code(text).level(), level);
    assert_eq!(code(&code(text).dotted()), code(text));
}

#[rstest]
#[case::empty("")]
#[case::three_digits("990")]
#[case::eight_digits("99010120")]
#[case::eleven_digits("99010120011")]
#[case::dot_at_the_wrong_place("990.101.2001")]
#[case::half_dotted("99.01.012001")]
#[case::trailing_dot("99.01.")]
#[case::letter("99O1")]
#[case::province_zero("00")]
#[case::kab_zero("9900")]
fn refuses_other_texts(#[case] text: &str) {
    assert_eq!(text.parse::<Code>(), Err(NotCode));
}

#[rstest]
#[case::itself("9901012001", "9901012001", true)]
#[case::kecamatan("9901012001", "990101", true)]
#[case::province("9901012001", "99", true)]
#[case::other_kab("9901012001", "9902", false)]
#[case::outer_in_inner("9901", "9901012001", false)]
fn lies_within(#[case] inner: &str, #[case] outer: &str, #[case] expected: bool) {
    assert_eq!(code(inner).lies_within(code(outer)), expected);
}

#[rstest]
#[case::desa("9901012001", Some(DesaKind::Desa))]
#[case::kelurahan("9971011001", Some(DesaKind::Kelurahan))]
#[case::desa_adat("9901013001", Some(DesaKind::DesaAdat))]
#[case::unknown_digit("9901019001", None)]
#[case::kecamatan("990101", None)]
fn tells_kinds_of_villages(#[case] text: &str, #[case] kind: Option<DesaKind>) {
    assert_eq!(code(text).desa_kind(), kind);
}

#[test]
fn tells_kabupaten_from_kota() {
    assert_eq!(code("9901012001").kab_kind(), Some(KabKind::Kabupaten));
    assert_eq!(code("9971").kab_kind(), Some(KabKind::Kota));
    assert_eq!(code("99").kab_kind(), None);
    assert_eq!(code("9901012001").kab(), Some(Kab(9901)));
    assert_eq!(Code::try_from(Kab(9901)), Ok(code("9901")));
}

#[test]
fn an_area_stands_before_those_inside_it() {
    let mut codes = ["9902", "9901012001", "99", "990101", "9901"].map(code);
    codes.sort();
    assert_eq!(codes.map(|code| code.to_string()).join(" "), "99 9901 990101 9901012001 9902");
}

proptest! {
    #[test]
    fn never_panics_and_reads_back(text in "[0-9.]{0,14}|.{0,14}") {
        if let Ok(code) = text.parse::<Code>() {
            prop_assert_eq!(code.to_string().parse::<Code>(), Ok(code));
            prop_assert_eq!(code.dotted().parse::<Code>(), Ok(code));
            prop_assert_eq!(text.replace('.', ""), code.to_string());
        }
    }
}
