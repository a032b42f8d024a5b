//! Bytes that can never change once a tablet has saved a record.

use jangkau_domain::kk::Kk;
use jangkau_domain::nik::{Nik, Provinces};
use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::genesis;
use jangkau_sync::keys::{RootKey, ScopeKey, Source};
use jangkau_sync::{Change, Document};
use rstest::rstest;

fn root() -> RootKey {
    let mut bytes = [0; 32];
    (0..).zip(&mut bytes).for_each(|(place, byte)| *byte = place);
    RootKey::new(bytes)
}

fn scope() -> ScopeKey {
    root().scope_key(ScopeId(1))
}

fn nik() -> Nik {
    Nik::parse("9901017112580003", Provinces::WithFictitious).unwrap()
}

fn kk() -> Kk {
    "9901010101100001".parse().unwrap()
}

#[test]
fn keys_and_ids_stay_as_they_are() {
    let expected = "7caceb5da141b583615e5edfe3b5531c34df1fc4b9e7add5755fe690b4a8ba97";
    assert_eq!(hex::encode(scope().as_bytes()), expected);
    assert_eq!(scope().person_id(&nik()).to_string(), "d3d5f56b80069bb3767c981d545e653c");
    assert_eq!(scope().household_id(&kk()).to_string(), "4d5c96f7b46524b37b61caf9584c69c5");
    let expected = "1e86849b1598b6f9c808250030ba2ccd26bda150815b52f5d48363925b6d0cb0";
    assert_eq!(hex::encode(root().search_hash_nik(&nik())), expected);
}

#[test]
fn ids_differ_by_scope_register_and_kind() {
    let other = root().scope_key(ScopeId(2));
    let ids = [
        scope().person_id(&nik()),
        other.person_id(&nik()),
        scope().register_person_id(Source::Dtks, "17"),
        scope().register_person_id(Source::Dtsen, "17"),
        scope().register_household_id(Source::Dtks, "17"),
    ];
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len());
    assert_ne!(root().search_hash_kk(&kk()), root().search_hash_nik(&nik()));
}

const PERSON: &str = "856f4a8307cf91e4013c0001000101000000061508340142025604571670027e025f6b03\
                      5f69640202017e668702706572736f6ed3d5f56b80069bb3767c981d545e653c0200";

#[rstest]
#[case::person(
    DocKind::Person,
    "d3d5f56b80069bb3767c981d545e653c",
    70,
    "07cf91e4808abf01afafa459292782f8a5a2cec9a7fbcbcb2e908164dbbe917a"
)]
#[case::household(
    DocKind::Household,
    "4d5c96f7b46524b37b61caf9584c69c5",
    74,
    "2e20a123dec449af8950c20722408699de691453fd60ba06c292530c9456e425"
)]
#[case::case(
    DocKind::Case,
    "abababababababababababababababab",
    68,
    "c17b492a57c630f22902298ff6f75b25f3aa7da1a988fd1059bf3dd12f2c1dcd"
)]
fn the_genesis_stays_as_it_is(
    #[case] kind: DocKind,
    #[case] id: &str,
    #[case] length: usize,
    #[case] hash: &str,
) {
    let id = DocId::from_hex(id).unwrap();
    let bytes = genesis::bytes(kind, &id);
    assert_eq!(bytes.len(), length);
    assert_eq!(genesis::hash(kind, &id).to_string(), hash);
    assert_eq!(Change::parse(&bytes).unwrap().hash.to_string(), hash);
    let heads = Document::new(kind, &id).heads();
    assert_eq!(heads, [genesis::hash(kind, &id)]);
}

#[test]
fn the_genesis_of_a_person_is_these_bytes() {
    let bytes = genesis::bytes(DocKind::Person, &scope().person_id(&nik()));
    assert_eq!(hex::encode(bytes), PERSON);
}
