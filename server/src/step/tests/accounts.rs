//! Accounts made and ended, and the work of a leaver given on (A1, A2).

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{FieldNote, Input, RefusalCode, StepId};

use super::beside::why;
use super::tablet::Visited;
use super::world::{DESA, KAB, World, refused};
use crate::step::{Decision, EndAccount, Matter, NewAccount};
use crate::store::{handovers, returns, users};

fn account(login: &str, role: &str, wilayah: &str, decree: Option<&str>) -> Matter {
    Matter::Account(NewAccount {
        login: login.into(),
        name: login.to_uppercase(),
        grants: vec![(role.into(), wilayah.into())],
        decree: decree.map(str::to_owned),
    })
}

fn a1(role: Role, matter: Matter) -> Decision {
    Decision::about(StepId::A1, role, matter, why())
}

fn end(world: &World, login: &str, unsent: Option<&str>) -> Matter {
    let user = world.user(login).0;
    Matter::EndAccount(EndAccount { user, unsent: unsent.map(str::to_owned) })
}

fn state(world: &World, login: &'static str) -> Option<String> {
    world.read(move |conn| {
        let user = users::find_by_login(conn, KAB, login).unwrap()?;
        Some(users::state(conn, KAB, user.id).unwrap())
    })
}

fn returned(world: &mut World) -> Visited {
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let note = FieldNote {
        doc: visited.case.to_string(),
        key: "f/story".into(),
        note: "Mohon dicek".into(),
    };
    let input = Input { fields: Some(vec![note]), ..Input::default() };
    let back = Decision::on_visit(StepId::V3, Role::Spv, visited.visit, 1, input);
    world.decide("spv", &back).unwrap();
    visited
}

#[test]
fn a_coordinator_proposes_and_a_manager_activates_with_a_decree() {
    let mut world = World::new();
    let proposal = || account("tini", "fs", DESA, None);
    world.decide("kp", &a1(Role::Kp, proposal())).unwrap();
    assert_eq!(state(&world, "tini").as_deref(), Some("proposed"));
    let none = world.read(|conn| users::find_by_login(conn, KAB, "tini").unwrap().unwrap().ended);
    assert!(none, "a proposal lets nobody in");
    assert_eq!(refused(world.decide("mj", &a1(Role::Mj, proposal()))).code, RefusalCode::Missing);
    let decreed = account("tini", "fs", DESA, Some("SK 12/2025"));
    world.decide("mj", &a1(Role::Mj, decreed)).unwrap();
    assert_eq!(state(&world, "tini").as_deref(), Some("active"));
    world.follows_from_the_log();
    assert_eq!(state(&world, "tini").as_deref(), Some("active"), "a replay leaves accounts alone");
}

#[test]
fn nobody_proposes_beyond_the_own_desa_or_makes_an_account_without_the_right() {
    let mut world = World::new();
    let beside = a1(Role::Kp, account("tini", "fs", "9901012002", None));
    assert_eq!(refused(world.decide("kp", &beside)).code, RefusalCode::NotAllowed);
    let boss = a1(Role::Kp, account("tini", "mj", "9901", None));
    assert_eq!(refused(world.decide("kp", &boss)).code, RefusalCode::Missing, "no village role");
    let spv = a1(Role::Spv, account("tini", "fs", DESA, Some("SK 1")));
    assert_eq!(refused(world.decide("spv", &spv)).code, RefusalCode::NotAllowed);
    let elsewhere = a1(Role::Mj, account("tini", "fs", "9902012001", Some("SK 1")));
    assert_eq!(refused(world.decide("mj", &elsewhere)).code, RefusalCode::Missing);
    assert_eq!(state(&world, "tini"), None);
}

