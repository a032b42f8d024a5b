//! Rules that a toy would miss, shown behind the real door.

use jangkau_domain::case::{CaseState, Word};
use jangkau_domain::event::{EventBody, Inform, Withdraw};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, RefusalCode, StepId};
use jangkau_domain::{DocKind, Ulid, Value};
use jangkau_sync::row::RowId;

use super::tablet::{Visited, outreach};
use super::world::{KAB, MONDAY, World, refused};
use crate::step::Decision;
use crate::store::{acted, case_state, inform, links, queue};

const DAY: i64 = 86_400;

fn ulid(tag: u8, n: u8) -> Ulid {
    Ulid([tag, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

fn accepted(world: &mut World, n: u8, kind: &str, subcat: &str) -> Visited {
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(n, kind, subcat);
    world.sync(&mut tablet);
    let accept = Decision::on_visit(StepId::V2, Role::Spv, visited.visit, 1, Input::default());
    world.decide("spv", &accept).unwrap();
    visited
}

fn step(world: &World, id: StepId, role: Role, visited: &Visited, input: Input) -> Decision {
    Decision::on_case(id, role, visited.case, world.case(visited.case).n, input)
}

fn why() -> Input {
    Input { why: Some("alasan".into()), note: Some("catatan".into()), ..Input::default() }
}

#[test]
fn rule_4_told_to_two_channels_is_one_case_and_un_merging_brings_back_its_row() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let first = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    world.clock.advance(60);
    let mut desk = world.tablet("fop", 4);
    let second = Visited { case: jangkau_domain::DocId([0xcd; 16]), visit: ulid(9, 1), ..first };
    desk.case(&second, "need", "k01", "puskesos");
    desk.submit(second.case, None, 9, "own");
    world.sync(&mut desk);
    let merged = world.case(second.case);
    assert_eq!(merged.state, CaseState::Merged);
    assert_eq!(merged.survivor, Some(first.case));
    assert!(world.waits("bop", Queue::BackOffice).is_empty());
    let winner = world.read(move |conn| links::canonical(conn, KAB, second.case).unwrap());
    assert_eq!(winner, first.case, "both numbers answer with the survivor");

    let undo = step(&world, StepId::T22u, Role::Mj, &second, why());
    world.decide("mj", &undo).unwrap();
    assert_eq!(world.case(second.case).state, CaseState::WithBackOffice);
    assert_eq!(world.waits("bop", Queue::BackOffice).len(), 1);
    world.follows_from_the_log();
}

#[test]
fn rule_7_a_supervisor_withdraws_only_what_its_recorder_asked_for() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let input = Input { reason: Some("mistake".into()), ..Input::default() };
    let withdraw = step(&world, StepId::T22, Role::Spv, &visited, input);
    assert_eq!(refused(world.decide("spv", &withdraw)).code, RefusalCode::NotAllowed);
    let wish = Withdraw { reason: "mistake".into(), text: None };
    tablet.tell(DocKind::Case, visited.case, None, ulid(5, 1), EventBody::Withdraw(wish));
    world.sync(&mut tablet);
    assert_eq!(world.case(visited.case).state, CaseState::Submitted, "a wish is no step");
    world.decide("spv", &withdraw).unwrap();
    assert_eq!(world.case(visited.case).state, CaseState::Withdrawn);
}

#[test]
fn rule_10_a_number_filled_in_by_anybody_moves_the_waiting_case_on_by_itself() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    tablet.edit(
        DocKind::Person,
        visited.person,
        Some(visited.visit),
        &[("f/nik", "".into()), ("f/no_nik_why", "lost".into())],
    );
    tablet.case(&visited, "need", "k01", "fs");
    tablet.submit(visited.case, Some(visited.visit), 3, "review");
    world.sync(&mut tablet);
    assert_eq!(world.case(visited.case).state, CaseState::AwaitingPapers);
    assert_eq!(world.waits("fop", Queue::Papers).len(), 1);
    assert_eq!(world.waits("fo", Queue::Print).len(), 1, "the letter to Dukcapil");
    let total = world.case(visited.case).paused_at;
    assert!(total.is_some(), "its clock stands still");

    let mut other = world.tablet("fs2", 2);
    other.docs = std::mem::take(&mut tablet.docs);
    world.clock.advance(2 * DAY);
    other.edit(DocKind::Person, visited.person, None, &[("f/nik", "9901017112580003".into())]);
    world.sync(&mut other);
    assert_eq!(world.case(visited.case).state, CaseState::Submitted);
    assert!(world.waits("fop", Queue::Papers).is_empty());
    assert!(world.case(visited.case).paused_at.is_none());
    world.follows_from_the_log();
}

#[test]
fn rule_15_a_new_word_opens_one_task_closes_the_older_one_and_an_end_needs_a_person() {
    let mut world = World::new();
    let visited = accepted(&mut world, 3, "grievance", "k09");
    let tasks = move |world: &World| {
        world.read(move |conn| inform::of_doc(conn, KAB, &visited.case).unwrap())
    };
    assert_eq!(tasks(&world).len(), 1);
    let refuse = Input { reason: Some("f".into()), sentence: Some("Kuota".into()), ..why() };
    let decision = step(&world, StepId::T21, Role::Mj, &visited, refuse);
    world.decide("mj", &decision).unwrap();
    let all = tasks(&world);
    let states: Vec<_> = all.iter().map(|task| task.state.as_str()).collect();
    assert_eq!(states, ["superseded", "open"]);
    assert_eq!(world.case(visited.case).word, Some(Word::Refused));
    assert_eq!(world.waits("fs", Queue::Inform).len(), 1);

    let mut tablet = world.tablet("fs", 7);
    let told = |channel: &str| {
        EventBody::Inform(Inform {
            task: RowId(all[1].id).to_string(),
            channel: channel.into(),
            reached: "self".into(),
            on: "2025-07-15".into(),
            word: "refused".into(),
        })
    };
    tablet.tell(DocKind::Case, visited.case, None, ulid(6, 1), told("sms"));
    world.sync(&mut tablet);
    assert_eq!(tasks(&world)[1].state, "open", "an SMS is not enough for Ditolak");
    tablet.tell(DocKind::Case, visited.case, None, ulid(6, 2), told("visit"));
    tablet.tell(DocKind::Case, visited.case, None, ulid(6, 3), told("visit"));
    world.sync(&mut tablet);
    assert_eq!(tasks(&world)[1].state, "done");
    assert!(world.waits("fs", Queue::Inform).is_empty());
    let no = world.read(move |conn| acted::refusals(conn, KAB, &visited.case).unwrap());
    assert_eq!(no.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["repeated"]);
}

