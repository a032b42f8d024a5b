//! More people and places than the first walk needs, and what a step did to the queues.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::event::{EventBody, Note};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::Actor;
use jangkau_sync::message::ScopeKind;

use super::tablet::{Tablet, Visited};
use super::world::{DESA, KAB, MONDAY, World};
use crate::step::Decision;
use crate::store::queue::{self, Waiting};
use crate::store::users::{self, Grant, User};
use crate::store::{conflicts, scopes};

pub(super) const DAY: i64 = 86_400;
/// The desa beside.
pub(super) const DESA_2: &str = "9901012002";

pub(super) fn ulid(tag: u8, n: u8) -> Ulid {
    Ulid([tag, n, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5])
}

pub(super) fn why() -> Input {
    Input { why: Some("alasan".into()), note: Some("catatan".into()), ..Input::default() }
}

impl World {
    /// Makes an account beside the usual ones, as the command line does.
    pub(super) fn hire(&mut self, login: &'static str, role: Role, wilayah: &str) -> UserId {
        let user = User {
            id: UserId(0),
            login: login.to_owned(),
            name: login.to_uppercase(),
            password: None,
            ended: false,
            grants: vec![Grant { role, wilayah: wilayah.to_owned() }],
        };
        let id = self
            .ingest
            .run_now(move |writer| Ok(users::insert(writer.conn(), KAB, writer.now_s(), &user)?));
        let id = id.unwrap();
        self.people.insert(login, id);
        id
    }

    /// Opens the desa beside, with a facilitator.
    pub(super) fn next_desa(&mut self) -> (ScopeId, UserId) {
        let scope = self.ingest.run_now(|writer| {
            let kind = ScopeKind::Desa;
            Ok(scopes::insert(writer.conn(), KAB, kind, Some(DESA_2), None, "Sumber")?)
        });
        (scope.unwrap(), self.hire("fs3", Role::Fs, DESA_2))
    }

    /// Every open row.
    pub(super) fn open_rows(&self) -> Vec<Waiting> {
        self.read(|conn| {
            let mut all = Vec::new();
            for no in 1..500 {
                let cause: Option<String> = conn
                    .query_row("SELECT cause FROM queue WHERE row_pos = ?1", [no], |row| row.get(0))
                    .ok();
                let row = cause.and_then(|cause| queue::find(conn, KAB, &cause).unwrap());
                all.extend(row.filter(|row| row.done_at.is_none()));
            }
            all
        })
    }

    fn done_by(&self, step: StepId) -> BTreeMap<String, Queue> {
        self.read(move |conn| {
            let sql = "SELECT cause, queue FROM queue WHERE done_step = ?1";
            let mut query = conn.prepare(sql).unwrap();
            let rows = query.query_map([step.key()], |row| {
                Ok((row.get(0)?, Queue::from_key(row.get_ref(1)?.as_str()?).unwrap()))
            });
            rows.unwrap().collect::<Result<_, _>>().unwrap()
        })
    }

    /// Does something and tells in which queues rows were opened, and closed by a step.
    pub(super) fn queues_of<T>(
        &mut self,
        step: StepId,
        act: impl FnOnce(&mut Self) -> T,
    ) -> (BTreeSet<Queue>, BTreeSet<Queue>, T) {
        let before: BTreeSet<String> = self.open_rows().into_iter().map(|row| row.cause).collect();
        let done = self.done_by(step);
        let answer = act(self);
        let opened = self.open_rows().into_iter().filter(|row| !before.contains(&row.cause));
        let opened = opened.map(|row| row.queue).collect();
        let closed = self.done_by(step).into_iter().filter(|(cause, _)| !done.contains_key(cause));
        let closed = closed.map(|(_, queue)| queue).collect();
        (opened, closed, answer)
    }

    /// Records a birth date on another tablet, so that two stand against each other.
    pub(super) fn clash(&self, visited: &Visited) -> [u8; 32] {
        for (login, device, born) in [("fs", 21, "1958-12-31"), ("fs2", 22, "1959-12-31")] {
            let mut tablet = self.tablet(login, device);
            let born = [("f/birth_date", Value::from(born))];
            tablet.edit(DocKind::Person, visited.person, None, &born);
            self.sync(&mut tablet);
        }
        let person = visited.person;
        self.read(move |conn| conflicts::for_review(conn, KAB, &person).unwrap()[0].1)
    }

    /// Accepts a visit and hands back what it recorded.
    pub(super) fn accepted(&mut self, n: u8, kind: &str, subcat: &str) -> Visited {
        let mut tablet = self.tablet("fs", u32::from(n));
        let visited = tablet.visit(n, kind, subcat);
        self.sync(&mut tablet);
        let accept = Decision::on_visit(StepId::V2, Role::Spv, visited.visit, 1, Input::default());
        self.decide("spv", &accept).unwrap();
        visited
    }

    pub(super) fn step_on(&self, id: StepId, role: Role, case: DocId, input: Input) -> Decision {
        Decision::on_case(id, role, case, self.case(case).n, input)
    }

    /// A tablet in the desa beside.
    pub(super) fn tablet_of(&self, login: &str, device: u32, scope: ScopeId) -> Tablet {
        let mut sender = self.sender(login, Some(device));
        sender.scopes = vec![scope];
        Tablet {
            sender,
            scope,
            docs: BTreeMap::new(),
            outbox: Vec::new(),
            actor: Actor::new([device as u8, 0, 0, 0, 0, 0, 0, 2]),
            now: MONDAY - 600,
        }
    }

    /// Records somebody by name and birth date, without a NIK.
    pub(super) fn person(&self, login: &'static str, n: u8, name: &str, born: &str) -> DocId {
        let doc = DocId([0xe0, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        let home = DocId([0xe1, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        let mut tablet = self.tablet(login, u32::from(n) + 100);
        let place = [("f/desa", DESA.into()), ("f/rt", "003".into()), ("f/rw", "001".into())];
        tablet.edit(DocKind::Household, home, None, &place);
        let values: [(&str, Value); 5] = [
            ("f/name", name.into()),
            ("f/birth_date", born.into()),
            ("f/sex", "female".into()),
            ("f/mother", "PAINEM".into()),
            ("f/household", Value::Bytes(home.0.to_vec())),
        ];
        tablet.edit(DocKind::Person, doc, None, &values);
        self.sync(&mut tablet);
        doc
    }
}

/// A reply to a question.
pub(super) fn reply(request: &str) -> EventBody {
    EventBody::Note(Note {
        purpose: "reply".into(),
        text: "KTP sudah dilihat lagi".into(),
        request: Some(request.to_owned()),
    })
}
