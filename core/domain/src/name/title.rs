//! Titles, forms of address and the mark of the deceased: written one day, left out the next.
//!
//! They may stand on KK and KTP, abbreviated, but not on a birth certificate (Permendagri 73/2022).

const ADDRESS: &[&str] =
    &["BAPAK", "PAK", "BPK", "IBU", "BU", "SDR", "SDRI", "MBAH", "NENEK", "KAKEK"];

const DECEASED: &[&str] = &["ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"];

const BEFORE: &[&str] = &[
    "H", "HJ", "HAJI", "HAJJAH", "KH", "KYAI", "KIAI", "NYAI", "UST", "USTAD", "USTADZ", "USTAZ",
    "TGK", "TGH", "BUYA", "R", "RR", "RA", "RM", "RADEN", "RORO", "DR", "DRS", "DRA", "IR", "PROF",
    "DRG",
];

const AFTER: &[&str] = &[
    "SPD", "SPDI", "SH", "SE", "ST", "SAG", "SSOS", "SKOM", "SKEP", "SKM", "AMD", "AMDKEB", "MM",
    "MSI", "MPD", "MH",
];

/// Returns the words without address, titles and ALM, and whether ALM was there.
///
/// A title stays where nothing else would remain: "Raden" and "Haji" are names too.
pub(super) fn strip(words: Vec<String>) -> (Vec<String>, bool) {
    let total = words.len();
    let mut words: Vec<String> =
        words.into_iter().filter(|word| !DECEASED.contains(&word.as_str())).collect();
    let deceased = words.len() < total;
    drop_first(&mut words, ADDRESS);
    drop_first(&mut words, BEFORE);
    while drop_last(&mut words) {}
    (words, deceased)
}

fn drop_first(words: &mut Vec<String>, known: &[&str]) {
    let count = words.iter().take_while(|word| known.contains(&word.as_str())).count();
    words.drain(..count.min(words.len().saturating_sub(1)));
}

/// Drops one title at the end, written together or in parts ("S PD I").
fn drop_last(words: &mut Vec<String>) -> bool {
    for parts in (1..=3).rev() {
        if words.len() <= parts {
            continue;
        }
        let from = words.len() - parts;
        let begins_short = parts == 1 || words[from].len() <= 2 || words[from] == "AMD";
        if begins_short && AFTER.contains(&words[from..].concat().as_str()) {
            words.truncate(from);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::address("IBU SITI", "SITI", false)]
    #[case::deceased("ALM SUPARMAN", "SUPARMAN", true)]
    #[case::deceased_behind("SUPARMAN ALM", "SUPARMAN", true)]
    #[case::several("PROF DR H SUTRISNO SH MH", "SUTRISNO", false)]
    #[case::in_parts("NURHAYATI S PD I", "NURHAYATI", false)]
    #[case::midwife("LESTARI AMD KEB", "LESTARI", false)]
    #[case::raden_roro("RADEN RORO AYU", "AYU", false)]
    #[case::nothing_else("HAJI", "HAJI", false)]
    #[case::title_after_title("HAJI RADEN", "RADEN", false)]
    #[case::a_name_that_looks_like_one("ST", "ST", false)]
    #[case::initial_stays("AHMAD H", "AHMAD H", false)]
    fn strips_titles(#[case] words: &str, #[case] left: &str, #[case] deceased: bool) {
        let words = words.split(' ').map(str::to_owned).collect();
        assert_eq!(strip(words), (left.split(' ').map(str::to_owned).collect(), deceased));
    }
}
