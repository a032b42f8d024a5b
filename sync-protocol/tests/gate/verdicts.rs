//! Who may write what, and what an accepted change looks like from outside.

use jangkau_domain::event::{self, Event, EventBody, Note};
use jangkau_domain::{DeviceId, DocKind, Ulid, UserId, Value};
use jangkau_sync::gate::{Verdict, Writer, judge_pulled};
use jangkau_sync::{Author, Change, Edit, HeldCode, Hostile, Register, limit};
use rstest::rstest;

use super::honest::{Answer, Server, TIME, actor, author, put, set, tablet};

#[rstest]
#[case::fasilitator_records("fs", "f/name", Value::from("Siti"))]
#[case::office_records("bop", "f/name", Value::from("Siti"))]
#[case::one_of_several_roles("view fs", "f/name", Value::from("Siti"))]
#[case::item_of_a_set("fs", "set/papers/ktp", Value::Bool(true))]
#[case::program("fs", "prog/pkh/card", Value::from("1"))]
#[case::key_of_a_newer_app("fs", "f/new_in_2030", Value::Int(7))]
#[case::item_of_a_newer_list("fs", "set/papers/new_in_2030", Value::Bool(true))]
fn stores(#[case] roles: &str, #[case] key: &str, #[case] value: Value) {
    let answer = Server::new(DocKind::Person).push_edits(roles, &[Edit::put(key, value)]);
    assert_eq!(answer, Answer::Stored);
}

#[rstest]
#[case::text_for_a_number(DocKind::Household, "f/size", Value::from("4"))]
#[case::number_for_a_text(DocKind::Person, "f/name", Value::Int(4))]
#[case::no_instead_of_delete(DocKind::Person, "set/papers/ktp", Value::Bool(false))]
#[case::short_reference(DocKind::Person, "f/household", Value::Bytes(vec![1; 15]))]
#[case::event_as_text(DocKind::Person, "ev/01jzk3v6r8f5q2w9x0y4abcdef", Value::from("x"))]
#[case::event_without_cbor(DocKind::Case, "ev/01jzk3v6r8f5q2w9x0y4abcdef", Value::Bytes(vec![7]))]
#[case::event_without_ulid(DocKind::Case, "ev/note", Value::Bytes(vec![0xa0]))]
fn refuses_other_scalars(#[case] kind: DocKind, #[case] key: &str, #[case] value: Value) {
    let answer = Server::new(kind).push_edits("fs", &[Edit::put(key, value)]);
    assert_eq!(answer, Answer::hostile(Hostile::Type));
}

const FIELD: &str = "a field of the change is not the writer's to put";

#[rstest]
#[case::reader("view", DocKind::Person, "f/name", "no role of the writer writes documents")]
#[case::nobody("", DocKind::Person, "f/name", "no role of the writer writes documents")]
#[case::newer_key_by_reader(
    "ta",
    DocKind::Person,
    "f/new",
    "no role of the writer writes documents"
)]
#[case::supervisor_records("spv", DocKind::Person, "f/name", FIELD)]
#[case::fasilitator_of_an_office_field("fs", DocKind::Case, "f/paper_no", FIELD)]
#[case::admin_without_conflict("adm_kab", DocKind::Person, "f/nik", FIELD)]
fn holds_what_is_not_the_writers(
    #[case] roles: &str,
    #[case] kind: DocKind,
    #[case] key: &str,
    #[case] why: &str,
) {
    let answer = Server::new(kind).push_edits(roles, &[put(key, "1")]);
    assert_eq!(answer, Answer::not_allowed(why));
}

#[test]
fn holds_a_sensitive_item_in_an_open_document() {
    let edits = [Edit::put("set/ppks/child_law", Value::Bool(true))];
    let why = "a sensitive item may stand in a private case only";
    assert_eq!(Server::new(DocKind::Person).push_edits("fs", &edits), Answer::not_allowed(why));
    assert_eq!(Server::new(DocKind::Case).push_edits("fs", &edits), Answer::Stored);
}

