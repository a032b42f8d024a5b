//! The check character: a weighted sum over GF(32).
//!
//! Weights are the powers of a generator, so neighbours differ in weight and no weight is zero or,
//! within the sixteen places, one: every wrong character and every swap of neighbours shows.

/// The 32 characters in the order of their values (Crockford).
pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Returns the value of a typed character: O is read 0, I and L are read 1.
pub(super) fn value(typed: char) -> Option<u8> {
    let upper = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == upper)?;
    u8::try_from(place).ok()
}

/// Returns the character of a value below 32.
pub(super) fn character(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// Returns the check value of fifteen values: Σ αⁱxᵢ, i counted from 1, over x⁵ + x² + 1, α = x.
pub(super) fn check(values: &[u8; 15]) -> u8 {
    // Horner from the right: the rightmost value takes the highest power.
    values.iter().rev().fold(0, |sum, value| times_alpha(sum ^ value))
}

/// Multiplies by α: a shift, and x⁵ is x² + 1.
fn times_alpha(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_runs_through_all_31_values() {
        let mut seen = std::collections::BTreeSet::new();
        let mut power = 1;
        for _ in 0..31 {
            seen.insert(power);
            power = times_alpha(power);
        }
        assert_eq!((seen.len(), power), (31, 1));
    }

    #[test]
    fn every_character_has_its_value() {
        for at in 0..32 {
            assert_eq!(value(character(at)), Some(at));
        }
        assert_eq!(value('u'), None);
        assert_eq!(value('é'), None);
    }
}
