//! A person at a desk: decides through the same door as the pages.

use std::sync::atomic::{AtomicU64, Ordering};

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{FieldNote, Input, StepId};
use jangkau_domain::{DocId, Ulid, Value};
use jangkau_server::access;
use jangkau_server::ingest::{self, Edited, IngestError, PageEdit};
use jangkau_server::step::Decision;
use jangkau_server::store::visit_state;
use jangkau_sync::{Actor, Edit, Hash};

use crate::site::{KAB, STAFF, Site, runtime};

/// One open row of a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Why it waits.
    pub cause: String,
    /// What a list shows.
    pub doc: Option<DocId>,
    /// The case whose steps close it.
    pub case: Option<DocId>,
    /// The visit.
    pub visit: Option<Ulid>,
    /// The office that it waits for.
    pub unit: Option<String>,
    /// A conflict's field.
    pub key: Option<String>,
}

/// A person who is logged in.
pub struct Desk<'s> {
    site: &'s Site,
    login: &'static str,
    role: Role,
}

impl Site {
    /// Seats a person of the blueprint.
    ///
    /// # Panics
    ///
    /// Where nobody has that login.
    pub fn desk(&self, login: &str) -> Desk<'_> {
        let staff = STAFF.iter().find(|one| one.login == login);
        let staff = staff.expect("the blueprint has the account");
        Desk { site: self, login: staff.login, role: staff.role }
    }

    /// Returns the open rows of a queue, oldest first.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn waiting(&self, queue: Queue) -> Vec<Row> {
        self.read(|conn, kab| {
            let sql = "SELECT cause, doc, case_doc, visit, unit, key FROM queue
                       WHERE kab = ?1 AND queue = ?2 AND done_pos IS NULL ORDER BY opened_pos, cause";
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map((kab.0, queue.key()), |row| {
                Ok(Row {
                    cause: row.get(0)?,
                    doc: row.get::<_, Option<[u8; 16]>>(1)?.map(DocId),
                    case: row.get::<_, Option<[u8; 16]>>(2)?.map(DocId),
                    visit: row.get::<_, Option<[u8; 16]>>(3)?.map(Ulid),
                    unit: row.get(4)?,
                    key: row.get(5)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Lets the clock's work be done; returns how much that was.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn tick(&self) -> usize {
        self.app().ingest.tick_now().expect("what is due is done")
    }
}

impl Desk<'_> {
    /// Accepts every part of a visit.
    ///
    /// # Errors
    ///
    /// Where no step allows it now.
    pub fn accept(&self, visit: Ulid, note: &str) -> Result<(), IngestError> {
        let input = Input { note: Some(note.to_owned()), ..Input::default() };
        self.decide(self.review(StepId::V2, visit, input), Vec::new())
    }

    /// Returns fields of a visit, each with a note.
    ///
    /// # Errors
    ///
    /// Where no step allows it now.
    pub fn give_back(&self, visit: Ulid, notes: &[(DocId, &str, &str)]) -> Result<(), IngestError> {
        let fields = notes.iter().map(|(doc, key, note)| FieldNote {
            doc: doc.to_string(),
            key: (*key).to_owned(),
            note: (*note).to_owned(),
        });
        let input = Input { fields: Some(fields.collect()), ..Input::default() };
        self.decide(self.review(StepId::V3, visit, input), Vec::new())
    }

    /// Puts a field upon the version that a page showed.
    ///
    /// # Errors
    ///
    /// Where the field is not this person's to write.
    pub fn edit(
        &self,
        doc: DocId,
        seen: &[Hash],
        key: &str,
        value: &str,
    ) -> Result<Edited, IngestError> {
        let edit = self.page_edit(doc, seen, key, &Value::from(value));
        runtime().block_on(self.site.app().ingest.edit(self.sender(), edit))
    }

    /// Chooses between the values of a key that a page showed.
    ///
    /// # Errors
    ///
    /// Where the choice is not this person's.
    ///
    /// # Panics
    ///
    /// Where nothing clashes there.
    pub fn settle(&self, doc: DocId, key: &str, chosen: &Value) -> Result<(), IngestError> {
        let all = self.site.conflicts(doc);
        let conflict = all.iter().find(|one| one.key == key).expect("the key is in conflict");
        let why = "KTP dilihat";
        let decision =
            Decision::on_conflict(self.role, doc, key, conflict.hash, chosen.clone(), why);
        let edit = self.page_edit(doc, &self.site.heads(doc), key, chosen);
        self.decide(decision, vec![edit])
    }

    /// Carries out any decision with the fields that it puts.
    ///
    /// # Errors
    ///
    /// Where no step allows it now.
    pub fn decide(&self, decision: Decision, edits: Vec<PageEdit>) -> Result<(), IngestError> {
        let id = fresh_ulid(self.site.now());
        let edits = edits.into_iter().map(|edit| PageEdit { visit: Some(id), ..edit }).collect();
        let decision = ingest::Decision { id, body: decision.to_bytes(), edits };
        runtime().block_on(self.site.app().ingest.decide(self.sender(), decision))
    }

    fn review(&self, step: StepId, visit: Ulid, input: Input) -> Decision {
        let found = self.site.read(|conn, kab| visit_state::find(conn, kab, &visit));
        let round = found.expect("the visit waits").round;
        Decision::on_visit(step, self.role, visit, round, input)
    }

    fn page_edit(&self, doc: DocId, seen: &[Hash], key: &str, value: &Value) -> PageEdit {
        let stored = self.site.stored(doc);
        PageEdit {
            kind: stored.register.kind(),
            doc,
            scope: stored.scope,
            heads: seen.to_vec(),
            edits: vec![Edit::put(key, value.clone())],
            visit: None,
            actor: Actor::new(next().to_be_bytes()),
        }
    }

    fn sender(&self) -> ingest::Sender {
        let user = self.site.user(self.login);
        let found = self.site.app().store.read_now(|conn| access::sender(conn, KAB, user, None));
        found.expect("accounts are read")
    }
}

/// Makes the name of a decision.
pub fn fresh_ulid(now_s: i64) -> Ulid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&next().to_be_bytes());
    Ulid::new(now_s.unsigned_abs() * 1000, random)
}

/// Counts up through the process: every page request is a writer of its own.
fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0x0dec_1de0_0000_0001);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
