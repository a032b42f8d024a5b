//! Single turns of a session.

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Value};
use jangkau_sync::Edit;
use jangkau_sync::message::{self, ErrorAnswer, ErrorCode};
use jangkau_sync::session::{Request, Response, Session, SessionConfig, Step, Stop};
use rstest::rstest;

use super::link::{Calm, Link, session};
use super::server::{Answer, FORBIDDEN, Server, refusal};
use super::server_pull::notice;
use super::tablet::Tablet;
use jangkau_sync::row::Row;

const SCOPE: ScopeId = ScopeId(5);

fn pair() -> (Tablet, Server) {
    let server = Server::new(&[SCOPE]);
    (Tablet::new(1, server.nonce(DeviceId(1)), 1), server)
}

fn record(tablet: &mut Tablet, number: u8, key: &str, value: &str) {
    let id = DocId([number; 16]);
    tablet.edit(DocKind::Person, id, SCOPE, 1000, &[Edit::put(key, Value::from(value))]);
}

/// Answers the nth request of a path itself.
struct Answers<F: FnMut(&Request) -> Option<Answer>>(F);

impl<F: FnMut(&Request) -> Option<Answer>> Link for Answers<F> {
    fn deliver(&mut self, server: &mut Server, request: &Request) -> Option<Answer> {
        (self.0)(request).or_else(|| Some(server.handle(request)))
    }
}

/// Counts what goes both ways.
struct Counted {
    requests: usize,
    bytes: usize,
}

impl Link for Counted {
    fn deliver(&mut self, server: &mut Server, request: &Request) -> Option<Answer> {
        let headers = request.headers();
        let (status, body) = server.handle(request);
        self.requests += 1;
        self.bytes += request.body.len() + body.len();
        self.bytes += headers.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>();
        Some((status, body))
    }
}

#[test]
fn an_idle_session_is_one_small_question() {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    session(&mut tablet, &mut server, &mut Calm);
    let mut count = Counted { requests: 0, bytes: 0 };
    let summary = session(&mut tablet, &mut server, &mut count);
    assert!(summary.complete);
    assert_eq!(count.requests, 1);
    assert!(count.bytes <= 1024, "{} bytes for one scope", count.bytes);
}

#[test]
fn rows_arrive_with_the_first_page() {
    let (mut tablet, mut server) = pair();
    session(&mut tablet, &mut server, &mut Calm);
    record(&mut tablet, 1, "f/name", "SUMIATI");
    session(&mut tablet, &mut server, &mut Calm);
    let row = tablet.rows.values().next().unwrap();
    assert!(Row::read(row) == Ok(Row::Notice(notice())));
}

#[test]
fn a_held_change_does_not_stop_the_others() {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    record(&mut tablet, 2, FORBIDDEN, "x");
    record(&mut tablet, 2, "f/name", "RIZKY");
    record(&mut tablet, 3, "f/name", "AGUS");
    let summary = session(&mut tablet, &mut server, &mut Calm);
    assert_eq!((summary.sent, summary.held, summary.waiting), (2, 1, 2));
    assert!(!summary.complete);
    assert_eq!(summary.stop, None);
    assert_eq!(server.held.len(), 1);
}

#[test]
fn a_login_page_marks_nothing_as_sent() {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    let mut portal = Answers(|request: &Request| {
        let page = b"<!DOCTYPE html><title>Wi-Fi</title>".to_vec();
        (request.path == message::push::PATH).then_some((200, page))
    });
    let summary = session(&mut tablet, &mut server, &mut portal);
    assert_eq!(summary.stop, Some(Stop::NotOurServer));
    assert_eq!((summary.sent, summary.waiting), (0, 1));
    assert!(session(&mut tablet, &mut server, &mut Calm).complete);
}

#[rstest]
#[case::revoked(refusal(403, ErrorCode::Revoked), Stop::Revoked)]
#[case::wrong_key(refusal(401, ErrorCode::BadSignature), Stop::Revoked)]
#[case::proxy((407, Vec::new()), Stop::NotOurServer)]
#[case::long_pause((429, long_pause()), Stop::Busy)]
#[case::always_broken((500, Vec::new()), Stop::NoNetwork)]
#[case::always_busy((503, Vec::new()), Stop::Busy)]
#[case::too_old((426, too_old()), Stop::TooOld(Some("2.0".to_owned())))]
fn a_refused_hello_ends_the_session(#[case] answer: Answer, #[case] stop: Stop) {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    let summary = session(&mut tablet, &mut server, &mut Answers(|_| Some(answer.clone())));
    assert_eq!(summary.stop, Some(stop));
    assert_eq!((summary.sent, summary.waiting, summary.complete), (0, 1, false));
}

