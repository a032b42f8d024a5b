//! Check 7: malformed frames, wrong sessions, other people's scopes, hostile changes in the midst
//! of a good frame: a clear answer each, nothing lost, the process alive.

use std::io::Write;
use std::net::TcpStream;

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use jangkau_sync::message::{ErrorCode, Outcome, PushAnswer, enrol, hello, pull, push};
use jangkau_sync::{Change, Edit, Hash, HeldCode, limit};
use jangkau_tests::hostile::{FRAMES, frames};
use jangkau_tests::people::Family;
use jangkau_tests::scribe::{Written, first_change, raw_frame};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Scribe, Site, Tablet, seed};
use rstest::rstest;

const KIND: DocKind = DocKind::Household;

fn household(number: u8) -> DocId {
    DocId([number; 16])
}

fn note(text: &str) -> Edit {
    Edit::put("f/note", Value::from(text))
}

/// Pushes something honest: the server is alive and as good as before.
fn still_serves(site: &Site, caller: &Caller, number: u8) {
    let edit = note(&format!("masih hidup {number}"));
    let change = first_change(caller, KIND, household(number), &edit).encode();
    let written =
        Written { kind: KIND, doc: household(number), scope: site.scope(DESA), bytes: change };
    assert_eq!(caller.push(&raw_frame(&[written])).outcomes, [Outcome::Stored]);
}

fn entries(site: &Site) -> usize {
    site.texts("SELECT CAST(pos AS TEXT) FROM log").len()
}

#[test]
fn hostile_frames_are_refused_and_change_nothing() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let count = FRAMES * usize::try_from(seed::times()).unwrap();
    for hostile in frames(&caller, 7, count) {
        let before = entries(&site);
        let reply = caller.post(push::PATH, hostile.bytes);
        match reply.status {
            // Under a right checksum a frame may read: then each of its changes is judged.
            200 => {
                let answer: PushAnswer = reply.message();
                let told = answer.outcomes.len();
                assert!(entries(&site) - before <= told, "work is bounded by what was sent");
            }
            400 | 413 | 422 => {
                assert_ne!(reply.refusal(), ErrorCode::Internal);
                assert_eq!(entries(&site), before, "{}: nothing was stored", hostile.what);
            }
            other => panic!("{}: status {other}", hostile.what),
        }
    }
    still_serves(&site, &caller, 1);
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

#[rstest]
#[case::html(b"<!doctype html><html><body>Masuk</body></html>".to_vec(), 400)]
#[case::json(b"{\"a\":".repeat(20_000), 400)]
#[case::nothing(Vec::new(), 400)]
#[case::zeros(vec![0; 4096], 400)]
#[case::another_message(Vec::from(*b"JK\x01\x15aaaaaaaa"), 400)]
#[case::too_long(vec![b'J'; limit::FRAME_BYTES + 1], 413)]
fn bodies_that_are_no_frame(#[case] body: Vec<u8>, #[case] status: u16) {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    for path in [push::PATH, pull::PATH, hello::PATH, enrol::PATH] {
        let reply = caller.post(path, body.clone());
        // Control messages have a smaller limit than frames.
        let expected = if path != push::PATH && body.len() > 64 * 1024 { 413 } else { status };
        assert!([expected, 401].contains(&reply.status), "{path}: {}", reply.status);
    }
    still_serves(&site, &caller, 1);
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

/// What may be wrong with one change of a hundred.
fn forge(what: &str, mut change: Change) -> Vec<u8> {
    match what {
        "type" => change.ops[0].action = jangkau_sync::Action::Put(Value::Int(7)),
        "author" => change.message = Some("v1.999.1.-".to_owned()),
        "nobody" => change.message = None,
        "key" => "F/NOTE".clone_into(&mut change.ops[0].key),
        "seq" => change.seq = 9,
        "far" => change.start_op += limit::START_OP_AHEAD + 1,
        "preds" => change.ops[0].preds = vec![change.op_id(0)],
        "time" => change.time = -1,
        _ => {
            let mut bytes = change.encode();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x40;
            return bytes;
        }
    }
    change.seal()
}

#[rstest]
fn ninety_nine_of_a_hundred_commit(
    #[values("type", "author", "nobody", "key", "seq", "far", "preds", "time", "bytes")] what: &str,
) {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let scope = site.scope(DESA);
    let written = (0..100u8).map(|number| {
        let doc = household(number);
        let change = first_change(&caller, KIND, doc, &note(&format!("catatan {number}")));
        let bytes = if number == 50 { forge(what, change) } else { change.encode() };
        Written { kind: KIND, doc, scope, bytes }
    });
    let frame = raw_frame(&written.collect::<Vec<_>>());
    let outcomes = caller.push(&frame).outcomes;
    assert_eq!(outcomes.iter().filter(|one| **one == Outcome::Stored).count(), 99);
    let Outcome::Held { code, text } = &outcomes[50] else { panic!("{:?}", outcomes[50]) };
    assert!(!text.is_empty(), "the reason is told");
    assert!([HeldCode::Hostile, HeldCode::NotAllowed].contains(code));
    assert_eq!(site.documents(KIND).len(), 99);
    assert_eq!(site.waiting(Queue::Held).len(), 1, "whoever must look sees it once");
    let again = caller.push(&frame).outcomes;
    assert_eq!(again.iter().filter(|one| **one == Outcome::Duplicate).count(), 99);
    assert_eq!(site.waiting(Queue::Held).len(), 1);
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
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
    still_serves(&site, &caller, 1);
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

#[test]
fn a_body_that_never_ends_holds_nobody_up() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let mut half_open = Vec::new();
    for number in 0..20 {
        let mut socket = TcpStream::connect(site.address()).unwrap();
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer {}\r\n\
             content-length: 1000\r\n\r\nJK",
            push::PATH,
            caller.token
        );
        socket.write_all(head.as_bytes()).unwrap();
        if number % 2 == 0 {
            half_open.push(socket);
        }
    }
    still_serves(&site, &caller, 1);
}

#[rstest]
#[case::get("GET")]
#[case::put("PUT")]
#[case::delete("DELETE")]
fn other_methods_are_refused(#[case] method: &str) {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    for path in [push::PATH, pull::PATH, hello::PATH, enrol::PATH] {
        assert_eq!(caller.method(method, path).status, 405, "{path}");
    }
}

#[test]
fn a_captive_portal_takes_nothing() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    let typed = tablet.start_new();
    Family::numbered(1).fill(&typed);
    typed.finish();
    let waiting = tablet.number("SELECT count(*) FROM outbox");
    assert!(waiting > 0);
    let portal = jangkau_tests::portal::Portal::open();
    tablet.move_to(&portal.url());
    let said = tablet.try_sync();
    assert!(!said.is_ok_and(|report| report.complete), "a login page is no server");
    assert_eq!(tablet.number("SELECT count(*) FROM outbox"), waiting);
    assert!(portal.asked() > 0);
    tablet.move_to(&site.url());
    tablet.sync();
    assert_eq!(tablet.number("SELECT count(*) FROM outbox"), 0);
    assert_eq!(site.documents(DocKind::Household).len(), 1);
}
