//! An admin asks the authors to look again (C4).

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode};
use jangkau_domain::{DocKind, Value};
use jangkau_sync::Edit;
use jangkau_sync::row::Row;

use super::beside::{reply, ulid};
use super::world::{KAB, World, refused};
use crate::step::Decision;
use crate::store::{acted, inform, rows};

fn asked(world: &mut World) -> (super::tablet::Visited, [u8; 32]) {
    let visited = world.accepted(3, "", "");
    let hash = world.clash(&visited);
    let ask = Decision::look_again(
        Role::AdmKab,
        visited.person,
        "f/birth_date",
        hash,
        "Mohon lihat KTP lagi",
    );
    world.decide("adm", &ask).unwrap();
    assert_eq!(refused(world.decide("adm", &ask)).code, RefusalCode::Repeated, "one at a time");
    (visited, hash)
}

#[test]
fn the_authors_are_asked_once_and_their_reply_closes_the_question_alone() {
    let mut world = World::new();
    let (visited, hash) = asked(&mut world);
    assert_eq!(world.waits("fs", Queue::DataRequest).len(), 1);
    assert_eq!(world.waits("fo", Queue::DataRequest).len(), 1);
    let person = visited.person;
    let all = world.read(move |conn| inform::requests(conn, KAB, &person).unwrap());
    let request = hex::encode(all[0].id);
    let mut tablet = world.tablet("fs2", 31);
    tablet.tell(DocKind::Person, person, None, ulid(8, 1), reply(&request));
    tablet.tell(DocKind::Person, person, None, ulid(8, 2), reply(&request));
    world.sync(&mut tablet);
    assert!(world.waits("fs", Queue::DataRequest).is_empty());
    assert_eq!(world.waits("adm", Queue::Conflict).len(), 1, "the clash itself waits on");
    let no = world.read(move |conn| acted::refusals(conn, KAB, &person).unwrap());
    assert_eq!(no.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["repeated"]);
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &person).unwrap());
    let told = feed.iter().any(
        |row| matches!(Row::read(row).unwrap(), Row::DataRequest(row) if row.closed.is_some()),
    );
    assert!(told, "the tablets hear that it was answered");
    let again = Decision::look_again(Role::AdmKab, person, "f/birth_date", hash, "Dan KK-nya?");
    world.decide("adm", &again).unwrap();
    world.follows_from_the_log();
}

#[test]
fn a_clash_that_is_settled_meanwhile_takes_its_question_along() {
    let mut world = World::new();
    let (visited, hash) = asked(&mut world);
    let person = visited.person;
    let heads = world.read(move |conn| {
        crate::store::documents::find(conn, KAB, &person)
            .unwrap()
            .unwrap()
            .register
            .heads()
            .to_vec()
    });
    let value = Value::from("1958-12-31");
    let choice = Decision::on_conflict(
        Role::AdmKab,
        person,
        "f/birth_date",
        hash,
        value.clone(),
        "KTP dilihat",
    );
    let edit = crate::ingest::PageEdit {
        kind: DocKind::Person,
        doc: person,
        scope: world.desa,
        heads,
        edits: vec![Edit::put("f/birth_date", value)],
        visit: None,
        actor: jangkau_sync::Actor::new([9; 8]),
    };
    world.decide_with("adm", &choice, vec![edit]).unwrap();
    assert!(world.waits("adm", Queue::Conflict).is_empty());
    assert!(world.waits("fs", Queue::DataRequest).is_empty());
    world.follows_from_the_log();
}

#[test]
fn only_an_admin_asks_with_a_question_about_what_stands_now() {
    let mut world = World::new();
    let visited = world.accepted(3, "", "");
    let hash = world.clash(&visited);
    let ask = |hash, text: &str| {
        Decision::look_again(Role::AdmKab, visited.person, "f/birth_date", hash, text)
    };
    let no = refused(world.decide("mj", &ask(hash, "Mohon lihat")));
    assert_eq!((no.code, no.guard), (RefusalCode::NotAllowed, Guard::Role));
    let no = refused(world.decide("adm", &ask(hash, "  ")));
    assert_eq!((no.code, no.guard), (RefusalCode::Missing, Guard::Question));
    let no = refused(world.decide("adm", &ask([0; 32], "Mohon lihat")));
    assert_eq!(no.code, RefusalCode::Late);
}
