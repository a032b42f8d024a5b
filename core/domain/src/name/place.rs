//! Places as people write them: birth places, addresses, RT and RW.

use unicode_normalization::UnicodeNormalization as _;

/// Abbreviations of addresses; DS stays, since it is desa or dusun by position.
const ADDRESS: &[(&str, &str)] = &[
    ("DSN", "DUSUN"),
    ("DK", "DUKUH"),
    ("DKH", "DUKUH"),
    ("KP", "KAMPUNG"),
    ("KPG", "KAMPUNG"),
    ("LK", "LINGKUNGAN"),
    ("LINK", "LINGKUNGAN"),
    ("BR", "BANJAR"),
    ("JR", "JORONG"),
    ("GP", "GAMPONG"),
    ("JL", "JALAN"),
    ("JLN", "JALAN"),
    ("GG", "GANG"),
    ("BLK", "BLOK"),
    ("NO", "NOMOR"),
    ("PERUM", "PERUMAHAN"),
    ("KOMP", "KOMPLEKS"),
];

/// Returns an address for comparing: upper case, abbreviations in full, RT and RW left out.
pub fn address_key(written: &str) -> String {
    let mut words = Vec::new();
    let mut skip_number = false;
    for word in words_of(written) {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        match word.as_str() {
            "RT" | "RW" => skip_number = true,
            _ if skip_number && is_number => skip_number = false,
            _ => {
                skip_number = false;
                let full = ADDRESS.iter().find(|(short, _)| *short == word);
                words.push(full.map_or(word, |(_, full)| (*full).to_owned()));
            }
        }
    }
    words.join(" ")
}

/// Returns a birth place for comparing: KAB, KOTA and KEC are dropped where a name remains.
pub fn birth_place_key(written: &str) -> String {
    const KINDS: &[&str] = &["KAB", "KABUPATEN", "KOTA", "KODYA", "KEC", "KECAMATAN"];
    let mut words: Vec<String> = words_of(written).collect();
    let kinds = words.iter().take_while(|word| KINDS.contains(&word.as_str())).count();
    words.drain(..kinds.min(words.len().saturating_sub(1)));
    words.join(" ")
}

/// Returns RT and RW of three digits cut out of an address or an SLS name.
///
/// Understood: `RT 1 RW 2`, `RT.01/RW.2`, `001/002`. Above 999 is none.
pub fn rt_rw(written: &str) -> (Option<String>, Option<String>) {
    let words: Vec<String> = words_of(written).collect();
    let after = |mark: &str| {
        let place = words.iter().position(|word| word == mark)?;
        three_digits(words.get(place + 1)?)
    };
    match (after("RT"), after("RW")) {
        (None, None) => slashed(written).unwrap_or((None, None)),
        found => found,
    }
}

/// Reads the first `n/n` of a text.
fn slashed(written: &str) -> Option<(Option<String>, Option<String>)> {
    written.split_whitespace().find_map(|word| {
        let (rt, rw) = word.trim_matches(',').split_once('/')?;
        Some((Some(three_digits(rt)?), Some(three_digits(rw)?)))
    })
}

/// Returns a number of at most 999 with three digits.
fn three_digits(text: &str) -> Option<String> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u16 = text.parse().ok().filter(|number| plain && *number <= 999)?;
    Some(format!("{number:03}"))
}

/// Returns words of letters and words of digits, upper case; RT01 is two words.
fn words_of(written: &str) -> impl Iterator<Item = String> {
    let mut spaced = String::with_capacity(written.len() + 8);
    let mut before = ' ';
    for letter in written.nfkd().filter(|letter| !matches!(letter, '\'' | '’' | '`')) {
        let kind = |letter: char| (letter.is_alphabetic(), letter.is_numeric());
        if kind(letter) != kind(before) {
            spaced.push(' ');
        }
        if letter.is_alphanumeric() {
            spaced.extend(letter.to_uppercase());
        }
        before = letter;
    }
    spaced.split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("RT 1 RW 2", Some("001"), Some("002"))]
    #[case("RT.01/RW.2", Some("001"), Some("002"))]
    #[case("Dsn. Krajan RT003/RW001", Some("003"), Some("001"))]
    #[case("Dsn. Krajan 001/002", Some("001"), Some("002"))]
    #[case("RT 12", Some("012"), None)]
    #[case("RW 5", None, Some("005"))]
    #[case("Jl. Melati No. 5", None, None)]
    #[case("RT 1000 RW 1", None, Some("001"))]
    #[case("", None, None)]
    fn cuts_out_rt_and_rw(#[case] text: &str, #[case] rt: Option<&str>, #[case] rw: Option<&str>) {
        assert_eq!(rt_rw(text), (rt.map(str::to_owned), rw.map(str::to_owned)));
    }

    #[rstest]
    #[case("Dsn. Krajan RT 003/RW 001", "DUSUN KRAJAN")]
    #[case("Jln Melati no.5", "JALAN MELATI NOMOR 5")]
    #[case("KP. BARU", "KAMPUNG BARU")]
    #[case("Ds. Sukamaju", "DS SUKAMAJU")]
    fn writes_addresses_in_full(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(address_key(text), expected);
    }

    #[rstest]
    #[case("Kab. Rekaan Utara", "REKAAN UTARA")]
    #[case("kota rekaan", "REKAAN")]
    #[case("KOTA", "KOTA")]
    fn names_birth_places_alike(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(birth_place_key(text), expected);
    }
}
