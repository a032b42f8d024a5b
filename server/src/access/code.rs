//! Enrolment codes: thirteen characters, 65 random bits, typed or scanned once.

use sha2::{Digest, Sha256};

use super::token::NoRandom;

/// Crockford's characters: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a code: beyond 64 bits no limit on tries is needed (ASVS 6.5.6).
const LENGTH: usize = 13;

/// Seconds for which a code holds, unless its maker says otherwise.
pub const HOLDS_S: i64 = 15 * 60;

/// Draws a code as it is shown: `0K7M-9QXA-4TVBC`.
///
/// # Errors
///
/// [`NoRandom`] if the system has none.
pub fn draw() -> Result<String, NoRandom> {
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random).map_err(|_| NoRandom)?;
    let sign = |byte: &u8| char::from(ALPHABET[usize::from(byte & 31)]);
    let part = |range: std::ops::Range<usize>| random[range].iter().map(sign).collect::<String>();
    Ok([part(0..4), part(4..8), part(8..LENGTH)].join("-"))
}

/// Returns what the server keeps of a typed code; none if it cannot be one.
///
/// Spaces, hyphens and the case do not count; O is read as 0, I and L as 1.
pub fn kept(typed: &str) -> Option<[u8; 32]> {
    let mut read = String::with_capacity(LENGTH);
    for sign in typed.chars().filter(|sign| !matches!(sign, ' ' | '-')) {
        let sign = match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if read.len() == LENGTH || !ALPHABET.contains(&u8::try_from(sign).ok()?) {
            return None;
        }
        read.push(sign);
    }
    (read.len() == LENGTH)
        .then(|| Sha256::new().chain_update("enrol:1:").chain_update(read).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_drawn_code_reads_back() -> Result<(), NoRandom> {
        let code = draw()?;
        assert_eq!(code.len(), LENGTH + 2);
        assert!(kept(&code).is_some());
        assert_ne!(kept(&code), kept(&draw()?));
        Ok(())
    }

    #[rstest]
    #[case::as_shown("0K7M-9QXA-1TVBC")]
    #[case::lower_case("0k7m-9qxa-1tvbc")]
    #[case::spaces(" 0K7M 9QXA 1TVBC ")]
    #[case::letters_for_digits("OK7M9QXAITVBC")]
    fn reads_what_people_type(#[case] typed: &str) {
        assert_eq!(kept(typed), kept("0K7M9QXA1TVBC"));
        assert!(kept(typed).is_some());
    }

    #[rstest]
    #[case::short("0K7M-9QXA-1TVB")]
    #[case::long("0K7M-9QXA-1TVBCC")]
    #[case::other_sign("0K7M-9QXA-1TVB!")]
    #[case::not_ascii("0K7M-9QXA-1TVBé")]
    #[case::empty("")]
    fn refuses_what_cannot_be_one(#[case] typed: &str) {
        assert_eq!(kept(typed), None);
    }
}
