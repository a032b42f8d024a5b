//! Search before create: who is found, in which order, and what is said about doubles.

use jangkau_device::ffi::view::{HitSource, SearchHit};
use rstest::rstest;

use crate::fixture::{KK, NIK, Tablet, row};

fn listed() -> Tablet {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(vec![
        row("r1", "SUMIARTI", "9901014506670004", "9901010505110001"),
        row("r2", "SUMIAH", "9901014107530008", "9901010505110002"),
        row("r3", "Hj. Siti Nur Hayati, S.Pd", "9901014504700011", "9901010505110003"),
        row("r4", "MUHAMMAD SUPARMAN", "9901010504700012", "9901010505110004"),
        row("r5", "PAIJO", "", ""),
    ]);
    tablet.record(NIK, KK);
    tablet
}

fn names(hits: &[SearchHit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.as_str()).collect()
}

#[rstest]
#[case::nik(NIK, &["SUMIATI"])]
#[case::nik_with_spaces("9901 0171 1258 0003", &["SUMIATI"])]
#[case::kk(KK, &["SUMIATI"])]
#[case::register_kk("9901010505110002", &["SUMIAH"])]
#[case::own_before_register("sumia", &["SUMIATI", "SUMIAH", "SUMIARTI"])]
#[case::joined_name("nurhayati", &["Hj. Siti Nur Hayati, S.Pd"])]
#[case::sound("sumiyati", &["SUMIATI"])]
#[case::old_spelling("moch soeparman", &["MUHAMMAD SUPARMAN"])]
#[case::two_words("siti nur", &["Hj. Siti Nur Hayati, S.Pd"])]
#[case::second_word("suparman", &["MUHAMMAD SUPARMAN"])]
#[case::without_number("paijo", &["PAIJO"])]
#[case::nobody("wagiyo", &[])]
#[case::quotes("\"sumiati\" *)", &["SUMIATI"])]
fn finds(#[case] typed: &str, #[case] expected: &[&str]) {
    let page = listed().app.search(typed.to_owned()).unwrap();
    let mut found = names(&page.hits);
    found.truncate(expected.len().max(found.len().min(3)));
    assert_eq!(found, expected);
    assert!(page.can_register);
}

#[test]
fn a_place_lists_its_people() {
    let tablet = listed();
    assert_eq!(tablet.app.search("RT 3 RW 1".to_owned()).unwrap().hits.len(), 6);
    assert_eq!(tablet.app.search("RT 9".to_owned()).unwrap().hits.len(), 0);
}

#[test]
fn an_empty_box_finds_nobody_and_registers_nobody() {
    let page = listed().app.search("  ".to_owned()).unwrap();
    assert!(page.hits.is_empty() && !page.can_register);
}

#[test]
fn half_a_nik_says_what_is_missing() {
    let page = listed().app.search("990101711258000".to_owned()).unwrap();
    assert_eq!(names(&page.hits), ["SUMIATI"]);
    assert_eq!(page.note.unwrap(), "NIK dan KK terdiri atas 16 angka. Kurang 1 angka.");
}

#[test]
fn a_card_shows_no_whole_nik() {
    let hit = listed().app.search(NIK.to_owned()).unwrap().hits.remove(0);
    assert_eq!((hit.source, hit.nik_masked.as_str()), (HitSource::Own, "…0003"));
    assert!(hit.subtitle.starts_with("66 tahun · RT 003/RW 001"), "{}", hit.subtitle);
    assert!(!format!("{hit:?}").contains(NIK));
}

#[test]
fn somebody_of_the_register_who_is_recorded_is_found_once() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(vec![row("r1", "SUMIATI", NIK, KK)]);
    assert_eq!(tablet.app.search(NIK.to_owned()).unwrap().hits[0].source, HitSource::Register);
    tablet.record(NIK, KK);
    let hits = tablet.app.search(NIK.to_owned()).unwrap().hits;
    assert_eq!((hits.len(), hits[0].source), (1, HitSource::Own));
}

#[test]
fn a_possible_double_is_named() {
    let tablet = Tablet::new(1, "0K7");
    let mut double = row("r1", "SUMIYATI", "", "");
    double.birth = "1958-12-31".to_owned();
    tablet.take_register(vec![double]);
    tablet.record(NIK, KK);
    let hits = tablet.app.search("sumiati".to_owned()).unwrap().hits;
    assert_eq!(names(&hits), ["SUMIATI", "SUMIYATI"]);
    assert_eq!(hits[1].possible_double.as_deref(), Some("SUMIATI"));
}

#[test]
fn typing_a_name_warns_of_who_is_known() {
    let tablet = listed();
    let (visit, household, head) = tablet.new_visit();
    tablet.set(&visit, &household, "f/kk", KK);
    tablet.set(&visit, &head, "f/birth_date", "1958-12-31");
    let saved =
        tablet.app.set_field(visit, head, "f/name".to_owned(), "Soemiyati".to_owned()).unwrap();
    assert_eq!(names(&saved.similar), ["SUMIATI"]);
}
