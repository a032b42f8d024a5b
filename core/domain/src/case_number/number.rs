//! Making and reading a registration number.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::block::{Block, Serial};
use super::check;
use crate::Kab;

/// A registration number whose check character was proved.
///
/// ```
/// use jangkau_domain::case_number::CaseNumber;
///
/// let typed: CaseNumber = "9901 2507 ok7 ool2 g".parse()?;
/// assert_eq!(typed.to_string(), "9901-2507-0K7-0012-G");
/// # Ok::<(), jangkau_domain::case_number::NumberError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    kab: Kab,
    year: u8,
    month: u8,
    block: Block,
    serial: Serial,
}

/// Says why a typed text is no registration number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Something else than 16 characters.
    #[error("a registration number has 16 characters")]
    Length,
    /// A character that no number holds.
    #[error("a registration number holds no such character")]
    Character,
    /// A character is wrong or two neighbours are swapped.
    #[error("the check character does not fit")]
    Check,
    /// The check character fits, but kabupaten, month or serial cannot be.
    #[error("the parts are not those of a registration number")]
    Parts,
}

impl CaseNumber {
    /// Gives the next number of a block.
    ///
    /// The month is the later of the tablet's day and the last server day it saw, so that a clock
    /// set back never dates a case before its time. None for a kabupaten above 9999.
    pub fn issue(
        kab: Kab,
        tablet: Date,
        server: Option<Date>,
        block: Block,
        serial: Serial,
    ) -> Option<Self> {
        let day = server.map_or(tablet, |seen| seen.max(tablet));
        let year = u8::try_from(day.year().rem_euclid(100)).ok()?;
        let month = day.month().cast_unsigned();
        (kab.0 <= 9999).then_some(Self { kab, year, month, block, serial })
    }

    /// Returns the kabupaten or kota.
    pub const fn kab(&self) -> Kab {
        self.kab
    }

    /// Returns year (2000 to 2099) and month of issue.
    pub fn month(&self) -> (i16, i8) {
        (2000 + i16::from(self.year), self.month.cast_signed())
    }

    /// Returns the block of the tablet or counter.
    pub const fn block(&self) -> Block {
        self.block
    }

    /// Returns the place in the block.
    pub const fn serial(&self) -> Serial {
        self.serial
    }

    /// Returns the values of the sixteen characters, the check last.
    pub(super) fn values(&self) -> [u8; 16] {
        let mut values = [0; 16];
        let kab = self.kab.0;
        let serial = self.serial.number();
        let two = |number: u8| [number / 10, number % 10];
        values[..4].copy_from_slice(&decimal(kab));
        values[4..6].copy_from_slice(&two(self.year));
        values[6..8].copy_from_slice(&two(self.month));
        values[8..11].copy_from_slice(&self.block.values());
        values[11..15].copy_from_slice(&decimal(serial));
        if let Some((data, last)) = values.split_first_chunk_mut::<15>() {
            last[0] = check::check(data);
        }
        values
    }

    fn from_values(values: &[u8; 16]) -> Option<Self> {
        let year = number_of(&values[4..6])?;
        let month = number_of(&values[6..8]).filter(|month| matches!(month, 1..=12))?;
        Some(Self {
            kab: Kab(number_of(&values[..4])?),
            year: u8::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            block: Block::from_values([values[8], values[9], values[10]]),
            serial: Serial::new(number_of(&values[11..15])?)?,
        })
    }
}

fn decimal(number: u16) -> [u8; 4] {
    [number / 1000, number / 100, number / 10, number].map(|part| (part % 10) as u8)
}

fn number_of(values: &[u8]) -> Option<u16> {
    values
        .iter()
        .try_fold(0, |number: u16, digit| (*digit < 10).then_some(number * 10 + u16::from(*digit)))
}

impl FromStr for CaseNumber {
    type Err = NumberError;

    /// Reads a typed number: any case, hyphens and spaces as you like, O as 0, I and L as 1.
    fn from_str(typed: &str) -> Result<Self, NumberError> {
        let mut values = [0; 16];
        let mut count = 0;
        for character in typed.chars().filter(|typed| !matches!(typed, '-' | ' ' | '.')) {
            let value = check::value(character).ok_or(NumberError::Character)?;
            *values.get_mut(count).ok_or(NumberError::Length)? = value;
            count += 1;
        }
        let (data, last) = values.split_first_chunk::<15>().ok_or(NumberError::Length)?;
        if count != 16 {
            return Err(NumberError::Length);
        }
        if check::check(data) != last[0] {
            return Err(NumberError::Check);
        }
        Self::from_values(&values).ok_or(NumberError::Parts)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, value) in self.values().into_iter().enumerate() {
            if matches!(place, 4 | 8 | 11 | 15) {
                f.write_str("-")?;
            }
            write!(f, "{}", check::character(value))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
