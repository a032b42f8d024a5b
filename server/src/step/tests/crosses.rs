//! Cross-checks by a facilitator of another desa (X1, X2).

use jangkau_domain::event::{CrossCheck, EventBody};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::HeldCode;
use jangkau_sync::message::Outcome;
use jangkau_sync::row::Row;

use super::beside::ulid;
use super::tablet::{Tablet, Visited};
use super::world::{KAB, World, refused};
use crate::step::{Decision, Matter, NewCheck};
use crate::store::{acted, rows};

pub(super) fn give(world: &World, household: DocId, to: &str) -> Decision {
    let about = Some(world.user("fs").0);
    let matter = Matter::CrossCheck(NewCheck { to: world.user(to).0, about });
    Decision::cross_check(Role::Spv, household, matter, Input::default())
}

pub(super) fn answer(task: &str) -> EventBody {
    let yes = || "yes".to_owned();
    EventBody::CrossCheck(CrossCheck {
        task: task.to_owned(),
        found: yes(),
        visited: yes(),
        identity: yes(),
        programs: yes(),
        complaint: yes(),
        was_told: yes(),
        note: None,
    })
}

/// Gives a cross-check to the facilitator of the desa beside; returns the task.
pub(super) fn given(world: &mut World, visited: &Visited) -> String {
    let order = give(world, visited.household, "fs3");
    world.decide("spv", &order).unwrap();
    let household = visited.household;
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &household).unwrap());
    let task = feed.iter().find(|row| matches!(Row::read(row).unwrap(), Row::Task(_))).unwrap();
    task.id.to_string()
}

/// Writes upon the derived genesis, since the tablet does not hold the household.
fn check(world: &World, tablet: &mut Tablet, visited: &Visited, task: &str, n: u8) -> Vec<Outcome> {
    tablet.tell(DocKind::Household, visited.household, None, ulid(6, n), answer(task));
    let sent = tablet.outbox.pop().unwrap();
    world.push(tablet, &sent)
}

#[test]
fn a_facilitator_of_the_next_desa_gets_a_minimal_card_and_sends_one_event() {
    let mut world = World::new();
    let (scope, fs3) = world.next_desa();
    let visited = world.accepted(3, "need", "k01");
    let task = given(&mut world, &visited);
    assert_eq!(world.waits("fs3", Queue::CrossCheck).len(), 1);
    assert_eq!(world.waits("spv", Queue::CrossCheck).len(), 1, "who gave it reads it");
    let household = visited.household;
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &household).unwrap());
    let card = feed.iter().find_map(|row| match Row::read(row).unwrap() {
        Row::Task(task) => Some(task.card),
        _ => None,
    });
    let card = card.unwrap();
    assert_eq!((card.name.as_str(), card.address.as_str()), ("SUMIATI", "Dsn. Krajan"));
    assert!(!card.text.contains("9901"), "no number on it");

    let mut tablet = world.tablet_of("fs3", 9, scope);
    assert_eq!(check(&world, &mut tablet, &visited, &task, 1), [Outcome::Stored]);
    assert!(world.waits("fs3", Queue::CrossCheck).is_empty());
    let mut other = world.tablet_of("fs3", 10, scope);
    let late = check(&world, &mut other, &visited, &task, 2);
    assert!(
        matches!(late[..], [Outcome::Held { code: HeldCode::NotAllowed, .. }]),
        "only while open"
    );
    assert!(fs3.0 > 0);
    world.follows_from_the_log();
}

#[test]
fn while_the_task_is_open_nothing_but_its_event_comes_in_and_from_nobody_else() {
    let mut world = World::new();
    let (scope, _) = world.next_desa();
    let visited = world.accepted(3, "", "");
    let task = given(&mut world, &visited);
    let mut tablet = world.tablet_of("fs3", 9, scope);
    tablet.edit(DocKind::Household, visited.household, None, &[("f/rt", "009".into())]);
    let sent = tablet.outbox.pop().unwrap();
    let out = world.push(&tablet, &sent);
    assert!(matches!(out[..], [Outcome::Held { code: HeldCode::NotAllowed, .. }]));
    // Somebody of the desa itself answers in the other's place.
    let mut own = world.tablet("fs2", 5);
    own.tell(DocKind::Household, visited.household, None, ulid(6, 7), answer(&task));
    world.sync(&mut own);
    assert_eq!(world.waits("fs3", Queue::CrossCheck).len(), 1, "it still waits");
    let household = visited.household;
    let no = world.read(move |conn| acted::refusals(conn, KAB, &household).unwrap());
    assert_eq!(no.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["not_allowed"]);
}

#[test]
fn a_check_goes_to_another_desa_and_never_to_who_is_looked_at() {
    let mut world = World::new();
    world.next_desa();
    let visited = world.accepted(3, "", "");
    for nobody in ["fs", "fs2", "kp"] {
        let order = give(&world, visited.household, nobody);
        assert_eq!(refused(world.decide("spv", &order)).code, RefusalCode::Missing, "{nobody}");
    }
    let order = give(&world, visited.household, "fs3");
    assert_eq!(refused(world.decide("mj", &order)).code, RefusalCode::NotAllowed);
    let person = give(&world, visited.person, "fs3");
    assert_eq!(refused(world.decide("spv", &person)).code, RefusalCode::Illegal, "no household");
    assert_eq!(order.step(), Some(StepId::X1));
}
