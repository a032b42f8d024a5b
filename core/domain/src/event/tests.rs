//! Events read back, have one form, and bad bytes are refused with a reason.

use minicbor::Encoder;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::{DocId, DocKind};

fn visit() -> Visit {
    Visit {
        place: "home".into(),
        purpose: "outreach".into(),
        outcome: "met".into(),
        met: Some(DocId([0x41; 16])),
        consent: Some("thumb".into()),
        consent_text: Some(3),
        consent_by: Some("SUMIATI".into()),
        from_s: 1_752_460_500,
        to_s: 1_752_462_600,
        channel: "fs".into(),
        unchanged: vec!["housing".into()],
        told: vec!["pkh".into()],
        ..Visit::default()
    }
}

fn submit() -> Submit {
    Submit {
        route: "review".into(),
        similar: vec![],
        still_new: None,
        kept: vec!["nik_region".into()],
    }
}

fn bodies() -> Vec<EventBody> {
    let text = || "Sudah dijelaskan".to_owned();
    vec![
        EventBody::Visit(visit()),
        EventBody::Submit(submit()),
        EventBody::Answer(Answer { text: text(), catalogue: Some(4) }),
        EventBody::Papers(Papers { got: "both".into() }),
        EventBody::Correct(Correct { returned: "12".into(), text: Some(text()) }),
        EventBody::Inform(Inform {
            task: "9".into(),
            channel: "visit".into(),
            reached: "self".into(),
            on: "2025-07-14".into(),
            word: "in_process".into(),
        }),
        EventBody::Withdraw(Withdraw { reason: "solved".into(), text: None }),
        EventBody::Object(Object { text: text() }),
        EventBody::Note(Note { purpose: "reply".into(), text: text(), request: Some("3".into()) }),
        EventBody::CrossCheck(CrossCheck {
            task: "5".into(),
            found: "yes".into(),
            visited: "yes".into(),
            identity: "yes".into(),
            programs: "no".into(),
            complaint: "unknown".into(),
            was_told: "no".into(),
            note: None,
        }),
    ]
}

fn event(body: EventBody) -> Event {
    Event { at_s: 1_752_460_500, seen: Some(2), body }
}

#[test]
fn every_kind_reads_back_and_has_no_fault() {
    let kinds: Vec<_> = bodies()
        .into_iter()
        .map(|body| {
            let event = event(body);
            let bytes = event.encode();
            assert!(bytes.len() <= EVENT_MAX);
            assert!(
                Event::decode(&bytes).is_ok_and(|read| read == event),
                "{}",
                event.kind().key()
            );
            assert_eq!(event.faults(), [], "{}", event.kind().key());
            event.kind()
        })
        .collect();
    assert_eq!(kinds, EventKind::ALL);
}

