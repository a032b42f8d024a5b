//! A server in memory: enough of one to hold the protocol to its word.

use std::collections::BTreeMap;

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId};
use jangkau_sync::frame::{DocPart, DocRef, Frame, Record};
use jangkau_sync::message::hello::{self, ability};
use jangkau_sync::message::{
    self, DocAnswer, ErrorAnswer, ErrorCode, Heads, Hello, HelloAnswer, Outcome, PushAnswer,
    ScopeGrant, ScopeKind, ScopeState, StaleNonce, pull, push,
};
use jangkau_sync::register::Misfit;
use jangkau_sync::session::Request;
use jangkau_sync::{Change, Digest, HeldCode, ReceiptKey, Register, signing};
use sha2::{Digest as _, Sha512};

/// A key that no tablet may write here.
pub const FORBIDDEN: &str = "f/forbidden";

/// Stands for Ed25519: the session never looks into it.
pub fn signature(device: DeviceId, message: &[u8]) -> [u8; 64] {
    Sha512::new().chain_update(device.0.to_be_bytes()).chain_update(message).finalize().into()
}

/// One document on the server.
#[derive(Clone)]
pub struct Doc {
    pub kind: DocKind,
    pub scope: ScopeId,
    pub register: Register,
    pub log: Vec<Entry>,
}

/// One change in the log.
#[derive(Clone)]
pub struct Entry {
    pub position: u64,
    pub device: DeviceId,
    pub change: Change,
}

/// The server; a clone is a backup.
#[derive(Clone)]
pub struct Server {
    pub docs: BTreeMap<DocId, Doc>,
    pub scopes: Vec<ScopeId>,
    pub position: u64,
    pub epoch: u64,
    pub key: ReceiptKey,
    pub nonces: BTreeMap<DeviceId, u64>,
    pub tokens: BTreeMap<String, DeviceId>,
    pub counter: u64,
    pub held: Vec<Change>,
    /// Frames with more changes are refused with this status.
    pub refuse_above: Option<usize>,
}

/// Status and body of an answer.
pub type Answer = (u16, Vec<u8>);

impl Server {
    pub fn new(scopes: &[ScopeId]) -> Self {
        Self {
            docs: BTreeMap::new(),
            scopes: scopes.to_vec(),
            position: 0,
            epoch: 1,
            key: ReceiptKey::new(1, [9; 32]),
            nonces: BTreeMap::new(),
            tokens: BTreeMap::new(),
            counter: 0,
            held: Vec::new(),
            refuse_above: None,
        }
    }

    pub fn nonce(&self, device: DeviceId) -> Vec<u8> {
        self.nonces.get(&device).copied().unwrap_or(0).to_be_bytes().to_vec()
    }

    pub fn handle(&mut self, request: &Request) -> Answer {
        if request.path == hello::PATH {
            return self.hello(request);
        }
        let device = request.bearer.as_ref().and_then(|token| self.tokens.get(token)).copied();
        let Some(device) = device else {
            return refusal(401, ErrorCode::SessionOver);
        };
        match request.path {
            push::PATH => self.push(device, &request.body),
            pull::PATH => self.pull(device, &request.body),
            _ => refusal(404, ErrorCode::BadMessage),
        }
    }

    pub fn digest(&self, scope: ScopeId) -> Digest {
        let mut digest = Digest::ZERO;
        for (id, doc) in self.docs.iter().filter(|(_, doc)| doc.scope == scope) {
            digest.add(Digest::of(id, doc.register.heads()));
        }
        digest
    }

    fn hello(&mut self, request: &Request) -> Answer {
        let asked: Hello = message::decode(&request.body).unwrap();
        let signed = signing::message("POST", hello::PATH, &request.body, &asked.nonce);
        if request.signature != Some(hex::encode(signature(asked.device, &signed))) {
            return refusal(401, ErrorCode::BadSignature);
        }
        if asked.nonce != self.nonce(asked.device) {
            return (409, message::encode(&StaleNonce { nonce: self.nonce(asked.device) }));
        }
        *self.nonces.entry(asked.device).or_insert(0) += 1;
        self.counter += 1;
        let token = self.counter.to_be_bytes().to_vec();
        self.tokens.insert(hex::encode(&token), asked.device);
        let grants = self.scopes.iter().map(|id| grant(*id)).collect();
        let answer = HelloAnswer {
            token,
            token_seconds: 3600,
            nonce: self.nonce(asked.device),
            epoch: self.epoch,
            server_time: 0,
            scopes: grants,
            states: self.scopes.iter().map(|scope| self.state(*scope)).collect(),
            abilities: ability::ALL.to_vec(),
            dictionary: 1,
            min_version: None,
            roles: None,
            lease_until: None,
        };
        (200, message::encode(&answer))
    }

    pub fn last_position(&self, scope: ScopeId) -> u64 {
        let docs = self.docs.values().filter(|doc| doc.scope == scope);
        docs.filter_map(|doc| doc.log.last()).map(|entry| entry.position).max().unwrap_or(0)
    }

