//! Telephone numbers of Indonesia.

use std::fmt;
use std::str::FromStr;

/// A telephone number, kept as `62…` without signs.
///
/// ```
/// use jangkau_domain::phone::Phone;
///
/// let phone: Phone = "+62 812-0000-0001".parse()?;
/// assert_eq!(phone.stored(), "6281200000001");
/// assert_eq!(phone.to_string(), "0812-0000-0001");
/// # Ok::<(), jangkau_domain::phone::NotPhone>(())
/// ```
///
/// No `Debug`: the number is a citizen's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// Says that a text is no telephone number of 10 to 13 digits counted with the leading 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a telephone number has 10 to 13 digits")]
pub struct NotPhone;

impl Phone {
    /// Returns the number as a document stores it.
    pub fn stored(&self) -> &str {
        &self.0
    }

    /// Returns the number as it is dialled at home, `081200000001`.
    pub fn dialled(&self) -> String {
        format!("0{}", &self.0[2..])
    }

    /// Returns the number with its middle hidden, `0812-••••-0001`.
    pub fn masked(&self) -> String {
        let dialled = self.dialled();
        format!("{}-••••-{}", &dialled[..4], &dialled[dialled.len() - 4..])
    }

    /// Returns whether somebody filled the box: 0800…, one digit repeated, counted up.
    pub fn is_filler(&self) -> bool {
        let rest = &self.0.as_bytes()[2..];
        let repeated = rest[1..].iter().all(|digit| *digit == rest[1]);
        let counted = "1234567890123456";
        rest.starts_with(b"00")
            || rest.starts_with(b"800")
            || repeated
            || counted.as_bytes().starts_with(rest)
            || counted.as_bytes().starts_with(&rest[1..])
    }
}

impl FromStr for Phone {
    type Err = NotPhone;

    /// Reads a typed number that starts with +62, 62 or 0.
    fn from_str(typed: &str) -> Result<Self, NotPhone> {
        let mut digits = String::with_capacity(14);
        for (place, character) in typed.trim().chars().enumerate() {
            match character {
                '0'..='9' => digits.push(character),
                '+' if place == 0 => {}
                ' ' | '-' | '.' | '(' | ')' => {}
                _ => return Err(NotPhone),
            }
        }
        let rest = digits
            .strip_prefix("620")
            .or_else(|| digits.strip_prefix("62"))
            .or_else(|| digits.strip_prefix('0'))
            .ok_or(NotPhone)?;
        if (9..=12).contains(&rest.len()) { Ok(Self(format!("62{rest}"))) } else { Err(NotPhone) }
    }
}

/// Shows the number in full, `0812-3456-7890`; only an opened field may.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dialled = self.dialled();
        write!(f, "{}-{}-{}", &dialled[..4], &dialled[4..8], &dialled[8..])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::home("081234567890", Some("6281234567890"))]
    #[case::abroad("+6281234567890", Some("6281234567890"))]
    #[case::without_plus("62 812-3456-7890", Some("6281234567890"))]
    #[case::zero_after_the_country("+62 0812 3456 7890", Some("6281234567890"))]
    #[case::ten_digits("0212345678", Some("62212345678"))]
    #[case::thirteen_digits("0812345678901", Some("62812345678901"))]
    #[case::nine_digits("021234567", None)]
    #[case::fourteen_digits("08123456789012", None)]
    #[case::no_prefix("81234567890", None)]
    #[case::letters("0812E4567890", None)]
    #[case::empty("", None)]
    fn reads_numbers(#[case] typed: &str, #[case] stored: Option<&str>) {
        let read = typed.parse::<Phone>().ok();
        assert_eq!(read.as_ref().map(Phone::stored), stored);
    }

    #[rstest]
    #[case::free_call("080012345678", true)]
    #[case::zeros("000000000000", true)]
    #[case::eights("0888888888888", true)]
    #[case::counted("081234567890", true)]
    #[case::counted_from_one("0123456789012", true)]
    #[case::synthetic("081200000001", false)]
    fn knows_fillers(#[case] phone: Phone, #[case] filler: bool) {
        assert_eq!(phone.is_filler(), filler);
    }

    #[test]
    fn shows_and_hides() {
        let phone: Phone = "081234567890".parse().ok().unwrap();
        assert_eq!(phone.to_string(), "0812-3456-7890");
        assert_eq!(phone.masked(), "0812-••••-7890");
    }

    proptest! {
        #[test]
        fn never_panics_and_reads_back(typed in "[+0-9 ()-]{0,18}|.{0,18}") {
            if let Ok(phone) = typed.parse::<Phone>() {
                prop_assert!(phone.stored().parse::<Phone>() == Ok(phone.clone()));
                prop_assert!(!phone.to_string().is_empty() && !phone.masked().is_empty());
                let _ = phone.is_filler();
            }
        }
    }
}
