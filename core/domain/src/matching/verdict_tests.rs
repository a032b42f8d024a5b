use rstest::rstest;

use super::*;
use crate::matching::Scope;
use crate::name::NameKey;
use crate::nik::Sex;

/// Reads `name|birth|nik|kk|mother|rt`; empty is unknown.
fn person(line: &str) -> Record {
    let mut parts = line.split('|').chain(std::iter::repeat(""));
    let mut part = || parts.next().unwrap();
    Record {
        name: NameKey::read(part()),
        birth: part().parse().ok(),
        nik: part().parse().ok(),
        kk: part().parse().ok(),
        mother: Some(part()).filter(|text| !text.is_empty()).map(NameKey::read),
        rt: Some(part().to_owned()).filter(|text| !text.is_empty()),
        rw: Some("001".to_owned()),
        desa: "9901012001".parse().ok(),
        sex: None,
        ..Record::default()
    }
}

fn verdict(one: &str, two: &str) -> Judgement {
    judge(&person(one), &person(two), &Scope { desa_count: 12, ..Scope::default() })
}

/// The pairs that must be proposed as one person, as they come: same desa, no NIK.
#[rstest]
#[case::short_name("Moch. Soeparman|1970-03-12", "Muhammad Suparman|1970-03-12")]
#[case::titles("Hj. Siti Nur Hayati, S.Pd|1970-03-12", "Sti Nurhayati|1970-03-12")]
#[case::patronymic("Abd. Rohman bin Sulaiman|1970-03-12", "Abdurrahman|1970-03-12")]
#[case::old_spelling("Tjahjono|1950-03-12", "Cahyono|1950-03-12")]
#[case::older_spelling("Djoemadi|1950-03-12", "Jumadi|1950-03-12")]
#[case::estimated_year("Sumiyati|1958-12-31||||003", "Sumiati|1958~||||003")]
fn must_be_proposed(#[case] one: &str, #[case] two: &str) {
    let judgement = verdict(one, two);
    assert!(judgement.verdict <= Verdict::Desk, "{judgement:?}");
    assert_ne!(judgement.verdict, Verdict::Same, "nobody is linked without a NIK");
}

/// Equal NIK, like name, no contradiction: linked at once.
#[rstest]
#[case::day_and_month_swapped(
    "Slamet|1973-01-07|9901010107730003",
    "Slamet|1973-07-01|9901010107730003"
)]
#[case::old_spelling("Soeparman|1970-03-12|9901011203700003", "Suparman|1970|9901011203700003")]
#[case::no_birth_date("Suparman||9901011203700003", "Suparman|1970|9901011203700003")]
fn linked_at_once(#[case] one: &str, #[case] two: &str) {
    let judgement = verdict(one, two);
    assert_eq!(judgement.verdict, Verdict::Same, "{judgement:?}");
}

/// Pairs that must never be linked without a person.
#[rstest]
#[case::one_letter(
    "Suparman|1970-03-12|9901011203700003",
    "Suparmin|1970-03-12|9901011503710008",
    Some(Guard::TwoNumbers)
)]
#[case::heaped_namesakes(
    "Siti Aminah|1960-07-01||9901010101100001|Painem",
    "Siti Aminah|1960-07-01||9901010101100002|Tumini",
    None
)]
#[case::joko_and_yoko("Joko|1970-03-12|9901011203700003", "Yoko|1970-03-12|9901011203700003", None)]
#[case::sudarma_and_sudarta("Wayan Sudarma|1970-03-12", "Wayan Sudarta|1970-03-12", None)]
#[case::father_and_son(
    "Hasan|1960-03-12||9901010101100001",
    "Hasan|1985-08-21||9901010101100001",
    Some(Guard::ParentAndChild)
)]
#[case::twins(
    "Hasan|2010-03-12|9901011203100003|9901010101100001",
    "Husen|2010-03-12|9901011203100004|9901010101100001",
    Some(Guard::Twins)
)]
#[case::nurhayati_on_heap(
    "Nurhayati|1960-07-01",
    "Nurhayati|1960-07-01",
    Some(Guard::FrequentNameOnHeap)
)]
#[case::equal_nik_contradicting_birth(
    "Suparman|1970-03-12|9901011203700003",
    "Suparman|1984-11-25|9901011203700003",
    None
)]
#[case::equal_nik_other_name(
    "Suparman|1970-03-12|9901011203700003",
    "Kartini|1970-03-12|9901011203700003",
    None
)]
fn never_linked_without_a_person(
    #[case] one: &str,
    #[case] two: &str,
    #[case] guard: Option<Guard>,
) {
    let judgement = verdict(one, two);
    assert_ne!(judgement.verdict, Verdict::Same, "{judgement:?}");
    assert_eq!(judgement.guard, guard, "{judgement:?}");
    if guard.is_some() {
        assert!(judgement.verdict >= Verdict::Desk, "{judgement:?}");
    }
}

#[rstest]
#[case::strangers("Suparman|1970-03-12", "Kartini|1982-08-21")]
#[case::namesakes_of_other_years("Suparman|1970-03-12", "Suparman|1990-08-21")]
#[case::same_day_other_name("Suparman|1970-03-12||||003", "Kartini|1970-03-12||||007")]
fn strangers_stay_apart(#[case] one: &str, #[case] two: &str) {
    let judgement = verdict(one, two);
    assert_eq!(judgement.verdict, Verdict::New, "{judgement:?}");
}

#[test]
fn an_equal_nik_always_reaches_a_person() {
    let judgement = verdict(
        "Suparman|1970-03-12|9901011203700003|9901010101100001|Painem",
        "Kartini|1999-08-21|9901011203700003|9901010101100002|Tumini",
    );
    assert!(judgement.verdict <= Verdict::Desk, "{judgement:?}");
}

#[test]
fn judging_is_symmetric_and_tells_its_reasons() {
    let (one, two) = ("Sumiyati|1958-12-31|||Painem|003", "Sumiati|1958~|||Painem|003");
    let (there, back) = (verdict(one, two), verdict(two, one));
    assert_eq!((there.verdict, &there.reasons), (back.verdict, &back.reasons));
    let words: Vec<_> = there.reasons.iter().map(|reason| reason.label().id).collect();
    assert_eq!(words, ["Nama sama", "Tahun lahir sesuai", "Nama ibu sama", "RT sama"]);
    assert!(there.reasons.iter().all(|reason| reason.speaks_for()));
}

#[test]
fn another_sex_speaks_against() {
    let with = |sex| Record { sex: Some(sex), ..person("Slamet|1970-03-12") };
    let judgement = judge(&with(Sex::Male), &with(Sex::Female), &Scope::default());
    assert!(judgement.reasons.contains(&Reason::OtherSex));
    assert!(!Reason::OtherSex.speaks_for());
}
