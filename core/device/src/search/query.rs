//! What somebody looks for, read from one box.

use jangkau_domain::name::{NameKey, rt_rw};

/// The words of the search box by what they can mean.
#[derive(Clone, PartialEq, Eq)]
pub enum Query {
    /// Nothing to look for.
    Nothing,
    /// Sixteen digits: a NIK or a KK.
    Number(String),
    /// The first digits of a NIK or KK.
    Prefix(String),
    /// RT and RW, three digits each.
    Place(Option<String>, Option<String>),
    /// A name as far as it is typed.
    Name(NameKey),
}

/// Digits of a NIK from which a prefix says something: the kecamatan.
const PREFIX_DIGITS: usize = 6;

impl Query {
    /// Reads the box. Digits with spaces, dots and hyphens are one number.
    pub fn read(typed: &str) -> Self {
        let plain: String =
            typed.chars().filter(|sign| !matches!(sign, ' ' | '.' | '-' | '\u{a0}')).collect();
        let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
        match (digits, plain.len()) {
            (true, 16) => return Self::Number(plain),
            (true, 1..=3) => return Self::Place(Some(format!("{plain:0>3}")), None),
            (true, PREFIX_DIGITS..) => return Self::Prefix(plain),
            (true, _) => return Self::Nothing,
            _ => {}
        }
        match rt_rw(typed) {
            (None, None) => {}
            (rt, rw) => return Self::Place(rt, rw),
        }
        let key = NameKey::read(typed);
        if key.is_empty() { Self::Nothing } else { Self::Name(key) }
    }

    /// Returns how many digits a NIK or KK still lacks, or has too many of.
    pub fn digits_off(&self) -> Option<i64> {
        match self {
            Self::Prefix(digits) => Some(16 - i64::try_from(digits.len()).unwrap_or(i64::MAX)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn told(query: &Query) -> String {
        match query {
            Query::Nothing => "nothing".to_owned(),
            Query::Number(digits) => format!("number {digits}"),
            Query::Prefix(digits) => format!("prefix {digits}"),
            Query::Place(rt, rw) => {
                format!("place {}/{}", rt.as_deref().unwrap_or("-"), rw.as_deref().unwrap_or("-"))
            }
            Query::Name(key) => format!("name {}", key.normal()),
        }
    }

    #[rstest]
    #[case::nik("9901 0171 1258 0003", "number 9901017112580003")]
    #[case::half_a_nik("99010171", "prefix 99010171")]
    #[case::too_many_digits("99010171125800031", "prefix 99010171125800031")]
    #[case::few_digits("9901", "nothing")]
    #[case::rt("3", "place 003/-")]
    #[case::rt_and_rw("RT 3 RW 1", "place 003/001")]
    #[case::rt_slash_rw("003/001", "place 003/001")]
    #[case::rw_alone("rw 2", "place -/002")]
    #[case::name(" sumiati ", "name SUMIATI")]
    #[case::title("Hj. Siti", "name SITI")]
    #[case::empty("  ", "nothing")]
    #[case::signs("?!", "nothing")]
    fn reads_the_box(#[case] typed: &str, #[case] expected: &str) {
        assert_eq!(told(&Query::read(typed)), expected);
    }

    #[test]
    fn counts_missing_digits() {
        assert_eq!(Query::read("990101711258003").digits_off(), Some(1));
        assert_eq!(Query::read("99010171125800033").digits_off(), Some(-1));
        assert_eq!(Query::read("sumiati").digits_off(), None);
    }
}
