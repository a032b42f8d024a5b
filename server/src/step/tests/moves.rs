//! Every step that is no case's, walked once: it opens and closes rows in the queues of its table
//! row, and in no other.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::DocKind;
use jangkau_domain::event::{Correct, EventBody, Inform};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{FieldNote, Input, StepId, THINGS, thing};
use jangkau_sync::row::RowId;

use super::beside::{DAY, reply, ulid, why};
use super::world::{KAB, World};
use super::{crosses, emergencies, helds, reports};
use crate::step::{Decision, EndAccount, Matter};
use crate::store::{inform, returns};

type Queues = BTreeSet<Queue>;

/// A world, and what each step did to the queues of it so far.
pub(super) struct Walked {
    pub(super) world: World,
    seen: BTreeMap<StepId, (Queues, Queues)>,
}

impl Walked {
    pub(super) fn new() -> Self {
        Self { world: World::new(), seen: BTreeMap::new() }
    }

    /// Takes a step; `beside` are the queues that other steps open at the same moment.
    fn walk(&mut self, id: StepId, beside: &[Queue], act: impl FnOnce(&mut World)) {
        let (opened, closed, ()) = self.world.queues_of(id, act);
        let opened = opened.into_iter().filter(|queue| !beside.contains(queue));
        let known = self.seen.entry(id).or_default();
        known.0.extend(opened);
        known.1.extend(closed);
    }

    fn decide(&mut self, id: StepId, login: &str, decision: &Decision) {
        self.walk(id, &[], |world| world.decide(login, decision).unwrap());
    }
}

fn visits() -> Walked {
    let mut w = Walked::new();
    let mut tablet = w.world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    w.walk(StepId::V1, &[], |world| world.sync(&mut tablet));
    let note = FieldNote {
        doc: visited.household.to_string(),
        key: "f/kk".into(),
        note: "Mohon dicek".into(),
    };
    let input = Input { fields: Some(vec![note]), ..Input::default() };
    let on = |id, round, input| Decision::on_visit(id, Role::Spv, visited.visit, round, input);
    w.decide(StepId::V3, "spv", &on(StepId::V3, 1, input));
    let visit = visited.visit;
    let back = w.world.read(move |conn| returns::of_visit(conn, KAB, &visit).unwrap()).remove(0);
    let event = Correct { returned: RowId(back.id).to_string(), text: None };
    let (home, named) = (visited.household, Some(visit));
    tablet.tell(DocKind::Household, home, named, ulid(3, 1), EventBody::Correct(event));
    w.walk(StepId::V4, &[], |world| world.sync(&mut tablet));
    w.decide(StepId::V2, "spv", &on(StepId::V2, 2, Input::default()));
    tablet.edit(DocKind::Household, home, named, &[("f/rt", "004".into())]);
    w.walk(StepId::V5, &[], |world| world.sync(&mut tablet));
    w
}

fn clashes() -> Walked {
    let mut w = Walked::new();
    let visited = w.world.accepted(3, "", "");
    let person = visited.person;
    let mut hash = [0; 32];
    w.walk(StepId::C1, &[], |world| hash = world.clash(&visited));
    let ask = Decision::look_again(Role::AdmKab, person, "f/birth_date", hash, "Lihat KTP");
    w.decide(StepId::C4, "adm", &ask);
    let all = w.world.read(move |conn| inform::requests(conn, KAB, &person).unwrap());
    let mut tablet = w.world.tablet("fs", 30);
    let request = hex::encode(all[0].id);
    tablet.tell(DocKind::Person, person, None, ulid(8, 1), reply(&request));
    w.world.sync(&mut tablet);
    // An edit that saw both values settles the clash, an admin's choice among them.
    let heads = w.world.read(move |conn| {
        let stored = crate::store::documents::find(conn, KAB, &person).unwrap().unwrap();
        stored.register.heads().to_vec()
    });
    let choice = Decision::on_conflict(
        Role::AdmKab,
        person,
        "f/birth_date",
        hash,
        "1958-12-31".into(),
        "KTP dilihat",
    );
    let edit = crate::ingest::PageEdit {
        kind: DocKind::Person,
        doc: person,
        scope: w.world.desa,
        heads,
        edits: vec![jangkau_sync::Edit::put("f/birth_date", "1958-12-31".into())],
        visit: None,
        actor: jangkau_sync::Actor::new([9; 8]),
    };
    w.walk(StepId::C2, &[], |world| world.decide_with("adm", &choice, vec![edit]).unwrap());
    w
}

fn doubles() -> Walked {
    let mut w = Walked::new();
    let one = w.world.person("fs", 1, "Sumiyati", "1958-11-23");
    let other = w.world.person("fs2", 2, "Sumiati", "1958-11-23");
    let on = |id, role, input| Decision::on_pair(id, role, one, other, input);
    w.walk(StepId::D1, &[], |world| assert_eq!(world.ingest.tick_now().unwrap(), 1));
    w.decide(StepId::D2, "adm", &on(StepId::D2, Role::AdmKab, why()));
    w.decide(StepId::D1, "spv", &on(StepId::D1, Role::Spv, why()));
    w.decide(StepId::D3, "adm", &on(StepId::D3, Role::AdmKab, why()));
    w.decide(StepId::D4, "mj", &on(StepId::D4, Role::Mj, Input::default()));
    w.decide(StepId::D6, "adm", &on(StepId::D6, Role::AdmKab, why()));
    w
}

