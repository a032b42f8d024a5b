//! A tablet as the server meets it: real documents, real frames, no screen and no store.

use std::collections::BTreeMap;

use ed25519_dalek::{Signer, SigningKey};
use jangkau_domain::kk::Kk;
use jangkau_domain::nik::Nik;
use jangkau_domain::role::Role;
use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::frame::{Body, Form, FrameKind, FrameWriter, Heading};
use jangkau_sync::keys::ScopeKey;
use jangkau_sync::message::{
    self, Enrol, EnrolAnswer, Hello, HelloAnswer, Outcome, PullAnswer, PullRequest, PushAnswer,
    ScopeGrant, ScopeKind, hello,
};
use jangkau_sync::{Actor, Author, Change, Document, Edit, Register, dictionary, signing};

use crate::harness::{Answer, Site};

/// A tablet in a worker's hand.
pub struct Tablet {
    pub id: DeviceId,
    pub user: UserId,
    pub scopes: Vec<ScopeGrant>,
    pub epoch: u64,
    pub token: String,
    key: SigningKey,
    nonce: Vec<u8>,
    actor: Actor,
    docs: BTreeMap<DocId, Doc>,
}

struct Doc {
    kind: DocKind,
    scope: ScopeId,
    document: Document,
    /// What the server holds, as far as the tablet knows.
    confirmed: Register,
    unsent: Vec<Vec<u8>>,
}

impl Tablet {
    /// Makes an account with a tablet, enrols it and opens a session.
    pub async fn of(site: &Site, login: &str, role: Role, area: &str) -> Self {
        let user = site.user(login, role, area).await;
        let mut tablet = Self::enrolled(site, &site.code(user).await, login).await;
        tablet.open(site).await;
        tablet
    }

    /// Joins with a code.
    pub async fn enrolled(site: &Site, code: &str, name: &str) -> Self {
        let mut seed = [0; 32];
        seed[..name.len().min(32)].copy_from_slice(&name.as_bytes()[..name.len().min(32)]);
        let key = SigningKey::from_bytes(&seed);
        let answer = enrol(site, code, &key, name).await;
        assert_eq!(answer.status, 200);
        let answer: EnrolAnswer = message::decode(&answer.body).unwrap();
        let mut actor = [1; 8];
        actor[..4].copy_from_slice(&answer.device.0.to_be_bytes());
        Self {
            id: answer.device,
            user: answer.user,
            scopes: answer.scopes,
            epoch: answer.epoch,
            token: String::new(),
            key,
            nonce: answer.nonce,
            actor: Actor::new(actor),
            docs: BTreeMap::new(),
        }
    }

    /// Asks for a session over the nonce that it knows.
    pub async fn hello(&self, site: &Site) -> Answer {
        self.hello_over(site, &self.nonce).await
    }

    /// Asks for a session over any nonce.
    pub async fn hello_over(&self, site: &Site, nonce: &[u8]) -> Answer {
        let body = message::encode(&Hello {
            device: self.id,
            nonce: nonce.to_vec(),
            abilities: hello::ability::ALL.to_vec(),
            dictionaries: dictionary::ALL.to_vec(),
            scopes: Vec::new(),
            app_version: "0.1.0".to_owned(),
            device_time: None,
            waiting: None,
        });
        let signed = signing::message("POST", hello::PATH, &body, nonce);
        let signature = hex::encode(self.key.sign(&signed).to_bytes());
        site.post(hello::PATH, &[(signing::SIGNATURE_HEADER, &signature)], body).await
    }

    /// Opens a session.
    pub async fn open(&mut self, site: &Site) -> HelloAnswer {
        let answer = self.hello(site).await;
        assert_eq!(answer.status, 200);
        let answer: HelloAnswer = message::decode(&answer.body).unwrap();
        self.token = hex::encode(&answer.token);
        self.nonce.clone_from(&answer.nonce);
        self.scopes.clone_from(&answer.scopes);
        answer
    }

