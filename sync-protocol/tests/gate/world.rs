//! Several people writing one document while apart, each with automerge and with a register.

use std::convert::Infallible;

use jangkau_domain::{DeviceId, DocId, DocKind, UserId, Value};
use jangkau_sync::register::Misfit;
use jangkau_sync::{Actor, Author, Change, Document, Edit, Hash, Register};
use rand::{Rng, RngExt};

/// Few keys, so that people meet on them.
pub const KEYS: [&str; 4] = ["f/name", "f/nik", "set/asset/fridge", "prog/pkh/last"];

/// One device: the document as automerge has it, and the register as the gate has it.
pub struct Replica {
    pub document: Document,
    pub register: Register,
    pub history: Vec<Change>,
    /// Every version that was ever shown here.
    pub versions: Vec<Vec<Hash>>,
    pub actor: Actor,
    pub author: Author,
}

pub fn author(user: u32) -> Author {
    Author { user: Some(UserId(user)), device: Some(DeviceId(user + 100)), visit: None }
}

/// Actors that share a prefix of zeros now and then, as ties and orders depend on the bytes.
pub fn actor(random: &mut impl Rng) -> Actor {
    let mut bytes = random.random::<[u8; 8]>();
    if random.random_ratio(1, 8) {
        bytes[..4].fill(0);
    }
    Actor::new(bytes)
}

impl Replica {
    pub fn new(kind: DocKind, id: DocId, user: u32, random: &mut impl Rng) -> Self {
        let document = Document::new(kind, &id);
        let versions = vec![document.heads()];
        Self {
            document,
            register: Register::new(kind, id),
            history: Vec::new(),
            versions,
            actor: actor(random),
            author: author(user),
        }
    }

    /// Judges a change that came from anywhere, and takes it in where it fits.
    pub fn receive(&mut self, bytes: &[u8]) -> Result<(), Misfit<Infallible>> {
        let change = Change::parse(bytes).expect("an honest change is read");
        assert!(change.encode() == bytes, "an honest change is written alike");
        self.take(&change)?;
        self.document.apply(&[bytes.to_vec()]).expect("automerge merges it");
        self.agree();
        Ok(())
    }

    /// Writes at the heads, as a tablet does.
    pub fn edit(&mut self, time: i64, edits: &[Edit]) -> Option<Vec<u8>> {
        let proposed = self.register.propose(self.actor, &self.author, time, edits);
        let written = self.document.edit(self.actor, &self.author, time, edits).unwrap();
        assert!(
            proposed.as_ref().map(Change::encode) == written,
            "the register proposes what automerge writes"
        );
        if let Some(change) = &proposed {
            let again = self.register.edits_of(change);
            let again = self.register.propose(self.actor, &self.author, time, &again);
            assert!(again.as_ref() == Some(change), "its edits give the change again");
        }
        self.wrote(written)
    }

    /// Writes upon an old version, as a page does.
    pub fn edit_at(&mut self, version: &[Hash], time: i64, edits: &[Edit]) -> Option<Vec<u8>> {
        let written = self.document.edit_at(version, self.actor, &self.author, time, edits);
        self.wrote(written.unwrap())
    }

    fn wrote(&mut self, written: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let bytes = written?;
        let change = Change::parse(&bytes).expect("what automerge writes is read");
        assert!(change.encode() == bytes, "what automerge writes is written alike");
        self.take(&change).expect("what automerge writes fits");
        self.agree();
        Some(bytes)
    }

    fn take(&mut self, change: &Change) -> Result<(), Misfit<Infallible>> {
        let fit = self.register.check(change, || Ok(self.history.clone()))?;
        self.register.apply(change, fit);
        self.history.push(change.clone());
        Ok(())
    }

    fn agree(&mut self) {
        assert!(self.document.agrees_with(&self.register), "automerge and the register agree");
        let stored = Register::decode(&self.register.encode()).unwrap();
        assert!(stored == self.register, "a stored register is read back");
        // Every head takes its hash and a place besides.
        let room = self.register.weight() + 36 * self.register.heads().len() as u64 + 256;
        assert!(self.document.save().len() as u64 <= room, "no snapshot outweighs its changes");
        self.versions.push(self.register.heads().to_vec());
    }

    /// Returns whether any key has more than one value.
    pub fn in_conflict(&self) -> bool {
        KEYS.iter().any(|key| self.register.candidates(key).len() > 1)
    }
}

/// A value out of few, so that people write equal ones.
pub fn value(random: &mut impl Rng) -> Value {
    match random.random_range(0..9) {
        0 => Value::Bool(random.random()),
        1 => Value::Int(random.random_range(-2..3)),
        2 => Value::Int(random.random()),
        3 => Value::Bytes(vec![7; random.random_range(0..3)]),
        4 => Value::Str(String::new()),
        5 => Value::Str("Ngurah Dwijayanti".repeat(random.random_range(1..9))),
        _ => Value::from(["Siti", "Sitti", "9901017112580003"][random.random_range(0..3)]),
    }
}

/// One to four edits: puts, equal puts, deletes, puts of the shown value over a conflict.
pub fn edits(register: &Register, random: &mut impl Rng) -> Vec<Edit> {
    let count = random.random_range(1..5);
    let edit = |_| {
        let key = KEYS[random.random_range(0..KEYS.len())];
        match (random.random_range(0..8), register.winner(key)) {
            (0, _) => Edit::delete(key),
            (1 | 2, Some(shown)) => Edit::put(key, shown.clone()),
            (3, _) => Edit::put(format!("ev/{}", random.random_range(0..99)), value(random)),
            _ => Edit::put(key, value(random)),
        }
    };
    (0..count).map(edit).collect()
}
