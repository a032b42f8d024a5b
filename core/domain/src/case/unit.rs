//! The office that holds a case.

use std::fmt;
use std::str::FromStr;

/// An office: the kabupaten's secretariat, a desa's Puskesos, or a province's coordinator.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// The SLRT secretariat of the kabupaten.
    Slrt,
    /// The Puskesos of a desa (ten-digit code).
    Puskesos(String),
    /// The coordinator of a province (two-digit code); private cases against the secretariat only.
    Province(String),
}

/// Says that a text names no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a unit is slrt, puskesos:<desa> or prov:<province>")]
pub struct NotUnit;

impl Unit {
    /// Returns the desa of a Puskesos.
    pub fn desa(&self) -> Option<&str> {
        match self {
            Self::Puskesos(desa) => Some(desa),
            Self::Slrt | Self::Province(_) => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slrt => f.write_str("slrt"),
            Self::Puskesos(desa) => write!(f, "puskesos:{desa}"),
            Self::Province(province) => write!(f, "prov:{province}"),
        }
    }
}

impl FromStr for Unit {
    type Err = NotUnit;

    fn from_str(text: &str) -> Result<Self, NotUnit> {
        let digits = |code: &str, n| code.len() == n && code.bytes().all(|b| b.is_ascii_digit());
        match text.split_once(':') {
            None if text == "slrt" => Ok(Self::Slrt),
            Some(("puskesos", desa)) if digits(desa, 10) => Ok(Self::Puskesos(desa.to_owned())),
            Some(("prov", code)) if digits(code, 2) => Ok(Self::Province(code.to_owned())),
            _ => Err(NotUnit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("slrt")]
    #[case("puskesos:9901012001")]
    #[case("prov:99")]
    fn reads_back_what_it_shows(#[case] text: &str) {
        assert_eq!(text.parse::<Unit>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("slrt:9901")]
    #[case("puskesos:9901")]
    #[case("prov:990")]
    #[case("puskesos:99010120O1")]
    fn refuses_other_texts(#[case] text: &str) {
        assert_eq!(text.parse::<Unit>(), Err(NotUnit));
    }
}