    /// Returns the first scope of a kind.
    pub fn scope(&self, kind: ScopeKind) -> ScopeId {
        self.scopes.iter().find(|scope| scope.kind == kind).unwrap().id
    }

    /// Returns the desa's scope.
    pub fn desa(&self) -> ScopeId {
        self.scope(ScopeKind::Desa)
    }

    fn scope_key(&self) -> ScopeKey {
        let grant = self.scopes.iter().find(|scope| scope.kind == ScopeKind::Desa).unwrap();
        ScopeKey::new(grant.key.unwrap())
    }

    /// Opens the document of a NIK in the desa.
    pub fn person(&mut self, nik: &str) -> DocId {
        let id = self.scope_key().person_id(&nik.parse::<Nik>().unwrap());
        self.document(DocKind::Person, id, self.desa())
    }

    /// Opens the document of a KK in the desa.
    pub fn household(&mut self, kk: &str) -> DocId {
        let id = self.scope_key().household_id(&kk.parse::<Kk>().unwrap());
        self.document(DocKind::Household, id, self.desa())
    }

    /// Opens a document with an id of its own.
    pub fn document(&mut self, kind: DocKind, id: DocId, scope: ScopeId) -> DocId {
        self.docs.entry(id).or_insert_with(|| Doc {
            kind,
            scope,
            document: Document::new(kind, &id),
            confirmed: Register::new(kind, id),
            unsent: Vec::new(),
        });
        id
    }

    /// Writes fields of a document in one change.
    pub fn edit(&mut self, doc: DocId, visit: Option<Ulid>, fields: &[(&str, Value)]) {
        let author = Author { user: Some(self.user), device: Some(self.id), visit };
        self.edit_as(doc, &author, fields);
    }

    /// Writes fields in anybody's name.
    pub fn edit_as(&mut self, doc: DocId, author: &Author, fields: &[(&str, Value)]) {
        let edits: Vec<Edit> =
            fields.iter().map(|(key, value)| Edit::put(*key, value.clone())).collect();
        let actor = self.actor;
        let one = self.docs.get_mut(&doc).unwrap();
        let time = crate::harness::START_S;
        let change = one.document.edit(actor, author, time, &edits).unwrap();
        one.unsent.extend(change);
    }

    /// Returns a frame of all that was not sent yet, and takes it as sent.
    pub fn frame(&mut self) -> Vec<u8> {
        self.frame_in(Form::Short)
    }

    /// Returns a frame of all that was not sent yet, in a form.
    pub fn frame_in(&mut self, form: Form) -> Vec<u8> {
        let mut writer = FrameWriter::new(FrameKind::Push);
        for (id, doc) in &mut self.docs {
            if doc.unsent.is_empty() {
                continue;
            }
            let mut heading = Heading::new(doc.kind, *id, doc.scope);
            heading.known = form == Form::Short && doc.confirmed.changes() > 0;
            writer.document(&heading);
            writer.changes(&mut doc.confirmed, &std::mem::take(&mut doc.unsent), form);
        }
        writer.finish(3)
    }

    /// Posts a frame and expects an answer.
    pub async fn send(&self, site: &Site, frame: Vec<u8>) -> PushAnswer {
        let answer = self.post(site, message::push::PATH, frame).await;
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        message::decode(&answer.body).unwrap()
    }

    /// Returns the frame of all that was not sent yet, short and raw.
    pub fn frames(&mut self) -> [Vec<u8>; 2] {
        let before: Vec<_> = self
            .docs
            .iter()
            .map(|(id, doc)| (*id, doc.confirmed.clone(), doc.unsent.clone()))
            .collect();
        let raw = self.frame_in(Form::Raw);
        for (id, confirmed, unsent) in before {
            let doc = self.docs.get_mut(&id).unwrap();
            (doc.confirmed, doc.unsent) = (confirmed, unsent);
        }
        [self.frame_in(Form::Short), raw]
    }

