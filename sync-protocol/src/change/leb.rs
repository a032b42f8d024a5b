//! LEB128: numbers of seven bits a byte, as automerge writes them.

/// Appends a number without sign.
pub(super) fn put_unsigned(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a number with sign.
pub(super) fn put_signed(out: &mut Vec<u8>, mut number: i64) {
    // The last byte carries the sign in its bit 6.
    while !(-64..64).contains(&number) {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8 & 0x7f);
}

/// Reads a number without sign; `next` gives the bytes.
///
/// Longer spellings of a number are read too: comparing the re-encoded change refuses them.
pub(super) fn unsigned(mut next: impl FnMut() -> Option<u8>) -> Option<u64> {
    let mut number = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = next()?;
        let bits = u64::from(byte & 0x7f);
        if shift == 63 && bits > 1 {
            return None;
        }
        number |= bits << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Reads a number with sign.
pub(super) fn signed(mut next: impl FnMut() -> Option<u8>) -> Option<i64> {
    let mut number = 0i64;
    for shift in (0..64).step_by(7) {
        let byte = next()?;
        // Only the sign is left for the tenth byte.
        if shift == 63 && byte != 0 && byte != 0x7f {
            return None;
        }
        number |= i64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            let missing = 64 - (shift + 7);
            return Some(if missing > 0 { number << missing >> missing } else { number });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, &[0])]
    #[case(127, &[127])]
    #[case(128, &[0x80, 1])]
    #[case(u64::MAX, &[255, 255, 255, 255, 255, 255, 255, 255, 255, 1])]
    fn writes_and_reads_without_sign(#[case] number: u64, #[case] bytes: &[u8]) {
        let mut out = Vec::new();
        put_unsigned(&mut out, number);
        assert_eq!(out, bytes);
        let mut rest = bytes.iter().copied();
        assert_eq!(unsigned(|| rest.next()), Some(number));
    }

    #[rstest]
    #[case(0, &[0])]
    #[case(-1, &[0x7f])]
    #[case(63, &[63])]
    #[case(64, &[0xc0, 0])]
    #[case(-64, &[0x40])]
    #[case(-65, &[0xbf, 0x7f])]
    #[case(i64::MAX, &[255, 255, 255, 255, 255, 255, 255, 255, 255, 0])]
    #[case(i64::MIN, &[128, 128, 128, 128, 128, 128, 128, 128, 128, 0x7f])]
    fn writes_and_reads_with_sign(#[case] number: i64, #[case] bytes: &[u8]) {
        let mut out = Vec::new();
        put_signed(&mut out, number);
        assert_eq!(out, bytes);
        let mut rest = bytes.iter().copied();
        assert_eq!(signed(|| rest.next()), Some(number));
    }

    #[rstest]
    #[case::empty(&[])]
    #[case::open(&[0x80, 0x80])]
    #[case::over_64_bits(&[255, 255, 255, 255, 255, 255, 255, 255, 255, 2])]
    #[case::eleven_bytes(&[128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0])]
    fn ends_at_what_is_no_number(#[case] bytes: &[u8]) {
        let mut rest = bytes.iter().copied();
        assert_eq!(unsigned(|| rest.next()), None);
        let mut rest = bytes.iter().copied();
        assert_eq!(signed(|| rest.next()), None);
    }
}
