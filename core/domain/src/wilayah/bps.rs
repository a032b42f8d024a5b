//! Codes of BPS, which older register files use, and the bridge to those of Kemendagri.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::code::Code;

/// A desa by BPS: ten digits as 2 + 2 + 3 + 3, not the 2 + 2 + 2 + 4 of Kemendagri.
///
/// The two cannot be told apart by looking, so an import asks which one a file uses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BpsCode([u8; 10]);

/// Says that a text is no desa code of BPS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a BPS code of ten digits")]
pub struct NotBpsCode;

impl BpsCode {
    /// Joins the four columns of a register file (KDPROP, KDKAB, KDKEC, KDDESA); leading zeros
    /// may have been lost in a spreadsheet.
    pub fn from_columns(columns: [&str; 4]) -> Result<Self, NotBpsCode> {
        let mut text = String::with_capacity(10);
        for (column, width) in columns.into_iter().zip([2, 2, 3, 3]) {
            let digits = column.trim();
            if digits.is_empty() || digits.len() > width {
                return Err(NotBpsCode);
            }
            text.extend(std::iter::repeat_n('0', width - digits.len()));
            text.push_str(digits);
        }
        text.parse()
    }
}

impl FromStr for BpsCode {
    type Err = NotBpsCode;

    fn from_str(text: &str) -> Result<Self, NotBpsCode> {
        let digits: [u8; 10] = text.as_bytes().try_into().map_err(|_| NotBpsCode)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(NotBpsCode) }
    }
}

impl fmt::Display for BpsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{}", char::from(*digit)))
    }
}

impl fmt::Debug for BpsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BpsCode({self})")
    }
}

/// The pairs of a bridge file between the two codings.
#[derive(Clone, Debug, Default)]
pub struct Bridge {
    codes: BTreeMap<BpsCode, Code>,
}

impl Bridge {
    /// Builds it from pairs; the last one of a BPS code wins.
    pub fn new(pairs: impl IntoIterator<Item = (BpsCode, Code)>) -> Self {
        Self { codes: pairs.into_iter().collect() }
    }

    /// Returns the code of Kemendagri; a line without one is refused by the import.
    pub fn code(&self, bps: BpsCode) -> Option<Code> {
        self.codes.get(&bps).copied()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::full(["99", "01", "010", "001"], Ok("9901010001"))]
    #[case::zeros_lost(["99", "1", "10", "1"], Ok("9901010001"))]
    #[case::blanks(["99 ", " 1", "10", "1"], Ok("9901010001"))]
    #[case::too_long(["99", "001", "10", "1"], Err(NotBpsCode))]
    #[case::missing(["99", "", "10", "1"], Err(NotBpsCode))]
    #[case::letters(["99", "1", "1O", "1"], Err(NotBpsCode))]
    fn joins_columns(#[case] columns: [&str; 4], #[case] expected: Result<&str, NotBpsCode>) {
        let joined = BpsCode::from_columns(columns).map(|code| code.to_string());
        assert_eq!(joined, expected.map(str::to_owned));
    }

    #[test]
    fn crosses_only_where_the_bridge_has_a_pair() {
        let (bps, code) = ("9901010001".parse().unwrap(), "9901012001".parse().unwrap());
        let bridge = Bridge::new([(bps, code)]);
        assert_eq!(bridge.code(bps), Some(code));
        assert_eq!(bridge.code("9901010002".parse().unwrap()), None);
    }
}
