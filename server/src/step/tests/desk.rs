//! The desks: clashes of data, pairs, holders, counts.

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocKind, Value};
use jangkau_sync::row::Row;
use jangkau_sync::{Actor, Edit};

use super::tablet::Visited;
use super::world::{KAB, World, refused};
use crate::ingest::PageEdit;
use crate::queue;
use crate::step::Decision;
use crate::store::{conflicts, documents, links, rows};

/// Two tablets write another birth date each for one person, apart.
fn clash(world: &World) -> Visited {
    let mut one = world.tablet("fs", 1);
    let visited = one.visit(3, "need", "k01");
    world.sync(&mut one);
    let mut two = world.tablet("fs2", 2);
    one.edit(DocKind::Person, visited.person, None, &[("f/birth_date", "1958-12-31".into())]);
    two.edit(DocKind::Person, visited.person, None, &[("f/birth_date", "1959-12-31".into())]);
    world.sync(&mut one);
    world.sync(&mut two);
    visited
}

fn settle(world: &World, visited: &Visited, value: &str) -> (Decision, Vec<PageEdit>) {
    let person = visited.person;
    let (hash, heads) = world.read(move |conn| {
        let clash = conflicts::for_review(conn, KAB, &person).unwrap();
        let stored = documents::find(conn, KAB, &person).unwrap().unwrap();
        (clash[0].1, stored.register.heads().to_vec())
    });
    let decision = Decision::on_conflict(
        Role::AdmKab,
        person,
        "f/birth_date",
        hash,
        value.into(),
        "KTP dilihat",
    );
    let edit = PageEdit {
        kind: DocKind::Person,
        doc: person,
        scope: world.desa,
        heads,
        edits: vec![Edit::put("f/birth_date", Value::from(value))],
        visit: None,
        actor: Actor::new([9; 8]),
    };
    (decision, vec![edit])
}

#[test]
fn a_clash_waits_once_and_the_choice_reaches_both_authors() {
    let mut world = World::new();
    let visited = clash(&world);
    let waiting = world.waits("adm", Queue::Conflict);
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].key.as_deref(), Some("f/birth_date"));
    let (decision, edits) = settle(&world, &visited, "1958-12-31");
    world.decide_with("adm", &decision, edits).unwrap();
    assert!(world.waits("adm", Queue::Conflict).is_empty());
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &visited.person).unwrap());
    let read: Vec<Row> = feed.iter().map(|row| Row::read(row).unwrap()).collect();
    let choices = read.iter().filter(|row| matches!(row, Row::FieldChoice(_))).count();
    assert_eq!(choices, 2, "one row for each author");
    let pending = read.iter().find_map(|row| match row {
        Row::Pending(pending) => Some(pending.keys.len()),
        _ => None,
    });
    assert_eq!(pending, Some(0));
    world.follows_from_the_log();
}

#[test]
fn a_late_third_value_opens_the_clash_again_and_a_stale_choice_is_refused() {
    let mut world = World::new();
    let visited = clash(&world);
    let (decision, _) = settle(&world, &visited, "1958-12-31");
    let mut third = world.tablet("fs", 3);
    third.edit(DocKind::Person, visited.person, None, &[("f/birth_date", "1960-01-02".into())]);
    world.sync(&mut third);
    assert_eq!(world.waits("adm", Queue::Conflict).len(), 1, "the same clash, grown");
    let no = refused(world.decide("adm", &decision));
    assert_eq!(no.code, RefusalCode::Late, "three values now, two were shown");
}

#[test]
fn rule_9_an_enrolment_waits_until_the_clash_is_settled() {
    let mut world = World::new();
    let visited = clash(&world);
    let accept = Decision::on_visit(StepId::V2, Role::Spv, visited.visit, 1, Input::default());
    world.decide("spv", &accept).unwrap();
    let unit = Input { unit: Some("slrt".into()), ..Input::default() };
    let n = world.case(visited.case).n;
    let assign = Decision::on_case(StepId::T10, Role::Mj, visited.case, n, unit);
    world.decide("mj", &assign).unwrap();
    let enrolled = Input {
        outcome: Some("enrolled".into()),
        program: Some("sembako".into()),
        proof: Some("ab".repeat(32)),
        ..Input::default()
    };
    let close = Decision::on_case(StepId::T11, Role::Bo, visited.case, n + 1, enrolled);
    let no = refused(world.decide("bo", &close));
    assert_eq!((no.code, no.guard), (RefusalCode::Missing, Guard::CleanIfEnrolling));
    assert_eq!(no.fields, ["f/birth_date"]);
    let (choice, edits) = settle(&world, &visited, "1958-12-31");
    world.decide_with("adm", &choice, edits).unwrap();
    world.decide("bo", &close).unwrap();
    assert_eq!(world.case(visited.case).outcome.as_deref(), Some("enrolled"));
}

