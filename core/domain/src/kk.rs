//! Nomor Kartu Keluarga: the number of a family card.

use std::str::FromStr;

use jiff::civil::Date;

use crate::digits;

/// The number of a family card: region, date it was recorded, serial of the family.
///
/// It changes when a family moves to another region or splits and when its head dies, so it names
/// a family for a period only. It has no `Debug`, so it cannot slip into a log line.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kk([u8; 16]);

/// Says why a text cannot be the number of a family card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KkError {
    /// Something else than 16 digits.
    #[error("the number of a family card has 16 digits")]
    NotSixteenDigits,
    /// One digit repeated, 1234567890123456, or serial 0000.
    #[error("these digits fill the box but are no number of a family card")]
    Filler,
    /// `0`, ten digits of a village, five of a serial.
    #[error("this is a temporary number of a village, not that of a family card")]
    Temporary,
    /// No day 01 to 31 or month 01 to 12.
    #[error("the number holds no possible date")]
    NoSuchDate,
    /// Recorded after today.
    #[error("the date in the number is in the future")]
    InFuture,
}

impl Kk {
    /// Reads a typed number; spaces, dots and hyphens do not count.
    ///
    /// # Errors
    ///
    /// The first [`KkError`] in the order of its variants.
    pub fn parse(typed: &str, today: Date) -> Result<Self, KkError> {
        let kk: Self = typed.parse()?;
        if kk.recorded_after(today) { Err(KkError::InFuture) } else { Ok(kk) }
    }

    /// Returns the sixteen digits; only storage, keyed hashes and opened fields may ask.
    pub fn digits(&self) -> &str {
        digits::text(&self.0)
    }

    /// Returns the number with its date hidden, `9901 01•• •••• 0007`.
    pub fn masked(&self) -> String {
        digits::masked(&self.0)
    }

    /// Returns the number in groups of four, for a field that was opened.
    pub fn grouped(&self) -> String {
        digits::grouped(&self.0)
    }

    /// Returns the province, kabupaten and kecamatan, six digits; a table may not know it.
    pub fn region(&self) -> &str {
        &self.digits()[..6]
    }

    /// Returns whether it was recorded after a day.
    ///
    /// 80 to 99 are read as 19YY: numbers were given by hand before SIAK.
    fn recorded_after(&self, today: Date) -> bool {
        let (day, month, year) =
            (digits::two(&self.0, 6), digits::two(&self.0, 8), digits::two(&self.0, 10));
        let century = if year < 80 { 2000 } else { 1900 };
        let recorded = (century + i16::from(year), month.cast_signed(), day.cast_signed());
        recorded > (today.year(), today.month(), today.day())
    }
}

impl FromStr for Kk {
    type Err = KkError;

    /// Reads a number as a document stores it; the future is not looked at.
    fn from_str(stored: &str) -> Result<Self, KkError> {
        let number = digits::sixteen(stored).ok_or(KkError::NotSixteenDigits)?;
        if digits::is_filler(&number) || number.ends_with(b"0000") {
            return Err(KkError::Filler);
        }
        if crate::nik::is_temporary(digits::text(&number)) {
            return Err(KkError::Temporary);
        }
        match (digits::two(&number, 6), digits::two(&number, 8)) {
            (1..=31, 1..=12) => Ok(Self(number)),
            _ => Err(KkError::NoSuchDate),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::plain("9901010101100001", Ok(()))]
    #[case::grouped("9901 0112 0315 0007", Ok(()))]
    #[case::recorded_today("9901011407250007", Ok(()))]
    #[case::by_hand_in_1998("9901011407980007", Ok(()))]
    #[case::recorded_tomorrow("9901011507250007", Err(KkError::InFuture))]
    #[case::woman_day_of_a_nik("9901014507100007", Err(KkError::NoSuchDate))]
    #[case::month_thirteen("9901010113100007", Err(KkError::NoSuchDate))]
    #[case::short("990101010110000", Err(KkError::NotSixteenDigits))]
    #[case::letters("99010101O1100001", Err(KkError::NotSixteenDigits))]
    #[case::zeros("0000000000000000", Err(KkError::Filler))]
    #[case::serial_zero("9901010101100000", Err(KkError::Filler))]
    #[case::temporary("0990101200100001", Err(KkError::Temporary))]
    fn reads_only_possible_numbers(#[case] typed: &str, #[case] expected: Result<(), KkError>) {
        assert_eq!(Kk::parse(typed, date(2025, 7, 14)).map(drop), expected);
    }

    #[test]
    fn hides_the_date() {
        let kk: Kk = "9901011203150007".parse().unwrap();
        assert_eq!(kk.masked(), "9901 01•• •••• 0007");
        assert_eq!(kk.region(), "990101");
    }

    proptest! {
        #[test]
        fn never_panics_and_reads_back(typed in "[0-9 .\\-]{0,20}|.{0,20}") {
            if let Ok(kk) = typed.parse::<Kk>() {
                prop_assert!(kk.digits().parse::<Kk>().is_ok_and(|again| again == kk));
            }
        }
    }
}
