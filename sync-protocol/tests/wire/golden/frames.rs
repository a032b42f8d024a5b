//! A frame of each kind, with changes that are written down here.

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::frame::{Body, DocRef, Form, Frame, FrameKind, FrameWriter, Heading};
use jangkau_sync::row::{FeedRow, Notice, RowId, decode_frame, encode_frame};
use jangkau_sync::{Actor, Author, Change, Edit, Hash, Receipt, Register};

pub const NAMES: &[&str] = &["frame_pull", "frame_push", "frame_push_stored", "frame_rows"];

const HOME: DocId = DocId([0xab; 16]);
const PERSON: DocId = DocId([0xcd; 16]);
const SCOPE: ScopeId = ScopeId(17);

fn author() -> Author {
    let visit = Some(Ulid::new(1_752_460_500_123, [7; 10]));
    Author { user: Some(UserId(7)), device: Some(DeviceId(12)), visit }
}

fn write(register: &mut Register, time: i64, edits: &[Edit]) -> Vec<u8> {
    let change = register.propose(Actor::new([3; 8]), &author(), time, edits).unwrap();
    let fit = register.check(&change, || Err(())).unwrap();
    register.apply(&change, fit);
    change.encode()
}

/// A household, then one of its members in two changes.
fn changes() -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let mut home = Register::new(DocKind::Household, HOME);
    let mut person = Register::new(DocKind::Person, PERSON);
    let visit = format!("ev/{}", author().visit.unwrap());
    let first = [
        Edit::put("f/kk", "9901011203150007".into()),
        Edit::put("f/size", Value::Int(3)),
        Edit::put(visit, Value::Bytes(vec![0xa1, 0x00, 0x01])),
    ];
    let second = [
        Edit::put("f/name", "SUMIATI".into()),
        Edit::put("f/household", Value::Bytes(HOME.0.to_vec())),
        Edit::put("f/sms_ok", Value::Bool(true)),
    ];
    let third = [Edit::put("f/name", "SUMIYATI".into()), Edit::delete("f/sms_ok")];
    let home = vec![write(&mut home, 1_752_460_600, &first)];
    let person =
        vec![write(&mut person, 1_752_460_700, &second), write(&mut person, 1_752_460_800, &third)];
    (home, person)
}

fn writer(kind: FrameKind) -> FrameWriter {
    let (home, person) = changes();
    let mut writer = FrameWriter::new(kind);
    writer.document(&Heading::new(DocKind::Household, HOME, SCOPE));
    writer.changes(&mut Register::new(DocKind::Household, HOME), &home, Form::Raw);
    let mut heading = Heading::new(DocKind::Person, PERSON, SCOPE);
    if kind == FrameKind::Push {
        heading.offered = vec![Hash([9; 32])];
    }
    heading.receipt = Some(Receipt { key: 1, mac: [0x55; 16] });
    writer.document(&heading);
    writer.changes(&mut Register::new(DocKind::Person, PERSON), &person, Form::Short);
    writer
}

fn check(name: &str, present: &[u8]) -> Frame {
    let frame = Frame::decode(&super::file(name, present)).unwrap();
    let (home, person) = changes();
    assert_eq!(frame.docs[0].doc, DocRef::Full(DocKind::Household, HOME));
    assert!(frame.docs[0].records()[0].is_raw());
    let mut register = Register::new(DocKind::Household, HOME);
    assert!(frame.docs[0].records()[0].rebuild(&register).unwrap() == home[0]);
    register = Register::new(DocKind::Person, PERSON);
    assert_eq!(frame.docs[1].receipt, Some(Receipt { key: 1, mac: [0x55; 16] }));
    for (record, bytes) in frame.docs[1].records().iter().zip(&person) {
        assert!(!record.is_raw());
        assert!(record.rebuild(&register).unwrap() == *bytes, "{name} gives the very bytes");
        let change = Change::parse(bytes).unwrap();
        let fit = register.check(&change, || Err(())).unwrap();
        register.apply(&change, fit);
    }
    frame
}

#[test]
fn a_pushed_frame_decodes_for_ever() {
    let frame = check("frame_push", &writer(FrameKind::Push).finish(19));
    assert_eq!(frame.docs[1].offered, [Hash([9; 32])]);
    check("frame_push_stored", &writer(FrameKind::Push).finish_with(0, 19));
}

#[test]
fn a_stored_frame_is_written_with_the_same_bytes() {
    let present = writer(FrameKind::Push).finish_with(0, 19);
    assert_eq!(super::file("frame_push_stored", &present), present);
}

#[test]
fn a_pulled_frame_decodes_for_ever() {
    let mut writer = writer(FrameKind::Pull);
    writer.document(&Heading::known(DocKind::Case, DocId([0xef; 16]), ScopeId(18)));
    writer.snapshot(&[1, 2, 3, 4]);
    let frame = check("frame_pull", &writer.finish(3));
    assert_eq!(frame.docs[2].doc, DocRef::Prefix([0xef; 6]));
    assert_eq!(frame.docs[2].scope, ScopeId(18));
    assert!(matches!(&frame.docs[2].body, Body::Snapshot(bytes) if *bytes == [1, 2, 3, 4]));
}

#[test]
fn a_frame_of_rows_decodes_for_ever() {
    let notice = Notice { text: "Rapat hari Senin".to_owned(), by: "SPV".to_owned(), until: None };
    let row = FeedRow::new(RowId([1; 16]), 9, 1_752_460_600, &notice.into());
    let golden = super::file("frame_rows", &encode_frame(std::slice::from_ref(&row), 3));
    assert!(decode_frame(&golden).unwrap() == [row]);
}
