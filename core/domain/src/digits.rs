//! Sixteen typed digits, shared by the identity number and the family card number.

/// Returns the sixteen digits of a typed text, without spaces, dots and hyphens.
///
/// Only 0 to 9 count: other scripts and letters make it `None`.
pub(crate) fn sixteen(typed: &str) -> Option<[u8; 16]> {
    let mut digits = [0; 16];
    let mut count = 0;
    for character in typed.chars() {
        match character {
            ' ' | '\t' | '.' | '-' | '\u{a0}' => {}
            '0'..='9' if count < 16 => {
                digits[count] = character as u8;
                count += 1;
            }
            _ => return None,
        }
    }
    (count == 16).then_some(digits)
}

/// Returns whether somebody filled the box instead of copying a number.
pub(crate) fn is_filler(digits: &[u8; 16]) -> bool {
    digits.iter().all(|digit| *digit == digits[0]) || digits == b"1234567890123456"
}

/// Returns the two-digit number that starts at a place counted from 0.
pub(crate) fn two(digits: &[u8; 16], at: usize) -> u8 {
    (digits[at] - b'0') * 10 + (digits[at + 1] - b'0')
}

/// Returns the text of stored digits.
pub(crate) fn text(digits: &[u8; 16]) -> &str {
    std::str::from_utf8(digits).expect("only the digits 0 to 9 are stored")
}

/// Returns the number with its birth or issue date and two more digits hidden.
pub(crate) fn masked(digits: &[u8; 16]) -> String {
    let text = text(digits);
    format!("{} {}•• •••• {}", &text[..4], &text[4..6], &text[12..])
}

/// Returns the number in groups of four, as it stands on the card.
pub(crate) fn grouped(digits: &[u8; 16]) -> String {
    let text = text(digits);
    format!("{} {} {} {}", &text[..4], &text[4..8], &text[8..12], &text[12..])
}
