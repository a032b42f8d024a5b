//! A number that a copied tablet gave twice (N1), and two numbers of one complaint.

use jangkau_domain::case_number::CaseNumber;
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::row::Row;

use super::beside::{ulid, why};
use super::tablet::Visited;
use super::world::{KAB, World, refused};
use crate::step::Decision;
use crate::store::{case_files, inform, links, numbers, rows};

fn number_of(world: &World, case: DocId) -> String {
    world.read(move |conn| case_files::find(conn, KAB, &case).unwrap().unwrap().number.unwrap())
}

#[test]
fn the_case_received_later_gets_a_new_number_and_the_citizen_is_told() {
    let world = World::new();
    let mut one = world.tablet("fs", 1);
    let first = one.visit(3, "need", "k01");
    world.sync(&mut one);
    let old = number_of(&world, first.case);
    let mut two = world.tablet("fs2", 2);
    let second = two.visit(4, "grievance", "k09");
    two.edit(DocKind::Case, second.case, Some(second.visit), &[("f/number", old.as_str().into())]);
    world.sync(&mut two);
    let given = world.read(move |conn| numbers::find(conn, KAB, &second.case).unwrap()).unwrap();
    assert!(given.parse::<CaseNumber>().is_ok(), "{given}");
    assert_ne!(given, old);
    let none = world.read(move |conn| numbers::find(conn, KAB, &first.case).unwrap());
    assert_eq!(none, None, "who came first keeps it");
    let told = world.waits("fs", Queue::Inform);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].case_doc, Some(second.case));
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &second.case).unwrap());
    let row = feed.iter().find_map(|row| match Row::read(row).unwrap() {
        Row::Number(number) => Some((number.old, number.new)),
        _ => None,
    });
    assert_eq!(row, Some((old.clone(), given.clone())));
    let answer = world.read(move |conn| case_files::with_number(conn, KAB, &given).unwrap());
    assert!(matches!(&answer[..], [one] if one.doc == second.case), "the new number answers");
    let both = world.read(move |conn| case_files::with_number(conn, KAB, &old).unwrap().len());
    assert_eq!(both, 2, "so does the old one");
    world.follows_from_the_log();
}

#[test]
fn nobody_gives_a_number_by_hand() {
    let mut world = World::new();
    let visited = world.accepted(3, "need", "k01");
    let by_hand = Decision::on_case(StepId::N1, Role::Mj, visited.case, 1, why());
    assert_eq!(refused(world.decide("mj", &by_hand)).code, RefusalCode::NotAllowed);
}

#[test]
fn rule_4_told_to_fs_and_fo_on_one_day_is_one_case_with_one_inform_task() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let first = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let mut desk = world.tablet("fop", 4);
    let second = Visited { case: DocId([0xcd; 16]), visit: ulid(9, 1), ..first };
    desk.case(&second, "need", "k01", "puskesos");
    desk.submit(second.case, None, 9, "own");
    world.sync(&mut desk);
    let accept = Decision::on_visit(StepId::V2, Role::Spv, first.visit, 1, why());
    world.decide("spv", &accept).unwrap();
    let tasks = world.waits("fs", Queue::Inform);
    assert_eq!(tasks.len(), 1, "one for both");
    assert_eq!(tasks[0].case_doc, Some(first.case));
    let of_second = world.read(move |conn| inform::of_doc(conn, KAB, &second.case).unwrap());
    assert!(of_second.iter().all(|task| task.state != "open"));
    for case in [first.case, second.case] {
        let number = number_of(&world, case);
        let winner = world.read(move |conn| {
            let found = case_files::with_number(conn, KAB, &number).unwrap();
            links::canonical(conn, KAB, found[0].doc).unwrap()
        });
        assert_eq!(winner, first.case, "each number answers with the survivor");
    }
    world.follows_from_the_log();
}
