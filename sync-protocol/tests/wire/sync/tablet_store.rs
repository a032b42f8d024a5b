//! What a session asks of the tablet.

use std::collections::BTreeSet;
use std::convert::Infallible;

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::frame::{Body, DocPart, DocRef};
use jangkau_sync::message::{HelloAnswer, Outcome, ScopeState};
use jangkau_sync::register::Misfit;
use jangkau_sync::session::{OutChange, OutDoc, Page, PageOutcome, PushAcks, SyncStore};
use jangkau_sync::{Change, Document, Hash, Register};

use super::tablet::{Doc, Tablet};

impl SyncStore for Tablet {
    type Error = Infallible;

    fn sign(&self, message: &[u8]) -> Result<[u8; 64], Infallible> {
        Ok(super::server::signature(self.device, message))
    }

    fn nonce(&self) -> Result<Vec<u8>, Infallible> {
        Ok(self.nonce.clone())
    }

    fn keep_nonce(&mut self, nonce: &[u8]) -> Result<(), Infallible> {
        self.nonce = nonce.to_vec();
        Ok(())
    }

    fn states(&self) -> Result<Vec<ScopeState>, Infallible> {
        self.cursors.keys().map(|scope| self.state(*scope)).collect()
    }

    fn state(&self, scope: ScopeId) -> Result<ScopeState, Infallible> {
        let position = self.cursors.get(&scope).copied().unwrap_or(0);
        Ok(ScopeState { scope, epoch: self.epoch, position, digest: self.digest(scope) })
    }

    fn opened(&mut self, answer: &HelloAnswer) -> Result<(), Infallible> {
        self.nonce = answer.nonce.clone();
        if self.epoch != answer.epoch {
            self.epoch = answer.epoch;
            self.cursors.clear();
            let all: Vec<DocId> = self.docs.keys().copied().collect();
            all.into_iter().for_each(|id| self.offer(id));
        }
        Ok(())
    }

    fn waiting(&self) -> Result<u32, Infallible> {
        Ok(u32::try_from(self.outbox.len()).unwrap())
    }

    fn outbox(&self, skip: &BTreeSet<DocId>, max: usize) -> Result<Vec<OutDoc>, Infallible> {
        let mut docs: Vec<OutDoc> = Vec::new();
        let left = |id: &DocId| !skip.contains(id);
        for waiting in self.outbox.iter().filter(|one| !one.held && left(&one.doc)).take(max) {
            let doc = &self.docs[&waiting.doc];
            let change = doc.changes.iter().find(|change| change.hash == waiting.hash).unwrap();
            let change = OutChange { n: waiting.n, bytes: change.encode() };
            match docs.iter_mut().find(|out| out.id == waiting.doc) {
                Some(out) => out.changes.push(change),
                None => docs.push(out_doc(waiting.doc, doc, waiting.again, change)),
            }
        }
        Ok(docs)
    }

    fn acked(&mut self, acks: &PushAcks) -> Result<(), Infallible> {
        for ack in &acks.changes {
            let place = self.outbox.iter().position(|waiting| waiting.n == ack.n).unwrap();
            match ack.outcome {
                Outcome::Stored | Outcome::Duplicate => {
                    let waiting = self.outbox.remove(place);
                    let doc = self.docs.get_mut(&waiting.doc).unwrap();
                    doc.confirmed.insert(waiting.hash);
                }
                Outcome::Held { .. } => self.outbox[place].held = true,
                Outcome::NeedsHash(_) | Outcome::NeedsId | Outcome::Raw => {}
            }
        }
        for ack in &acks.docs {
            // An offer goes on under the receipt that it began with.
            let offering = self.outbox.iter().any(|one| one.doc == ack.doc && one.again);
            let doc = self.docs.get_mut(&ack.doc).unwrap();
            if !offering && doc.confirmed_register(ack.doc).heads() == ack.heads {
                doc.receipt = Some((ack.receipt, ack.heads.clone()));
            }
        }
        Ok(())
    }

    fn resend_history(&mut self, doc: DocId, _missing: Hash) -> Result<(), Infallible> {
        self.offer(doc);
        Ok(())
    }

