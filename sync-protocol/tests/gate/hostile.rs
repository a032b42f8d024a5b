//! Bytes that broke automerge 0.12 or could: refused, and at little cost whatever they announce.

use jangkau_domain::{DocKind, Value};
use jangkau_sync::{Change, Edit, Hash, Hostile, OpId, limit};
use rstest::rstest;

use super::honest::{Answer, Server, TIME, actor, author, put, tablet};
use super::raw::{self, Raw, leb, signed};

/// An honest change of two keys, one of them put before.
fn honest() -> (Server, Vec<u8>) {
    let mut server = Server::new(DocKind::Person);
    assert_eq!(server.push_edits("fs", &[put("f/name", "Siti")]), Answer::Stored);
    let edits = [put("f/name", "Sitti"), put("f/sex", "f")];
    let bytes = server.register.propose(actor(2), &author(), TIME, &edits).unwrap().encode();
    (server, bytes)
}

fn refused(forge: impl Fn(&mut Raw)) -> Hostile {
    let (_, bytes) = honest();
    let mut pieces = Raw::of(&bytes);
    assert!(pieces.encode() == bytes, "the pieces give the change again");
    forge(&mut pieces);
    refused_bytes(&pieces.encode())
}

/// Reads bytes that must be refused, and proves that this cost little.
fn refused_bytes(bytes: &[u8]) -> Hostile {
    let (change, cost) = Change::parse_counted(bytes);
    let length = bytes.len() as u64;
    assert!(cost.steps <= 64 + length, "{} steps for {length} bytes", cost.steps);
    assert!(cost.allocated <= 4_096 + 64 * length, "{} B for {length}", cost.allocated);
    match change {
        Ok(_) => panic!("it was read"),
        Err(why) => why,
    }
}

#[rstest]
#[case::ten_million_nulls(raw::KEY, [vec![0], leb(10_000_000)].concat(), Hostile::Value)]
#[case::keys_2_to_26(raw::KEY, [signed(1 << 26), b"\x01k".to_vec()].concat(), Hostile::TooMany)]
#[case::actions_2_to_26(raw::ACTION, [signed(1 << 26), vec![1]].concat(), Hostile::TooMany)]
#[case::actions_2_to_40(raw::ACTION, [signed(1 << 40), vec![1]].concat(), Hostile::TooMany)]
#[case::actions_2_to_62(raw::ACTION, [signed(1 << 62), vec![1]].concat(), Hostile::TooMany)]
#[case::literals_2_to_62(raw::ACTION, signed(-(1 << 62)), Hostile::TooMany)]
#[case::values_2_to_40(raw::META, [signed(1 << 40), vec![0x16]].concat(), Hostile::TooMany)]
#[case::value_of_1_gib(raw::META, [signed(-2), leb(1 << 34 | 6), vec![0x16]].concat(), Hostile::Cut)]
#[case::preds_2_to_40(raw::PRED_COUNTER, [signed(1 << 40), vec![1]].concat(), Hostile::TooMany)]
#[case::pred_count_2_to_40(raw::PRED_COUNT, [signed(2), leb(1 << 40)].concat(), Hostile::Columns)]
#[case::counters_overflow(raw::PRED_COUNTER, [signed(2), signed(i64::MAX)].concat(), Hostile::Value)]
#[case::negative_counter(raw::PRED_COUNTER, [signed(-1), signed(-3)].concat(), Hostile::Preds)]
#[case::unknown_actor(raw::PRED_ACTOR, [signed(-1), leb(9)].concat(), Hostile::Preds)]
#[case::make_a_map(raw::ACTION, [signed(2), vec![0]].concat(), Hostile::Action)]
#[case::make_a_list(raw::ACTION, [signed(2), vec![2]].concat(), Hostile::Action)]
#[case::increment(raw::ACTION, [signed(2), vec![5]].concat(), Hostile::Action)]
#[case::unknown_action(raw::ACTION, [signed(2), leb(u64::MAX)].concat(), Hostile::Action)]
#[case::inserts(raw::INSERT, vec![0, 2], Hostile::NotCanonical)]
#[case::null(raw::META, [signed(2), vec![0]].concat(), Hostile::Value)]
#[case::unsigned(raw::META, [signed(2), vec![0x13]].concat(), Hostile::Value)]
#[case::float(raw::META, [signed(2), vec![0x85, 1]].concat(), Hostile::Cut)]
#[case::counter(raw::META, [signed(2), vec![0x18]].concat(), Hostile::Value)]
#[case::timestamp(raw::META, [signed(2), vec![0x19]].concat(), Hostile::Value)]
#[case::no_utf8(raw::VALUE, vec![0xff; 6], Hostile::Value)]
#[case::value_left_over(raw::VALUE, b"Sittiff".to_vec(), Hostile::Columns)]
fn refuses_columns(#[case] column: u64, #[case] data: Vec<u8>, #[case] why: Hostile) {
    assert_eq!(refused(|pieces| *pieces.column(column) = data.clone()), why);
}

