//! Referrals through the levels, their owners, and answers on behalf.

use jangkau_domain::queue::Queue;
use jangkau_domain::referral::{Level, ReferralState};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Behalf, Guard, Input, RefusalCode, StepId};

use super::input::{self, letter};
use super::stage::{Stage, Subject};
use crate::step::tests::world::{KAB, World, refused};
use crate::store::referrals::{self, Referral};

fn referred(world: World, level: &str, target: &str) -> Stage {
    let mut stage = Stage::draft_in(world, Subject::read("need"));
    stage.walk("T1 T8");
    let input =
        Input { level: Some(level.into()), target: Some(target.into()), ..input::full(&stage) };
    stage.by(("mj", Role::Mj), StepId::T15, input).unwrap();
    stage
}

fn all(stage: &Stage) -> Vec<Referral> {
    let case = stage.case;
    stage.world.read(move |conn| referrals::list(conn, KAB, &case).unwrap())
}

fn onward() -> Input {
    Input { target: Some("ministry".into()), ..Input::default() }
}

#[test]
fn rule_13_a_national_referral_passes_the_province_and_then_the_nation() {
    let mut stage = referred(World::new(), "national", "ministry");
    let first = &all(&stage)[0];
    assert_eq!((first.level, first.final_level), (Level::Prov, Level::National));
    let waits = |stage: &Stage, login: &str| stage.world.waits(login, Queue::ProgramAnswer).len();
    assert_eq!((waits(&stage, "kprov"), waits(&stage, "seknas")), (1, 0));
    let early = refused(stage.by(("seknas", Role::Seknas), StepId::T18, onward()));
    assert_eq!(early.guard, Guard::NextLevel);
    stage.by(("kprov", Role::Kprov), StepId::T18, onward()).unwrap();
    assert_eq!((waits(&stage, "kprov"), waits(&stage, "seknas")), (0, 1));
    stage.by(("seknas", Role::Seknas), StepId::T18, onward()).unwrap();
    let beyond = refused(stage.by(("seknas", Role::Seknas), StepId::T18, onward()));
    assert_eq!(beyond.guard, Guard::NextLevel);
    let rows = all(&stage);
    let levels: Vec<_> = rows.iter().map(|one| one.level).collect();
    assert_eq!(levels, [Level::Prov, Level::National, Level::National]);
    let states: Vec<_> = rows.iter().map(|one| one.state).collect();
    use ReferralState::{PassedOn, Sent};
    assert_eq!(states, [PassedOn, PassedOn, Sent]);
    assert_eq!(rows[2].parent, Some(rows[1].id));
    stage.world.follows_from_the_log();
}

#[test]
fn rule_13_a_province_without_a_coordinator_is_skipped_on_record() {
    let world = World::new();
    world.end("kprov");
    let stage = referred(world, "national", "ministry");
    let rows = all(&stage);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].level, rows[0].state), (Level::Prov, ReferralState::PassedOn));
    let why: Input = minicbor::decode(rows[0].answer.as_deref().unwrap()).unwrap();
    assert_eq!(why.why.as_deref(), Some("Tidak ada koordinator provinsi."));
    assert_eq!((rows[1].level, rows[1].parent), (Level::National, Some(rows[0].id)));
    assert_eq!(stage.world.waits("seknas", Queue::ProgramAnswer).len(), 1);
    stage.world.follows_from_the_log();
}

#[test]
fn what_is_passed_on_for_the_nation_skips_the_empty_province_too() {
    let world = World::new();
    world.end("kprov");
    let mut stage = referred(world, "kab", "opd_kab");
    let input = Input { level: Some("national".into()), ..onward() };
    stage.by(("mj", Role::Mj), StepId::T18, input).unwrap();
    let levels: Vec<_> = all(&stage).iter().map(|one| (one.level, one.state)).collect();
    use ReferralState::{PassedOn, Sent};
    assert_eq!(levels, [(Level::Kab, PassedOn), (Level::Prov, PassedOn), (Level::National, Sent)]);
    stage.world.follows_from_the_log();
}

