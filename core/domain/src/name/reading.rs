//! From a name as written to the four keys that are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{father, phonetic, spelling, title};
use crate::wilayah::Code;

/// Local custom that decides how an abbreviation is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Custom {
    /// Anywhere: MD is MUHAMMAD.
    #[default]
    General,
    /// Bali: MD is MADE, KT is KETUT.
    Bali,
}

impl Custom {
    /// Returns the custom of an area; province 51 is Bali.
    pub fn of(area: Code) -> Self {
        if area.province() == 51 { Self::Bali } else { Self::General }
    }
}

/// A name reduced to what is compared.
///
/// ```
/// use jangkau_domain::name::NameKey;
///
/// let one = NameKey::read("Hj. Siti Nur Hayati, S.Pd");
/// let two = NameKey::read("Sti Nurhayati");
/// assert_eq!(one.joined(), two.joined());
/// ```
///
/// No `Debug`: it is a citizen's name all the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NameKey {
    words: Vec<String>,
    joined: String,
    phonetic: String,
    father: Option<String>,
    alias: Option<String>,
    deceased: bool,
    /// The sounds of the single words, sorted; made once, for a search compares hundreds of names.
    sounds: Vec<String>,
}

impl NameKey {
    /// Reads a name as people write it, wherever they live.
    pub fn read(written: &str) -> Self {
        Self::read_in(written, Custom::General)
    }

    /// Reads a name by the custom of an area; a leading I or NI tells Bali by itself.
    pub fn read_in(written: &str, custom: Custom) -> Self {
        let marked = father::mark(&folded(written));
        let parts = father::split(&letters(&marked));
        let (words, deceased) = title::strip(parts.own);
        let balinese =
            custom == Custom::Bali || matches!(words.first(), Some(w) if w == "I" || w == "NI");
        let words = spelling::expand(words, balinese);
        let words: Vec<String> = words.iter().map(|word| spelling::modern(word)).collect();
        let merged = spelling::assimilate(&words);
        let sound = |words: &[String]| -> Vec<String> {
            words.iter().map(|word| phonetic::word(word)).collect()
        };
        let mut sounds = sound(&words);
        let phonetic = if merged == words { sounds.concat() } else { sound(&merged).concat() };
        sounds.sort();
        Self {
            joined: merged.concat(),
            phonetic,
            words,
            sounds,
            father: parts.father,
            alias: parts.alias,
            deceased,
        }
    }

    /// Returns the words in modern spelling without titles, in their order.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns the words with spaces between.
    pub fn normal(&self) -> String {
        self.words.join(" ")
    }

    /// Returns all letters without spaces: NUR HAYATI is NURHAYATI.
    pub fn joined(&self) -> &str {
        &self.joined
    }

    /// Returns how it sounds: SUMIYATI is SUMIATI, FATIMAH is PATIMA.
    pub fn phonetic(&self) -> &str {
        &self.phonetic
    }

    /// Returns the first letter and the consonants of the sound.
    ///
    /// For finding candidates only: it joins SUPARMAN and SUPARMIN, so it proves nothing.
    pub fn loose(&self) -> String {
        phonetic::skeleton(&self.phonetic)
    }

    /// Returns the sounds of the single words, sorted: the same words in another order agree.
    pub fn sounds(&self) -> &[String] {
        &self.sounds
    }

    /// Returns the name of the father after BIN or BINTI.
    pub fn father(&self) -> Option<&str> {
        self.father.as_deref()
    }

    /// Returns the other name after ALIAS.
    pub fn alias(&self) -> Option<&str> {
        self.alias.as_deref()
    }

    /// Returns whether ALM. or ALMH. stood with the name.
    pub const fn says_deceased(&self) -> bool {
        self.deceased
    }

    /// Returns the first letter; none for a name without letters.
    pub fn initial(&self) -> Option<char> {
        self.joined.chars().next()
    }

    /// Returns whether no letter is left to compare.
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }
}

/// Returns upper case without accents and apostrophes (MA'RUF is MARUF).
fn folded(written: &str) -> String {
    written
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .filter(|letter| !matches!(letter, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Returns letters and single spaces only.
fn letters(text: &str) -> String {
    let spaced: String = text
        .chars()
        .filter_map(|letter| match letter {
            'A'..='Z' => Some(letter),
            '0'..='9' => None,
            other if other.is_alphabetic() => Some(other),
            _ => Some(' '),
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
