//! What stands out about a name as written; older names stay valid whatever their shape.

/// One thing to check against the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameNotice {
    /// No letter at all: it blocks submitting.
    NoLetter,
    /// A digit in it.
    Digit,
    /// One letter only; such names exist.
    SingleLetter,
    /// One word: new names need two since Permendagri 73/2022; most older ones have one.
    OneWord,
    /// More than 60 characters: the limit of new names (Permendagri 73/2022).
    Over60,
}

/// Returns what stands out, in the order of the variants.
pub fn notices(written: &str) -> Vec<NameNotice> {
    let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
    let words = written.split_whitespace().count();
    [
        (NameNotice::NoLetter, letters == 0),
        (NameNotice::Digit, written.chars().any(char::is_numeric)),
        (NameNotice::SingleLetter, letters == 1),
        (NameNotice::OneWord, words == 1),
        (NameNotice::Over60, written.trim().chars().count() > 60),
    ]
    .into_iter()
    .filter_map(|(notice, holds)| holds.then_some(notice))
    .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::two_words("Siti Rahayu", &[])]
    #[case::one_word("Slamet", &[NameNotice::OneWord])]
    #[case::one_letter("N", &[NameNotice::SingleLetter, NameNotice::OneWord])]
    #[case::digit("Slamet 2", &[NameNotice::Digit])]
    #[case::signs("--", &[NameNotice::NoLetter, NameNotice::OneWord])]
    #[case::empty("", &[NameNotice::NoLetter])]
    fn tells_what_stands_out(#[case] written: &str, #[case] expected: &[NameNotice]) {
        assert_eq!(notices(written), expected);
    }
}