#[rstest]
#[case::as_claimed(Some(7), Some(12), true)]
#[case::other_user(Some(8), Some(12), false)]
#[case::other_tablet(Some(7), Some(13), false)]
#[case::page(Some(7), None, false)]
#[case::server(None, None, false)]
fn the_author_is_the_session(
    #[case] user: Option<u32>,
    #[case] device: Option<u32>,
    #[case] stored: bool,
) {
    let mut server = Server::new(DocKind::Person);
    let author = Author { user: user.map(UserId), device: device.map(DeviceId), visit: None };
    let change = server.register.propose(actor(1), &author, TIME, &[put("f/name", "Siti")]);
    let bytes = change.unwrap().encode();
    let why = "the change names another author than the session";
    let expected = if stored { Answer::Stored } else { Answer::not_allowed(why) };
    assert_eq!(server.push(&tablet("fs"), &bytes), expected);
    // A receipt that covers the change makes it acceptable, whoever brings it.
    let covered = Writer { may_offer_others: true, ..tablet("view") };
    let expected = if stored { Answer::Duplicate } else { Answer::Stored };
    assert_eq!(server.push(&covered, &bytes), expected);
}

#[rstest]
#[case::none(None)]
#[case::words(Some("by Siti"))]
#[case::other_version(Some("v2.7.12.-"))]
fn a_change_names_its_author(#[case] message: Option<&str>) {
    let mut server = Server::new(DocKind::Person);
    let edits = [put("f/name", "Siti")];
    let mut change = server.register.propose(actor(1), &author(), TIME, &edits).unwrap();
    change.message = message.map(str::to_owned);
    let bytes = change.seal();
    assert_eq!(server.push(&tablet("fs"), &bytes), Answer::hostile(Hostile::Author));
}

#[test]
fn only_a_decision_puts_what_decisions_put() {
    let mut server = Server::new(DocKind::Person);
    let by_server = Author { user: None, device: None, visit: None };
    let edits = [put("prog/pkh/status", "receiving")];
    let change = server.register.propose(actor(1), &by_server, TIME, &edits).unwrap().encode();
    let page = Writer { decides: false, ..Writer::decision(None, set("")) };
    let why = "no role of the writer writes documents";
    assert_eq!(server.push(&page, &change), Answer::not_allowed(why));
    assert_eq!(server.push(&Writer::decision(None, set("")), &change), Answer::Stored);
}

#[test]
fn an_admin_settles_a_conflict_and_nothing_else() {
    let mut server = Server::new(DocKind::Person);
    let other = server.register.propose(actor(2), &author(), TIME, &[put("f/nik", "2")]);
    assert_eq!(server.push_edits("fs", &[put("f/nik", "1")]), Answer::Stored);
    assert_eq!(server.push(&tablet("fs"), &other.unwrap().encode()), Answer::Stored);
    assert_eq!(server.register.candidates("f/nik").len(), 2);
    // The shown value wins: automerge writes that as a delete of the loser.
    assert_eq!(server.push_edits("adm_kab", &[put("f/nik", "2")]), Answer::Stored);
    assert_eq!(server.register.candidates("f/nik").len(), 1);
    assert!(server.register.winner("f/nik") == Some(&Value::from("2")));
    assert_eq!(server.push_edits("adm_kab", &[put("f/nik", "3")]), Answer::not_allowed(FIELD));
}

fn note(text: &str) -> Value {
    let note = Note { purpose: "other".into(), text: text.into(), request: None };
    Value::Bytes(Event { at_s: TIME, seen: None, body: EventBody::Note(note) }.encode())
}

#[test]
fn an_event_is_written_once() {
    let key = event::key(&Ulid::new(1_752_460_500_123, [7; 10]));
    let mut server = Server::new(DocKind::Case);
    // Who has not seen the event could still not put it a second time.
    let blind =
        server.register.propose(actor(2), &author(), TIME, &[Edit::put(&key, note("b"))]).unwrap();
    assert_eq!(server.push_edits("fs", &[Edit::put(&key, note("a"))]), Answer::Stored);
    let twice = Answer::not_allowed("an event is already written and stays as it is");
    assert_eq!(server.push_edits("fs", &[Edit::put(&key, note("b"))]), twice);
    assert_eq!(server.push_edits("fs", &[Edit::delete(&key)]), twice);
    assert_eq!(server.push(&tablet("fs"), &blind.encode()), twice);
    let covered = Writer { may_offer_others: true, ..tablet("fs") };
    assert_eq!(server.push(&covered, &blind.encode()), twice);
}

