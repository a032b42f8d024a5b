//! A visit is one thing to review, whatever it holds.

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, DocKind, Value};

use super::world::World;
use crate::step::Decision;

#[test]
fn rule_1_three_members_two_programs_and_a_need_are_one_row_and_the_need_goes_on() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    let visit = Some(visited.visit);
    for (n, name) in [(1, "SITI RAHAYU"), (2, "RIZKY")] {
        let member = DocId([0xb0, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        let home = Value::Bytes(visited.household.0.to_vec());
        let values = [("f/name", name.into()), ("f/household", home)];
        tablet.edit(DocKind::Person, member, visit, &values);
    }
    for program in ["prog/sembako/status", "prog/lpg3/status"] {
        tablet.edit(DocKind::Household, visited.household, visit, &[(program, "receiving".into())]);
    }
    world.sync(&mut tablet);
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
    let accept = Decision::on_visit(StepId::V2, Role::Spv, visited.visit, 1, Input::default());
    world.decide("spv", &accept).unwrap();
    assert!(world.waits("spv", Queue::Review).is_empty());
    assert_eq!(world.case(visited.case).state, CaseState::WithManager);
    assert_eq!(world.waits("mj", Queue::Manager).len(), 1);
    world.follows_from_the_log();
}

#[test]
fn nobody_begins_the_review_of_a_visit_by_hand() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visit = jangkau_domain::Ulid([7; 16]);
    let doc = DocId([0xac; 16]);
    tablet.edit(DocKind::Household, doc, Some(visit), &[("f/rt", "001".into())]);
    world.sync(&mut tablet);
    let begin = Decision::on_visit(StepId::V1, Role::Spv, visit, 1, Input::default());
    assert!(world.decide("spv", &begin).is_err());
    assert!(world.waits("spv", Queue::Review).is_empty());
}
