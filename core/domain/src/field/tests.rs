//! The table keeps its own rules.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::check::CheckId;
use crate::role::Role;
use crate::{DocKind, Value, list};

const SHA: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn sample(key: &str) -> String {
    let longest_code = "x".repeat(32);
    key.replace("<item>", "child_protection")
        .replace("<code>", &longest_code)
        .replace("<sha256>", SHA)
}

fn everywhere() -> impl Iterator<Item = (DocKind, &'static Field)> {
    DocKind::ALL.into_iter().flat_map(|kind| all(kind).map(move |field| (kind, field)))
}

#[test]
fn every_key_fits_the_grammar_and_finds_its_row() {
    for (kind, field) in everywhere() {
        let key = sample(field.key);
        assert!(key_ok(&key), "{key}");
        assert_eq!(find(kind, &key), Some(field), "{key}");
    }
}

#[test]
fn no_key_stands_twice_and_every_row_is_whole() {
    for kind in DocKind::ALL {
        let keys: BTreeSet<_> = all(kind).map(|field| field.key).collect();
        assert_eq!(keys.len(), all(kind).count(), "{}", kind.as_str());
    }
    for (_, field) in everywhere() {
        assert!(!field.label.id.is_empty() && !field.label.en.is_empty(), "{}", field.key);
        assert!(!field.source.is_empty(), "{}", field.key);
        assert!(field.ty.list().is_none_or(|name| list::find(name).is_some()), "{}", field.key);
        let is_set = matches!(field.ty, FieldType::SetItem(_));
        assert_eq!(is_set, field.class == Class::Set, "{}", field.key);
    }
}

#[test]
fn exactly_the_identifying_fields_wait_for_a_person() {
    let reviewed = |kind| -> Vec<_> {
        all(kind).filter(|field| field.class == Class::Review).map(|field| field.key).collect()
    };
    let money = ["prog/<code>/card", "prog/<code>/account"];
    let person = ["f/name", "f/nik", "f/birth_date", "f/mother"];
    assert_eq!(reviewed(DocKind::Person), [person.as_slice(), &money].concat());
    assert_eq!(reviewed(DocKind::Household), [["f/kk"].as_slice(), &money].concat());
    assert!(reviewed(DocKind::Case).is_empty());
}

#[test]
fn every_class_that_ranks_has_something_to_rank() {
    for (_, field) in everywhere() {
        let ranks = match field.class {
            Class::High | Class::Low => matches!(
                field.ty,
                FieldType::List(_) | FieldType::Int | FieldType::Money | FieldType::DateApprox
            ),
            Class::Fine => matches!(field.ty, FieldType::DateApprox | FieldType::Geo),
            Class::Both => matches!(field.ty, FieldType::Text(_)),
            Class::Yes | Class::No => field.ty == FieldType::Bool,
            Class::Best => field.key == "prog/<code>/status",
            Class::Review | Class::Last | Class::Set => true,
        };
        assert!(ranks, "{}", field.key);
    }
}

#[test]
fn every_check_belongs_to_a_field_or_to_a_type() {
    let of_fields: BTreeSet<_> =
        everywhere().flat_map(|(_, field)| field.checks).copied().collect();
    let of_types = [
        CheckId::Required,
        CheckId::TooLong,
        CheckId::UnknownCode,
        CheckId::BadDate,
        CheckId::BadDigits,
        CheckId::BadNumber,
        CheckId::BadPlace,
        CheckId::BadType,
    ];
    let rest: Vec<_> = CheckId::ALL.iter().filter(|id| !of_fields.contains(id)).copied().collect();
    assert_eq!(rest, of_types);
}

#[rstest]
#[case::field(DocKind::Person, "f/nik", Some("f/nik"))]
#[case::other_kind(DocKind::Case, "f/nik", None)]
#[case::set_item(DocKind::Person, "set/ppks/poor", Some("set/ppks/<item>"))]
#[case::newer_item(DocKind::Household, "set/asset/drone", Some("set/asset/<item>"))]
#[case::newer_set(DocKind::Household, "set/pets/cat", None)]
#[case::set_alone(DocKind::Household, "set/asset", None)]
#[case::program(DocKind::Household, "prog/adm-kk/status", Some("prog/<code>/status"))]
#[case::program_of_person(DocKind::Person, "prog/pbi/card", Some("prog/<code>/card"))]
#[case::case_has_none(DocKind::Case, "prog/pbi/card", None)]
#[case::no_code(DocKind::Person, "prog//card", None)]
#[case::newer_attr(DocKind::Person, "prog/pbi/colour", None)]
#[case::deeper(DocKind::Person, "prog/pbi/card/old", None)]
#[case::short_hash(DocKind::Case, "att/abc", None)]
#[case::event(DocKind::Case, "ev/01k03eemm0q8w1e5r6t2y4n3m9", None)]
#[case::genesis(DocKind::Case, "_k", None)]
#[case::pattern_itself(DocKind::Person, "set/ppks/<item>", None)]
fn finds(#[case] kind: DocKind, #[case] key: &str, #[case] row: Option<&str>) {
    assert_eq!(find(kind, key).map(|field| field.key), row);
}

