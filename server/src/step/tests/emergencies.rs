//! Modes of emergency and what is completed after one (E1 to E3).

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind, Ulid, Value};

use super::beside::{DAY, why};
use super::world::{DESA, KAB, MONDAY, World, refused};
use crate::step::{Decision, Matter, NewMode};
use crate::store::emergencies;

fn flood(wilayah: &str, kind: &str, days: i64) -> Matter {
    Matter::Mode(NewMode {
        wilayah: wilayah.into(),
        kind: kind.into(),
        from_s: MONDAY - DAY,
        until_s: MONDAY + days * DAY,
        text: "Banjir Kali Serayu".into(),
    })
}

pub(super) fn on(world: &mut World, days: i64) -> Ulid {
    let on = Decision::about(StepId::E1, Role::Mj, flood("990101", "natural", days), why());
    world.decide("mj", &on).unwrap();
    world.read(|conn| emergencies::of_desa(conn, KAB, DESA).unwrap()).pop().unwrap().id
}

/// Records a quick case: name, place, people, needs, and no person.
pub(super) fn quick(world: &World, n: u8, mode: Ulid) -> DocId {
    let mut tablet = world.tablet("fs", u32::from(n) + 50);
    let case = DocId([0xf0, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    let number = format!("9901-2507-0K7-{n:04}-");
    let number = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        .chars()
        .map(|check| format!("{number}{check}"))
        .find(|number| number.parse::<jangkau_domain::case_number::CaseNumber>().is_ok())
        .unwrap();
    tablet.edit(
        DocKind::Case,
        case,
        None,
        &[
            ("f/kind", "need".into()),
            ("f/number", number.as_str().into()),
            ("f/emergency", mode.to_string().as_str().into()),
            ("f/quick_name", "SLAMET".into()),
            ("f/quick_place", "Posko balai desa".into()),
            ("f/quick_people", Value::Int(4)),
            ("set/quick_need/food", Value::Bool(true)),
        ],
    );
    tablet.submit(case, None, n, "review");
    world.sync(&mut tablet);
    case
}

fn state(world: &World, case: DocId) -> Option<String> {
    world.read(move |conn| emergencies::quick(conn, KAB, &case).unwrap()).map(|one| one.state)
}

fn complete(world: &World, n: u8, case: DocId) {
    let mut tablet = world.tablet("fop", u32::from(n) + 70);
    let mut full = world.tablet("fop", u32::from(n) + 80);
    let visited = full.visit(n, "", "");
    let given = super::tablet::Visited { case, ..visited };
    full.outbox.retain(|sent| sent.kind != DocKind::Case);
    world.sync(&mut full);
    super::queues::complete(world, &given);
    tablet.case(&given, "need", "k01", "puskesos");
    world.sync(&mut tablet);
}

#[test]
fn a_mode_is_declared_for_a_place_a_kind_and_days_that_can_be() {
    let mut world = World::new();
    let say = |matter| Decision::about(StepId::E1, Role::Mj, matter, why());
    for (matter, what) in [
        (flood("9902", "natural", 3), "another kabupaten"),
        (flood("990101", "war", 3), "no such kind"),
        (flood("990101", "natural", -1), "over already"),
    ] {
        assert_eq!(refused(world.decide("mj", &say(matter))).code, RefusalCode::Missing, "{what}");
    }
    let by_spv = Decision::about(StepId::E1, Role::Spv, flood("990101", "natural", 3), why());
    assert_eq!(refused(world.decide("spv", &by_spv)).code, RefusalCode::NotAllowed);
    on(&mut world, 3);
    world.follows_from_the_log();
}

#[test]
fn rule_20_after_an_emergency_each_quick_case_is_complete_waived_or_waits() {
    let mut world = World::new();
    let mode = on(&mut world, 3);
    let cases: Vec<DocId> = (1..=3).map(|n| quick(&world, n, mode)).collect();
    assert!(world.case(cases[0]).mode, "first in every queue");
    assert!(world.waits("fop", Queue::Completion).is_empty(), "not while it lasts");
    world.clock.advance(4 * DAY);
    world.ingest.tick_now().unwrap();
    let waiting = world.waits("fop", Queue::Completion);
    assert_eq!(waiting.len(), 3, "the clock ends it");
    assert_eq!(world.waits("fs", Queue::Completion).len(), 3, "its author's, too");
    let end = |role, input| Decision::on_quick(role, cases[1], input);
    let no = refused(world.decide("fo", &end(Role::Fo, why())));
    assert_eq!((no.code, no.guard), (RefusalCode::Missing, Guard::Minimum));
    let no = refused(world.decide("mj", &end(Role::Mj, Input::default())));
    assert_eq!((no.code, no.guard), (RefusalCode::Missing, Guard::Why));
    world.decide("mj", &end(Role::Mj, why())).unwrap();
    let again = refused(world.decide("mj", &end(Role::Mj, why())));
    assert_eq!(again.code, RefusalCode::Repeated);
    complete(&world, 7, cases[0]);
    let states: Vec<_> = cases.iter().map(|case| state(&world, *case).unwrap()).collect();
    assert_eq!(states, ["complete", "waived", "open"]);
    assert_eq!(world.waits("fop", Queue::Completion).len(), 1);
    // What was recorded in the emergency and comes after it waits as well.
    let late = quick(&world, 4, mode);
    assert_eq!(state(&world, late).as_deref(), Some("open"));
    let counted = super::reports::counted(&mut world);
    assert_eq!(counted, 4, "each in one total only");
    world.follows_from_the_log();
}

#[test]
fn a_mode_ends_once() {
    let mut world = World::new();
    let mode = on(&mut world, 3);
    let off = |role| Decision::about(StepId::E2, role, Matter::ModeOff(mode), why());
    assert_eq!(refused(world.decide("fo", &off(Role::Fo))).code, RefusalCode::NotAllowed);
    world.decide("adm", &off(Role::AdmKab)).unwrap();
    assert_eq!(refused(world.decide("mj", &off(Role::Mj))).code, RefusalCode::Repeated);
    world.clock.advance(9 * DAY);
    assert_eq!(world.ingest.tick_now().unwrap(), 0, "the clock has nothing left to end");
}
