//! A client that speaks the protocol by hand: well, badly, twice or in the wrong order.

use ed25519_dalek::{Signer, SigningKey};
use jangkau_domain::{DeviceId, ScopeId, UserId};
use jangkau_server::access::token::Token;
use jangkau_sync::message::hello::ability;
use jangkau_sync::message::{
    self, Enrol, EnrolAnswer, ErrorAnswer, ErrorCode, Hello, HelloAnswer, Message, PullAnswer,
    PullRequest, PushAnswer, StaleNonce, enrol, hello, pull, push,
};
use jangkau_sync::session::CONTENT_TYPE;
use jangkau_sync::{dictionary, signing};
use reqwest::blocking::Client;

use crate::site::Site;

/// An answer that arrived whole.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The header `content-type`.
    pub content_type: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Reads the body as a message.
    ///
    /// # Panics
    ///
    /// Where it is another one.
    pub fn message<M: Message>(&self) -> M {
        message::decode(&self.body)
            .unwrap_or_else(|error| panic!("status {}: {error}", self.status))
    }

    /// Returns the code of a refusal.
    ///
    /// # Panics
    ///
    /// Where the body is none.
    pub fn refusal(&self) -> ErrorCode {
        self.message::<ErrorAnswer>().code
    }
}

/// A tablet's key, number and session, without a tablet.
pub struct Caller {
    http: Client,
    url: String,
    key: SigningKey,
    /// The tablet's number.
    pub device: DeviceId,
    /// The worker's account.
    pub user: UserId,
    /// The session token in hexadecimal.
    pub token: String,
    /// The epoch that the server named.
    pub epoch: u64,
    nonce: Vec<u8>,
}

impl Caller {
    /// Enrols a tablet for a worker and opens a session.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn enrolled(site: &Site, login: &str) -> Self {
        let mut caller = Self::joined(site, login);
        caller.hello();
        caller
    }

    /// Enrols a tablet for a worker without opening a session.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn joined(site: &Site, login: &str) -> Self {
        let http = client();
        let key = SigningKey::from_bytes(Token::draw().expect("random bytes").bytes());
        let ask = Enrol {
            code: site.code_for(login),
            public_key: key.verifying_key().to_bytes(),
            device_name: format!("Uji {login}"),
            app_version: "0".to_owned(),
            abilities: ability::ALL.to_vec(),
            dictionaries: dictionary::ALL.to_vec(),
            wants_recovery: None,
        };
        let reply =
            post(&http, &format!("{}{}", site.url(), enrol::PATH), &[], message::encode(&ask));
        let answer: EnrolAnswer = reply.message();
        Self {
            http,
            url: site.url(),
            key,
            device: answer.device,
            user: answer.user,
            token: String::new(),
            epoch: answer.epoch,
            nonce: answer.nonce,
        }
    }

    /// Speaks for a tablet that is enrolled already, in a session that the site opens.
    pub fn of_device(site: &Site, device: DeviceId, user: UserId) -> Self {
        Self {
            http: client(),
            url: site.url(),
            key: SigningKey::from_bytes(&[1; 32]),
            device,
            user,
            token: site.session_of(device).to_hex(),
            epoch: site.read(jangkau_server::store::kab::epoch),
            nonce: Vec::new(),
        }
    }

    /// Opens a session.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn hello(&mut self) -> HelloAnswer {
        let answer: HelloAnswer = self.post_hello(&self.hello_body()).message();
        self.token = hex::encode(&answer.token);
        self.nonce.clone_from(&answer.nonce);
        self.epoch = answer.epoch;
        answer
    }

    /// Returns the body of a `hello`.
    pub fn hello_body(&self) -> Vec<u8> {
        message::encode(&Hello {
            device: self.device,
            nonce: self.nonce.clone(),
            abilities: ability::ALL.to_vec(),
            dictionaries: dictionary::ALL.to_vec(),
            scopes: Vec::new(),
            app_version: "0".to_owned(),
            device_time: None,
            waiting: None,
        })
    }

    /// Signs a body over the last nonce and posts it as a `hello`.
    pub fn post_hello(&self, body: &[u8]) -> Reply {
        let signed = signing::message("POST", hello::PATH, body, &self.nonce);
        let signature = hex::encode(self.key.sign(&signed).to_bytes());
        let headers = [("content-type", CONTENT_TYPE), (signing::SIGNATURE_HEADER, &signature)];
        post(&self.http, &format!("{}{}", self.url, hello::PATH), &headers, body.to_vec())
    }

    /// Pushes a frame; the server must take it.
    ///
    /// # Panics
    ///
    /// Where the frame as a whole is refused.
    pub fn push(&self, frame: &[u8]) -> PushAnswer {
        self.post(push::PATH, frame.to_vec()).message()
    }

    /// Reads everything of a scope from the beginning, in full form.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn pull(&self, scope: ScopeId) -> Vec<PullAnswer> {
        let mut pages: Vec<PullAnswer> = Vec::new();
        loop {
            let cursor = pages.last().map_or(0, |page| page.next);
            let page: PullAnswer = self.post_pull(scope, cursor).message();
            let more = page.more;
            pages.push(page);
            if !more {
                return pages;
            }
        }
    }

    /// Asks for a page of news.
    pub fn post_pull(&self, scope: ScopeId, cursor: u64) -> Reply {
        let (epoch, full) = (self.epoch, true);
        let ask = PullRequest { scope, epoch, cursor, max_bytes: 64 * 1024, full };
        self.post(pull::PATH, message::encode(&ask))
    }

    /// Posts bytes under the session's token.
    pub fn post(&self, path: &str, body: Vec<u8>) -> Reply {
        let bearer = format!("Bearer {}", self.token);
        let headers = [("content-type", CONTENT_TYPE), ("authorization", &bearer)];
        self.post_with(path, &headers, body)
    }

    /// Posts bytes under any headers.
    pub fn post_with(&self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        post(&self.http, &format!("{}{path}", self.url), headers, body)
    }

    /// Takes the nonce that the answer to a stale `hello` tells.
    ///
    /// # Panics
    ///
    /// Where it is another answer.
    pub fn learn_nonce(&mut self, reply: &Reply) {
        self.nonce = reply.message::<StaleNonce>().nonce;
    }

    /// Asks by any method, with no body and no login.
    ///
    /// # Panics
    ///
    /// Where the method is no word.
    pub fn method(&self, method: &str, path: &str) -> Reply {
        let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method is a word");
        let answer = self.http.request(method, format!("{}{path}", self.url)).send();
        read(answer.expect("the server answers"))
    }
}

/// Makes a client that follows no redirect.
pub(crate) fn client() -> Client {
    // Building it installs the provider that a client is made with; here no name is resolved.
    drop(jangkau_device::sync::http::Http::new("http://127.0.0.1"));
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .tls_certs_only([])
        .build()
        .expect("a client without certificates")
}

fn post(http: &Client, url: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
    let mut request = http.post(url).body(body);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    read(request.send().expect("the server answers"))
}

fn read(answer: reqwest::blocking::Response) -> Reply {
    let content_type = answer
        .headers()
        .get("content-type")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let status = answer.status().as_u16();
    let body = answer.bytes().expect("the answer arrives whole").to_vec();
    Reply { status, content_type, body }
}