#[rstest]
#[case::short("_k", true)]
#[case::dots("f/a.b-c_9", true)]
#[case::empty("", false)]
#[case::upper("f/Nik", false)]
#[case::space("f/a b", false)]
#[case::not_ascii("f/é", false)]
#[case::longest(&"a".repeat(96), true)]
#[case::too_long(&"a".repeat(97), false)]
fn knows_the_grammar(#[case] key: &str, #[case] ok: bool) {
    assert_eq!(key_ok(key), ok);
}

#[rstest]
#[case::text(FieldType::Text(5), Value::from("longer than five"), true)]
#[case::text_number(FieldType::Text(5), Value::Int(1), false)]
#[case::half_a_nik(FieldType::Digits(16), Value::from("9901"), true)]
#[case::int(FieldType::Int, Value::Int(3), true)]
#[case::int_as_text(FieldType::Int, Value::from("3"), false)]
#[case::money(FieldType::Money, Value::Int(-1), true)]
#[case::yes(FieldType::Bool, Value::Bool(false), true)]
#[case::reference(FieldType::Ref, Value::Bytes(vec![1; 16]), true)]
#[case::short_reference(FieldType::Ref, Value::Bytes(vec![1; 15]), false)]
#[case::in_the_set(FieldType::SetItem("ppks"), Value::Bool(true), true)]
#[case::never_false(FieldType::SetItem("ppks"), Value::Bool(false), false)]
#[case::attachment(FieldType::Attachment, Value::from("ktp"), true)]
#[case::attachment_bytes(FieldType::Attachment, Value::Bytes(vec![]), false)]
fn accepts_only_the_scalar_of_a_type(
    #[case] ty: FieldType,
    #[case] value: Value,
    #[case] accepted: bool,
) {
    assert_eq!(ty.accepts(&value), accepted);
}

#[rstest]
#[case::sensitive(DocKind::Person, "set/ppks/hiv", true)]
#[case::plain(DocKind::Person, "set/ppks/poor", false)]
#[case::in_a_case(DocKind::Case, "set/ppks/hiv", false)]
#[case::newer_item(DocKind::Person, "set/ppks/newer", false)]
#[case::another_field(DocKind::Person, "f/name", false)]
fn refuses_sensitive_ppks_on_a_person(
    #[case] kind: DocKind,
    #[case] key: &str,
    #[case] refused: bool,
) {
    assert_eq!(forbidden(kind, key), refused);
}

#[rstest]
#[case::recorder(DocKind::Person, "f/name", "fs fo bo fop bop")]
#[case::office(DocKind::Case, "f/paper_no", "fo bo fop bop")]
#[case::classes(DocKind::Case, "f/kind", "fs spv mj fo bo fop bop")]
#[case::form(DocKind::Case, "f/number", "fs fo bo fop bop")]
#[case::by_decision_too(DocKind::Household, "prog/pkh/status", "fs fo bo fop bop")]
fn only_some_roles_may_put(#[case] kind: DocKind, #[case] key: &str, #[case] roles: &str) {
    let field = find(kind, key).unwrap();
    let may: Vec<_> =
        Role::ALL.into_iter().filter(|role| field.may_put(*role, false)).map(Role::key).collect();
    assert_eq!(may.join(" "), roles);
}

#[test]
fn an_admin_puts_a_clashing_number_and_nothing_else() {
    let put = |key, clash| find(DocKind::Person, key).unwrap().may_put(Role::AdmKab, clash);
    assert_eq!([put("f/nik", false), put("f/nik", true)], [false, true]);
    assert_eq!([put("f/sex", true), put("f/phone", true)], [false, false]);
}

#[test]
fn every_demand_of_a_basic_profile_is_on_the_listing_not_on_the_referral() {
    assert!(Profile::Basic.holds(Profile::Minimum) && Profile::Full.holds(Profile::Minimum));
    assert!(!Profile::Full.holds(Profile::Basic) && !Profile::Minimum.holds(Profile::Quick));
    for profile in Profile::ALL {
        assert!(profile.holds(Profile::Draft) && profile.holds(profile));
    }
}

proptest! {
    #[test]
    fn looking_up_never_panics_and_finds_only_legal_keys(key in "[a-z/_<>*-]{0,20}|.{0,12}") {
        for kind in DocKind::ALL {
            let found = find(kind, &key).is_some();
            prop_assert!(!found || key_ok(&key), "{key}");
            prop_assert!(!forbidden(kind, &key) || found);
        }
    }
}