const EVENT: &str = "the event is not the writer's, or not for this kind of document";

#[rstest]
#[case::note_of_a_supervisor("spv", DocKind::Case, note("a"), None)]
#[case::newer_kind("fs", DocKind::Case, Value::Bytes(vec![0xa2, 0, 0x18, 99, 1, 7]), None)]
#[case::newer_kind_of_who_never_records(
    "spv",
    DocKind::Case,
    Value::Bytes(vec![0xa2, 0, 0x18, 99, 1, 7]),
    Some(EVENT)
)]
#[case::withdraw_in_a_person("fs", DocKind::Person, withdraw(), Some(EVENT))]
#[case::withdraw_of_a_supervisor("spv", DocKind::Case, withdraw(), Some(EVENT))]
fn an_event_has_its_writers_and_its_place(
    #[case] roles: &str,
    #[case] kind: DocKind,
    #[case] value: Value,
    #[case] why: Option<&str>,
) {
    let edits = [Edit::put(event::key(&Ulid([1; 16])), value)];
    let expected = why.map_or(Answer::Stored, Answer::not_allowed);
    assert_eq!(Server::new(kind).push_edits(roles, &edits), expected);
}

fn withdraw() -> Value {
    let body = event::Withdraw { reason: "citizen".into(), text: None };
    Value::Bytes(Event { at_s: TIME, seen: None, body: EventBody::Withdraw(body) }.encode())
}

#[test]
fn asks_for_what_is_missing_but_not_for_strangers() {
    let mut tablet_side = Server::new(DocKind::Person);
    assert_eq!(tablet_side.push_edits("fs", &[put("f/name", "Siti")]), Answer::Stored);
    let edits = [put("f/sex", "f")];
    let second = tablet_side.register.propose(actor(1), &author(), TIME, &edits).unwrap().encode();
    let mut server = Server::new(DocKind::Person);
    assert_eq!(server.push(&tablet("fs"), &second), Answer::Needs);
    let why = "no role of the writer writes documents";
    assert_eq!(server.push(&tablet("view"), &second), Answer::not_allowed(why));
    let first = tablet_side.history[0].encode();
    assert_eq!(server.push(&tablet("fs"), &first), Answer::Stored);
    assert_eq!(server.push(&tablet("fs"), &first), Answer::Duplicate);
    assert_eq!(server.push(&tablet("fs"), &second), Answer::Stored);
    assert_eq!(server.push(&tablet("fs"), &first), Answer::Duplicate);
}

/// Judges as a tablet does what it pulled.
fn pulled(register: &Register, history: &[Change], bytes: &[u8]) -> Verdict {
    let Ok(verdict) =
        judge_pulled(register, bytes, || Ok::<_, std::convert::Infallible>(history.to_vec()));
    verdict
}

#[test]
fn a_tablet_takes_from_the_server_what_others_wrote_but_nothing_forged() {
    let server = Server::new(DocKind::Person);
    let others = Author { user: Some(UserId(99)), device: None, visit: None };
    let edits = [put("f/nik", "9901017112580003")];
    let mut change = server.register.propose(actor(5), &others, TIME, &edits).unwrap();
    let bytes = change.encode();
    assert!(matches!(pulled(&server.register, &[], &bytes), Verdict::Store(..)));
    // On the server it was not far above what came before; here it may come first.
    change.start_op += 2 * limit::START_OP_AHEAD;
    let ahead = change.seal();
    assert!(matches!(pulled(&server.register, &[], &ahead), Verdict::Store(..)));
    change.seq = 2;
    let forged = pulled(&server.register, &[], &change.seal());
    assert!(matches!(forged, Verdict::Held { code: HeldCode::Hostile, .. }));
}
