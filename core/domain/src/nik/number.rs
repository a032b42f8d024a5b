//! Reading a NIK: what can never be one is refused, in a fixed order.

use std::str::FromStr;

use jiff::civil::Date;

use super::sex::Sex;
use crate::digits;
use crate::kk::Kk;

/// An identity number: region of first registration, birth date, serial.
///
/// ```
/// use jangkau_domain::nik::{Nik, Sex};
///
/// let nik: Nik = "9901 0171 1258 0003".parse()?;
/// assert_eq!(nik.sex(), Sex::Female); // day 31 plus 40
/// assert_eq!(nik.masked(), "9901 01•• •••• 0003");
/// # Ok::<(), jangkau_domain::nik::NikError>(())
/// ```
///
/// A `Nik` was checked once, here. It has no `Debug`, so it cannot slip into a log line. It is
/// permanent: neither a move nor a corrected birth date changes it (UU 24/2013 Ps. 13).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nik([u8; 16]);

/// Says why a text cannot be a NIK; the first reason in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NikError {
    /// Older numbers had 14 or 15 digits: such a person counts as having no NIK.
    #[error("a NIK has 16 digits")]
    NotSixteenDigits,
    /// One digit repeated, 1234567890123456, or serial 0000.
    #[error("these digits fill the box but are no NIK")]
    Filler,
    /// `0`, ten digits of a village, five of a serial: given by a village for want of a NIK.
    #[error("this is a temporary number of a village, not a NIK")]
    Temporary,
    /// No day or month, or a date that exists in neither century.
    #[error("the NIK holds no possible birth date")]
    NoSuchBirthDate,
    /// The first two digits were never a province.
    #[error("the NIK starts with no province")]
    NoSuchProvince,
    /// The number of the family card was copied.
    #[error("the NIK equals the number of the family card")]
    EqualsKk,
}

/// Says whether province 99, which exists nowhere, counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provinces {
    /// Only those of Indonesia, now or once.
    Real,
    /// Those and 99: where the fictitious wilayah table is loaded (demo and tests).
    WithFictitious,
}

impl Provinces {
    /// Returns whether two digits were ever a province: today's 38, and 54, old Timor Timur.
    pub const fn ever_had(self, province: u8) -> bool {
        matches!(province, 11..=19 | 21 | 31..=36 | 51..=54 | 61..=65 | 71..=76 | 81 | 82 | 91..=96)
            || (province == 99 && matches!(self, Self::WithFictitious))
    }
}

impl Nik {
    /// Reads a typed number; spaces, dots and hyphens do not count.
    ///
    /// # Errors
    ///
    /// The first [`NikError`] of: length, filler, temporary number, birth date, province.
    pub fn parse(typed: &str, provinces: Provinces) -> Result<Self, NikError> {
        let number = digits::sixteen(typed).ok_or(NikError::NotSixteenDigits)?;
        if digits::is_filler(&number) || number.ends_with(b"0000") {
            return Err(NikError::Filler);
        }
        if is_temporary_digits(&number) {
            return Err(NikError::Temporary);
        }
        let nik = Self(number);
        if nik.birth_dates().iter().all(Option::is_none) {
            return Err(NikError::NoSuchBirthDate);
        }
        if !provinces.ever_had(digits::two(&number, 0)) {
            return Err(NikError::NoSuchProvince);
        }
        Ok(nik)
    }

    /// Checks that the number is not that of the family card.
    ///
    /// # Errors
    ///
    /// [`NikError::EqualsKk`]: ask for the card again.
    pub fn differs_from(&self, kk: &Kk) -> Result<(), NikError> {
        if self.digits() == kk.digits() { Err(NikError::EqualsKk) } else { Ok(()) }
    }

    /// Returns the sixteen digits; only storage, keyed hashes and opened fields may ask.
    pub fn digits(&self) -> &str {
        digits::text(&self.0)
    }

    /// Returns the number with its birth date hidden, `9901 01•• •••• 0003`.
    pub fn masked(&self) -> String {
        digits::masked(&self.0)
    }

    /// Returns the number in groups of four, for a field that was opened.
    pub fn grouped(&self) -> String {
        digits::grouped(&self.0)
    }

    /// Returns the province, kabupaten and kecamatan of first registration, six digits.
    pub fn region(&self) -> &str {
        &self.digits()[..6]
    }

    /// Returns the sex: women have 40 added to the day.
    pub fn sex(&self) -> Sex {
        if digits::two(&self.0, 6) > 40 { Sex::Female } else { Sex::Male }
    }

    /// Returns the birth date in 19YY and in 20YY, each where it exists (29 February).
    pub fn birth_dates(&self) -> [Option<Date>; 2] {
        let stated = digits::two(&self.0, 6);
        let day = if stated > 40 { stated - 40 } else { stated };
        let month = digits::two(&self.0, 8);
        let year = i16::from(digits::two(&self.0, 10));
        [1900, 2000].map(|century| {
            let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
            Date::new(century + year, month, day).ok()
        })
    }

    /// Returns the likely birth date: 20YY unless that is in the future, else 19YY.
    pub fn birth_date(&self, today: Date) -> Option<Date> {
        let [old, new] = self.birth_dates();
        new.filter(|date| *date <= today).or(old).or(new)
    }

    /// Returns the last four digits; neighbours of one office and birth date count up by one.
    pub fn serial(&self) -> u16 {
        u16::from(digits::two(&self.0, 12)) * 100 + u16::from(digits::two(&self.0, 14))
    }
}

impl FromStr for Nik {
    type Err = NikError;

    /// Reads a number as a document stores it; fictitious ones count.
    fn from_str(stored: &str) -> Result<Self, NikError> {
        Self::parse(stored, Provinces::WithFictitious)
    }
}

/// Returns whether a number is one that village systems make for people without a NIK.
///
/// It is kept as an external number and never matched.
pub fn is_temporary(typed: &str) -> bool {
    digits::sixteen(typed).is_some_and(|number| is_temporary_digits(&number))
}

fn is_temporary_digits(number: &[u8; 16]) -> bool {
    number[0] == b'0' && Provinces::WithFictitious.ever_had(digits::two(number, 1))
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
