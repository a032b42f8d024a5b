//! Every kind of content comes out as it went in.

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::frame::{Body, DocRef, Form, Frame, FrameKind, FrameWriter, Heading};
use jangkau_sync::sample::{Recorded, Sampler};
use jangkau_sync::{Actor, Author, Change, Edit, Hash, ReceiptKey, Register};
use rstest::rstest;

const ID: DocId = DocId([0xab; 16]);

fn author() -> Author {
    let visit = Some(Ulid::new(1_752_454_800_123, [5; 10]));
    Author { user: Some(UserId(7)), device: Some(DeviceId(12)), visit }
}

fn person() -> Register {
    Register::new(DocKind::Person, ID)
}

/// Sends one change and returns whether it travelled raw.
fn sent_raw(before: &Register, bytes: &[u8]) -> bool {
    let mut writer = FrameWriter::new(FrameKind::Push);
    writer.document(&Heading::new(before.kind(), before.id(), ScopeId(3)));
    writer.changes(&mut before.clone(), &[bytes], Form::Short);
    let frame = Frame::decode(&writer.finish(3)).unwrap();
    let record = &frame.docs[0].records()[0];
    assert!(record.rebuild(before).unwrap() == bytes, "the very bytes come back");
    assert!(record.same_as(&Change::parse(bytes).unwrap()));
    record.is_raw()
}

fn put(key: &str, value: Value) -> Edit {
    Edit::put(key, value)
}

#[rstest]
#[case::text(vec![put("f/name", "SUMIATI".into())])]
#[case::empty_text(vec![put("f/note", "".into())])]
#[case::long_text(vec![put("f/story", "ä".repeat(900).as_str().into())])]
#[case::numbers([0, -1, i64::MAX, i64::MIN].map(|one| put(&format!("f/{}", one as u8), Value::Int(one))).to_vec())]
#[case::yes_and_no(vec![put("f/a", Value::Bool(true)), put("f/b", Value::Bool(false))])]
#[case::own_id(vec![put("f/household", Value::Bytes(vec![0xab; 16]))])]
#[case::other_id(vec![put("f/household", Value::Bytes(vec![0xcd; 16]))])]
#[case::no_bytes(vec![put("f/x", Value::Bytes(Vec::new()))])]
#[case::event_of_the_visit(vec![put(&format!("ev/{}", author().visit.unwrap()), Value::Bytes(vec![0xa0]))])]
#[case::event_of_another(vec![put("ev/01k03eemm0q8w1e5r6t2y4n3m9", Value::Bytes(vec![0xa0]))])]
#[case::no_event(vec![put("ev/01k03eemm0", Value::Bool(true))])]
#[case::attachment(vec![put(&format!("att/{}", "0a".repeat(32)), "house".into())])]
#[case::no_attachment(vec![put("att/0a0b", "house".into())])]
#[case::longest_key(vec![put(&"k".repeat(96), Value::Bool(true))])]
#[case::many((0..200).map(|number| put(&format!("f/{number}"), Value::Int(number))).collect())]
#[case::thirty_one((0..31).map(|number| put(&format!("f/{number}"), Value::Int(number))).collect())]
fn comes_back_without_what_follows(#[case] edits: Vec<Edit>) {
    let change = person().propose(Actor::new([9; 8]), &author(), -5, &edits).unwrap();
    assert!(!sent_raw(&person(), &change.encode()));
}

#[rstest]
#[case::nobody(Author { user: None, device: None, visit: None })]
#[case::page(Author { user: Some(UserId(u32::MAX)), device: None, visit: None })]
#[case::server(Author { user: None, device: None, visit: author().visit })]
fn comes_back_from_every_author(#[case] author: Author) {
    let edits = [put("f/name", "SUMIATI".into())];
    let change = person().propose(Actor::new([9; 8]), &author, i64::MAX, &edits).unwrap();
    assert!(!sent_raw(&person(), &change.encode()));
}