fn long_pause() -> Vec<u8> {
    let code = ErrorCode::TooMany;
    message::encode(&ErrorAnswer { retry_after: Some(900), ..ErrorAnswer::new(code) })
}

fn too_old() -> Vec<u8> {
    let min_version = Some("2.0".to_owned());
    message::encode(&ErrorAnswer { min_version, ..ErrorAnswer::new(ErrorCode::TooOld) })
}

#[test]
fn a_refused_frame_is_split_until_its_changes_pass() {
    let (mut tablet, mut server) = pair();
    (0..40).for_each(|number| record(&mut tablet, number, "f/name", "SUMIATI"));
    server.refuse_above = Some(3);
    let summary = session(&mut tablet, &mut server, &mut Calm);
    assert_eq!(summary.sent, 40);
    assert!(summary.complete);
}

#[test]
fn one_bad_change_does_not_hold_a_frame_back() {
    let (mut tablet, mut server) = pair();
    (0..20).for_each(|number| record(&mut tablet, number, "f/name", "SUMIATI"));
    let bad = jangkau_sync::frame::Frame::decode;
    let mut allergic = Answers(|request: &Request| {
        let frame = (request.path == message::push::PATH).then(|| bad(&request.body).unwrap())?;
        let seven = jangkau_sync::frame::DocRef::Full(DocKind::Person, DocId([7; 16]));
        let sick = frame.docs.iter().any(|part| part.doc == seven);
        sick.then(|| refusal(422, ErrorCode::BadFrame))
    });
    let summary = session(&mut tablet, &mut server, &mut allergic);
    assert_eq!((summary.sent, summary.waiting), (19, 1));
    assert_eq!(summary.stop, None);
}

#[test]
fn a_page_of_a_lost_session_is_read_again() {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    session(&mut tablet, &mut server, &mut Calm);
    // The tablet's file is an older copy: it has forgotten the document and its cursor.
    tablet.docs.clear();
    let summary = session(&mut tablet, &mut server, &mut Calm);
    assert!(summary.complete);
    assert_eq!(tablet.docs.len(), 1);
}

#[test]
fn an_answer_to_another_frame_confirms_nothing() {
    let (mut tablet, mut server) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    let mut twin = server.clone();
    let mut first = None;
    let mut listen = Answers(|request: &Request| {
        let answer = twin.handle(request);
        first = (request.path == message::push::PATH).then(|| answer.clone()).or(first.take());
        Some(answer)
    });
    session(&mut tablet, &mut server, &mut listen);
    server = twin;
    record(&mut tablet, 2, "f/name", "RIZKY");
    // The answer says that the one change of its frame was stored.
    let mut replay = Answers(|request: &Request| {
        (request.path == message::push::PATH).then(|| first.clone()).flatten()
    });
    let summary = session(&mut tablet, &mut server, &mut replay);
    assert_eq!((summary.sent, summary.waiting), (0, 1));
    let summary = session(&mut tablet, &mut server, &mut Calm);
    assert_eq!((summary.sent, summary.complete), (1, true));
    assert_eq!(server.docs.len(), 2);
}

fn config() -> SessionConfig {
    SessionConfig { device: DeviceId(1), app_version: "0.1.0".to_owned(), device_time: 0 }
}

#[test]
fn a_cancelled_session_tells_how_far_it_got() {
    let (mut tablet, _) = pair();
    record(&mut tablet, 1, "f/name", "SUMIATI");
    let mut session = Session::new(config());
    assert!(matches!(session.next(&mut tablet), Ok(Step::Send(_))));
    session.lost();
    session.cancel();
    let Ok(Step::Done(summary)) = session.next(&mut tablet) else { panic!("not over") };
    assert_eq!((summary.stop, summary.waiting), (Some(Stop::NoNetwork), 1));
}

#[test]
fn a_pause_is_told_and_then_over() {
    let (mut tablet, _) = pair();
    let mut session = Session::new(config());
    assert!(matches!(session.next(&mut tablet), Ok(Step::Send(_))));
    let busy = Response { status: 503, retry_after: Some(7), body: &[] };
    session.answer(&mut tablet, busy).unwrap();
    assert!(matches!(session.next(&mut tablet), Ok(Step::Wait { seconds: 7 })));
    assert!(matches!(session.next(&mut tablet), Ok(Step::Send(_))));
}
