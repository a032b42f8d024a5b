//! Held changes: judged again, set aside, entered again (H2, H3).

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::message::Outcome;

use super::beside::why;
use super::tablet::Visited;
use super::world::{KAB, World, refused};
use crate::ingest::IngestError;
use crate::step::Decision;
use crate::store::held::{self, Held};
use crate::store::persons;

/// Somebody who records nothing writes on a tablet: the change is held.
pub(super) fn held_one(world: &World, visited: &Visited, device: u32) -> Held {
    let mut tablet = world.tablet("view", device);
    tablet.edit(DocKind::Person, visited.person, None, &[("f/phone", "6281200000009".into())]);
    let sent = tablet.outbox.pop().unwrap();
    let out = world.push(&tablet, &sent);
    assert!(matches!(out[..], [Outcome::Held { .. }]));
    world.read(|conn| held::list(conn, KAB).unwrap()).pop().unwrap()
}

fn on(step: StepId, role: Role, held: &Held, input: Input) -> Decision {
    Decision::on_held(step, role, held.doc, held.hash.0, input)
}

fn phone(world: &World, doc: DocId) -> Option<String> {
    world.read(move |conn| persons::find(conn, KAB, &doc).unwrap().unwrap().phone)
}

fn state(world: &World, one: &Held) -> String {
    let (doc, hash) = (one.doc, one.hash);
    world.read(move |conn| held::find(conn, KAB, &doc, &hash).unwrap().unwrap().state)
}

fn world() -> (World, Visited) {
    let mut world = World::new();
    world.hire("view", Role::View, "9901");
    let visited = world.accepted(3, "", "");
    (world, visited)
}

#[test]
fn an_admin_sets_a_held_change_aside_and_says_why_and_the_bytes_stay() {
    let (mut world, visited) = world();
    let one = held_one(&world, &visited, 60);
    assert_eq!(world.waits("adm", Queue::Held).len(), 1);
    let aside = |input: Input| Input { result: Some("set_aside".into()), ..input };
    let bare = on(StepId::H2, Role::AdmKab, &one, aside(Input::default()));
    assert_eq!(refused(world.decide("adm", &bare)).guard, Guard::Why);
    let by_mj = on(StepId::H2, Role::Mj, &one, aside(why()));
    assert_eq!(refused(world.decide("mj", &by_mj)).code, RefusalCode::NotAllowed);
    world.decide("adm", &on(StepId::H2, Role::AdmKab, &one, aside(why()))).unwrap();
    assert_eq!(state(&world, &one), "set_aside");
    assert!(world.waits("adm", Queue::Held).is_empty());
    let (doc, hash) = (one.doc, one.hash);
    let kept = world.read(move |conn| held::find(conn, KAB, &doc, &hash).unwrap().unwrap());
    assert_eq!(kept.body, one.body);
    let twice = on(StepId::H2, Role::AdmKab, &one, aside(why()));
    assert_eq!(refused(world.decide("adm", &twice)).code, RefusalCode::Late);
    world.follows_from_the_log();
}

#[test]
fn a_restored_right_lets_it_in_and_without_one_nothing_happens() {
    let (mut world, visited) = world();
    let one = held_one(&world, &visited, 60);
    let again = on(StepId::H2, Role::AdmKab, &one, Input::default());
    assert!(matches!(world.decide("adm", &again), Err(IngestError::Refused(_))));
    assert_eq!(state(&world, &one), "held");
    assert_eq!(phone(&world, visited.person), None);
    let view = world.user("view");
    world
        .ingest
        .run_now(move |writer| {
            let fs =
                crate::store::users::Grant { role: Role::Fs, wilayah: super::world::DESA.into() };
            Ok(crate::store::users::set_at(writer.conn(), KAB, view, "active", &[fs], 0)?)
        })
        .unwrap();
    world.decide("adm", &again).unwrap();
    assert_eq!(state(&world, &one), "applied");
    assert_eq!(phone(&world, visited.person).as_deref(), Some("6281200000009"));
    assert!(world.waits("adm", Queue::Held).is_empty());
    world.follows_from_the_log();
}

#[test]
fn who_records_puts_the_authors_values_again_as_a_change_of_their_own() {
    let (mut world, visited) = world();
    let one = held_one(&world, &visited, 60);
    let by_mj = on(StepId::H3, Role::Mj, &one, Input::default());
    assert_eq!(refused(world.decide("mj", &by_mj)).code, RefusalCode::NotAllowed);
    world.decide("fop", &on(StepId::H3, Role::Fop, &one, Input::default())).unwrap();
    assert_eq!(state(&world, &one), "re_entered");
    assert_eq!(phone(&world, visited.person).as_deref(), Some("6281200000009"));
    assert!(world.waits("adm", Queue::Held).is_empty());
    world.follows_from_the_log();
}