fn held() -> Walked {
    let mut w = Walked::new();
    w.world.hire("view", Role::View, "9901");
    let visited = w.world.accepted(3, "", "");
    let mut one = None;
    w.walk(StepId::H1, &[], |world| one = Some(helds::held_one(world, &visited, 60)));
    let one = one.unwrap();
    let aside = Input { result: Some("set_aside".into()), ..why() };
    let on = Decision::on_held(StepId::H2, Role::AdmKab, one.doc, one.hash.0, aside);
    w.decide(StepId::H2, "adm", &on);
    let two = helds::held_one(&w.world, &visited, 61);
    let again = Input::default();
    let on = Decision::on_held(StepId::H3, Role::Fop, two.doc, two.hash.0, again);
    w.decide(StepId::H3, "fop", &on);
    w
}

fn duties() -> Walked {
    let mut w = Walked::new();
    let first = w.world.accepted(3, "grievance", "k09");
    let case = first.case;
    let task = w.world.read(move |conn| inform::of_doc(conn, KAB, &case).unwrap()).remove(0);
    let told = EventBody::Inform(Inform {
        task: RowId(task.id).to_string(),
        channel: "visit".into(),
        reached: "self".into(),
        on: "2025-07-15".into(),
        word: "in_progress".into(),
    });
    let mut tablet = w.world.tablet("fs", 30);
    tablet.tell(DocKind::Case, case, None, ulid(6, 1), told);
    w.walk(StepId::I1, &[], |world| world.sync(&mut tablet));
    let second = w.world.accepted(4, "grievance", "k09");
    let no = Input { reason: Some("f".into()), sentence: Some("Kuota".into()), ..why() };
    let no = w.world.step_on(StepId::T21, Role::Mj, second.case, no);
    let beside = [Queue::Inform, Queue::Print];
    w.walk(StepId::I2, &beside, |world| world.decide("mj", &no).unwrap());
    let letter = w.world.waits("fo", Queue::Print)[0].cause.clone();
    let handed = Input { number: Some("460/12".into()), date: Some("2025-07-15".into()), ..why() };
    w.decide(StepId::P1, "fo", &Decision::on_row(StepId::P1, Role::Fo, &letter, handed));
    let suggestion = w.world.accepted(5, "suggestion", "k16");
    let topic = format!("agenda:{}", suggestion.case);
    let met = Input { date: Some("2025-08-01".into()), result: Some("diusulkan".into()), ..why() };
    w.decide(StepId::M1, "mj", &Decision::on_row(StepId::M1, Role::Mj, &topic, met));
    w
}

fn emergency() -> Walked {
    let mut w = Walked::new();
    let mut mode = None;
    w.walk(StepId::E1, &[], |world| mode = Some(emergencies::on(world, 3)));
    let mode = mode.unwrap();
    let case = emergencies::quick(&w.world, 1, mode);
    let off = Decision::about(StepId::E2, Role::Mj, Matter::ModeOff(mode), why());
    w.decide(StepId::E2, "mj", &off);
    w.decide(StepId::E3, "mj", &Decision::on_quick(Role::Mj, case, why()));
    w
}

fn quarter() -> Walked {
    let mut w = Walked::new();
    w.world.accepted(3, "", "");
    w.world.clock.advance(80 * DAY);
    w.walk(StepId::R1, &[Queue::Overdue], |world| while world.ingest.tick_now().unwrap() > 0 {});
    let mine = reports::row(&w.world, "kp");
    w.decide(StepId::R2, "kp", &reports::on(StepId::R2, Role::Kp, &mine, reports::signed()));
    let submitted = |world: &World| {
        let all = world.waits("mj", Queue::Report);
        all.into_iter().find(|row| row.cause.contains(&reports::unit())).unwrap()
    };
    let theirs = submitted(&w.world);
    let back = Input { result: Some("returned".into()), ..why() };
    w.decide(StepId::R3, "mj", &reports::on(StepId::R3, Role::Mj, &theirs, back));
    let mine = reports::row(&w.world, "kp");
    w.decide(StepId::R2, "kp", &reports::on(StepId::R2, Role::Kp, &mine, reports::signed()));
    let theirs = submitted(&w.world);
    let (opened, closed, ()) = w.world.queues_of(StepId::R3, |world| {
        world.decide("mj", &reports::on(StepId::R3, Role::Mj, &theirs, why())).unwrap();
    });
    assert!(opened.is_empty() && closed.contains(&Queue::Report), "accepted: nothing waits");
    w
}

