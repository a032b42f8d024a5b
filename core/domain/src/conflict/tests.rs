//! Every class ends the same way in whatever order the values come.

use rstest::rstest;

use super::*;
use crate::field::{self, Field, FieldType};
use crate::{DocKind, Value};

fn row(kind: DocKind, key: &str) -> &'static Field {
    field::find(kind, key).unwrap()
}

fn texts(values: &[&str]) -> Vec<Value> {
    values.iter().map(|text| Value::from(*text)).collect()
}

fn shown(field: &Field, values: &[Value], winner: usize) -> Value {
    settle(field, values, &Context::of(&values[winner])).shown().clone()
}

#[rstest]
#[case::name(FieldType::Text(100), "Siti  Rahayu ", "SITI RAHAYU", true)]
#[case::accent(FieldType::Text(100), "e\u{301}", "É", true)]
#[case::other_name(FieldType::Text(100), "SITI", "SITTI", false)]
#[case::grouped(FieldType::Digits(16), "9901 0171 1258 0003", "9901017112580003", true)]
#[case::rt(FieldType::Digits(3), "3", "003", true)]
#[case::no_rt(FieldType::Digits(3), "000", "001", false)]
#[case::phone(FieldType::Phone, "0812-0000-0001", "6281200000001", true)]
#[case::no_phone(FieldType::Phone, "12", "1-2", true)]
#[case::geo(FieldType::Geo, "-7.4123,109.9821;8", "-7.41230,109.98210;8", true)]
#[case::code(FieldType::List("sex"), "Male", "male", true)]
#[case::estimate_is_another(FieldType::DateApprox, "1958~", "1958", false)]
fn equal_things_are_equal(
    #[case] ty: FieldType,
    #[case] one: &str,
    #[case] other: &str,
    #[case] equal: bool,
) {
    assert_eq!(same(ty, &Value::from(one), &Value::from(other)), equal);
}

#[test]
fn equal_values_collapse_to_the_winner_even_where_a_person_decides() {
    let names = texts(&["Sumiati", "SUMIATI", " sumiati "]);
    let ctx = Context::of(&names[0]);
    assert!(settle(row(DocKind::Person, "f/name"), &names, &ctx) == Settled::One(names[0].clone()));
}

#[test]
fn an_identifying_clash_waits_and_shows_the_winner() {
    let niks = texts(&["9901017112580003", "9901017112580004"]);
    let ended = settle(row(DocKind::Person, "f/nik"), &niks, &Context::of(&niks[1]));
    assert!(ended == Settled::Review { shown: niks[1].clone() });
}

#[rstest]
#[case::last(DocKind::Person, "f/sex", &["male", "female"], 0, "male")]
#[case::died_wins(DocKind::Person, "f/presence", &["deceased", "present"], 1, "deceased")]
#[case::newer_code_loses(DocKind::Person, "f/education", &["doctorate_new", "sd"], 0, "sd")]
#[case::later_date(DocKind::Household, "prog/pkh/last", &["2025-06", "2025-07-02"], 0, "2025-07-02")]
#[case::lower_consent(DocKind::Case, "f/consent_refer", &["signed", "refused"], 0, "refused")]
#[case::finer_date(DocKind::Household, "prog/pkh/since", &["2020", "2020-05"], 0, "2020-05")]
#[case::known_over_guess(DocKind::Case, "f/happened_on", &["2025-07~", "2025-07"], 0, "2025-07")]
#[case::finer_place(DocKind::Household, "f/geo", &["-7.4,109.9;80", "-7.5,109.8;8"], 0, "-7.50000,109.80000;8")]
#[case::both(DocKind::Person, "f/note", &["Rumah panggung", "Air sulit"], 0, "Air sulit ‖ Rumah panggung")]
fn ends_by_its_class(
    #[case] kind: DocKind,
    #[case] key: &str,
    #[case] values: &[&str],
    #[case] winner: usize,
    #[case] expected: &str,
) {
    let field = row(kind, key);
    let ended = shown(field, &texts(values), winner);
    assert!(normal(field.ty, &ended) == normal(field.ty, &Value::from(expected)), "{key}");
}

#[test]
fn yes_no_and_numbers() {
    let bools = [Value::Bool(false), Value::Bool(true)];
    for winner in [0, 1] {
        assert!(shown(row(DocKind::Person, "f/chronic"), &bools, winner) == bools[1]);
        assert!(shown(row(DocKind::Person, "f/sms_ok"), &bools, winner) == bools[0]);
    }
    let people = [Value::Int(40), Value::Int(4)];
    assert!(shown(row(DocKind::Case, "f/quick_people"), &people, 1) == people[0]);
}

#[test]
fn the_better_source_wins_then_the_winner() {
    let field = row(DocKind::Household, "prog/pkh/status");
    let values = texts(&["never", "receiving", "stopped"]);
    let end = |sources: &[Option<&str>], winner: usize| {
        settle(field, &values, &Context { winner: &values[winner], sources }).shown().clone()
    };
    assert!(end(&[Some("said"), Some("owner"), Some("register")], 0) == values[1]);
    assert!(end(&[Some("seen"), Some("seen"), None], 1) == values[1]);
    assert!(end(&[], 2) == values[2]);
}

#[test]
fn a_text_kept_twice_stands_once() {
    let field = row(DocKind::Person, "f/note");
    let first = shown(field, &texts(&["Adi", "Hadi"]), 0);
    assert!(first == Value::from("Adi ‖ Hadi"));
    let again = shown(field, &[first.clone(), Value::from("adi"), Value::from("Budi")], 0);
    assert!(again == Value::from("adi ‖ Budi ‖ Hadi"));
}
