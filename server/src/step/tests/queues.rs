//! Each of the 21 queues gets a row and loses it, by steps alone.

use std::collections::BTreeMap;

use jangkau_domain::catalogue::{self, Ask};
use jangkau_domain::event::{EventBody, Note};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Behalf, Input, StepId};
use jangkau_domain::{DocKind, Value};

use super::beside::{ulid, why};
use super::moves::scenes;
use super::tablet::Visited;
use super::world::{KAB, World};
use crate::step::Decision;
use crate::store::inform;

/// Records what a referral asks for beside what every visit has.
pub(super) fn complete(world: &World, visited: &Visited) {
    let mut tablet = world.tablet("fs", 90);
    let home: [(&str, Value); 16] = [
        ("f/hamlet", "Krajan".into()),
        ("f/rt", "003".into()),
        ("f/rw", "001".into()),
        ("f/state", "active".into()),
        ("f/size", Value::Int(1)),
        ("f/geo", "-7.41230,109.98210;8".into()),
        ("f/building", "owned".into()),
        ("f/floor", "cement".into()),
        ("f/wall", "plaster".into()),
        ("f/roof_type", "clay".into()),
        ("f/water", "well".into()),
        ("f/light", "metered".into()),
        ("f/power", "w450".into()),
        ("f/cooking", "lpg3".into()),
        ("f/toilet", "own".into()),
        ("f/floor_area", Value::Int(36)),
    ];
    tablet.edit(DocKind::Household, visited.household, None, &home);
    let person: [(&str, Value); 10] = [
        ("f/birth_date", "1958-12-31".into()),
        ("f/birth_place", "9901".into()),
        ("f/sex", "female".into()),
        ("f/presence", "present".into()),
        ("f/marital", "widowed".into()),
        ("f/education", "none".into()),
        ("f/job", "farm_labour".into()),
        ("f/mother", "PAINEM".into()),
        ("f/phone", "6281200000001".into()),
        ("f/phone_owner", "family".into()),
    ];
    tablet.edit(DocKind::Person, visited.person, None, &person);
    let seed = catalogue::seed();
    for program in seed.programs.iter().filter(|program| program.ask == Ask::Required) {
        let kind = program.unit.doc();
        let doc = if kind == DocKind::Household { visited.household } else { visited.person };
        let keys = ["status", "source"].map(|attr| format!("prog/{}/{attr}", program.code));
        let values = [(keys[0].as_str(), "never".into()), (keys[1].as_str(), "said".into())];
        tablet.edit(kind, doc, None, &values);
    }
    let shown = [("set/shown/ktp", Value::Bool(true))];
    tablet.edit(DocKind::Case, visited.case, None, &shown);
    world.sync(&mut tablet);
}

fn take(world: &mut World, login: &str, id: StepId, role: Role, visited: &Visited, input: Input) {
    let step = world.step_on(id, role, visited.case, input);
    world.decide(login, &step).unwrap_or_else(|error| panic!("{id}: {error}"));
}

fn letter() -> Behalf {
    Behalf {
        scan: "cd".repeat(32),
        number: "460/77".into(),
        date: "2025-07-16".into(),
        official: "Kepala Dinas Sosial".into(),
    }
}

