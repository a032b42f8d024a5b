//! One tablet, its document and its register, for tests that need no crowd.

use jangkau_domain::role::Roles;
use jangkau_domain::{DeviceId, DocId, DocKind, UserId, Value};
use jangkau_sync::gate::{Verdict, Writer, judge};
use jangkau_sync::{Actor, Author, Change, Document, Edit, HeldCode, Register};

pub const TIME: i64 = 1_752_460_500;

/// A document on the server, with all that came in.
pub struct Server {
    pub register: Register,
    pub history: Vec<Change>,
    pub document: Document,
}

/// The answer to a change, without what only the server needs.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Stored,
    Duplicate,
    Needs,
    Held(HeldCode, String),
}

impl Answer {
    pub fn not_allowed(why: &str) -> Self {
        Self::Held(HeldCode::NotAllowed, why.to_owned())
    }

    pub fn hostile(why: jangkau_sync::Hostile) -> Self {
        Self::Held(HeldCode::Hostile, why.to_string())
    }
}

impl Server {
    pub fn new(kind: DocKind) -> Self {
        let id = DocId([0xab; 16]);
        let document = Document::new(kind, &id);
        Self { register: Register::new(kind, id), history: Vec::new(), document }
    }

    /// Judges a change, and takes it in where it fits.
    pub fn push(&mut self, writer: &Writer, bytes: &[u8]) -> Answer {
        let history = || Ok::<_, std::convert::Infallible>(self.history.clone());
        let Ok(verdict) = judge(writer, &self.register, bytes, history);
        match verdict {
            Verdict::Store(change, fit) => {
                self.register.apply(&change, fit);
                self.document.apply(&[bytes.to_vec()]).unwrap();
                self.history.push(change);
                Answer::Stored
            }
            Verdict::Duplicate => Answer::Duplicate,
            Verdict::Needs(_) => Answer::Needs,
            Verdict::Held { code, why } => Answer::Held(code, why),
        }
    }

    /// Pushes what a tablet would write on the present version.
    pub fn push_edits(&mut self, roles: &str, edits: &[Edit]) -> Answer {
        let change = self.register.propose(actor(1), &author(), TIME, edits).unwrap();
        self.push(&tablet(roles), &change.encode())
    }
}

pub fn author() -> Author {
    Author { user: Some(UserId(7)), device: Some(DeviceId(12)), visit: None }
}

pub fn tablet(roles: &str) -> Writer {
    Writer::tablet(UserId(7), DeviceId(12), set(roles))
}

pub fn set(roles: &str) -> Roles {
    let role = |key| jangkau_domain::role::Role::from_key(key).unwrap();
    roles.split_whitespace().map(role).collect()
}

pub fn actor(number: u8) -> Actor {
    Actor::new([number; 8])
}

pub fn put(key: &str, value: &str) -> Edit {
    Edit::put(key, Value::from(value))
}
