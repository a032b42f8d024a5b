use proptest::prelude::*;
use rstest::rstest;

use super::*;

/// Pairs that must be proposed as one person: the same letters without spaces.
#[rstest]
#[case("Moch. Soeparman", "Muhammad Suparman")]
#[case("Hj. Siti Nur Hayati, S.Pd", "Sti Nurhayati")]
#[case("Tjahjono", "Cahyono")]
#[case("Djoemadi", "Jumadi")]
#[case("Soeharto", "Suharto")]
#[case("Djoko", "Joko")]
#[case("Chadijah", "Khadijah")]
#[case("MA'RUF", "Ma’ruf")]
#[case("Drs. H. Abd. Salam, M.Si.", "ABDUSSALAM")]
#[case("Bpk Slamet (Alm)", "Slamet")]
#[case("M. Ali", "Mohammad Ali")]
#[case("Nurhayati", "Nur Hayati")]
#[case("José", "JOSE")]
fn same_letters(#[case] one: &str, #[case] two: &str) {
    assert_eq!(NameKey::read(one).joined(), NameKey::read(two).joined());
}

/// Pairs that sound alike though they are written otherwise.
#[rstest]
#[case("Sumiyati", "Sumiati")]
#[case("Fatimah", "Patimah")]
#[case("Syarif", "Sarip")]
#[case("Zainal", "Jaenal")]
#[case("Aminah", "Amina")]
#[case("Selamet", "Slamet")]
fn same_sound(#[case] one: &str, #[case] two: &str) {
    assert_eq!(NameKey::read(one).phonetic(), NameKey::read(two).phonetic());
}

/// Pairs of two people, which no key but the loose one may join.
#[rstest]
#[case("Suparman", "Suparmin")]
#[case("Joko", "Yoko")]
#[case("Wayan Sudarma", "Wayan Sudarta")]
#[case("Hasan", "Husen")]
fn two_people(#[case] one: &str, #[case] two: &str) {
    let (one, two) = (NameKey::read(one), NameKey::read(two));
    assert_ne!(one.joined(), two.joined());
    assert_ne!(one.phonetic(), two.phonetic());
}

#[rstest]
#[case("Abd. Rohman bin Sulaiman", "ABDUL ROHMAN", Some("SULAIMAN"), None)]
#[case("Nurlaila Binti Ibrahim", "NURLAILA", Some("IBRAHIM"), None)]
#[case("Hasan B. Sulaiman", "HASAN", Some("SULAIMAN"), None)]
#[case("Slamet alias Gareng", "SLAMET", None, Some("GARENG"))]
#[case("Slamet @ Gareng", "SLAMET", None, Some("GARENG"))]
#[case("Slamet a.k.a. Gareng", "SLAMET", None, Some("GARENG"))]
#[case("Bin", "BIN", None, None)]
fn cuts_other_names_off(
    #[case] written: &str,
    #[case] own: &str,
    #[case] father: Option<&str>,
    #[case] alias: Option<&str>,
) {
    let key = NameKey::read(written);
    assert_eq!((key.normal().as_str(), key.father(), key.alias()), (own, father, alias));
}

#[test]
fn custom_decides_abbreviations() {
    assert_eq!(NameKey::read("I Md Sudarma").normal(), "I MADE SUDARMA");
    assert_eq!(NameKey::read_in("Md Sudarma", Custom::Bali).normal(), "MADE SUDARMA");
    assert_eq!(NameKey::read("Md Sudarma").normal(), "MUHAMMAD SUDARMA");
    assert_eq!(Custom::of("5101012001".parse().unwrap()), Custom::Bali);
}

#[test]
fn order_of_words_does_not_matter_for_sounds() {
    assert_eq!(NameKey::read("Rahayu Siti").sounds(), NameKey::read("Siti Rahayu").sounds());
    assert!(NameKey::read("Alm. Slamet").says_deceased());
    assert!(NameKey::read("123 --").is_empty());
}

proptest! {
    /// Any text is answered, and case, accents and spaces do not matter.
    #[test]
    fn never_panics_and_ignores_case(written in ".{0,40}") {
        let key = NameKey::read(&written);
        prop_assert_eq!(key.initial().is_none(), key.is_empty());
        let _ = (key.loose(), key.sounds());
    }

    #[test]
    fn case_and_spaces_do_not_matter(written in "[A-Za-z]{2,10}( [A-Za-z]{2,10}){0,3}") {
        let spaced = written.to_lowercase().replace(' ', "   ");
        let (one, two) = (NameKey::read(&written), NameKey::read(&spaced));
        prop_assert_eq!(one.joined(), two.joined());
    }
}
