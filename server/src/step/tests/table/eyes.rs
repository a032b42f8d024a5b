//! Rules that a toy would miss, where one case alone shows them.

use jangkau_domain::case::{CaseState, Word};
use jangkau_domain::event::{Event, EventBody, Object, Submit};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind, Value, event};

use super::input;
use super::stage::{Stage, Subject};
use crate::step::tests::tablet::Visited;
use crate::step::tests::world::{KAB, refused};
use crate::store::{acted, case_state, documents};

#[test]
fn rule_3_a_late_event_names_both_states_and_its_text_stays_readable() {
    let mut stage = Stage::draft(Subject::read("question"));
    stage.walk("T1");
    let seen = u64::try_from(stage.row().since_pos).unwrap();
    stage.walk("T8");
    let (id, text) = (stage.ulid(), "Agen di Dsn. Krajan".to_owned());
    let answer = jangkau_domain::event::Answer { text: text.clone(), catalogue: None };
    let late = Event { at_s: 0, seen: Some(seen), body: EventBody::Answer(answer) };
    let put = [(event::key(&id), Value::Bytes(late.encode()))];
    let put: Vec<(&str, Value)> =
        put.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
    stage.tablet.edit(DocKind::Case, stage.case, None, &put);
    stage.world.sync(&mut stage.tablet);
    let case = stage.case;
    let no = stage.world.read(move |conn| acted::refusals(conn, KAB, &case).unwrap());
    assert_eq!(no.len(), 1);
    assert_eq!(no[0].code, "late");
    assert_eq!(no[0].seen.as_deref(), Some("submitted"));
    assert_eq!(no[0].present.as_deref(), Some("with_manager"));
    let kept = stage.world.read(move |conn| {
        let stored = documents::find(conn, KAB, &case).unwrap().unwrap();
        Event::decode(stored.register.winner(&event::key(&id)).unwrap().as_bytes().unwrap())
    });
    assert!(matches!(kept.unwrap().body, EventBody::Answer(answer) if answer.text == text));
    stage.world.follows_from_the_log();
}

