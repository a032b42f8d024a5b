//! Pairs: found by likeness, marked by hand, told apart, two persons in one document (D1 to D6).

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind};

use super::beside::why;
use super::world::{KAB, World, refused};
use crate::step::Decision;
use crate::store::{links, persons};

fn pair(world: &World, one: DocId, other: DocId) -> Option<links::Pair> {
    world.read(move |conn| links::pair(conn, KAB, one, other).unwrap())
}

fn on(step: StepId, role: Role, one: DocId, other: DocId, input: Input) -> Decision {
    Decision::on_pair(step, role, one, other, input)
}

#[test]
fn two_who_are_alike_without_a_nik_come_to_the_desk_once() {
    let world = World::new();
    let one = world.person("fs", 1, "Hj. Sumiyati", "1958-11-23");
    let other = world.person("fs2", 2, "Sumiati", "1958-11-23");
    world.person("fs", 3, "Kartini", "1982-08-21");
    assert!(world.waits("adm", Queue::Duplicate).is_empty(), "the clock compares, not the push");
    assert_eq!(world.ingest.tick_now().unwrap(), 1);
    assert_eq!(world.ingest.tick_now().unwrap(), 0);
    let waiting = world.waits("adm", Queue::Duplicate);
    assert_eq!(waiting.len(), 1);
    let found = pair(&world, one, other).unwrap();
    assert_eq!(found.state, "open");
    assert!(found.score.unwrap() > 140, "{:?}", found.score);
    assert!(found.reasons.contains("name") && found.reasons.contains("birth_date"));
    world.follows_from_the_log();
}

#[test]
fn what_was_told_apart_is_asked_again_only_when_a_compared_field_changes() {
    let mut world = World::new();
    let one = world.person("fs", 1, "Sumiyati", "1958-11-23");
    let other = world.person("fs2", 2, "Sumiati", "1958-11-23");
    world.ingest.tick_now().unwrap();
    world.decide("adm", &on(StepId::D2, Role::AdmKab, one, other, why())).unwrap();
    assert!(world.waits("adm", Queue::Duplicate).is_empty());
    let mut tablet = world.tablet("fs", 41);
    tablet.edit(DocKind::Person, one, None, &[("f/job", "trader".into())]);
    world.sync(&mut tablet);
    assert_eq!(world.ingest.tick_now().unwrap(), 0, "a trade is not compared");
    tablet.edit(DocKind::Person, one, None, &[("f/phone", "6281200000001".into())]);
    world.sync(&mut tablet);
    assert_eq!(world.ingest.tick_now().unwrap(), 1);
    assert_eq!(world.waits("adm", Queue::Duplicate).len(), 1);
    world.follows_from_the_log();
}

#[test]
fn a_worker_marks_a_pair_by_hand_and_says_why() {
    let mut world = World::new();
    let one = world.person("fs", 1, "Sumiyati", "1958-11-23");
    let other = world.person("fs2", 2, "Kartini", "1982-08-21");
    let bare = on(StepId::D1, Role::Fs, one, other, Input::default());
    assert_eq!(refused(world.decide("fs", &bare)).guard, Guard::Why);
    let mark = |role| on(StepId::D1, role, one, other, why());
    assert_eq!(refused(world.decide("kp", &mark(Role::Kp))).code, RefusalCode::NotAllowed);
    world.decide("fs", &mark(Role::Fs)).unwrap();
    assert_eq!(refused(world.decide("spv", &mark(Role::Spv))).code, RefusalCode::Repeated);
    let found = pair(&world, one, other).unwrap();
    assert_eq!((found.state.as_str(), found.reasons.as_str()), ("open", "by_hand"));
    world.follows_from_the_log();
}