#[test]
fn rule_18_an_ended_account_owns_no_open_row_and_its_past_steps_keep_its_name() {
    let mut world = World::new();
    let visited = returned(&mut world);
    world.decide("mj", &a1(Role::Mj, end(&world, "fs", None))).unwrap();
    let left = world.user("fs");
    let owned = world.read(move |conn| handovers::owned(conn, KAB, left).unwrap());
    assert!(owned.is_empty());
    let handover = world.waits("spv", Queue::Handover);
    assert_eq!(handover.len(), 1);
    assert_eq!(handover[0].key.as_deref(), Some("correction"));
    let give = |role, to: &str, world: &World| {
        let input = Input { handler: Some(world.user(to).0), ..Input::default() };
        Decision::on_row(StepId::A2, role, &handover[0].cause, input)
    };
    let nobody = give(Role::Spv, "kp", &world);
    assert_eq!(refused(world.decide("spv", &nobody)).code, RefusalCode::Missing, "no recorder");
    let leaver = give(Role::Spv, "fs", &world);
    assert_eq!(refused(world.decide("spv", &leaver)).code, RefusalCode::Missing, "gone");
    let given = give(Role::Spv, "fs2", &world);
    world.decide("spv", &given).unwrap();
    assert!(world.waits("spv", Queue::Handover).is_empty());
    assert_eq!(world.waits("fs2", Queue::Correction).len(), 1);
    let case = visited.case;
    let rows = world.read(move |conn| returns::of_doc(conn, KAB, &case).unwrap());
    assert_eq!(rows[0].to, Some(world.user("fs2")), "the tablet of the new one is told");
    let name = world.read(move |conn| users::find(conn, KAB, left).unwrap().unwrap().name);
    assert_eq!((name.as_str(), state(&world, "fs").as_deref()), ("FS", Some("ended")));
    world.follows_from_the_log();
}

#[test]
fn the_rows_of_a_puskesos_that_lost_its_last_back_officer_go_to_the_secretariat() {
    let mut world = World::new();
    world.end("many");
    let mut tablet = world.tablet("fop", 4);
    let visited = tablet.visit(3, "", "");
    tablet.case(&visited, "need", "k01", "puskesos");
    tablet.submit(visited.case, Some(visited.visit), 3, "own");
    world.sync(&mut tablet);
    assert_eq!(world.waits("bop", Queue::BackOffice).len(), 1);
    world.decide("kp", &a1(Role::Kp, end(&world, "bop", None))).unwrap();
    let handover = world.waits("mj", Queue::Handover);
    assert_eq!(handover.len(), 1);
    let by_spv = Decision::on_row(StepId::A2, Role::Spv, &handover[0].cause, Input::default());
    assert_eq!(refused(world.decide("spv", &by_spv)).code, RefusalCode::NotAllowed);
    let give = Decision::on_row(StepId::A2, Role::Mj, &handover[0].cause, Input::default());
    world.decide("mj", &give).unwrap();
    assert_eq!(world.waits("bo", Queue::BackOffice).len(), 1);
    assert_eq!(world.case(visited.case).unit.unwrap().to_string(), "slrt");
    world.follows_from_the_log();
}

#[test]
fn a_replay_asks_who_had_which_role_then() {
    let mut world = World::new();
    let visited = world.accepted(3, "need", "k01");
    let unit = Input { unit: Some(format!("puskesos:{DESA}")), ..why() };
    let assign = world.step_on(StepId::T10, Role::Mj, visited.case, unit);
    world.decide("mj", &assign).unwrap();
    // Since then the back officer left, and the manager became an admin.
    world.decide("kp", &a1(Role::Kp, end(&world, "bop", None))).unwrap();
    let other = account("mj", "adm_kab", "9901", Some("SK 13/2025"));
    world.decide("mj2", &a1(Role::Mj, other)).unwrap();
    let again = world.step_on(StepId::T21, Role::Mj, visited.case, why());
    assert_eq!(refused(world.decide("mj", &again)).code, RefusalCode::NotAllowed);
    world.follows_from_the_log();
}

#[test]
fn an_account_ends_once_what_its_tablet_had_not_sent_came_or_was_given_up() {
    let mut world = World::new();
    let fs = world.user("fs");
    world
        .ingest
        .run_now(move |writer| {
            let sql = "INSERT INTO device (kab, device_id, user_id, block, made_at, joined_at)
                   VALUES (9901, 1, ?1, '001', 0, 1)";
            writer.conn().execute(sql, [fs.0])?;
            Ok(())
        })
        .unwrap();
    let bare = a1(Role::Mj, end(&world, "fs", None));
    assert_eq!(refused(world.decide("mj", &bare)).code, RefusalCode::Missing);
    world.decide("mj", &a1(Role::Mj, end(&world, "fs", Some("came")))).unwrap();
    let revoked =
        world.read(|conn| crate::store::devices::list(conn, KAB).unwrap()[0].revoked_at.is_some());
    assert!(revoked);
    let twice = a1(Role::Mj, end(&world, "fs", Some("came")));
    assert_eq!(refused(world.decide("mj", &twice)).code, RefusalCode::Repeated);
    world.follows_from_the_log();
}