#[test]
fn rule_17_a_tablet_clock_at_2099_changes_neither_date_nor_order() {
    let world = World::new();
    let mut honest = world.tablet("fs", 1);
    honest.visit(3, "need", "k01");
    world.sync(&mut honest);
    world.clock.advance(60);
    let mut broken = world.tablet("fs2", 2);
    broken.now = 4_070_908_800;
    broken.visit(4, "need", "k01");
    world.sync(&mut broken);
    let rows = world.waits("spv", Queue::Review);
    assert_eq!(rows.len(), 2);
    assert!(rows[0].received_at < rows[1].received_at);
    // Monday's receipt and three working days: Thursday 17 July, 23.59 WIB.
    let thursday = 1_752_771_540;
    assert!(rows.iter().all(|row| row.due == thursday), "{:?}", rows[0].due);
    assert!(rows.iter().all(|row| row.received_at < MONDAY + DAY));
}

#[test]
fn a_suggestion_ends_on_the_agenda_when_it_reaches_the_manager() {
    let mut world = World::new();
    let visited = accepted(&mut world, 3, "suggestion", "k16");
    let case = world.case(visited.case);
    assert_eq!(case.state, CaseState::Resolved);
    assert_eq!(case.outcome.as_deref(), Some("noted_for_agenda"));
    assert_eq!(world.waits("mj", Queue::Agenda).len(), 1);
    assert!(world.waits("mj", Queue::Manager).is_empty());
    assert!(case.staff_done_at.is_some());
}

#[test]
fn an_assigned_case_is_closed_by_the_back_office_and_can_be_opened_again() {
    let mut world = World::new();
    let visited = accepted(&mut world, 3, "grievance", "k09");
    let unit = Input { unit: Some("slrt".into()), ..why() };
    let assign = step(&world, StepId::T10, Role::Mj, &visited, unit);
    world.decide("mj", &assign).unwrap();
    let asked = Input { outcome: Some("handled_by_slrt".into()), ..why() };
    let close = step(&world, StepId::T11, Role::Bo, &visited, asked);
    world.decide("bo", &close).unwrap();
    let case = world.case(visited.case);
    assert_eq!((case.state, case.word), (CaseState::Resolved, Some(Word::Done)));
    assert_eq!(case.outcome.as_deref(), Some("handled_by_slrt"));
    let reopen = step(&world, StepId::T23, Role::Mj, &visited, why());
    world.decide("mj", &reopen).unwrap();
    let case = world.case(visited.case);
    assert_eq!((case.state, case.word), (CaseState::WithManager, Some(Word::InProgress)));
}

#[test]
fn nobody_met_and_nothing_changed_is_counted_without_a_row() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let doc = jangkau_domain::DocId([0xab; 16]);
    let visit = ulid(1, 77);
    tablet.tell(DocKind::Household, doc, Some(visit), visit, outreach("not_home"));
    world.sync(&mut tablet);
    assert!(world.waits("spv", Queue::Review).is_empty());
    tablet.edit(DocKind::Household, doc, Some(visit), &[("f/state", "empty".into())]);
    world.sync(&mut tablet);
    assert_eq!(world.waits("spv", Queue::Review).len(), 1, "now something is to be seen");
}

#[test]
fn the_clock_begins_a_silent_visit_and_says_what_is_late_once() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visit = ulid(1, 78);
    let doc = jangkau_domain::DocId([0xac; 16]);
    tablet.edit(DocKind::Household, doc, Some(visit), &[("f/rt", "001".into())]);
    world.sync(&mut tablet);
    assert_eq!(world.ingest.tick_now().unwrap(), 0);
    world.clock.advance(DAY);
    assert_eq!(world.ingest.tick_now().unwrap(), 1);
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
    world.clock.advance(7 * DAY);
    assert_eq!(world.ingest.tick_now().unwrap(), 1);
    assert_eq!(world.ingest.tick_now().unwrap(), 0, "said once");
    assert_eq!(world.waits("mj", Queue::Overdue).len(), 1);
    world.follows_from_the_log();
}

#[test]
fn whoever_recorded_nothing_here_cannot_ask() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    world.sync(&mut tablet);
    let mut spv = world.tablet("spv", 9);
    spv.edit(DocKind::Person, visited.person, None, &[("x/later", Value::Bool(true))]);
    // A supervisor's request is held by the gate or refused by the table; no case begins.
    for sent in std::mem::take(&mut spv.outbox) {
        world.push(&spv, &sent);
    }
    let none = world.read(move |conn| case_state::find(conn, KAB, &visited.case).unwrap());
    assert!(none.is_none());
    let rows = world.read(|conn| queue::find(conn, KAB, "review:none:1").unwrap());
    assert!(rows.is_none());
}
