//! One of each control message, full and as small as it can be.

use jangkau_domain::{DeviceId, Kab, ScopeId, UserId};
use jangkau_sync::message::hello::ability;
use jangkau_sync::message::{
    self, DocAnswer, Enrol, EnrolAnswer, ErrorAnswer, ErrorCode, Heads, Hello, HelloAnswer,
    Message, MessageError, MessageType, NumberBlock, Outcome, PullAnswer, PullRequest, PushAnswer,
    ScopeGrant, ScopeKind, ScopeState, StaleNonce,
};
use jangkau_sync::{Digest, Hash, HeldCode, Receipt};
use rand::RngExt;
use rstest::rstest;

use crate::gate::seed::each_seed;
use crate::wire::frame::mutant::reseal;

pub const NAMES: &[&str] = &[
    "enrol",
    "enrol_answer",
    "enrol_answer_small",
    "error_answer",
    "error_answer_small",
    "hello",
    "hello_answer",
    "hello_answer_small",
    "hello_small",
    "pull_answer",
    "pull_answer_small",
    "pull_request",
    "push_answer",
    "push_answer_small",
    "stale_nonce",
];

fn state(scope: u32) -> ScopeState {
    let (scope, digest) = (ScopeId(scope), Digest::from_bytes([0xd1; 32]));
    ScopeState { scope, epoch: 3, position: 70_000, digest }
}

fn grant() -> ScopeGrant {
    ScopeGrant {
        id: ScopeId(17),
        kind: ScopeKind::Desa,
        desa: Some("9901012001".to_owned()),
        name: "Sukamaju".to_owned(),
        key: Some([0x4b; 32]),
    }
}

fn small_grant() -> ScopeGrant {
    let kind = ScopeKind::Other(9);
    ScopeGrant { id: ScopeId(18), kind, desa: None, name: String::new(), key: None }
}

fn enrol() -> Enrol {
    Enrol {
        code: "JKT7-9QX2-44MN".to_owned(),
        public_key: [0x11; 32],
        device_name: "Tablet Sukamaju 1".to_owned(),
        app_version: "0.1.0".to_owned(),
        abilities: ability::ALL.to_vec(),
        dictionaries: vec![1],
        wants_recovery: Some(true),
    }
}

fn enrol_answer() -> EnrolAnswer {
    EnrolAnswer {
        device: DeviceId(12),
        user: UserId(7),
        user_name: "Fasilitator Contoh".to_owned(),
        device_name: "Tablet Sukamaju 1".to_owned(),
        server_name: "Kabupaten Contoh".to_owned(),
        roles: vec!["fs".to_owned()],
        scopes: vec![grant(), small_grant()],
        server_time: 1_752_454_800,
        number_block: NumberBlock { kab: Kab(9901), block: "0K7".to_owned() },
        nonce: vec![0x22; 16],
        epoch: 3,
        min_version: Some("0.1.0".to_owned()),
        recovery_recipient: Some("age1example".to_owned()),
        lease_until: Some(1_755_046_800),
    }
}

fn enrol_answer_small() -> EnrolAnswer {
    EnrolAnswer {
        roles: Vec::new(),
        scopes: Vec::new(),
        min_version: None,
        recovery_recipient: None,
        lease_until: None,
        ..enrol_answer()
    }
}

fn hello() -> Hello {
    Hello {
        device: DeviceId(12),
        nonce: vec![0x22; 16],
        abilities: ability::ALL.to_vec(),
        dictionaries: vec![1],
        scopes: vec![state(17), state(18)],
        app_version: "0.1.0".to_owned(),
        device_time: Some(-1),
        waiting: Some(250),
    }
}

fn hello_small() -> Hello {
    Hello { scopes: Vec::new(), device_time: None, waiting: None, ..hello() }
}