#[test]
fn only_the_admin_settles() {
    let mut world = World::new();
    let visited = clash(&world);
    let (decision, _) = settle(&world, &visited, "1958-12-31");
    assert_eq!(refused(world.decide("mj", &decision)).code, RefusalCode::NotAllowed);
}

#[test]
fn an_equal_nik_in_two_documents_is_linked_at_once_and_undone_by_another_person() {
    let mut world = World::new();
    let mut one = world.tablet("fs", 1);
    let visited = one.visit(3, "", "");
    world.sync(&mut one);
    let double = jangkau_domain::DocId([0xbe; 16]);
    let mut two = world.tablet("fs2", 2);
    two.edit(
        DocKind::Person,
        double,
        None,
        &[("f/name", "Sumiyati".into()), ("f/nik", "9901017112580003".into())],
    );
    world.sync(&mut two);
    let person = visited.person;
    let winner = world.read(move |conn| links::canonical(conn, KAB, double).unwrap());
    let pair = world.read(move |conn| links::pair(conn, KAB, person, double).unwrap()).unwrap();
    assert_eq!((winner, pair.state.as_str()), (person, "linked"));
    let undo = Decision::on_pair(StepId::D6, Role::Mj, person, double, Input::default());
    world.decide("mj", &undo).unwrap();
    let winner = world.read(move |conn| links::canonical(conn, KAB, double).unwrap());
    assert_eq!(winner, double);
}

#[test]
fn rule_8_whoever_proposed_a_verdict_cannot_give_it() {
    let mut world = World::new();
    let mut one = world.tablet("fs", 1);
    let visited = one.visit(3, "", "");
    world.sync(&mut one);
    let other = jangkau_domain::DocId([0xbf; 16]);
    let mut two = world.tablet("fs2", 2);
    two.edit(
        DocKind::Person,
        other,
        None,
        &[("f/name", "BAMBANG SUTEJO".into()), ("f/nik", "9901017112580003".into())],
    );
    world.sync(&mut two);
    assert_eq!(world.waits("adm", Queue::Duplicate).len(), 1, "equal NIK, another name");
    let same = Input { why: Some("satu orang".into()), ..Input::default() };
    let propose = Decision::on_pair(StepId::D3, Role::AdmKab, visited.person, other, same);
    world.decide("adm", &propose).unwrap();
    let confirm =
        |role| Decision::on_pair(StepId::D4, role, visited.person, other, Input::default());
    let no = refused(world.decide("adm", &confirm(Role::AdmKab)));
    assert_eq!(no.code, RefusalCode::NotAllowed);
    world.decide("mj", &confirm(Role::Mj)).unwrap();
    assert!(world.waits("adm", Queue::Duplicate).is_empty());
    world.follows_from_the_log();
}

#[test]
fn a_row_has_one_holder_until_the_hold_lapses() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    tablet.visit(3, "", "");
    world.sync(&mut tablet);
    let cause = world.waits("spv", Queue::Review)[0].cause.clone();
    let take = |login: &str| {
        let (user, cause) = (world.user(login), cause.clone());
        world.ingest.run_now(move |writer| queue::take(writer, &cause, user)).unwrap()
    };
    assert!(take("spv"));
    assert!(!take("mj"));
    assert!(take("spv"), "the holder keeps it");
    world.clock.advance(queue::HOLD_S);
    assert!(take("mj"), "thirty minutes without work");
}

#[test]
fn a_rail_counts_what_its_role_sees_and_nothing_else() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let now_s = world.clock.now_s();
    let counts = |login: &str| {
        let viewer = world.viewer(login);
        let rail = world.read(move |conn| queue::count(conn, KAB, &viewer, now_s).unwrap());
        rail.into_iter().filter(|one| one.all > 0).map(|one| one.queue).collect::<Vec<_>>()
    };
    assert_eq!(counts("spv"), [Queue::Review]);
    assert_eq!(counts("mj"), [Queue::Review]);
    assert_eq!(counts("kp"), []);
    assert_eq!(counts("adm"), []);
}