/// Tells the same, or nearly the same, once more over another channel.
fn told_again(lines: &[(&'static str, Value)], private: bool) -> CaseState {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1");
    stage.world.clock.advance(60);
    let mut desk = stage.world.tablet("fop", 8);
    let other = Visited { case: DocId([0xce; 16]), ..stage.visited };
    desk.case(&other, "need", "k01", "fs");
    desk.edit(DocKind::Case, other.case, None, lines);
    let route = if private { "private" } else { "own" };
    let submit =
        Submit { route: route.into(), similar: Vec::new(), still_new: None, kept: Vec::new() };
    let id = stage.ulid();
    desk.tell(DocKind::Case, other.case, None, id, EventBody::Submit(submit));
    stage.world.sync(&mut desk);
    let row = stage.world.read(move |conn| case_state::find(conn, KAB, &other.case).unwrap());
    row.unwrap().state
}

#[test]
fn rule_5_cases_merge_by_themselves_only_if_all_is_equal_but_the_channel() {
    assert_eq!(told_again(&[("f/note", "sama".into())], false), CaseState::Merged);
    let unequal: [(&'static str, Value); 4] = [
        ("f/program", "pkh".into()),
        ("f/subcat", "k13".into()),
        ("f/channel", "puskesos".into()),
        ("f/kind", "grievance".into()),
    ];
    for (key, value) in unequal {
        let mut lines = vec![(key, value)];
        if key == "f/kind" {
            lines.push(("f/subcat", "k13".into()));
        }
        assert_ne!(told_again(&lines, false), CaseState::Merged, "{key}");
    }
}

#[test]
fn rule_6_a_programs_yes_stays_under_way_until_it_was_delivered() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T15 T16");
    let word = |stage: &Stage| (stage.row().word, stage.told().unwrap().1.word);
    let under_way = (Some(Word::InProgress), Some("in_progress".to_owned()));
    assert_eq!(word(&stage), under_way);
    assert!(stage.row().outcome.is_none());
    stage.walk("T19");
    assert_eq!(word(&stage), (Some(Word::Done), Some("done".to_owned())));
    assert_eq!(stage.row().outcome.as_deref(), Some("enrolled"));
}

#[test]
fn rule_8_whoever_asked_cannot_approve_not_even_in_another_role() {
    for (ask, approve) in [(StepId::T12, StepId::T13), (StepId::T11a, StepId::T11b)] {
        let refers = ask == StepId::T12;
        let mut stage = Stage::draft(Subject::read(if refers { "need" } else { "question" }));
        stage.walk(if refers { "T1 T8 T10" } else { "T2" });
        let input = input::full(&stage);
        // One person who is back officer, manager and coordinator at once.
        let asker = if refers { Role::Bo } else { Role::Bop };
        stage.by(("many", asker), ask, input.clone()).unwrap();
        let approver = if refers { Role::Mj } else { Role::Kp };
        let no = refused(stage.by(("many", approver), approve, input.clone()));
        assert_eq!((no.code, no.guard), (RefusalCode::NotAllowed, Guard::Eyes), "{approve}");
        let other = if refers { "mj" } else { "kp" };
        stage.by((other, approver), approve, input).unwrap();
    }
}

/// A second tablet wrote another mother's name, apart.
fn clash(stage: &mut Stage) {
    let mut other = stage.world.tablet("fs", 9);
    let person = stage.visited.person;
    other.edit(DocKind::Person, person, None, &[("f/mother", "PAIYEM".into())]);
    stage.world.sync(&mut other);
}

#[test]
fn rule_9_nothing_that_moves_money_happens_while_data_clash() {
    let ways = [
        ("T1 T8 T10 T12", StepId::T13),
        ("T1 T8", StepId::T15),
        ("T1 T8 T15", StepId::T16),
        ("T1 T8 T15 T16", StepId::T19),
        ("T1 T8 T15 T16r", StepId::T20),
        ("T1 T8 T10", StepId::T11),
    ];
    for (path, id) in ways {
        let mut stage = Stage::draft(Subject::read("need"));
        stage.walk(path);
        clash(&mut stage);
        let before = stage.row().n;
        let no = refused(stage.ask(id));
        assert_eq!(no.code, RefusalCode::Missing, "{id}");
        assert!(matches!(no.guard, Guard::Clean | Guard::CleanIfEnrolling), "{id}");
        assert_eq!(no.fields, ["f/mother"], "{id} names the field");
        assert_eq!(stage.row().n, before, "{id}");
    }
}

#[test]
fn rule_9_an_approval_to_enrol_waits_too() {
    let mut stage = Stage::draft(Subject::read("grievance private"));
    stage.walk("T1p");
    let named = Input { handler: Some(stage.world.user("bo").0), ..input::full(&stage) };
    stage.by(("mj", Role::Mj), StepId::T10, named).unwrap();
    let enrol = Input { outcome: Some("enrolled".into()), ..input::full(&stage) };
    stage.by(("bo", Role::Bo), StepId::T11a, enrol).unwrap();
    clash(&mut stage);
    let approve = Input { outcome: None, ..input::full(&stage) };
    let no = refused(stage.by(("mj", Role::Mj), StepId::T11b, approve));
    assert_eq!(no.guard, Guard::CleanIfEnrolling);
    assert_eq!(no.fields, ["f/mother"]);
}

#[test]
fn rule_2_an_objection_that_comes_ten_times_is_one_row() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T21");
    let id = stage.ulid();
    let body = EventBody::Object(Object { text: "Keberatan".into() });
    stage.tablet.tell(DocKind::Case, stage.case, None, id, body);
    let sent = stage.tablet.outbox.clone();
    stage.world.sync(&mut stage.tablet);
    for _ in 0..10 {
        stage.world.push(&stage.tablet, &sent[0]);
    }
    let objections =
        stage.rows().iter().filter(|row| row.cause.starts_with("manager:object:")).count();
    assert_eq!((objections, stage.history().len()), (1, 4));
}

#[test]
fn papers_that_were_got_count_once_their_numbers_are_here() {
    let mut stage = Stage::draft(Subject::read("need no_nik"));
    stage.walk("T4");
    let papers = jangkau_domain::event::Papers { got: "nik".into() };
    stage.tell(EventBody::Papers(papers));
    assert_eq!(stage.refusals(), ["T5 missing papers_there"]);
    assert_eq!(stage.state(), CaseState::AwaitingPapers);
    stage.walk("T5");
    assert_eq!(stage.state(), CaseState::Submitted);
}

#[test]
fn another_case_cannot_be_merged_into_itself_or_into_nothing() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1");
    for survivor in [stage.case, DocId([0xef; 16])] {
        let input = Input { survivor: Some(survivor.to_string()), ..input::full(&stage) };
        let no = refused(stage.by(("mj", Role::Mj), StepId::T22g, input));
        assert_eq!(no.guard, Guard::Survivor);
    }
}