#[test]
fn rule_14_an_answer_on_behalf_without_the_scanned_letter_is_refused_and_both_names_stand() {
    let mut stage = referred(World::new(), "kab", "opd_kab");
    for cut in 0..4 {
        let mut given = letter();
        match cut {
            0 => given.scan.clear(),
            1 => given.number.clear(),
            2 => given.date.clear(),
            _ => given.official.clear(),
        }
        let input = Input { behalf: Some(given), ..input::full(&stage) };
        let no = refused(stage.by(("bo", Role::Bo), StepId::T16, input));
        assert_eq!((no.code, no.guard), (RefusalCode::Missing, Guard::Behalf));
    }
    let input = input::full(&stage);
    stage.by(("bo", Role::Bo), StepId::T16, input).unwrap();
    let taken = stage.history().pop().unwrap();
    assert_eq!(taken.user, Some(stage.world.user("bo")), "who typed");
    assert!(taken.note.as_deref().unwrap().contains("KEPALA DINAS"), "who signed");
    let answer = all(&stage)[0].answer.clone().unwrap();
    let kept: Input = minicbor::decode(&answer).unwrap();
    assert!(kept.behalf == Some(letter()));
}

#[test]
fn the_office_of_the_level_answers_on_behalf() {
    let may = |level: &str, target: &str, who: (&str, Role)| {
        let mut stage = referred(World::new(), level, target);
        let input = input::full(&stage);
        stage.by(who, StepId::T16, input).is_ok()
    };
    let people = [("mj", Role::Mj), ("bo", Role::Bo), ("bop", Role::Bop), ("kprov", Role::Kprov)];
    let table = [
        ("village", "village_body", [false, false, true, false]),
        ("kab", "opd_kab", [true, true, false, false]),
        ("prov", "opd_prov", [false, false, false, true]),
    ];
    for (level, target, allowed) in table {
        for (who, expected) in people.into_iter().zip(allowed) {
            assert_eq!(may(level, target, who), expected, "{level} {}", who.0);
        }
    }
}

#[test]
fn where_a_level_has_nobody_the_secretariat_types_the_answer_in() {
    let world = World::new();
    world.end("kprov");
    let mut stage = referred(world, "prov", "opd_prov");
    let input = input::full(&stage);
    stage.by(("mj", Role::Mj), StepId::T16, input).unwrap();
}

#[test]
fn a_program_owner_sees_and_answers_the_referrals_of_the_own_program_and_area_only() {
    let world = World::new();
    world.owns("pp", "sembako");
    world.owns("pp2", "pkh");
    world.owns("pp_else", "sembako");
    let mut stage = referred(world, "kab", "opd_kab");
    assert!(all(&stage)[0].login, "its owner has a login");
    let waits = |stage: &Stage, login: &str| stage.world.waits(login, Queue::ProgramAnswer).len();
    assert_eq!(waits(&stage, "pp"), 1);
    assert_eq!((waits(&stage, "pp2"), waits(&stage, "pp_else")), (0, 0));
    let input = Input { behalf: None, ..input::full(&stage) };
    for other in ["pp2", "pp_else"] {
        let no = refused(stage.by((other, Role::Pp), StepId::T16, input.clone()));
        assert_eq!(no.code, RefusalCode::NotAllowed, "{other}");
    }
    let behalf = input::full(&stage);
    let no = refused(stage.by(("mj", Role::Mj), StepId::T16, behalf));
    assert_eq!(no.guard, Guard::Behalf, "nobody answers for one with a login");
    stage.by(("pp", Role::Pp), StepId::T16, input.clone()).unwrap();
    assert_eq!(stage.world.waits("pp", Queue::Realisation).len(), 1);
    assert!(stage.world.waits("pp2", Queue::Realisation).is_empty());
    stage.by(("pp", Role::Pp), StepId::T19, input).unwrap();
    assert_eq!(stage.state().key(), "resolved");
    stage.world.follows_from_the_log();
}

#[test]
fn a_program_owner_asks_for_data_only_while_the_referral_is_theirs() {
    let world = World::new();
    world.owns("pp", "sembako");
    let mut stage = referred(world, "kab", "opd_kab");
    let input = input::full(&stage);
    stage.by(("pp", Role::Pp), StepId::T17, input.clone()).unwrap();
    stage.walk("T17r");
    stage.by(("pp", Role::Pp), StepId::T16r, input.clone()).unwrap();
    stage.walk("T20b");
    let no = refused(stage.by(("pp", Role::Pp), StepId::T17, input));
    assert_eq!(no.code, RefusalCode::NotAllowed);
}

#[test]
fn a_meeting_as_the_target_puts_the_case_on_the_agenda() {
    let stage = referred(World::new(), "kab", "meeting");
    assert_eq!(stage.world.waits("mj", Queue::Agenda).len(), 1);
    assert_eq!(stage.world.waits("mj", Queue::ProgramAnswer).len(), 1);
}

#[test]
fn a_behalf_is_empty_until_every_part_is_given() {
    assert!(!Behalf::default().is_complete() && letter().is_complete());
}
