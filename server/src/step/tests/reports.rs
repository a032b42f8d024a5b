//! Quarterly reports: drafted by the clock, submitted, returned, accepted, never changed again.

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};

use super::beside::{DAY, why};
use super::world::{DESA, KAB, MONDAY, World, refused};
use crate::queue::Waiting;
use crate::step::{Decision, Figures};
use crate::store::reports::{self, Report};

/// To the second day of October.
const NEXT_QUARTER: i64 = 80 * DAY;

pub(super) fn unit() -> String {
    format!("puskesos:{DESA}")
}

fn find(world: &World, unit: &str, quarter: &str) -> Option<Report> {
    let (unit, quarter) = (unit.to_owned(), quarter.to_owned());
    world.read(move |conn| reports::find(conn, KAB, &unit, &quarter).unwrap())
}

fn figures(world: &World, unit: &str, quarter: &str) -> Figures {
    Figures::from_bytes(&find(world, unit, quarter).unwrap().figures).unwrap()
}

/// Lets the quarter end and returns how many cases the kabupaten's report counts.
pub(super) fn counted(world: &mut World) -> u32 {
    world.clock.advance(NEXT_QUARTER);
    while world.ingest.tick_now().unwrap() > 0 {}
    figures(world, "slrt", "2025-3").total()
}

pub(super) fn row(world: &World, login: &str) -> Waiting {
    let rows = world.waits(login, Queue::Report);
    assert_eq!(
        rows.len(),
        1,
        "{login}: {:?}",
        rows.iter().map(|row| &row.cause).collect::<Vec<_>>()
    );
    rows.into_iter().next().unwrap()
}

pub(super) fn signed() -> Input {
    Input { proof: Some("ab".repeat(32)), ..Input::default() }
}

pub(super) fn on(step: StepId, role: Role, row: &Waiting, input: Input) -> Decision {
    Decision::on_row(step, role, &row.cause, input)
}

fn accept(world: &mut World, input: Input) {
    let mine = row(world, "kp");
    world.decide("kp", &on(StepId::R2, Role::Kp, &mine, signed())).unwrap();
    let theirs = world.waits("mj", Queue::Report);
    let theirs = theirs.iter().find(|row| row.cause.contains(DESA)).unwrap();
    world.decide("mj", &on(StepId::R3, Role::Mj, theirs, input)).unwrap();
}

#[test]
fn the_clock_drafts_one_report_a_unit_for_a_quarter_that_had_work() {
    let mut world = World::new();
    assert_eq!(world.ingest.tick_now().unwrap(), 0, "nothing had begun");
    world.accepted(3, "need", "k01");
    world.clock.advance(NEXT_QUARTER);
    while world.ingest.tick_now().unwrap() > 0 {}
    for unit in [unit().as_str(), "slrt", "prov:99"] {
        let report = find(&world, unit, "2025-3").unwrap();
        assert_eq!((report.state.as_str(), report.definitions), ("drafted", 1), "{unit}");
        assert_eq!(figures(&world, unit, "2025-3").total(), 1, "{unit}");
    }
    assert!(find(&world, "slrt", "2025-2").is_none(), "before the first entry");
    assert_eq!(row(&world, "kp").key.as_deref(), Some("drafted"));
    assert_eq!(row(&world, "mj").unit.as_deref(), Some("slrt"));
    assert_eq!(row(&world, "kprov").unit.as_deref(), Some("prov:99"));
    world.follows_from_the_log();
}