    fn state(&self, scope: ScopeId) -> ScopeState {
        let position = self.last_position(scope);
        ScopeState { scope, epoch: self.epoch, position, digest: self.digest(scope) }
    }

    fn push(&mut self, device: DeviceId, body: &[u8]) -> Answer {
        let Ok(frame) = Frame::decode(body) else {
            return refusal(400, ErrorCode::BadFrame);
        };
        if self.refuse_above.is_some_and(|most| frame.records().count() > most) {
            return refusal(413, ErrorCode::BadFrame);
        }
        let mut outcomes = Vec::new();
        let mut docs = Vec::new();
        for (place, part) in frame.docs.iter().enumerate() {
            let first = outcomes.len();
            let id = self.find(part);
            for record in part.records() {
                outcomes.push(match id {
                    Some((kind, id)) => self.take(device, part, (kind, id), record),
                    None => Outcome::NeedsId,
                });
            }
            let good = |outcome| matches!(outcome, &Outcome::Stored | &Outcome::Duplicate);
            if let Some((_, id)) = id.filter(|_| outcomes[first..].iter().any(good)) {
                docs.push(self.doc_answer(place, id, first, outcomes.len()));
            }
        }
        let scopes = self.scopes.iter().map(|scope| (*scope, self.digest(*scope))).collect();
        let answer = PushAnswer {
            frame: frame.checksum,
            outcomes,
            docs,
            digests: scopes,
            epoch: self.epoch,
        };
        (200, message::encode(&answer))
    }

    fn doc_answer(&self, place: usize, id: DocId, first: usize, end: usize) -> DocAnswer {
        let doc = &self.docs[&id];
        let heads = doc.register.heads();
        let last = doc.log.last().map(|entry| entry.change.hash);
        // The short form where the document's last change of the frame is its only head.
        let newest = last.filter(|last| heads == [*last] && end == first + 1);
        let short = newest.and_then(|_| u32::try_from(first).ok()).filter(|_| end > first);
        DocAnswer {
            place: u32::try_from(place).unwrap(),
            heads: match short {
                Some(place) if doc.log.len() == 1 => Heads::Change(place),
                _ => Heads::List(heads.to_vec()),
            },
            receipt: self.key.sign(&id, heads),
        }
    }

    fn find(&self, part: &DocPart) -> Option<(DocKind, DocId)> {
        match part.doc {
            DocRef::Full(kind, id) => Some((kind, id)),
            DocRef::Prefix(prefix) => {
                let mut fitting = self
                    .docs
                    .iter()
                    .filter(|(id, doc)| doc.scope == part.scope && id.0.starts_with(&prefix));
                let (id, doc) = fitting.next()?;
                fitting.next().is_none().then_some((doc.kind, *id))
            }
        }
    }

    fn take(
        &mut self,
        device: DeviceId,
        part: &DocPart,
        (kind, id): (DocKind, DocId),
        record: &Record,
    ) -> Outcome {
        let next = self.position + 1;
        let doc = self.docs.entry(id).or_insert_with(|| Doc {
            kind,
            scope: part.scope,
            register: Register::new(kind, id),
            log: Vec::new(),
        });
        let Ok(bytes) = record.rebuild(&doc.register) else {
            let known = doc.log.iter().any(|entry| record.same_as(&entry.change));
            return if known { Outcome::Duplicate } else { Outcome::Raw };
        };
        let change = Change::parse(&bytes).unwrap();
        let author = format!(".{device}.");
        let own = change.message.as_ref().is_some_and(|message| message.contains(&author));
        let offered =
            part.receipt.is_some_and(|receipt| self.key.verify(&receipt, &id, &part.offered));
        if change.ops.iter().any(|op| op.key == FORBIDDEN) || !(own || offered) {
            self.held.push(change);
            let text = "not yours to write".to_owned();
            return Outcome::Held { code: HeldCode::NotAllowed, text };
        }
        let history = || Ok::<_, ()>(doc.log.iter().map(|entry| entry.change.clone()).collect());
        match doc.register.check(&change, history) {
            Ok(fit) => {
                doc.register.apply(&change, fit);
                doc.log.push(Entry { position: next, device, change });
                self.position = next;
                Outcome::Stored
            }
            Err(Misfit::Duplicate) => Outcome::Duplicate,
            Err(Misfit::UnknownDep(hash)) => Outcome::NeedsHash(hash),
            Err(Misfit::Hostile(_) | Misfit::History(())) => {
                Outcome::Held { code: HeldCode::Hostile, text: String::new() }
            }
        }
    }
}

fn grant(id: ScopeId) -> ScopeGrant {
    ScopeGrant { id, kind: ScopeKind::Desa, desa: None, name: String::new(), key: None }
}

pub fn refusal(status: u16, code: ErrorCode) -> Answer {
    (status, message::encode(&ErrorAnswer::new(code)))
}