#[rstest]
#[case::object_actor(0x01)]
#[case::object_counter(0x02)]
#[case::list_actor(0x11)]
#[case::list_counter(0x13)]
#[case::expand(0x94)]
#[case::mark_name(0xa5)]
#[case::unknown(0xf6)]
#[case::deflated_keys(0x1d)]
#[case::deflated_values(0x5f)]
fn refuses_columns_of_other_documents(#[case] column: u64) {
    let why = refused(|pieces| *pieces.column(column) = vec![0x7e, 0, 0]);
    assert_eq!(why, Hostile::Column);
}

#[rstest]
#[case::empty(b"".as_slice())]
#[case::upper_case(b"F/name")]
#[case::space(b"f/na me")]
#[case::zero(b"f/na\0me")]
#[case::right_to_left(b"f/\xe2\x80\xaename")]
#[case::no_utf8(b"f/\xff")]
#[case::long(&[b'k'; 97])]
fn refuses_keys(#[case] key: &[u8]) {
    let column = [&[0x7e, key.len() as u8], key, b"\x05f/sex"].concat();
    assert_eq!(refused(|pieces| *pieces.column(raw::KEY) = column.clone()), Hostile::Key);
}

#[rstest]
#[case::side_by_side(b"\x02\x05f/sex")]
#[case::apart(b"\x7d\x05f/sex\x01k\x05f/sex")]
fn refuses_two_operations_on_one_key(#[case] column: &[u8]) {
    let why = refused(|pieces| *pieces.column(raw::KEY) = column.to_vec());
    assert_eq!(why, Hostile::RepeatedKey);
}