fn hello_answer() -> HelloAnswer {
    HelloAnswer {
        token: vec![0x33; 32],
        token_seconds: 3_600,
        nonce: vec![0x44; 16],
        epoch: 3,
        server_time: 1_752_454_800,
        scopes: vec![grant()],
        states: vec![state(17)],
        abilities: ability::ALL.to_vec(),
        dictionary: 1,
        min_version: Some("0.1.0".to_owned()),
        roles: Some(vec!["fs".to_owned(), "fop".to_owned()]),
        lease_until: Some(1_755_046_800),
    }
}

fn hello_answer_small() -> HelloAnswer {
    let scopes = vec![small_grant()];
    HelloAnswer { scopes, min_version: None, roles: None, lease_until: None, ..hello_answer() }
}

fn push_answer() -> PushAnswer {
    let receipt = Receipt { key: 1, mac: [0x55; 16] };
    let held = |code| Outcome::Held { code, text: "tidak diizinkan".to_owned() };
    let mut outcomes = vec![
        Outcome::Stored,
        Outcome::Duplicate,
        Outcome::NeedsHash(Hash([0x66; 32])),
        Outcome::NeedsId,
        Outcome::Raw,
    ];
    outcomes.extend(HeldCode::ALL.map(held));
    PushAnswer {
        frame: [1, 2, 3, 4],
        outcomes,
        docs: vec![
            DocAnswer { place: 0, heads: Heads::Change(0), receipt },
            DocAnswer { place: 1, heads: Heads::List(vec![Hash([7; 32]), Hash([8; 32])]), receipt },
        ],
        digests: vec![(ScopeId(17), Digest::from_bytes([0xd1; 32]))],
        epoch: 3,
    }
}

fn push_answer_small() -> PushAnswer {
    let (outcomes, docs, digests) = (Vec::new(), Vec::new(), Vec::new());
    PushAnswer { outcomes, docs, digests, ..push_answer() }
}

fn pull_request() -> PullRequest {
    PullRequest { scope: ScopeId(17), epoch: 3, cursor: 70_000, max_bytes: 16_384, full: true }
}

fn pull_answer() -> PullAnswer {
    PullAnswer {
        scope: ScopeId(17),
        cursor: 70_000,
        next: 70_123,
        more: false,
        epoch: 3,
        digest: Some(Digest::from_bytes([0xd1; 32])),
        frame: vec![9; 40],
        rows: vec![8; 40],
    }
}

fn pull_answer_small() -> PullAnswer {
    let (frame, rows) = (Vec::new(), Vec::new());
    PullAnswer { more: true, digest: None, frame, rows, ..pull_answer() }
}

fn error_answer() -> ErrorAnswer {
    ErrorAnswer {
        code: ErrorCode::Busy,
        retry_after: Some(30),
        error_id: Some("7f3a".to_owned()),
        min_version: Some("0.2.0".to_owned()),
    }
}

#[rstest]
#[case("enrol", enrol())]
#[case("enrol_answer", enrol_answer())]
#[case("enrol_answer_small", enrol_answer_small())]
#[case("hello", hello())]
#[case("hello_small", hello_small())]
#[case("hello_answer", hello_answer())]
#[case("hello_answer_small", hello_answer_small())]
#[case("stale_nonce", StaleNonce { nonce: vec![0x77; 16] })]
#[case("push_answer", push_answer())]
#[case("push_answer_small", push_answer_small())]
#[case("pull_request", pull_request())]
#[case("pull_answer", pull_answer())]
#[case("pull_answer_small", pull_answer_small())]
#[case("error_answer", error_answer())]
#[case("error_answer_small", ErrorAnswer::new(ErrorCode::Other(900)))]
fn decodes_for_ever<M: Message + PartialEq>(#[case] name: &str, #[case] message: M) {
    assert!(NAMES.contains(&name));
    let golden = super::file(name, &message::encode(&message));
    let decoded: M = message::decode(&golden).unwrap();
    assert!(decoded == message, "{name} says the same as on its first day");
    assert!(message::encode(&decoded) == golden, "{name} is written with the same bytes");
}