    /// Posts a frame, and once more whole what did not rebuild.
    pub async fn send_both(&self, site: &Site, [short, raw]: &[Vec<u8>; 2]) -> PushAnswer {
        let answer = self.send(site, short.clone()).await;
        let whole = |one: &Outcome| matches!(one, Outcome::Raw | Outcome::NeedsId);
        match answer.outcomes.iter().any(whole) {
            true => self.send(site, raw.clone()).await,
            false => answer,
        }
    }

    /// Posts all that was not sent yet, whole where it did not rebuild.
    pub async fn push(&mut self, site: &Site) -> PushAnswer {
        let frames = self.frames();
        self.send_both(site, &frames).await
    }

    /// Posts with the session's token.
    pub async fn post(&self, site: &Site, path: &str, body: Vec<u8>) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        site.post(path, &[("authorization", &bearer)], body).await
    }

    /// Asks for a page of news.
    pub async fn ask(&self, site: &Site, scope: ScopeId, cursor: u64, full: bool) -> Answer {
        let asked = PullRequest { scope, epoch: self.epoch, cursor, max_bytes: 16_384, full };
        self.post(site, message::pull::PATH, message::encode(&asked)).await
    }

    /// Reads one page of news.
    pub async fn pull(&self, site: &Site, scope: ScopeId, cursor: u64) -> PullAnswer {
        let answer = self.ask(site, scope, cursor, false).await;
        assert_eq!(answer.status, 200);
        message::decode(&answer.body).unwrap()
    }

    /// Takes a page's changes of documents that the tablet has, or has opened by their ids.
    pub fn take(&mut self, page: &PullAnswer) {
        let Some(frame) = page.documents().unwrap() else { return };
        for part in &frame.docs {
            let id = match part.doc {
                jangkau_sync::frame::DocRef::Full(kind, id) => self.document(kind, id, part.scope),
                jangkau_sync::frame::DocRef::Prefix(prefix) => {
                    *self.docs.keys().find(|id| id.0.starts_with(&prefix)).unwrap()
                }
            };
            let doc = self.docs.get_mut(&id).unwrap();
            match &part.body {
                Body::Snapshot(bytes) => {
                    doc.document = Document::load(bytes).unwrap();
                    doc.confirmed = doc.document.register().unwrap();
                }
                Body::Changes(records) => {
                    for record in records {
                        let bytes = record.rebuild(&doc.confirmed).unwrap();
                        doc.document.apply(std::slice::from_ref(&bytes)).unwrap();
                        let change = Change::parse(&bytes).unwrap();
                        let all = doc.document.changes();
                        let history = || -> Result<Vec<Change>, ()> {
                            Ok(all
                                .iter()
                                .map(|one| Change::parse(one).unwrap())
                                .filter(|one| one.hash != change.hash)
                                .collect())
                        };
                        let fit = doc.confirmed.check(&change, history).unwrap();
                        doc.confirmed.apply(&change, fit);
                    }
                }
            }
        }
    }

    /// Returns what the tablet knows of a document.
    pub fn register(&self, doc: DocId) -> Register {
        self.docs[&doc].document.register().unwrap()
    }
}

/// Posts a code with a key.
pub async fn enrol(site: &Site, code: &str, key: &SigningKey, name: &str) -> Answer {
    let body = message::encode(&Enrol {
        code: code.to_owned(),
        public_key: key.verifying_key().to_bytes(),
        device_name: name.to_owned(),
        app_version: "0.1.0".to_owned(),
        abilities: Vec::new(),
        dictionaries: Vec::new(),
        wants_recovery: None,
    });
    site.post(message::enrol::PATH, &[], body).await
}

/// Returns the ULID of a visit.
pub fn visit(n: u8) -> Ulid {
    Ulid::new(1_752_462_900_000, [n; 10])
}
