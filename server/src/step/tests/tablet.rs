//! A tablet that writes real changes: families, persons, cases, events.

use std::collections::BTreeMap;

use jangkau_domain::case_number::{Block, CaseNumber, Serial};
use jangkau_domain::event::{self, Event, EventBody, Submit, Visit};
use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, Value};
use jangkau_sync::{Actor, Author, Document, Edit};
use jiff::civil::date;

use super::world::{DESA, KAB, MONDAY};
use crate::ingest::Sender;

/// A change on its way.
#[derive(Clone)]
pub(super) struct Sent {
    pub(super) kind: DocKind,
    pub(super) doc: DocId,
    pub(super) bytes: Vec<u8>,
}

pub(super) struct Tablet {
    pub(super) sender: Sender,
    pub(super) scope: ScopeId,
    pub(super) docs: BTreeMap<DocId, Document>,
    pub(super) outbox: Vec<Sent>,
    pub(super) actor: Actor,
    pub(super) now: i64,
}

impl Tablet {
    pub(super) fn edit(
        &mut self,
        kind: DocKind,
        doc: DocId,
        visit: Option<Ulid>,
        edits: &[(&str, Value)],
    ) {
        let author = Author { user: Some(self.sender.user), device: self.sender.device, visit };
        let edits: Vec<Edit> =
            edits.iter().map(|(key, value)| Edit::put(*key, value.clone())).collect();
        let document = self.docs.entry(doc).or_insert_with(|| Document::new(kind, &doc));
        let bytes = document.edit(self.actor, &author, self.now, &edits).unwrap().unwrap();
        self.outbox.push(Sent { kind, doc, bytes });
    }

    pub(super) fn tell(
        &mut self,
        kind: DocKind,
        doc: DocId,
        visit: Option<Ulid>,
        id: Ulid,
        body: EventBody,
    ) {
        let event = Event { at_s: self.now, seen: None, body };
        self.edit(kind, doc, visit, &[(&event::key(&id), Value::Bytes(event.encode()))]);
    }

    /// Records a family, its head and, where a category is named, a case; and submits it.
    pub(super) fn visit(&mut self, n: u8, kind: &str, subcat: &str) -> Visited {
        let at = |tag: u8| DocId([tag, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        let visited = Visited {
            visit: Ulid([1, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]),
            household: at(0xaa),
            person: at(0xbb),
            case: at(0xcc),
        };
        let visit = Some(visited.visit);
        self.edit(
            DocKind::Household,
            visited.household,
            visit,
            &[
                ("f/desa", DESA.into()),
                ("f/kk", "9901011203150007".into()),
                ("f/address", "Dsn. Krajan".into()),
            ],
        );
        self.edit(
            DocKind::Person,
            visited.person,
            visit,
            &[
                ("f/name", "SUMIATI".into()),
                ("f/nik", format!("99010171125800{n:02}").as_str().into()),
                ("f/household", Value::Bytes(visited.household.0.to_vec())),
                ("f/relation", "head".into()),
            ],
        );
        self.tell(DocKind::Household, visited.household, visit, visited.visit, outreach("met"));
        if !kind.is_empty() {
            self.case(&visited, kind, subcat, "fs");
            self.submit(visited.case, visit, n, "review");
        }
        visited
    }

    pub(super) fn case(&mut self, visited: &Visited, kind: &str, subcat: &str, channel: &str) {
        self.edit(
            DocKind::Case,
            visited.case,
            Some(visited.visit),
            &[
                ("f/kind", kind.into()),
                ("f/subcat", subcat.into()),
                ("f/number", number(visited.case).as_str().into()),
                ("f/person", Value::Bytes(visited.person.0.to_vec())),
                ("f/channel", channel.into()),
                ("f/program", "sembako".into()),
                ("f/sector", "food".into()),
                ("f/story", "Belum pernah menerima sembako, desil 2".into()),
                ("set/ppks/poor", Value::Bool(true)),
                ("f/reg_status", "listed".into()),
                ("f/reg_release", "dtsen-2025-2".into()),
                ("f/consent_refer", "signed".into()),
            ],
        );
    }

    pub(super) fn submit(&mut self, case: DocId, visit: Option<Ulid>, n: u8, route: &str) {
        let submit = Submit {
            route: route.to_owned(),
            similar: Vec::new(),
            still_new: None,
            kept: Vec::new(),
        };
        let mut id = [2, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        id[15] = self.actor.as_bytes()[0];
        self.tell(DocKind::Case, case, visit, Ulid(id), EventBody::Submit(submit));
    }
}

/// Returns the number that the tablet gives a case: another one for each.
pub(super) fn number(case: DocId) -> String {
    let serial = u16::from(case.0[0]) * 16 + u16::from(case.0[1] % 16);
    let (block, serial) = (Block::new(500).unwrap(), Serial::new(serial + 1).unwrap());
    CaseNumber::issue(KAB, date(2025, 7, 14), None, block, serial).unwrap().to_string()
}

/// What one visit recorded.
#[derive(Clone, Copy)]
pub(super) struct Visited {
    pub(super) visit: Ulid,
    pub(super) household: DocId,
    pub(super) person: DocId,
    pub(super) case: DocId,
}

pub(super) fn outreach(outcome: &str) -> EventBody {
    EventBody::Visit(Visit {
        place: "home".into(),
        purpose: "outreach".into(),
        outcome: outcome.into(),
        consent: Some("spoken".into()),
        from_s: MONDAY - 1_800,
        to_s: MONDAY - 600,
        channel: "fs".into(),
        ..Visit::default()
    })
}
