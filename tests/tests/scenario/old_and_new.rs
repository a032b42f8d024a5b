//! Check 5: what a newer app writes passes an older server and an older tablet unharmed.

use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::message::Outcome;
use jangkau_sync::{Change, Edit, Register};
use jangkau_tests::people::Family;
use jangkau_tests::scribe::{Written, first_change, raw_frame};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Scribe, Site, Tablet};

/// Keys that stand in no table of this build, each with a value.
fn unknown() -> Vec<(String, Value)> {
    let key = |key: &str| key.to_owned();
    vec![
        (key("f/zz_masa_depan"), Value::from("belum dikenal")),
        (key("set/zz_baru/satu"), Value::Bool(true)),
        (key("prog/zz-9/tahap"), Value::Int(-7)),
        (key("x/y.z-1/0"), Value::Bytes(vec![0, 255, 7])),
        ("z".repeat(96), Value::Int(i64::MIN)),
    ]
}

#[test]
fn unknown_keys_pass_tablet_server_tablet() {
    let site = Site::new();
    let old = Tablet::enrolled(&site, "fs1");
    let typed = old.start_new();
    let family = Family::numbered(5);
    family.fill(&typed);
    typed.finish();
    old.sync();
    let household = site.documents(DocKind::Household)[0];

    newer_tablet_writes(&site, household);

    // The old tablet reads it, keeps it, and edits beside it.
    old.sync();
    holds_all(&old, household);
    let typed = old.start_at(&household.to_string());
    typed.set(&household.to_string(), "f/size", "4");
    typed.set(typed.visit(), "consent", "spoken");
    typed.finish();
    let old = old.reopen();
    old.sync();
    holds_all(&old, household);

    // A third tablet that begins anew gets all of it.
    let third = Tablet::enrolled(&site, "fs3");
    third.sync();
    holds_all(&third, household);
    assert_eq!(third.values(household, "f/size"), ["4"]);
    let register = Register::replay(
        DocKind::Household,
        household,
        site.changes(household).iter().map(|one| Change::parse(&one.bytes).unwrap()),
    );
    let register = register.ok().unwrap();
    assert!(unknown().iter().all(|(key, value)| register.winner(key) == Some(value)));
}

/// A newer tablet knows the family and writes what this build has no name for.
fn newer_tablet_writes(site: &Site, household: DocId) {
    let newer = Caller::enrolled(site, "fs2");
    let mut scribe = Scribe::of(&newer, 77);
    site.changes(household).iter().for_each(|change| scribe.learn(change));
    let puts: Vec<Edit> = unknown().into_iter().map(|(key, value)| Edit::put(key, value)).collect();
    let written = scribe.edit(DocKind::Household, household, site.scope(DESA), &puts);
    let answer = newer.push(&raw_frame(&[written]));
    assert_eq!(answer.outcomes, [Outcome::Stored]);
}

fn holds_all(tablet: &Tablet, household: DocId) {
    let document = tablet.document(household).unwrap();
    for (key, value) in unknown() {
        assert!(document.winner(&key) == Some(value), "{key}");
    }
}

#[test]
fn keys_outside_the_grammar_are_held() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let (kind, scope) = (DocKind::Household, site.scope(DESA));
    let long = "z".repeat(97);
    for (number, key) in (1..).zip(["f/Nama", "f/nama lengkap", "f/\u{e9}", &long, "_k"]) {
        let doc = DocId([number; 16]);
        let mut change = first_change(&caller, kind, doc, &Edit::put("f/note", Value::Int(1)));
        key.clone_into(&mut change.ops[0].key);
        let bytes = change.seal();
        let answer = caller.push(&raw_frame(&[Written { kind, doc, scope, bytes }]));
        assert!(matches!(answer.outcomes[..], [Outcome::Held { .. }]), "{key:?}");
    }
    assert!(site.documents(kind).is_empty());
}