#[test]
fn bytes_are_fixed_for_ever() {
    let body = EventBody::Submit(Submit {
        route: "review".into(),
        similar: vec![],
        still_new: None,
        kept: vec![],
    });
    let submit = Event { at_s: 1_752_462_480, seen: Some(0), body };
    assert_eq!(hex(&submit.encode()), "a40002011a687474900200181f66726576696577");
    let body = EventBody::Visit(Visit {
        met: None,
        consent: None,
        consent_text: None,
        consent_by: None,
        unchanged: vec![],
        told: vec![],
        ..visit()
    });
    let visit = Event { at_s: 1_752_460_500, seen: None, body };
    assert_eq!(
        hex(&visit.encode()),
        "a80001011a68746cd40a64686f6d650b686f757472656163680c636d6574\
         121a68746cd4131a6874750814626673"
    );
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a map of ascending keys whose values are the number 1 or a text.
fn map(entries: &[(u64, Option<&str>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes);
    encoder.map(entries.len() as u64).unwrap();
    for (key, text) in entries {
        encoder.u64(*key).unwrap();
        match text {
            Some(text) => encoder.str(text).unwrap(),
            None => encoder.u8(1).unwrap(),
        };
    }
    bytes
}

#[test]
fn keys_of_a_newer_program_are_passed_over() {
    let note = [(0, None), (1, None)];
    assert!(matches!(Event::decode(&map(&note)), Err(EventError::Missing(10))));
    let mut bytes =
        map(&[(0, None), (1, None), (3, Some("x")), (75, Some("teks")), (900, Some("y"))]);
    bytes[2] = 8;
    let read = Event::decode(&bytes).unwrap_or_else(|error| panic!("{error}"));
    assert!(read.body == EventBody::Object(Object { text: "teks".into() }));
}

#[test]
fn each_required_key_is_required() {
    for body in bodies() {
        let event = event(body);
        for key in event.kind().required() {
            let cut = without(&event.encode(), u64::from(*key));
            assert!(Event::decode(&cut).err() == Some(EventError::Missing(*key)), "{key}");
        }
        for key in [0, 1] {
            assert!(Event::decode(&without(&event.encode(), key)).is_err());
        }
    }
}

fn without(bytes: &[u8], gone: u64) -> Vec<u8> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let count = decoder.map().unwrap().unwrap();
    let mut kept = Vec::new();
    let mut left = 0;
    for _ in 0..count {
        let start = decoder.position();
        let key = decoder.u64().unwrap();
        decoder.skip().unwrap();
        if key != gone {
            kept.extend_from_slice(&bytes[start..decoder.position()]);
            left += 1;
        }
    }
    let mut cut = Vec::new();
    Encoder::new(&mut cut).map(left).unwrap();
    cut.extend(kept);
    cut
}

#[rstest]
#[case::empty(vec![], EventError::Form)]
#[case::no_map(vec![0x80], EventError::Form)]
#[case::endless_map(vec![0xbf, 0x00, 0x08, 0xff], EventError::Form)]
#[case::descending(vec![0xa2, 0x01, 0x01, 0x00, 0x08], EventError::Form)]
#[case::twice(vec![0xa2, 0x00, 0x08, 0x00, 0x08], EventError::Form)]
#[case::text_key(vec![0xa1, 0x61, 0x30, 0x08], EventError::Form)]
#[case::negative_key(vec![0xa1, 0x20, 0x08], EventError::Form)]
#[case::cut(vec![0xa2, 0x00, 0x08], EventError::Form)]
#[case::more_behind(vec![0xa0, 0x00], EventError::Form)]
#[case::no_kind(vec![0xa0], EventError::Kind)]
#[case::kind_of_a_newer_program(vec![0xa2, 0x00, 0x18, 0x63, 0x01, 0x01], EventError::Kind)]
#[case::no_time(vec![0xa1, 0x00, 0x08], EventError::Missing(1))]
#[case::number_for_text(vec![0xa3, 0x00, 0x08, 0x01, 0x01, 0x18, 0x4b, 0x01], EventError::Value)]
#[case::long(vec![0; 4097], EventError::TooLong(4097))]
#[case::promised_length(vec![0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], EventError::Form)]
fn refuses(#[case] bytes: Vec<u8>, #[case] error: EventError) {
    assert_eq!(Event::decode(&bytes).err(), Some(error));
}

#[rstest]
#[case::no_consent(Visit { consent: None, ..visit() }, &[Fault::Missing(15)])]
#[case::not_met(Visit { consent: None, outcome: "not_home".into(), ..visit() }, &[])]
#[case::paper(
    Visit { channel: "paper".into(), paper_no: Some("7".into()), ..visit() },
    &[Fault::Missing(22), Fault::Missing(23)]
)]
#[case::newer_place(Visit { place: "moon".into(), ..visit() }, &[Fault::Unknown(10)])]
#[case::ends_before_it_begins(Visit { to_s: 0, ..visit() }, &[Fault::Unknown(19)])]
#[case::long_note(Visit { note: Some("x".repeat(501)), ..visit() }, &[Fault::Length(28)])]
fn judges_a_visit(#[case] visit: Visit, #[case] faults: &[Fault]) {
    assert_eq!(event(EventBody::Visit(visit)).faults(), faults);
}

#[test]
fn judges_what_goes_with_what() {
    let similar = Submit { similar: vec![DocId([1; 16])], ..submit() };
    assert_eq!(event(EventBody::Submit(similar)).faults(), [Fault::Missing(33)]);
    let reply = Note { purpose: "reply".into(), text: " ".into(), request: None };
    assert_eq!(event(EventBody::Note(reply)).faults(), [Fault::Length(81), Fault::Missing(82)]);
    let papers = Papers { got: "ktp".into() };
    assert_eq!(event(EventBody::Papers(papers)).faults(), [Fault::Unknown(45)]);
}

#[test]
fn documents_hold_only_their_events() {
    let holds = |doc: DocKind| -> Vec<_> {
        EventKind::ALL.into_iter().filter(|kind| kind.fits(doc)).map(EventKind::number).collect()
    };
    assert_eq!(holds(DocKind::Person), [1, 5, 9]);
    assert_eq!(holds(DocKind::Household), [1, 5, 9, 10]);
    assert_eq!(holds(DocKind::Case), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(event) = Event::decode(&bytes) {
            let again = event.encode();
            prop_assert!(Event::decode(&again).is_ok_and(|read| read == event));
        }
    }

    #[test]
    fn a_changed_byte_never_panics(at in 0usize..120, byte: u8, which in 0usize..10) {
        let mut bytes = event(bodies().swap_remove(which)).encode();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = Event::decode(&bytes).map(|event| event.faults());
    }

    #[test]
    fn texts_read_back(text in ".{0,300}", at_s: i64, seen: Option<u64>) {
        let event = Event { at_s, seen, body: EventBody::Answer(Answer { text, catalogue: None }) };
        let bytes = event.encode();
        prop_assert_eq!(&bytes, &event.clone().encode());
        prop_assert!(Event::decode(&bytes).is_ok_and(|read| read == event));
    }
}