#[rstest]
#[case::longer_seq(|pieces: &mut Raw| pieces.seq = vec![0x81, 0], Hostile::NotCanonical)]
#[case::longer_start(|pieces: &mut Raw| pieces.start_op = vec![0x84, 0], Hostile::NotCanonical)]
#[case::seq_over_64_bits(|pieces: &mut Raw| pieces.seq = [[0x80; 10].as_slice(), &[1]].concat(), Hostile::Cut)]
#[case::start_zero(|pieces: &mut Raw| pieces.start_op = vec![0], Hostile::StartOp)]
#[case::start_beyond_32_bits(|pieces: &mut Raw| pieces.start_op = leb(u64::from(u32::MAX)), Hostile::StartOp)]
#[case::start_u64_max(|pieces: &mut Raw| pieces.start_op = leb(u64::MAX), Hostile::StartOp)]
#[case::before_1970(|pieces: &mut Raw| pieces.time = signed(-1), Hostile::Time)]
#[case::least_time(|pieces: &mut Raw| pieces.time = signed(i64::MIN), Hostile::Time)]
#[case::far_future(|pieces: &mut Raw| pieces.time = signed(i64::MAX), Hostile::Time)]
#[case::short_actor(|pieces: &mut Raw| pieces.actor = vec![7; 7], Hostile::Actor)]
#[case::long_actor(|pieces: &mut Raw| pieces.actor = vec![7; 16], Hostile::Actor)]
#[case::empty_actor(|pieces: &mut Raw| pieces.actor.clear(), Hostile::Actor)]
#[case::unused_actor(|pieces: &mut Raw| pieces.others.push(vec![9; 8]), Hostile::NotCanonical)]
#[case::actor_twice(|pieces: &mut Raw| pieces.others = vec![vec![1; 8]; 2], Hostile::NotCanonical)]
#[case::own_actor_listed(|pieces: &mut Raw| pieces.others.push(vec![2; 8]), Hostile::NotCanonical)]
#[case::long_message(|pieces: &mut Raw| pieces.message = vec![b'm'; 257], Hostile::TooLong)]
#[case::message_no_utf8(|pieces: &mut Raw| pieces.message = vec![0xff], Hostile::Value)]
#[case::many_deps(|pieces: &mut Raw| pieces.deps = vec![[1; 32]; 257], Hostile::TooMany)]
#[case::dep_twice(|pieces: &mut Raw| pieces.deps = vec![[1; 32]; 2], Hostile::Deps)]
#[case::deps_unsorted(|pieces: &mut Raw| pieces.deps = vec![[2; 32], [1; 32]], Hostile::Deps)]
#[case::byte_too_many(|pieces: &mut Raw| pieces.extra.push(0), Hostile::NotCanonical)]
#[case::author_footer(|pieces: &mut Raw| pieces.extra = vec![1, 1, 7], Hostile::NotCanonical)]
#[case::document(|pieces: &mut Raw| pieces.kind = 0, Hostile::NotAChange)]
#[case::compressed(|pieces: &mut Raw| pieces.kind = 2, Hostile::NotAChange)]
#[case::bundle(|pieces: &mut Raw| pieces.kind = 3, Hostile::NotAChange)]
#[case::future(|pieces: &mut Raw| pieces.kind = 4, Hostile::NotAChange)]
#[case::no_columns(|pieces: &mut Raw| pieces.columns.clear(), Hostile::Nothing)]
#[case::columns_reversed(|pieces: &mut Raw| pieces.columns.reverse(), Hostile::Column)]
#[case::empty_column(|pieces: &mut Raw| pieces.column(0x94).clear(), Hostile::Column)]
fn refuses_pieces(#[case] forge: fn(&mut Raw), #[case] why: Hostile) {
    assert_eq!(refused(forge), why);
}

#[rstest]
#[case::nothing(vec![], Hostile::Cut)]
#[case::magic_only(vec![0x85, 0x6f, 0x4a, 0x83], Hostile::Cut)]
#[case::noise(vec![7; 64 * 1024], Hostile::NotAChange)]
#[case::too_long(vec![0x85; 64 * 1024 + 1], Hostile::TooLong)]
#[case::length_of_2_to_63(
    [&[0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 1][..], &leb(1 << 63)].concat(),
    Hostile::Cut
)]
#[case::many_deps_announced(raw::chunk(1, &leb(u64::MAX)), Hostile::TooMany)]
fn refuses_bytes(#[case] bytes: Vec<u8>, #[case] why: Hostile) {
    assert_eq!(refused_bytes(&bytes), why);
}

#[test]
fn refuses_a_wrong_checksum_and_every_cut() {
    let (_, mut bytes) = honest();
    for length in 0..bytes.len() {
        assert_ne!(refused_bytes(&bytes[..length]), Hostile::NotCanonical, "cut at {length}");
    }
    bytes[4] ^= 1;
    assert_eq!(refused_bytes(&bytes), Hostile::NotCanonical);
}

#[test]
fn a_full_change_costs_in_proportion() {
    let edits: Vec<_> = (0..limit::CHANGE_OPS).map(|n| put(&format!("k{n}"), "v")).collect();
    let server = Server::new(DocKind::Person);
    let bytes = server.register.propose(actor(1), &author(), TIME, &edits).unwrap().encode();
    let (change, cost) = Change::parse_counted(&bytes);
    assert!(change.is_ok());
    assert!(cost.steps <= 16 * limit::CHANGE_OPS as u64 && cost.allocated <= 64 * 64 * 1024);
    let one_more = [edits, vec![Edit::delete("k"), put("one", "more")]].concat();
    let change = server.register.propose(actor(1), &author(), TIME, &one_more).unwrap();
    assert_eq!(refused_bytes(&change.encode()), Hostile::TooMany);
}