#[test]
fn a_report_is_signed_submitted_returned_and_accepted_by_another_person_one_level_up() {
    let mut world = World::new();
    world.accepted(3, "need", "k01");
    world.clock.advance(NEXT_QUARTER);
    while world.ingest.tick_now().unwrap() > 0 {}
    let mine = row(&world, "kp");
    let no = refused(world.decide("kp", &on(StepId::R2, Role::Kp, &mine, Input::default())));
    assert_eq!(no.code, RefusalCode::Missing, "its head signs first");
    let by_mj = on(StepId::R2, Role::Mj, &mine, signed());
    assert_eq!(refused(world.decide("mj", &by_mj)).code, RefusalCode::NotAllowed);
    world.decide("kp", &on(StepId::R2, Role::Kp, &mine, signed())).unwrap();
    assert!(world.waits("kp", Queue::Report).is_empty());
    let theirs = world.waits("mj", Queue::Report);
    let theirs = theirs.iter().find(|row| row.cause.contains(DESA)).unwrap().clone();
    let returned = Input { result: Some("returned".into()), ..Input::default() };
    let back = on(StepId::R3, Role::Mj, &theirs, returned.clone());
    assert_eq!(refused(world.decide("mj", &back)).guard, Guard::Note);
    let returned = Input { note: Some("Lengkapi lampiran".into()), ..returned };
    world.decide("mj", &on(StepId::R3, Role::Mj, &theirs, returned)).unwrap();
    assert_eq!(row(&world, "kp").key.as_deref(), Some("returned"));
    accept(&mut world, Input::default());
    let report = find(&world, &unit(), "2025-3").unwrap();
    assert_eq!(report.state, "accepted");
    assert!(report.hash.is_some());
    world.follows_from_the_log();
}

#[test]
fn rule_8_who_submitted_a_report_does_not_accept_it_in_another_role() {
    let mut world = World::new();
    world.accepted(3, "need", "k01");
    world.clock.advance(NEXT_QUARTER);
    while world.ingest.tick_now().unwrap() > 0 {}
    let kp = world.user("kp");
    world
        .ingest
        .run_now(move |writer| {
            let grant =
                |role, wilayah: &str| crate::store::users::Grant { role, wilayah: wilayah.into() };
            let both = [grant(Role::Kp, DESA), grant(Role::Mj, "9901")];
            Ok(crate::store::users::set_at(writer.conn(), KAB, kp, "active", &both, 0)?)
        })
        .unwrap();
    let rows = world.waits("kp", Queue::Report);
    let mine = rows.iter().find(|row| row.cause.contains(DESA)).unwrap().clone();
    world.decide("kp", &on(StepId::R2, Role::Kp, &mine, signed())).unwrap();
    let rows = world.waits("kp", Queue::Report);
    let own = rows.iter().find(|row| row.cause.contains(DESA)).unwrap().clone();
    let no = refused(world.decide("kp", &on(StepId::R3, Role::Mj, &own, Input::default())));
    assert_eq!((no.code, no.guard), (RefusalCode::NotAllowed, Guard::Eyes));
}

#[test]
fn rule_16_a_late_case_is_susulan_and_the_frozen_figures_stay_byte_equal() {
    let mut world = World::new();
    world.accepted(3, "need", "k01");
    world.clock.advance(NEXT_QUARTER);
    while world.ingest.tick_now().unwrap() > 0 {}
    accept(&mut world, why());
    let frozen = find(&world, &unit(), "2025-3").unwrap();
    // Recorded in July on a tablet that was away until October.
    world.clock.advance(DAY);
    let mut late = world.tablet("fs2", 2);
    late.now = MONDAY + 5 * DAY;
    late.visit(4, "grievance", "k09");
    world.sync(&mut late);
    let again = find(&world, &unit(), "2025-3").unwrap();
    assert_eq!((again.hash, &again.figures), (frozen.hash, &frozen.figures));
    let sum = crate::step::tests::reports::sha256(&again.figures);
    assert_eq!(again.hash, Some(sum), "the hash is of these bytes");
    world.clock.advance(92 * DAY);
    while world.ingest.tick_now().unwrap() > 0 {}
    let next = figures(&world, &unit(), "2025-4");
    assert!(next.cases.is_empty(), "it was not recorded in this quarter");
    assert_eq!(next.susulan.len(), 1);
    assert_eq!((next.susulan[0].kind.as_str(), next.susulan[0].count), ("grievance", 1));
    assert_eq!(figures(&world, &unit(), "2025-3").total(), 1);
    // The kabupaten had not closed its report: there the case stands in its own quarter.
    let mj = world.waits("mj", Queue::Report);
    let own = mj.iter().find(|row| row.cause.starts_with("report:slrt:2025-3")).unwrap().clone();
    world.decide("mj", &on(StepId::R2, Role::Mj, &own, Input::default())).unwrap();
    assert_eq!(figures(&world, "slrt", "2025-3").total(), 2);
    assert_eq!(figures(&world, "slrt", "2025-4").total(), 0);
    world.follows_from_the_log();
}

pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).into()
}
