//! A kabupaten of fictitious province 99 with its people, and tablets that push frames.

use std::collections::BTreeMap;
use std::sync::Arc;

use jangkau_domain::role::Role;
use jangkau_domain::{DeviceId, DocId, Kab, ScopeId, Ulid, UserId};
use jangkau_sync::frame::{Form, Frame, FrameKind, FrameWriter, Heading};
use jangkau_sync::keys::RootKey;
use jangkau_sync::message::{Outcome, ScopeKind};
use jangkau_sync::receipt::ReceiptKey;
use jangkau_sync::{Actor, Register};
use rusqlite::Connection;

use super::tablet::{Sent, Tablet};
use crate::clock::Clock;
use crate::ingest::{self, Ingest, IngestError, Limits, Sender};
use crate::queue::{self, Filter, Viewer, Waiting};
use crate::secret::Secrets;
use crate::step::Decision;
use crate::store::case_state::{self, CaseRow};
use crate::store::users::{Grant, User};
use crate::store::{kab, scopes, users};

pub(super) const KAB: Kab = Kab(9901);
pub(super) const DESA: &str = "9901012001";
/// Monday 14 July 2025, 09.35 WIB.
pub(super) const MONDAY: i64 = 1_752_460_500;

pub(super) struct World {
    pub(super) ingest: Ingest,
    pub(super) clock: Clock,
    pub(super) desa: ScopeId,
    pub(super) people: BTreeMap<&'static str, UserId>,
    decisions: u8,
}

const PEOPLE: [(&str, Role, &str); 17] = [
    ("fs", Role::Fs, DESA),
    ("fs2", Role::Fs, DESA),
    ("spv", Role::Spv, "990101"),
    ("mj", Role::Mj, "9901"),
    ("mj2", Role::Mj, "9901"),
    ("fo", Role::Fo, "9901"),
    ("bo", Role::Bo, "9901"),
    ("fop", Role::Fop, DESA),
    ("bop", Role::Bop, DESA),
    ("kp", Role::Kp, DESA),
    ("adm", Role::AdmKab, "9901"),
    ("pp", Role::Pp, "9901"),
    ("pp2", Role::Pp, "9901"),
    ("pp_else", Role::Pp, "990102"),
    ("bo2", Role::Bo, "9901"),
    ("kprov", Role::Kprov, "99"),
    ("seknas", Role::Seknas, "99"),
];

impl World {
    pub(super) fn new() -> Self {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(include_str!("../../../migrations/0001_init.sql")).unwrap();
        conn.execute_batch(include_str!("../../../migrations/0002_work.sql")).unwrap();
        conn.execute_batch(include_str!("../../../migrations/0003_ends.sql")).unwrap();
        conn.execute_batch(include_str!("../../../migrations/0004_beside_cases.sql")).unwrap();
        kab::ensure(&conn, KAB, 1).unwrap();
        let desa = scopes::insert(&conn, KAB, ScopeKind::Desa, Some(DESA), None, "Krajan").unwrap();
        let mut people = BTreeMap::new();
        for (login, role, wilayah) in PEOPLE {
            let user = User {
                id: UserId(0),
                login: login.to_owned(),
                name: login.to_uppercase(),
                password: None,
                ended: false,
                grants: vec![Grant { role, wilayah: wilayah.to_owned() }],
            };
            people.insert(login, users::insert(&conn, KAB, MONDAY, &user).unwrap());
        }
        people.insert("many", users::insert(&conn, KAB, MONDAY, &many()).unwrap());
        let clock = Clock::held_at(MONDAY);
        let secrets = Secrets { root: RootKey::new([7; 32]), receipt: ReceiptKey::new(1, [8; 32]) };
        let ingest = Ingest::start(conn, KAB, clock.clone(), Arc::new(secrets), Limits::default());
        Self { ingest, clock, desa, people, decisions: 0 }
    }

    pub(super) fn user(&self, login: &str) -> UserId {
        self.people[login]
    }