#[test]
fn what_does_not_follow_travels_whole() {
    let edits = [put("f/name", "SUMIATI".into())];
    let mut change = person().propose(Actor::new([9; 8]), &author(), 5, &edits).unwrap();
    change.message = Some("v1.7.12".to_owned());
    let other_author = change.seal();
    assert!(sent_raw(&person(), &other_author));
    change.message = Some(author().to_string());
    change.start_op = 70;
    let other_place = change.seal();
    assert!(sent_raw(&person(), &other_place));
}

#[test]
fn documents_keep_their_headings() {
    let mut sampler = Sampler::new(5);
    let mut batch = sampler.edits(6, 2);
    let key = ReceiptKey::new(9, [1; 32]);
    for (place, one) in batch.iter_mut().enumerate() {
        one.heading.scope = ScopeId([4, 4, 70_000][place % 3]);
        one.heading.known = place % 2 == 0;
        if place == 3 {
            one.heading.offered = vec![Hash([1; 32]), Hash([2; 32])];
            one.heading.receipt = Some(key.sign(&one.heading.id, &one.heading.offered));
        }
    }
    let frame = Recorded::frame(&batch, FrameKind::Push).finish(19);
    let frame = Frame::decode(&frame).unwrap();
    assert_eq!(frame.docs.len(), batch.len());
    for (part, one) in frame.docs.iter().zip(&batch) {
        let heading = &one.heading;
        let mut prefix = [0; 6];
        prefix.copy_from_slice(&heading.id.0[..6]);
        let full = DocRef::Full(heading.kind, heading.id);
        assert_eq!(part.doc, if heading.known { DocRef::Prefix(prefix) } else { full });
        assert_eq!(part.scope, heading.scope);
        assert_eq!(part.receipt, heading.receipt);
        assert_eq!(part.offered, heading.offered);
        assert!(part.records()[0].rebuild(&one.before).unwrap() == one.changes[0]);
    }
    let places: Vec<u32> = frame.records().map(|(_, record)| record.place).collect();
    assert_eq!(places, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_snapshot_travels_from_the_server_only() {
    let snapshot = vec![7; 3_000];
    let frame = |kind| {
        let mut writer = FrameWriter::new(kind);
        writer.document(&Heading::new(DocKind::Case, ID, ScopeId(3)));
        writer.snapshot(&snapshot);
        Frame::decode(&writer.finish(3))
    };
    let pulled = frame(FrameKind::Pull).unwrap();
    assert!(matches!(&pulled.docs[0].body, Body::Snapshot(bytes) if *bytes == snapshot));
    assert!(frame(FrameKind::Push).is_err());
}

#[test]
fn a_document_without_changes_leaves_no_trace() {
    let mut sampler = Sampler::new(6);
    let batch = sampler.new_records(3, false);
    let mut writer = FrameWriter::new(FrameKind::Push);
    let mut empty = batch[0].heading.clone();
    for one in &batch {
        empty.id = DocId([empty.id.0[0].wrapping_add(1); 16]);
        writer.document(&empty);
        one.write(&mut writer, Form::Short);
    }
    writer.document(&empty);
    let frame = Frame::decode(&writer.finish(3)).unwrap();
    assert_eq!(frame.docs.len(), 3);
    for (part, one) in frame.docs.iter().zip(&batch) {
        assert!(part.records()[0].rebuild(&one.before).unwrap() == one.changes[0]);
    }
}

#[test]
fn another_register_gives_no_change() {
    let mut sampler = Sampler::new(7);
    let batch = sampler.edits(3, 3);
    let frame = Recorded::frame(&batch, FrameKind::Push).finish(3);
    let frame = Frame::decode(&frame).unwrap();
    let record = &frame.docs[0].records()[0];
    assert!(record.rebuild(&batch[1].before).is_err());
    assert!(!record.same_as(&Change::parse(&batch[1].changes[0]).unwrap()));
    let empty = Register::new(batch[0].heading.kind, batch[0].heading.id);
    assert!(record.rebuild(&empty).is_err());
}