fn leavers() -> Walked {
    let mut w = Walked::new();
    let mut tablet = w.world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    w.world.sync(&mut tablet);
    let note = FieldNote {
        doc: visited.case.to_string(),
        key: "f/story".into(),
        note: "Mohon dicek".into(),
    };
    let input = Input { fields: Some(vec![note]), ..Input::default() };
    let back = Decision::on_visit(StepId::V3, Role::Spv, visited.visit, 1, input);
    w.world.decide("spv", &back).unwrap();
    let end = Matter::EndAccount(EndAccount { user: w.world.user("fs").0, unsent: None });
    w.decide(StepId::A1, "mj", &Decision::about(StepId::A1, Role::Mj, end, why()));
    let row = w.world.waits("spv", Queue::Handover).remove(0).cause;
    let to = Input { handler: Some(w.world.user("fs2").0), ..Input::default() };
    w.decide(StepId::A2, "spv", &Decision::on_row(StepId::A2, Role::Spv, &row, to));
    w
}

fn crossed() -> Walked {
    let mut w = Walked::new();
    let (scope, _) = w.world.next_desa();
    let visited = w.world.accepted(3, "", "");
    let mut task = String::new();
    w.walk(StepId::X1, &[], |world| task = crosses::given(world, &visited));
    let mut tablet = w.world.tablet_of("fs3", 9, scope);
    let (home, event) = (visited.household, crosses::answer(&task));
    tablet.tell(DocKind::Household, home, None, ulid(6, 1), event);
    w.walk(StepId::X2, &[], |world| world.sync(&mut tablet));
    w
}

fn late() -> Walked {
    let mut w = Walked::new();
    let mut tablet = w.world.tablet("fs", 1);
    tablet.visit(3, "", "");
    w.world.sync(&mut tablet);
    w.world.clock.advance(7 * DAY);
    w.walk(StepId::O1, &[], |world| assert_eq!(world.ingest.tick_now().unwrap(), 1));
    let row = w.world.waits("spv", Queue::Review)[0].cause.clone();
    let later = Input { date: Some("2025-08-01".into()), ..why() };
    w.decide(StepId::O2, "mj", &Decision::on_row(StepId::O2, Role::Mj, &row, later));
    w
}

fn copied() -> Walked {
    let mut w = Walked::new();
    let mut one = w.world.tablet("fs", 1);
    let first = one.visit(3, "need", "k01");
    w.world.sync(&mut one);
    let number = w.world.read(move |conn| {
        crate::store::case_files::find(conn, KAB, &first.case).unwrap().unwrap().number.unwrap()
    });
    let mut two = w.world.tablet("fs2", 2);
    let second = two.visit(4, "", "");
    two.case(&second, "grievance", "k09", "fs");
    let same = [("f/number", number.as_str().into())];
    two.edit(DocKind::Case, second.case, Some(second.visit), &same);
    w.world.sync(&mut two);
    two.submit(second.case, Some(second.visit), 4, "review");
    w.walk(StepId::N1, &[], |world| world.sync(&mut two));
    w
}

/// Every scene, each in a world of its own.
pub(super) fn scenes() -> Vec<Walked> {
    vec![
        visits(),
        clashes(),
        doubles(),
        held(),
        duties(),
        emergency(),
        quarter(),
        leavers(),
        crossed(),
        late(),
        copied(),
    ]
}

#[test]
fn every_step_beside_the_cases_opens_and_closes_what_its_table_row_says() {
    let mut seen: BTreeMap<StepId, (Queues, Queues)> = BTreeMap::new();
    for scene in scenes() {
        scene.world.follows_from_the_log();
        for (id, (opened, closed)) in scene.seen {
            let known = seen.entry(id).or_default();
            known.0.extend(opened);
            known.1.extend(closed);
        }
    }
    let mut wrong = Vec::new();
    for step in THINGS {
        let of = |queues: &[Queue]| queues.iter().copied().collect::<Queues>();
        let expected = (of(step.opens), of(step.closes));
        match seen.get(&step.id) {
            Some(did) if *did == expected => {}
            Some(did) => wrong.push(format!("{}: {did:?}, not {expected:?}", step.id)),
            None => wrong.push(format!("{} was not walked", step.id)),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen.keys().all(|id| thing(*id).is_some()));
}

#[test]
fn a_step_on_a_row_of_another_queue_is_refused() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    tablet.visit(3, "", "");
    world.sync(&mut tablet);
    let review = world.waits("spv", Queue::Review)[0].cause.clone();
    for (id, role, login) in [(StepId::P1, Role::Fo, "fo"), (StepId::M1, Role::Mj, "mj")] {
        let wrong = Decision::on_row(id, role, &review, why());
        assert!(world.decide(login, &wrong).is_err(), "{id}");
    }
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
    let own = Input { text: Some("Rapat koordinasi".into()), ..Input::default() };
    let mut topic = Decision::new(StepId::M1, Role::Mj);
    topic.input = own;
    world.decide("mj", &topic).unwrap();
    assert_eq!(world.waits("mj", Queue::Agenda).len(), 1, "a topic of the manager's own");
}