/// Manager, back office, a question, approval, program, delivery.
fn referred() -> World {
    let mut world = World::new();
    let visited = world.accepted(3, "need", "k01");
    complete(&world, &visited);
    let unit = Input { unit: Some("slrt".into()), ..why() };
    take(&mut world, "mj", StepId::T10, Role::Mj, &visited, unit);
    let ask = Input {
        question: Some("Berapa tanggungan?".into()),
        keys: Some(vec!["f/size".into()]),
        ..Input::default()
    };
    take(&mut world, "bo", StepId::T17, Role::Bo, &visited, ask);
    let case = visited.case;
    let asked = world.read(move |conn| inform::requests(conn, KAB, &case).unwrap()).remove(0);
    let mut tablet = world.tablet("fs", 91);
    let said = EventBody::Note(Note {
        purpose: "reply".into(),
        text: "Satu".into(),
        request: Some(hex::encode(asked.id)),
    });
    tablet.tell(DocKind::Case, case, None, ulid(8, 4), said);
    world.sync(&mut tablet);
    let target = Input {
        target: Some("opd_kab".into()),
        program: Some("sembako".into()),
        level: Some("kab".into()),
        letter: Some("Mohon ditindaklanjuti".into()),
        ..why()
    };
    take(&mut world, "bo", StepId::T12, Role::Bo, &visited, target);
    take(&mut world, "mj", StepId::T13, Role::Mj, &visited, why());
    let yes = Input { behalf: Some(letter()), ..why() };
    take(&mut world, "mj", StepId::T16, Role::Mj, &visited, yes);
    let done = Input {
        behalf: Some(letter()),
        date: Some("2025-07-20".into()),
        program: Some("sembako".into()),
        proof: Some("ef".repeat(32)),
        ..why()
    };
    take(&mut world, "mj", StepId::T19, Role::Mj, &visited, done);
    world
}

/// A citizen without papers, whose number comes later.
fn without_papers() -> World {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    let none = [("f/nik", "".into()), ("f/no_nik_why", "lost".into())];
    tablet.edit(DocKind::Person, visited.person, Some(visited.visit), &none);
    tablet.case(&visited, "need", "k01", "fs");
    tablet.submit(visited.case, Some(visited.visit), 3, "review");
    world.sync(&mut tablet);
    assert_eq!(world.waits("fop", Queue::Papers).len(), 1);
    tablet.edit(DocKind::Person, visited.person, None, &[("f/nik", "9901017112580003".into())]);
    world.sync(&mut tablet);
    world
}

/// A proposal to the register that is withdrawn.
fn proposed() -> World {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    tablet.case(&visited, "listing", "", "fs");
    let proposal = [("f/proposal", "new".into()), ("f/proposal_why", "Belum terdaftar".into())];
    tablet.edit(DocKind::Case, visited.case, Some(visited.visit), &proposal);
    tablet.submit(visited.case, Some(visited.visit), 3, "review");
    world.sync(&mut tablet);
    let accept = Decision::on_visit(StepId::V2, Role::Spv, visited.visit, 1, why());
    world.decide("spv", &accept).unwrap();
    assert_eq!(world.waits("fo", Queue::Listing).len(), 1);
    let gone = Input { reason: Some("mistake".into()), ..why() };
    take(&mut world, "mj", StepId::T22, Role::Mj, &visited, gone);
    world
}

/// Returns for each queue how many rows were opened, and how many of them are done.
fn tally(world: &World, all: &mut BTreeMap<Queue, (u32, u32)>) {
    let counted = world.read(|conn| {
        let sql = "SELECT queue, count(*), count(done_pos) FROM queue GROUP BY queue";
        let mut query = conn.prepare(sql).unwrap();
        let rows = query.query_map([], |row| {
            let queue = Queue::from_key(row.get_ref(0)?.as_str()?).unwrap();
            Ok((queue, row.get::<_, u32>(1)?, row.get::<_, u32>(2)?))
        });
        rows.unwrap().collect::<Result<Vec<_>, _>>().unwrap()
    });
    for (queue, opened, done) in counted {
        let known = all.entry(queue).or_default();
        known.0 += opened;
        known.1 += done;
    }
}

#[test]
fn each_of_the_21_queues_gets_a_row_and_loses_it() {
    let mut all = BTreeMap::new();
    for scene in scenes() {
        tally(&scene.world, &mut all);
    }
    for world in [referred(), without_papers(), proposed()] {
        world.follows_from_the_log();
        tally(&world, &mut all);
    }
    let missing: Vec<&str> = Queue::ALL
        .into_iter()
        .filter(|queue| all.get(queue).is_none_or(|(opened, done)| *opened == 0 || *done == 0))
        .map(Queue::key)
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    assert_eq!(all.len(), 21);
}
