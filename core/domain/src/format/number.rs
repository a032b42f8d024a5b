//! Numbers and money: `1.234,5`, `Rp1.000.000`, `79,67%` in Indonesian; `1,234.5` in English.

use crate::Lang;

/// Returns a whole number with its thousands apart.
pub fn grouped(number: i64, lang: Lang) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(signs(lang).0);
        }
        text.push(digit);
    }
    text
}

/// Returns a number with so many decimals, rounded half to even.
pub fn decimal(number: f64, decimals: usize, lang: Lang) -> String {
    let (thousands, point) = signs(lang);
    let plain = format!("{number:.decimals$}");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digit.is_ascii_digit() {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(point);
        text.push_str(part);
    }
    text
}

/// Returns a share of a whole in percent with two decimals, `79,67%`; "–" of nothing.
pub fn percent(part: u64, whole: u64, lang: Lang) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    // Hundredths of a percent, rounded half up; u128 so that no count can overflow.
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (u128::from(whole) * 2);
    format!("{}{}{:02}%", hundredths / 100, signs(lang).1, hundredths % 100)
}

/// Returns whole rupiah, `Rp1.000.000`, in both languages (EYD V: no space).
pub fn rupiah(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = grouped(amount, Lang::Id);
    format!("{sign}Rp{}", digits.trim_start_matches('-'))
}

/// Reads a typed amount of whole rupiah: `Rp1.000.000`, `Rp 1.000.000,00`, `1000000`.
///
/// None for a text that could mean something else, such as `1.5` or `1,000`.
pub fn parse_rupiah(typed: &str) -> Option<i64> {
    let text = typed.trim();
    let text = ["Rp.", "rp.", "Rp", "rp", "RP"]
        .into_iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text)
        .trim_start();
    let text = text.strip_suffix(",00").or_else(|| text.strip_suffix(",-")).unwrap_or(text);
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|part| part.len() == 3));
    if !shaped || !digits(first) || !rest.iter().all(|part| digits(part)) {
        return None;
    }
    text.replace('.', "").parse().ok()
}

const fn signs(lang: Lang) -> (char, char) {
    match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "0")]
    #[case(999, "999")]
    #[case(1_000, "1.000")]
    #[case(894_015, "894.015")]
    #[case(-1_234_567, "-1.234.567")]
    #[case(i64::MIN, "-9.223.372.036.854.775.808")]
    fn groups_thousands(#[case] number: i64, #[case] expected: &str) {
        assert_eq!(grouped(number, Lang::Id), expected);
    }

    #[rstest]
    #[case(1234.5, 1, "1.234,5")]
    #[case(0.25, 2, "0,25")]
    #[case(-1234.0, 0, "-1.234")]
    #[case(f64::NAN, 1, "NaN")]
    fn writes_decimals(#[case] number: f64, #[case] decimals: usize, #[case] expected: &str) {
        assert_eq!(decimal(number, decimals, Lang::Id), expected);
    }

    #[rstest]
    #[case(712_238, 894_015, "79,67%")]
    #[case(0, 5, "0,00%")]
    #[case(5, 5, "100,00%")]
    #[case(0, 0, "–")]
    #[case(u64::MAX, u64::MAX, "100,00%")]
    fn writes_shares(#[case] part: u64, #[case] whole: u64, #[case] expected: &str) {
        assert_eq!(percent(part, whole, Lang::Id), expected);
    }

    #[rstest]
    #[case("Rp1.000.000", Some(1_000_000))]
    #[case("Rp 1.000.000,00", Some(1_000_000))]
    #[case("rp. 50.000,-", Some(50_000))]
    #[case("200000", Some(200_000))]
    #[case("0", Some(0))]
    #[case("1.5", None)]
    #[case("1,000", None)]
    #[case("1000.000", None)]
    #[case("-5", None)]
    #[case("", None)]
    #[case("99999999999999999999", None)]
    fn reads_amounts(#[case] typed: &str, #[case] expected: Option<i64>) {
        assert_eq!(parse_rupiah(typed), expected);
    }

    proptest! {
        #[test]
        fn amounts_read_back(amount in 0..i64::MAX) {
            prop_assert_eq!(parse_rupiah(&rupiah(amount)), Some(amount));
        }

        #[test]
        fn never_panics(typed in ".{0,20}") {
            let _ = parse_rupiah(&typed);
        }
    }
}