#[test]
fn two_persons_in_one_document_are_parted_with_values_and_cases() {
    let mut world = World::new();
    let mut first = world.tablet("fs", 1);
    let sumiati = first.visit(3, "need", "k01");
    world.sync(&mut first);
    // Another worker mistyped a NIK and wrote somebody else into the same document.
    let mut second = world.tablet("fs2", 2);
    let other = super::tablet::Visited { case: DocId([0xcd; 16]), ..sumiati };
    let values = [
        ("f/name", "BAMBANG SUTEJO".into()),
        ("f/nik", "9901017112580003".into()),
        ("f/sex", "male".into()),
    ];
    second.edit(DocKind::Person, sumiati.person, None, &values);
    second.case(&other, "grievance", "k09", "fs");
    second.submit(other.case, None, 9, "review");
    world.sync(&mut second);
    let doc = sumiati.person;
    world.decide("fs", &on(StepId::D1, Role::Fs, doc, doc, why())).unwrap();

    let verdict = |by: Option<u32>| Input {
        result: Some("two_in_one".into()),
        survivor: Some(doc.to_string()),
        handler: by,
        ..why()
    };
    let propose = |by| on(StepId::D3, Role::AdmKab, doc, doc, verdict(by));
    assert_eq!(refused(world.decide("adm", &propose(None))).guard, Guard::AuthorOrStandIn);
    let stranger = world.user("kp").0;
    assert_eq!(refused(world.decide("adm", &propose(Some(stranger)))).code, RefusalCode::Missing);
    let same = Input { result: Some("same".into()), ..why() };
    let same = on(StepId::D3, Role::AdmKab, doc, doc, same);
    assert_eq!(refused(world.decide("adm", &same)).guard, Guard::Survivor, "one is not two");
    world.decide("adm", &propose(Some(world.user("fs2").0))).unwrap();
    world.decide("mj", &on(StepId::D4, Role::Mj, doc, doc, Input::default())).unwrap();

    assert_eq!(pair(&world, doc, doc).unwrap().state, "split");
    assert!(world.waits("adm", Queue::Duplicate).is_empty());
    let case = world.case(other.case);
    let new = case.person.unwrap();
    assert_ne!(new, doc, "the case went with its person");
    assert_eq!(world.case(sumiati.case).person, Some(doc), "the other case stayed");
    let read =
        |doc: DocId| world.read(move |conn| persons::find(conn, KAB, &doc).unwrap()).unwrap();
    assert_eq!(read(new).name.as_deref(), Some("BAMBANG SUTEJO"));
    assert_eq!(read(new).nik, None, "the wrong NIK is not taken along");
    assert_eq!(read(doc).name.as_deref(), Some("SUMIATI"));
    assert_eq!(read(doc).nik.as_deref(), Some("9901017112580003"));
    assert_eq!(read(doc).sex, None, "only the other author had said so");
    assert!(world.waits("adm", Queue::Conflict).is_empty(), "nothing clashes any more");
    world.follows_from_the_log();
}

#[test]
fn a_verdict_that_is_declined_leaves_the_pair_open() {
    let mut world = World::new();
    let one = world.person("fs", 1, "Sumiyati", "1958-11-23");
    let other = world.person("fs2", 2, "Sumiati", "1958-11-23");
    world.ingest.tick_now().unwrap();
    world.decide("adm", &on(StepId::D3, Role::AdmKab, one, other, why())).unwrap();
    let declined = Input { result: Some("declined".into()), ..Input::default() };
    let decline = on(StepId::D4, Role::Mj, one, other, declined.clone());
    assert_eq!(refused(world.decide("mj", &decline)).guard, Guard::Why);
    let declined = Input { result: declined.result, ..why() };
    world.decide("mj", &on(StepId::D4, Role::Mj, one, other, declined)).unwrap();
    assert_eq!(pair(&world, one, other).unwrap().state, "open");
    assert_eq!(world.waits("adm", Queue::Duplicate).len(), 1);
}

#[test]
fn rule_8_whoever_decided_a_link_cannot_undo_it_in_another_role_either() {
    let mut world = World::new();
    let one = world.person("fs", 1, "Sumiyati", "1958-11-23");
    let other = world.person("fs2", 2, "Sumiati", "1958-11-23");
    world.ingest.tick_now().unwrap();
    world.decide("adm", &on(StepId::D3, Role::AdmKab, one, other, why())).unwrap();
    world.decide("mj", &on(StepId::D4, Role::Mj, one, other, Input::default())).unwrap();
    // The same person also becomes an admin; eyes compare persons.
    let mj = world.user("mj");
    world
        .ingest
        .run_now(move |writer| {
            let grants = [
                crate::store::users::Grant { role: Role::Mj, wilayah: "9901".into() },
                crate::store::users::Grant { role: Role::AdmKab, wilayah: "9901".into() },
            ];
            Ok(crate::store::users::set_at(writer.conn(), KAB, mj, "active", &grants, 0)?)
        })
        .unwrap();
    let undo = |role| on(StepId::D6, role, one, other, why());
    let no = refused(world.decide("mj", &undo(Role::AdmKab)));
    assert_eq!((no.code, no.guard), (RefusalCode::NotAllowed, Guard::Eyes));
    world.decide("mj2", &undo(Role::Mj)).unwrap();
    assert_eq!(pair(&world, one, other).unwrap().state, "undone");
    let winner = world.read(move |conn| links::canonical(conn, KAB, other).unwrap());
    assert_eq!(winner, other);
}
