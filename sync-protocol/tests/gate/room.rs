//! Nobody can fill a document so that the others can no longer write to it or fetch it.

use jangkau_domain::{DocKind, Value};
use jangkau_sync::{Change, Document, Edit, limit};

use super::honest::{Answer, Server, TIME, actor, author, put, tablet};

/// A change by an actor of its own who has seen nothing but the genesis.
fn blind(server: &Server, number: u64, edits: &[Edit]) -> Vec<u8> {
    let empty = jangkau_sync::Register::new(server.register.kind(), server.register.id());
    let mut bytes = number.to_be_bytes();
    bytes[0] = 7;
    let actor = jangkau_sync::Actor::new(bytes);
    empty.propose(actor, &author(), TIME, edits).unwrap().encode()
}

fn text(key: &str, number: u64) -> Edit {
    put(key, &format!("{number:016}"))
}

/// An honest writer who has all of it goes on, and others can fetch the document.
fn still_usable(server: &mut Server, keys: &[&str]) {
    let edits: Vec<_> = keys.iter().map(|key| put(key, "honest")).collect();
    let bytes = server.document.edit(actor(1), &author(), TIME, &edits).unwrap().unwrap();
    assert!(Change::parse(&bytes).is_ok());
    let snapshot = server.document.save();
    assert!(snapshot.len() <= limit::FRAME_BYTES);
    assert!(Document::load(&snapshot).is_ok());
}

#[test]
fn heads_are_bounded_until_somebody_joins_them() {
    let mut server = Server::new(DocKind::Person);
    for number in 0..limit::DOCUMENT_HEADS as u64 {
        let bytes = blind(&server, number, &[text(&format!("f/k{number}"), number)]);
        assert_eq!(server.push(&tablet("fs"), &bytes), Answer::Stored);
    }
    let late = blind(&server, 9_999, &[text("f/name", 1)]);
    let full = Answer::not_allowed("the document is full: heads");
    assert_eq!(server.push(&tablet("fs"), &late), full);
    assert_eq!(server.push_edits("fs", &[put("f/sex", "f")]), Answer::Stored);
    assert_eq!(server.register.heads().len(), 1);
    assert_eq!(server.push(&tablet("fs"), &late), Answer::Stored);
    still_usable(&mut server, &["f/name", "f/job"]);
}

#[test]
fn conflicts_are_bounded_until_somebody_settles_them() {
    let mut server = Server::new(DocKind::Person);
    let keys: Vec<String> = (0..40).map(|number| format!("f/k{number}")).collect();
    let mut pushed = 0;
    let refused = loop {
        let edits: Vec<_> = keys.iter().map(|key| text(key, pushed)).collect();
        match server.push(&tablet("fs"), &blind(&server, pushed, &edits)) {
            Answer::Stored => pushed += 1,
            answer => break answer,
        }
    };
    assert_eq!(refused, Answer::not_allowed("the document is full: conflicts"));
    assert!(server.register.conflicts() <= limit::DOCUMENT_CONFLICTS);
    assert!(server.register.conflicts() + keys.len() > limit::DOCUMENT_CONFLICTS);
    // One form over all of them settles all.
    let all: Vec<&str> = keys.iter().map(String::as_str).collect();
    let edits: Vec<_> = all.iter().map(|key| put(key, "settled")).collect();
    assert_eq!(server.push_edits("fs", &edits), Answer::Stored);
    assert_eq!(server.register.conflicts(), 0);
    still_usable(&mut server, &all);
}

#[test]
fn bytes_are_bounded_so_that_a_snapshot_fits_a_frame() {
    let mut server = Server::new(DocKind::Person);
    let noise = |number: u64| {
        let word = |n: u64| (number << 32 | n).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        Value::Bytes((0..3_000).flat_map(word).collect())
    };
    let mut pushed = 0;
    let refused = loop {
        match server.push_edits("fs", &[Edit::put("f/new_photo", noise(pushed))]) {
            Answer::Stored => pushed += 1,
            answer => break answer,
        }
    };
    assert_eq!(refused, Answer::not_allowed("the document is full: bytes"));
    assert!(pushed >= 9);
    assert!(server.document.save().len() as u64 <= server.register.weight() + 1_024);
    still_usable(&mut server, &["f/name"]);
}
