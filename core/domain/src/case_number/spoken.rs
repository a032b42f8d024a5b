//! Reading a number out, at the door or on the phone.

use super::check;
use super::number::CaseNumber;
use crate::Lang;

const INDONESIAN: [&str; 10] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const ENGLISH: [&str; 10] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

impl CaseNumber {
    /// Returns the five groups as they are read out, a comma for each pause.
    ///
    /// Digits become words, letters stay: "… nol K tujuh, nol nol satu dua, G".
    pub fn spoken(&self, lang: Lang) -> String {
        let words = match lang {
            Lang::Id => INDONESIAN,
            Lang::En => ENGLISH,
        };
        let mut text = String::new();
        for (place, value) in self.values().into_iter().enumerate() {
            match place {
                0 => {}
                4 | 8 | 11 | 15 => text.push_str(", "),
                _ => text.push(' '),
            }
            match words.get(usize::from(value)) {
                Some(word) => text.push_str(word),
                None => text.push(check::character(value)),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_golden_number_out() {
        let number: CaseNumber = "9901-2507-0K7-0012-G".parse().unwrap();
        assert_eq!(
            number.spoken(Lang::Id),
            "sembilan sembilan nol satu, dua lima nol tujuh, nol K tujuh, nol nol satu dua, G"
        );
        assert!(number.spoken(Lang::En).starts_with("nine nine zero one, two five"));
    }
}
