//! Abbreviated names in full, and spelling before 1972 in that of today (EYD).

const MUHAMMAD: &[&str] = &[
    "MD",
    "MUH",
    "MOH",
    "MOCH",
    "MUCH",
    "MHD",
    "MUHD",
    "MHMD",
    "MOHD",
    "MOHAMAD",
    "MOHAMMAD",
    "MUHAMAD",
    "MOCHAMAD",
    "MOCHAMMAD",
    "MUCHAMMAD",
    "MUCHAMAD",
    "MOEHAMMAD",
    "MOEHAMAD",
];

const SHORT: &[(&[&str], &str)] = &[
    (&["ACHMAD", "AKHMAD", "AHMED", "ACH", "AKH"], "AHMAD"),
    (&["ABD", "ABDL"], "ABDUL"),
    (&["ST", "STI", "SITTI", "SITY"], "SITI"),
    (&["NOER", "NOOR"], "NUR"),
];

/// Read so where people are named by the custom of Bali only.
const BALI: &[(&str, &str)] = &[
    ("WYN", "WAYAN"),
    ("MD", "MADE"),
    ("NYM", "NYOMAN"),
    ("KT", "KETUT"),
    ("GST", "GUSTI"),
    ("PT", "PUTU"),
];

/// Returns the words with abbreviations in full; M alone counts only before another word.
pub(super) fn expand(words: Vec<String>, balinese: bool) -> Vec<String> {
    let several = words.len() > 1;
    let full = |place: usize, word: &str| -> Option<&'static str> {
        let bali = BALI.iter().find(|(short, _)| balinese && *short == word);
        if let Some((_, full)) = bali {
            return Some(full);
        }
        if MUHAMMAD.contains(&word) || (word == "M" && place == 0 && several) {
            return Some("MUHAMMAD");
        }
        SHORT.iter().find(|(short, _)| short.contains(&word)).map(|(_, full)| *full)
    };
    let place_and_word = words.into_iter().enumerate();
    place_and_word.map(|(place, word)| full(place, &word).map_or(word, str::to_owned)).collect()
}

/// Returns a word in today's spelling: TJ, DJ, NJ, SJ, CH, OE.
///
/// A J left over is a Y only beside another old mark, since DJOKO is JOKO and never YOKO. NJ needs
/// such a mark inside a word, since SANJAYA is modern; CH is none, since CHADIJAH is KHADIJAH.
pub(super) fn modern(word: &str) -> String {
    let old = ["TJ", "DJ", "SJ", "OE"].iter().any(|mark| word.contains(mark));
    // A J that comes from DJ is marked, so that it stays one.
    let mut text = word.replace("TJ", "C").replace("DJ", "\u{1}").replace("SJ", "SY");
    text = text.replace("CH", "KH").replace("OE", "U");
    if old || text.starts_with("NJ") {
        text = text.replace("NJ", "NY");
    }
    if old {
        text = text.replace('J', "Y");
    }
    text.replace('\u{1}', "J")
}

/// Returns the words with ABDUL melted into what follows: ABDUL ROHMAN is ABDURROHMAN.
pub(super) fn assimilate(words: &[String]) -> Vec<String> {
    let mut merged: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let first = word.chars().next();
        match (merged.last_mut(), first) {
            (Some(before), Some(sun @ ('R' | 'S' | 'D' | 'N' | 'T' | 'Z')))
                if before == "ABDUL" && word.len() > 1 =>
            {
                *before = format!("ABDU{sun}{word}");
            }
            _ => merged.push(word.clone()),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("SOEPARMAN", "SUPARMAN")]
    #[case("TJAHJONO", "CAHYONO")]
    #[case("DJOEMADI", "JUMADI")]
    #[case("DJOKO", "JOKO")]
    #[case("JOKO", "JOKO")]
    #[case("SOERJADI", "SURYADI")]
    #[case("NJOMAN", "NYOMAN")]
    #[case("SJARIF", "SYARIF")]
    #[case("CHADIJAH", "KHADIJAH")]
    #[case("SANJAYA", "SANJAYA")]
    #[case("SANDJAJA", "SANJAYA")]
    #[case("SOENJOTO", "SUNYOTO")]
    fn modernises(#[case] old: &str, #[case] expected: &str) {
        assert_eq!(modern(old), expected);
    }

    #[rstest]
    #[case("M ALI", false, "MUHAMMAD ALI")]
    #[case("ALI M", false, "ALI M")]
    #[case("M", false, "M")]
    #[case("MD ALI", false, "MUHAMMAD ALI")]
    #[case("I MD SUDARMA", true, "I MADE SUDARMA")]
    #[case("KT SUARTINI", true, "KETUT SUARTINI")]
    #[case("PT SUARTINI", false, "PT SUARTINI")]
    #[case("ACH ABD STI NOER", false, "AHMAD ABDUL SITI NUR")]
    fn expands(#[case] short: &str, #[case] balinese: bool, #[case] expected: &str) {
        let words = short.split(' ').map(str::to_owned).collect();
        assert_eq!(expand(words, balinese).join(" "), expected);
    }

    #[rstest]
    #[case("ABDUL ROHMAN", "ABDURROHMAN")]
    #[case("ABDUL SALAM", "ABDUSSALAM")]
    #[case("ABDUL GHANI", "ABDUL GHANI")]
    #[case("MUHAMMAD ABDUL ZAKI", "MUHAMMAD ABDUZZAKI")]
    #[case("ABDUL R", "ABDUL R")]
    fn melts_abdul(#[case] words: &str, #[case] expected: &str) {
        let words: Vec<_> = words.split(' ').map(str::to_owned).collect();
        assert_eq!(assimilate(&words).join(" "), expected);
    }
}