#[test]
fn every_type_of_message_has_a_file() {
    let types: Vec<u8> =
        NAMES.iter().chain(super::frames::NAMES).map(|name| super::file(name, &[])[3]).collect();
    assert!(MessageType::ALL.iter().all(|kind| types.contains(&(*kind as u8))));
}

/// A map with one more key, as a newer side would send it, behind a good head.
fn with_another_key(bytes: &[u8]) -> Vec<u8> {
    let mut newer = bytes.to_vec();
    // The first byte of the content is the head of a small map.
    newer[8] += 1;
    // Key 200 holds an array of a text and a map.
    newer.extend([0x18, 200, 0x82, 0x61, b'x', 0xa1, 0x01, 0x02]);
    reseal(&mut newer);
    newer
}

#[test]
fn keys_of_a_newer_side_are_passed_over() {
    let newer = with_another_key(&message::encode(&hello()));
    assert_eq!(message::decode::<Hello>(&newer), Ok(hello()));
    let newer = with_another_key(&message::encode(&pull_request()));
    assert_eq!(message::decode::<PullRequest>(&newer), Ok(pull_request()));
}

fn bent(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = message::encode(&pull_request());
    change(&mut bytes);
    reseal(&mut bytes);
    bytes
}

#[rstest]
#[case::empty(Vec::new(), MessageError::NotOurs)]
#[case::html(b"<!DOCTYPE html><html>".to_vec(), MessageError::NotOurs)]
#[case::newer(bent(|bytes| bytes[2] = 2), MessageError::Version(2))]
#[case::unknown(bent(|bytes| bytes[3] = 200), MessageError::Type(200))]
#[case::other(bent(|bytes| bytes[3] = 18), MessageError::Type(18))]
#[case::cut(bent(|bytes| { bytes.pop(); }), MessageError::Damaged)]
#[case::longer(bent(|bytes| bytes.push(0)), MessageError::Damaged)]
#[case::head_only(b"JK\x01\x16".to_vec(), MessageError::Checksum)]
#[case::too_long(vec![b'J'; 2_000_000], MessageError::TooLong)]
fn other_bytes_are_refused(#[case] bytes: Vec<u8>, #[case] error: MessageError) {
    assert_eq!(message::decode::<PullRequest>(&bytes), Err(error));
}

fn survives<M: Message>(bytes: &[u8]) {
    let _ = message::decode::<M>(bytes);
}

#[test]
fn damaged_messages_are_answered() {
    let files: Vec<Vec<u8>> = NAMES.iter().map(|name| super::file(name, &[])).collect();
    each_seed(4_000, |seed, random| {
        let mut bytes = files[seed as usize % files.len()].clone();
        for _ in 0..random.random_range(1..4) {
            let place = random.random_range(8..bytes.len());
            bytes[place] = random.random();
        }
        reseal(&mut bytes);
        survives::<Enrol>(&bytes);
        survives::<EnrolAnswer>(&bytes);
        survives::<Hello>(&bytes);
        survives::<HelloAnswer>(&bytes);
        survives::<PushAnswer>(&bytes);
        survives::<PullRequest>(&bytes);
        survives::<PullAnswer>(&bytes);
        survives::<ErrorAnswer>(&bytes);
    });
}

#[test]
fn deep_and_endless_cbor_is_refused() {
    for content in [vec![0x81; 60_000], vec![0xbf; 60_000], vec![0x9b; 60_000], vec![0xff; 9]] {
        let mut bytes = b"JK\x01\x15\0\0\0\0".to_vec();
        bytes.extend(content);
        reseal(&mut bytes);
        survives::<PushAnswer>(&bytes);
        bytes[3] = 18;
        reseal(&mut bytes);
        survives::<Hello>(&bytes);
    }
}
