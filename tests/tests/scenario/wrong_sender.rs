//! Check 7, the senders: wrong sessions, revoked tablets, other people's scopes, changes whose
//! parents are missing.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use jangkau_sync::message::{ErrorCode, Outcome, push};
use jangkau_sync::{Edit, Hash, HeldCode};
use jangkau_tests::scribe::{Written, first_change, raw_frame};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Scribe, Site};

const KIND: DocKind = DocKind::Household;

fn household(number: u8) -> DocId {
    DocId([number; 16])
}

fn note(text: &str) -> Edit {
    Edit::put("f/note", Value::from(text))
}

#[test]
fn sessions_that_are_none() {
    let site = Site::new();
    let mut caller = Caller::enrolled(&site, "fs1");
    let frame = raw_frame(&[Written {
        kind: KIND,
        doc: household(1),
        scope: site.scope(DESA),
        bytes: first_change(&caller, KIND, household(1), &note("a")).encode(),
    }]);
    let good = caller.token.clone();
    for token in ["", "00", &"0".repeat(64), &good[..62], &good.to_uppercase().repeat(2)] {
        token.clone_into(&mut caller.token);
        let reply = caller.post(push::PATH, frame.clone());
        assert_eq!((reply.status, reply.refusal()), (401, ErrorCode::SessionOver), "{token}");
    }
    for headers in [vec![], vec![("authorization", good.as_str())], vec![("cookie", "a=b")]] {
        assert_eq!(caller.post_with(push::PATH, &headers, frame.clone()).status, 401);
    }
    caller.token = good;
    site.advance(61 * 60);
    assert_eq!(caller.post(push::PATH, frame.clone()).refusal(), ErrorCode::SessionOver);
    caller.hello();
    assert_eq!(caller.push(&frame).outcomes, [Outcome::Stored]);
}

#[test]
fn a_revoked_tablet_is_out_at_once() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    site.revoke(caller.device);
    let reply = caller.post_pull(site.scope(DESA), 0);
    assert_eq!((reply.status, reply.refusal()), (403, ErrorCode::Revoked));
    let reply = caller.post_hello(&caller.hello_body());
    assert_eq!((reply.status, reply.refusal()), (403, ErrorCode::Revoked));
}

#[test]
fn a_hello_counts_once_and_a_stale_one_locks_nobody_out() {
    let site = Site::new();
    let mut caller = Caller::joined(&site, "fs1");
    let body = caller.hello_body();
    assert_eq!(caller.post_hello(&body).status, 200);
    // The answer was lost: the same again is stale, and tells the present nonce.
    assert_eq!(caller.post_hello(&body).status, 409);
    let stale = caller.post_hello(&body);
    caller.learn_nonce(&stale);
    caller.hello();
    let mut forged = caller.hello_body();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    assert_eq!(caller.post_hello(&forged).status, 400);
    let other = Caller::joined(&site, "fs2");
    let reply = other.post_hello(&caller.hello_body());
    assert_eq!((reply.status, reply.refusal()), (401, ErrorCode::BadSignature));
}

#[test]
fn other_peoples_scopes() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let elsewhere = site.scope("9901012002");
    for scope in [elsewhere, ScopeId(0), ScopeId(u32::MAX)] {
        let reply = caller.post_pull(scope, 0);
        assert_eq!((reply.status, reply.refusal()), (403, ErrorCode::NotYourScope), "{scope}");
        let bytes = first_change(&caller, KIND, household(1), &note("a")).encode();
        let frame = raw_frame(&[Written { kind: KIND, doc: household(1), scope, bytes }]);
        let outcome = &caller.push(&frame).outcomes[0];
        assert!(matches!(outcome, Outcome::Held { code: HeldCode::NotAllowed, .. }), "{scope}");
    }
    assert!(site.documents(KIND).is_empty());
    // A document that lies elsewhere is not moved by naming it under the own scope.
    let owner = Caller::enrolled(&site, "fs4");
    let bytes = first_change(&owner, KIND, household(2), &note("milik desa lain")).encode();
    let frame =
        |bytes, scope| raw_frame(&[Written { kind: KIND, doc: household(2), scope, bytes }]);
    assert_eq!(owner.push(&frame(bytes, elsewhere)).outcomes, [Outcome::Stored]);
    let bytes = first_change(&caller, KIND, household(2), &note("diambil")).encode();
    let answer = caller.push(&frame(bytes, site.scope(DESA)));
    assert!(matches!(answer.outcomes[..], [Outcome::Held { code: HeldCode::NotAllowed, .. }]));
    assert_eq!(site.values(household(2), "f/note"), ["milik desa lain"]);
}

#[test]
fn orphans_are_asked_for_and_bounded() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let scope = site.scope(DESA);
    let orphan = |number: u16| {
        let mut change =
            first_change(&caller, KIND, household(1), &note(&format!("yatim {number}")));
        let mut parent = [0xaa; 32];
        parent[..2].copy_from_slice(&number.to_be_bytes());
        change.deps = vec![Hash(parent)];
        Written { kind: KIND, doc: household(1), scope, bytes: change.seal() }
    };
    let outcomes = caller.push(&raw_frame(&(0..500).map(orphan).collect::<Vec<_>>())).outcomes;
    let asked = |one: &Outcome| matches!(one, Outcome::NeedsHash(_));
    assert!(outcomes.iter().all(asked), "each parent is asked for");
    let kept = site.texts("SELECT code FROM held").len();
    assert!(kept <= 64, "a document keeps at most 64 orphans: {kept}");
}

#[test]
fn a_parent_that_comes_late_lets_its_children_in() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let (scope, doc) = (site.scope(DESA), household(1));
    let mut scribe = Scribe::of(&caller, 5);
    let all: Vec<Written> =
        ["satu", "dua", "tiga"].map(|text| scribe.edit(KIND, doc, scope, &[note(text)])).into();
    for child in all[1..].iter().rev() {
        let outcomes = caller.push(&raw_frame(std::slice::from_ref(child))).outcomes;
        assert!(matches!(outcomes[..], [Outcome::NeedsHash(_)]));
    }
    assert_eq!(caller.push(&raw_frame(&all[..1])).outcomes, [Outcome::Stored]);
    assert_eq!(site.values(doc, "f/note"), ["tiga"]);
    assert!(site.waiting(Queue::Held).is_empty(), "nothing waits any more");
    let again = caller.push(&raw_frame(&all)).outcomes;
    assert!(again.iter().all(|one| *one == Outcome::Duplicate));
}