#[rstest]
#[case::seq_gap(|change: &mut Change, _: &Server| change.seq += 1, Hostile::Seq)]
#[case::seq_again(|change: &mut Change, _: &Server| change.actor = actor(1), Hostile::Seq)]
#[case::seq_zero(|change: &mut Change, _: &Server| change.seq = 0, Hostile::Seq)]
#[case::seq_max(|change: &mut Change, _: &Server| change.seq = u64::MAX, Hostile::Seq)]
#[case::below_what_was_seen(|change: &mut Change, _: &Server| change.start_op = 3, Hostile::StartOp)]
#[case::too_far_above(|change: &mut Change, _: &Server| change.start_op = 10_004, Hostile::StartOp)]
#[case::no_pred(|change: &mut Change, _: &Server| change.ops[0].preds.clear(), Hostile::Preds)]
#[case::pred_of_another_key(
    |change: &mut Change, _: &Server| change.ops[1].preds = change.ops[0].preds.clone(),
    Hostile::Preds
)]
#[case::pred_twice(
    |change: &mut Change, _: &Server| change.ops[0].preds.extend_from_within(..),
    Hostile::Preds
)]
#[case::pred_invented(
    |change: &mut Change, _: &Server| change.ops[1].preds = vec![OpId { counter: 2, actor: actor(1) }],
    Hostile::Preds
)]
#[case::pred_is_itself(
    |change: &mut Change, _: &Server| change.ops[1].preds = vec![change.op_id(1)],
    Hostile::Preds
)]
#[case::same_value(
    |change: &mut Change, server: &Server| change.ops[0].action = server.history[0].ops[0].action.clone(),
    Hostile::Nothing
)]
#[case::delete_of_nothing(
    |change: &mut Change, _: &Server| change.ops[1].action = jangkau_sync::Action::Delete,
    Hostile::Nothing
)]
#[case::touches_the_genesis(
    |change: &mut Change, _: &Server| change.ops[1].key = "_id".into(),
    Hostile::Genesis
)]
#[case::actor_of_the_genesis(
    |change: &mut Change, _: &Server| change.actor = jangkau_sync::Actor::GENESIS,
    Hostile::Genesis
)]
#[case::no_deps(|change: &mut Change, _: &Server| change.deps.clear(), Hostile::Deps)]
fn refuses_what_does_not_follow(#[case] forge: fn(&mut Change, &Server), #[case] why: Hostile) {
    let (mut server, bytes) = honest();
    let mut change = Change::parse(&bytes).unwrap();
    forge(&mut change, &server);
    let version = server.register.encode();
    assert_eq!(server.push(&tablet("fs"), &change.seal()), Answer::hostile(why));
    assert!(server.register.encode() == version, "the document stays as it was");
    assert_eq!(server.push(&tablet("fs"), &bytes), Answer::Stored);
}

#[rstest]
#[case::just_above(4)]
#[case::as_far_as_allowed(10_003)]
fn takes_a_start_within_bounds(#[case] start_op: u64) {
    let (mut server, bytes) = honest();
    let mut change = Change::parse(&bytes).unwrap();
    assert_eq!((change.start_op, server.register.max_op()), (4, 3));
    change.start_op = start_op;
    assert_eq!(server.push(&tablet("fs"), &change.seal()), Answer::Stored);
    assert!(server.document.agrees_with(&server.register));
}

#[test]
fn a_change_of_another_document_is_asked_about_not_merged() {
    let (_, bytes) = honest();
    let mut other = Server::new(DocKind::Household);
    assert_eq!(other.push(&tablet("fs"), &bytes), Answer::Needs);
    let mut change = Change::parse(&bytes).unwrap();
    change.deps.push(Hash([0xff; 32]));
    let (mut server, _) = honest();
    assert_eq!(server.push(&tablet("fs"), &change.seal()), Answer::Needs);
}

#[test]
fn values_are_not_judged_by_what_they_say() {
    let mut server = Server::new(DocKind::Person);
    let texts = ["", "\0", "\u{202e}itiS", "9".repeat(9_000).leak()];
    let edits: Vec<_> = ["f/name", "f/mother", "f/job", "f/note"]
        .iter()
        .zip(texts)
        .map(|(key, text)| Edit::put(*key, Value::from(text)))
        .collect();
    assert_eq!(server.push_edits("fs", &edits), Answer::Stored);
    assert!(server.document.agrees_with(&server.register));
}
