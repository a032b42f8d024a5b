//! Numbers and slices of a frame, read with bounds.

use super::header::FrameError;

/// Appends a number, seven bits a byte, the lowest first.
pub fn put(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Appends a signed number: 0, -1, 1, -2, … become 0, 1, 2, 3, ….
pub fn put_signed(out: &mut Vec<u8>, number: i64) {
    put(out, (number.wrapping_shl(1) ^ (number >> 63)).cast_unsigned());
}

/// Reads from a slice and never past its end.
#[derive(Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Returns how many bytes are left.
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    /// Returns everything that is left.
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Reads so many bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], FrameError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(FrameError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// Reads so many bytes into an array.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], FrameError> {
        self.take(N)?.try_into().map_err(|_| FrameError::Damaged)
    }

    /// Reads one byte.
    pub fn byte(&mut self) -> Result<u8, FrameError> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// Reads a number.
    pub fn number(&mut self) -> Result<u64, FrameError> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if bits << shift >> shift != bits {
                return Err(FrameError::Damaged);
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(FrameError::Damaged)
    }

    /// Reads a signed number.
    pub fn signed(&mut self) -> Result<i64, FrameError> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// Reads a number that stands for a count of things of at least `least` bytes each, at most
    /// `limit`: more than the rest can hold is refused before anything is made of it.
    pub fn count(&mut self, limit: usize, least: usize) -> Result<usize, FrameError> {
        let count = usize::try_from(self.number()?).map_err(|_| FrameError::TooLarge)?;
        if count > limit {
            return Err(FrameError::TooLarge);
        }
        let fits = count.checked_mul(least).is_some_and(|bytes| bytes <= self.left());
        fits.then_some(count).ok_or(FrameError::Damaged)
    }

    /// Reads text of so many bytes.
    pub fn text(&mut self, count: usize) -> Result<&'a str, FrameError> {
        std::str::from_utf8(self.take(count)?).map_err(|_| FrameError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(number: u64, signed: i64) {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            put_signed(&mut bytes, signed);
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.number(), Ok(number));
            prop_assert_eq!(reader.signed(), Ok(signed));
            prop_assert_eq!(reader.left(), 0);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..24)) {
            let mut reader = Reader::new(&bytes);
            while reader.number().is_ok() {}
        }
    }

    #[test]
    fn refuses_numbers_beyond_64_bits() {
        let bytes = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02];
        assert_eq!(Reader::new(&bytes).number(), Err(FrameError::Damaged));
    }

    #[test]
    fn refuses_counts_that_the_bytes_cannot_hold() {
        let mut reader = Reader::new(&[9, 1, 1, 1]);
        assert_eq!(reader.count(100, 1), Err(FrameError::Damaged));
        assert_eq!(Reader::new(&[9, 1]).count(8, 0), Err(FrameError::TooLarge));
    }
}
