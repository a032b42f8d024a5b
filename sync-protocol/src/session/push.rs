//! Sending what waits.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, ScopeId};

use super::machine::Session;
use super::step::Request;
use super::store::{Ack, DocAck, OutDoc, PushAcks, SyncStore};
use crate::change::Change;
use crate::frame::{Form, FrameKind, FrameWriter, Heading};
use crate::hash::Hash;
use crate::message::push::PATH;
use crate::message::{self, DocAnswer, Heads, Outcome, PushAnswer};

/// zstd's level on a tablet: 20 microseconds an edit there save a fifth of the bytes.
const LEVEL: i32 = 19;

/// Changes of a frame at most: about what the largest carries.
pub(super) const BATCH: usize = 1_024;

/// Times that a document is sent in a fuller form before it is left alone.
const AGAIN: u8 = 3;

/// What a frame in flight carries.
pub(super) struct SentFrame {
    checksum: [u8; 4],
    changes: Vec<Sent>,
    docs: Vec<DocId>,
    scopes: Vec<ScopeId>,
}

struct Sent {
    n: u64,
    doc: DocId,
    hash: Option<Hash>,
}

impl Session {
    /// Returns the next frame, none where nothing is left to send.
    pub(super) fn push_request<S: SyncStore>(
        &mut self,
        store: &S,
    ) -> Result<Option<(Request, SentFrame)>, S::Error> {
        let docs = store.outbox(&self.blocked, self.batch)?;
        let mut writer = FrameWriter::new(FrameKind::Push);
        let mut sent = SentFrame {
            checksum: [0; 4],
            changes: Vec::new(),
            docs: Vec::new(),
            scopes: Vec::new(),
        };
        for doc in docs {
            if doc.changes.is_empty() {
                continue;
            }
            if self.write(&mut writer, &mut sent, doc) {
                break;
            }
        }
        if sent.changes.is_empty() {
            return Ok(None);
        }
        let body = writer.finish_with(self.dictionary, LEVEL);
        sent.checksum = message::checksum_in(&body).unwrap_or_default();
        let bearer = Some(self.token.clone());
        Ok(Some((Request { path: PATH, bearer, signature: None, body }, sent)))
    }

    /// Adds a document's changes and returns whether the frame is full.
    fn write(&self, writer: &mut FrameWriter, sent: &mut SentFrame, doc: OutDoc) -> bool {
        let mut heading = Heading::new(doc.kind, doc.id, doc.scope);
        let fuller = self.fuller.contains(&doc.id);
        heading.known = doc.known && !fuller;
        if let Some((receipt, heads)) = doc.offer {
            (heading.receipt, heading.offered) = (Some(receipt), heads);
        }
        writer.document(&heading);
        sent.docs.push(doc.id);
        sent.scopes.push(doc.scope);
        let mut before = doc.before;
        let form = if fuller || !self.meaning { Form::Raw } else { Form::Short };
        for change in doc.changes {
            let hash = Change::parse(&change.bytes).ok().map(|change| change.hash);
            writer.changes(&mut before, &[change.bytes], form);
            sent.changes.push(Sent { n: change.n, doc: doc.id, hash });
            if writer.is_full(self.size.target()) || sent.changes.len() == self.batch {
                return true;
            }
        }
        false
    }

    /// Notes what became of a frame; returns false where the answer does not belong to it.
    pub(super) fn pushed<S: SyncStore>(
        &mut self,
        store: &mut S,
        sent: &SentFrame,
        body: &[u8],
    ) -> Result<bool, S::Error> {
        let Ok(answer) = message::decode::<PushAnswer>(body) else {
            return Ok(false);
        };
        if answer.frame != sent.checksum || answer.outcomes.len() != sent.changes.len() {
            return Ok(false);
        }
        if answer.epoch != self.epoch {
            self.hello_again();
            return Ok(true);
        }
        let Some(docs) = answer.docs.iter().map(|doc| doc_ack(sent, doc)).collect() else {
            return Ok(false);
        };
        let mut acks = PushAcks { changes: Vec::new(), docs, digests: answer.digests };
        let mut asked = BTreeMap::new();
        for (sent, outcome) in sent.changes.iter().zip(answer.outcomes) {
            self.note(sent.doc, &outcome, &mut asked);
            acks.changes.push(Ack { n: sent.n, doc: sent.doc, outcome });
        }
        store.acked(&acks)?;
        for (doc, missing) in asked {
            self.send_fuller(store, doc, missing)?;
        }
        self.touched.extend(&sent.scopes);
        self.size.succeeded();
        self.batch = (self.batch * 2).min(BATCH);
        Ok(true)
    }

    /// Counts an outcome; `asked` gathers the documents of which more is asked, and which change
    /// the server lacks where it lacks nothing else.
    fn note(&mut self, doc: DocId, outcome: &Outcome, asked: &mut BTreeMap<DocId, Option<Hash>>) {
        match outcome {
            Outcome::Stored | Outcome::Duplicate => self.summary.sent += 1,
            Outcome::Held { .. } => {
                self.summary.held += 1;
                self.blocked.insert(doc);
            }
            Outcome::NeedsHash(missing) => {
                asked.entry(doc).or_insert(Some(*missing));
            }
            // What depends on such a change is lacking for no other reason.
            Outcome::NeedsId | Outcome::Raw => {
                asked.insert(doc, None);
            }
        }
    }

    fn send_fuller<S: SyncStore>(
        &mut self,
        store: &mut S,
        doc: DocId,
        missing: Option<Hash>,
    ) -> Result<(), S::Error> {
        self.fuller.insert(doc);
        let times = self.again.entry(doc).or_insert(0);
        *times += 1;
        if *times > AGAIN {
            self.blocked.insert(doc);
        } else if let Some(missing) = missing {
            store.resend_history(doc, missing)?;
        }
        Ok(())
    }

    /// Sends everything of a refused frame whole and in smaller frames, until the change that is
    /// refused stands alone: its document stays behind, and the rest goes on.
    pub(super) fn frame_refused(&mut self, sent: &SentFrame) {
        if let [only] = sent.changes.as_slice() {
            self.blocked.insert(only.doc);
            return;
        }
        self.fuller.extend(&sent.docs);
        self.batch = sent.changes.len() / 2;
    }
}

fn doc_ack(sent: &SentFrame, answer: &DocAnswer) -> Option<DocAck> {
    let doc = *sent.docs.get(answer.place as usize)?;
    let heads = match &answer.heads {
        Heads::Change(place) => vec![sent.changes.get(*place as usize)?.hash?],
        Heads::List(heads) => heads.clone(),
    };
    Some(DocAck { doc, heads, receipt: answer.receipt })
}
