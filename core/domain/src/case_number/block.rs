//! The block of numbers that a tablet or counter owns, and the serial within it.

use std::fmt;
use std::str::FromStr;

use super::check;

/// Three characters of base 32, given once to an enrolled tablet or an office counter.
///
/// A reinstalled tablet gets a new block, so no two tablets write the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block(u16);

/// Says that a value is no block of three characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a block of three characters")]
pub struct NotBlock;

impl Block {
    /// The number of blocks of a kabupaten.
    pub const COUNT: u16 = 32 * 32 * 32;

    /// Returns the block of a running number below [`Block::COUNT`].
    pub const fn new(number: u16) -> Option<Self> {
        if number < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// Returns its running number.
    pub const fn number(self) -> u16 {
        self.0
    }

    pub(super) fn values(self) -> [u8; 3] {
        [self.0 >> 10, self.0 >> 5, self.0].map(|part| (part & 31) as u8)
    }

    pub(super) fn from_values(values: [u8; 3]) -> Self {
        Self(values.into_iter().fold(0, |number, value| number << 5 | u16::from(value & 31)))
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.values().into_iter().try_for_each(|value| write!(f, "{}", check::character(value)))
    }
}

impl FromStr for Block {
    type Err = NotBlock;

    fn from_str(text: &str) -> Result<Self, NotBlock> {
        let values: Vec<u8> =
            text.chars().map(check::value).collect::<Option<_>>().ok_or(NotBlock)?;
        values.try_into().map(Self::from_values).map_err(|_| NotBlock)
    }
}

/// The place of a number in its block, 1 to 9999; it never starts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(u16);

impl Serial {
    /// The first serial of a block.
    pub const FIRST: Self = Self(1);

    /// Returns a serial of 1 to 9999.
    pub const fn new(number: u16) -> Option<Self> {
        if matches!(number, 1..=9999) { Some(Self(number)) } else { None }
    }

    /// Returns its number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// Returns the one after it; none at the end of the block, when a new block is due.
    pub const fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("000", Some(0))]
    #[case("0K7", Some(19 * 32 + 7))]
    #[case("ok7", Some(19 * 32 + 7))]
    #[case("ZZZ", Some(32_767))]
    #[case("0U0", None)]
    #[case("00", None)]
    #[case("0000", None)]
    fn reads_blocks(#[case] text: &str, #[case] number: Option<u16>) {
        assert_eq!(text.parse::<Block>().ok().map(Block::number), number);
    }

    #[test]
    fn every_block_reads_back() {
        for number in 0..Block::COUNT {
            let block = Block::new(number).unwrap();
            assert_eq!(block.to_string().parse(), Ok(block));
        }
        assert_eq!(Block::new(Block::COUNT), None);
    }

    #[test]
    fn a_block_ends_after_9999() {
        assert_eq!(Serial::FIRST.next().map(Serial::number), Some(2));
        assert_eq!(Serial::new(9999).and_then(Serial::next), None);
        assert_eq!(Serial::new(0), None);
    }
}
