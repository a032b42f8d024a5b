//! Check 7: malformed frames, wrong sessions, other people's scopes, hostile changes in the midst
//! of a good frame: a clear answer each, nothing lost, the process alive.

use std::io::Write;
use std::net::TcpStream;

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::message::{ErrorCode, Outcome, PushAnswer, enrol, hello, pull, push};
use jangkau_sync::{Change, Edit, HeldCode, limit};
use jangkau_tests::hostile::{FRAMES, frames};
use jangkau_tests::people::Family;
use jangkau_tests::scribe::{Written, first_change, raw_frame};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Site, Tablet, seed};
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

#[test]
fn the_content_type_decides_nothing() {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let bearer = format!("Bearer {}", caller.token);
    for (number, kind) in (1..).zip(["text/plain", "application/json", "multipart/form-data", ""]) {
        let bytes = first_change(&caller, KIND, household(number), &note("a")).encode();
        let (doc, scope) = (household(number), site.scope(DESA));
        let frame = raw_frame(&[Written { kind: KIND, doc, scope, bytes }]);
        let headers = [("content-type", kind), ("authorization", bearer.as_str())];
        // A proxy may have put another one: the first bytes say what a body is.
        let reply = caller.post_with(push::PATH, &headers, frame);
        assert_eq!(reply.message::<PushAnswer>().outcomes, [Outcome::Stored], "{kind}");
    }
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