    fn store_page(&mut self, page: &Page) -> Result<PageOutcome, Infallible> {
        let parts = page.documents.as_ref().map_or(&[][..], |frame| &frame.docs);
        let Some(read) = parts.iter().map(|part| self.read(part)).collect::<Option<Vec<_>>>()
        else {
            return Ok(PageOutcome::NeedsFull);
        };
        for (part, (id, changes)) in parts.iter().zip(read) {
            self.take(part, id, changes);
        }
        for row in &page.rows {
            self.rows.insert((row.kind, row.id), row.clone());
        }
        self.cursors.insert(page.scope, page.next);
        Ok(PageOutcome::Stored(u32::try_from(parts.len() + page.rows.len()).unwrap()))
    }

    fn reread(&mut self, scope: ScopeId) -> Result<(), Infallible> {
        self.cursors.insert(scope, 0);
        Ok(())
    }
}

fn out_doc(id: DocId, doc: &Doc, again: bool, change: OutChange) -> OutDoc {
    let before = if again { Register::new(doc.kind, id) } else { doc.confirmed_register(id) };
    OutDoc {
        kind: doc.kind,
        id,
        scope: doc.scope,
        known: !again && !doc.confirmed.is_empty(),
        before,
        offer: doc.receipt.clone().filter(|_| again),
        changes: vec![change],
    }
}

impl Tablet {
    /// Sends a document's history from the start, others' changes included.
    fn offer(&mut self, id: DocId) {
        self.outbox.retain(|waiting| waiting.doc != id);
        let hashes: Vec<Hash> = self.docs[&id].changes.iter().map(|change| change.hash).collect();
        self.docs.get_mut(&id).unwrap().confirmed.clear();
        hashes.into_iter().for_each(|hash| self.wait(id, hash, true));
    }

    /// Rebuilds what a page brings of a document, and changes nothing.
    fn read(&self, part: &DocPart) -> Option<(DocId, Vec<Change>)> {
        let (kind, id) = match part.doc {
            DocRef::Full(kind, id) => (kind, id),
            DocRef::Prefix(prefix) => {
                let mut fitting = self
                    .docs
                    .iter()
                    .filter(|(id, doc)| doc.scope == part.scope && id.0.starts_with(&prefix));
                let (id, doc) = fitting.next()?;
                fitting.next().is_none().then_some((doc.kind, *id))?
            }
        };
        let known = self.docs.get(&id);
        if let Body::Snapshot(bytes) = &part.body {
            let document = Document::load(bytes).unwrap();
            let changes = document.changes();
            return Some((id, changes.iter().map(|one| Change::parse(one).unwrap()).collect()));
        }
        let mut before =
            known.map_or_else(|| Register::new(kind, id), |doc| doc.confirmed_register(id));
        let held = |record: &jangkau_sync::frame::Record| {
            let changes = known.map_or(&[][..], |doc| &doc.changes);
            changes.iter().find(|change| record.same_as(change)).cloned()
        };
        let mut history = known.map_or_else(Vec::new, Doc::confirmed_changes);
        let mut changes = Vec::new();
        for record in part.records() {
            let change = match held(record) {
                Some(change) => change,
                None => Change::parse(&record.rebuild(&before).ok()?).ok()?,
            };
            match before.check_known(&change, || Ok::<_, ()>(history.clone())) {
                Ok(fit) => {
                    before.apply(&change, fit);
                    history.push(change.clone());
                }
                Err(Misfit::Duplicate) => {}
                Err(_) => return None,
            }
            changes.push(change);
        }
        Some((id, changes))
    }

    fn take(&mut self, part: &DocPart, id: DocId, changes: Vec<Change>) {
        let doc = self.docs.entry(id).or_insert_with(|| Doc {
            kind: match part.doc {
                DocRef::Full(kind, _) => kind,
                DocRef::Prefix(_) => unreachable!("a prefix was found among the documents"),
            },
            scope: part.scope,
            changes: Vec::new(),
            confirmed: BTreeSet::new(),
            receipt: None,
        });
        for change in changes {
            doc.confirmed.insert(change.hash);
            self.outbox.retain(|waiting| (waiting.doc, waiting.hash) != (id, change.hash));
            if doc.changes.iter().all(|known| known.hash != change.hash) {
                doc.changes.push(change);
            }
        }
        let heads = doc.confirmed_register(id).heads().to_vec();
        doc.receipt = part.receipt.map(|receipt| (receipt, heads));
    }
}