    pub(super) fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> T + Send + 'static,
    ) -> T {
        self.ingest.run_now(move |writer| Ok(job(writer.conn()))).unwrap()
    }

    pub(super) fn case(&self, doc: DocId) -> CaseRow {
        self.read(move |conn| case_state::find(conn, KAB, &doc).unwrap()).expect("a case")
    }

    pub(super) fn viewer(&self, login: &str) -> Viewer {
        let user = self.user(login);
        let grants = self.read(move |conn| users::find(conn, KAB, user).unwrap().unwrap().grants);
        Viewer { user, grants }
    }

    pub(super) fn waits(&self, login: &str, which: jangkau_domain::queue::Queue) -> Vec<Waiting> {
        let viewer = self.viewer(login);
        self.read(move |conn| queue::list(conn, KAB, &viewer, which, &Filter::default()).unwrap())
    }

    /// Lets somebody decide on a page.
    pub(super) fn decide(&mut self, login: &str, decision: &Decision) -> Result<(), IngestError> {
        self.decide_with(login, decision, Vec::new())
    }

    pub(super) fn decide_with(
        &mut self,
        login: &str,
        decision: &Decision,
        edits: Vec<ingest::PageEdit>,
    ) -> Result<(), IngestError> {
        self.decisions += 1;
        let sender = self.sender(login, None);
        let decision = ingest::Decision { id: self.decision(), body: decision.to_bytes(), edits };
        self.ingest.run_now(move |writer| ingest::decide(writer, &sender, &decision))
    }

    /// Returns the name of the newest decision.
    pub(super) fn decision(&self) -> Ulid {
        Ulid([0xd0, self.decisions, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    /// Lets somebody answer for a program.
    pub(super) fn owns(&self, login: &str, program: &'static str) {
        let user = self.user(login);
        self.ingest.add_programs_now(user, vec![program.to_owned()]).unwrap();
    }

    /// Ends an account.
    pub(super) fn end(&self, login: &str) {
        let user = self.user(login);
        let end = move |writer: &ingest::Writer<'_>| {
            Ok(users::end(writer.conn(), writer.kab(), user, MONDAY)?)
        };
        assert!(self.ingest.run_now(end).unwrap());
    }

    /// Replays the log: all that the engine wrote must come out again.
    pub(super) fn follows_from_the_log(&self) {
        let rebuilt = self.ingest.rebuild_now().unwrap();
        assert_eq!(rebuilt.differing, []);
    }

    pub(super) fn sender(&self, login: &str, device: Option<u32>) -> Sender {
        let viewer = self.viewer(login);
        Sender {
            user: viewer.user,
            device: device.map(DeviceId),
            roles: viewer.grants.iter().map(|grant| grant.role).collect(),
            scopes: vec![self.desa],
        }
    }

    pub(super) fn tablet(&self, login: &'static str, device: u32) -> Tablet {
        Tablet {
            sender: self.sender(login, Some(device)),
            scope: self.desa,
            docs: BTreeMap::new(),
            outbox: Vec::new(),
            actor: Actor::new([device as u8, 0, 0, 0, 0, 0, 0, 1]),
            now: MONDAY - 600,
        }
    }

    /// Pushes everything that a tablet has not sent.
    pub(super) fn sync(&self, tablet: &mut Tablet) {
        for sent in std::mem::take(&mut tablet.outbox) {
            assert_eq!(self.push(tablet, &sent), [Outcome::Stored], "{}", sent.doc);
        }
    }

    pub(super) fn push(&self, tablet: &Tablet, sent: &Sent) -> Vec<Outcome> {
        let mut frame = FrameWriter::new(FrameKind::Push);
        frame.document(&Heading {
            kind: sent.kind,
            id: sent.doc,
            scope: tablet.scope,
            known: false,
            receipt: None,
            offered: Vec::new(),
        });
        let mut before = Register::new(sent.kind, sent.doc);
        frame.changes(&mut before, &[&sent.bytes], Form::Raw);
        let frame = Frame::decode(&frame.finish(3)).unwrap();
        self.ingest.push_now(tablet.sender.clone(), frame).unwrap().outcomes
    }
}

/// One person who is back officer, manager and coordinator at once.
fn many() -> User {
    let grant = |role, wilayah: &str| Grant { role, wilayah: wilayah.to_owned() };
    User {
        id: UserId(0),
        login: "many".to_owned(),
        name: "MANY".to_owned(),
        password: None,
        ended: false,
        grants: vec![
            grant(Role::Bo, "9901"),
            grant(Role::Mj, "9901"),
            grant(Role::Bop, DESA),
            grant(Role::Kp, DESA),
        ],
    }
}

/// Returns the refusal of a decision that the table forbids.
pub(super) fn refused(answer: Result<(), IngestError>) -> jangkau_domain::step::Refused {
    match answer {
        Err(IngestError::Step(refused)) => refused,
        Err(other) => panic!("{other}"),
        Ok(()) => panic!("the step was taken"),
    }
}
