//! Time-ordered identifiers of events: 48 bits of milliseconds, 80 random bits.

use std::fmt;
use std::str::FromStr;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Names an event for ever; written as 26 lower-case Crockford characters in keys and messages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ulid(pub [u8; 16]);

/// Says that a text is not 26 lower-case characters of a ULID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ULID of 26 lower-case characters")]
pub struct NotUlid;

impl Ulid {
    /// Joins a claimed time (milliseconds since 1970 UTC, cut to 48 bits) and ten random bytes.
    pub fn new(unix_ms: u64, random: [u8; 10]) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&unix_ms.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        Self(bytes)
    }

    /// Returns the claimed time in milliseconds since 1970 UTC; it orders nothing on the server.
    pub fn unix_ms(&self) -> u64 {
        self.0[..6].iter().fold(0, |ms, byte| ms << 8 | u64::from(*byte))
    }
}

impl fmt::Display for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = u128::from_be_bytes(self.0);
        for place in (0..26).rev() {
            let digit = (number >> (place * 5)) as usize & 31;
            write!(f, "{}", char::from(ALPHABET[digit]))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ulid({self})")
    }
}

impl FromStr for Ulid {
    type Err = NotUlid;

    fn from_str(text: &str) -> Result<Self, NotUlid> {
        if text.len() != 26 || text.as_bytes()[0] > b'7' {
            return Err(NotUlid);
        }
        let mut number = 0u128;
        for character in text.bytes() {
            let digit = ALPHABET.iter().position(|known| *known == character).ok_or(NotUlid)?;
            number = number << 5 | digit as u128;
        }
        Ok(Self(number.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::zero([0; 16], "00000000000000000000000000")]
    #[case::largest([255; 16], "7zzzzzzzzzzzzzzzzzzzzzzzzz")]
    fn reads_back_what_it_shows(#[case] bytes: [u8; 16], #[case] text: &str) {
        assert_eq!(Ulid(bytes).to_string(), text);
        assert_eq!(text.parse(), Ok(Ulid(bytes)));
    }

    #[rstest]
    #[case::too_large("80000000000000000000000000")]
    #[case::upper_case("0000000000000000000000000A")]
    #[case::letter_left_out("0000000000000000000000000i")]
    #[case::short("0000000000000000000000000")]
    #[case::not_ascii("0000000000000000000000000é")]
    fn refuses_other_texts(#[case] text: &str) {
        assert_eq!(text.parse::<Ulid>(), Err(NotUlid));
    }

    #[test]
    fn keeps_the_claimed_time() {
        assert_eq!(Ulid::new(1_752_460_500_123, [7; 10]).unix_ms(), 1_752_460_500_123);
    }
}
