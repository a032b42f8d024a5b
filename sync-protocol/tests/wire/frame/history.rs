//! Random histories of several writers, sent from any version that the receiver may hold.

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, UserId, Value};
use jangkau_sync::frame::{Form, Frame, FrameKind, FrameWriter, Heading};
use jangkau_sync::{Actor, Author, Change, Edit, Register};
use rand::{Rng, RngExt};

use crate::gate::seed::each_seed;

const ID: DocId = DocId([0x5e; 16]);
const KIND: DocKind = DocKind::Household;

struct Writer {
    actor: Actor,
    author: Author,
    knows: Vec<Change>,
}

impl Writer {
    fn new(number: u32, random: &mut impl Rng) -> Self {
        let author = Author { user: Some(UserId(number)), device: Some(DeviceId(9)), visit: None };
        Self { actor: Actor::new(random.random()), author, knows: Vec::new() }
    }

    fn register(&self) -> Register {
        Register::replay(KIND, ID, self.knows.iter().cloned()).unwrap()
    }

    fn write(&mut self, random: &mut impl Rng) -> Option<Change> {
        let edits: Vec<Edit> = (0..random.random_range(1..4)).map(|_| edit(random)).collect();
        let time = random.random_range(0..100_000);
        let change = self.register().propose(self.actor, &self.author, time, &edits)?;
        self.knows.push(change.clone());
        Some(change)
    }

    /// Learns what others have written, in the order in which it was written.
    fn read(&mut self, all: &[Change]) {
        let new = |change: &&Change| self.knows.iter().all(|known| known.hash != change.hash);
        let new: Vec<Change> = all.iter().filter(new).cloned().collect();
        self.knows.extend(new);
    }
}

fn edit(random: &mut impl Rng) -> Edit {
    let key = format!("f/{}", random.random_range(0..3));
    match random.random_range(0..5) {
        0 => Edit::delete(key),
        value => Edit::put(key, Value::Int(value)),
    }
}

fn history(random: &mut impl Rng) -> Vec<Change> {
    let mut writers: Vec<Writer> = (0..3).map(|number| Writer::new(number, random)).collect();
    let mut all = Vec::new();
    for _ in 0..random.random_range(1..16) {
        let writer = &mut writers[random.random_range(0..3)];
        if random.random_bool(0.5) {
            writer.read(&all);
        }
        all.extend(writer.write(random));
    }
    all
}

/// What the receiver does with a document of a frame.
fn receive(frame: &Frame, mut register: Register, mut known: Vec<Change>) -> (usize, Vec<Change>) {
    let mut raw = 0;
    for record in frame.docs.iter().flat_map(|part| part.records()) {
        raw += usize::from(record.is_raw());
        let change = Change::parse(&record.rebuild(&register).unwrap()).unwrap();
        assert!(record.same_as(&change));
        assert_eq!(record.checksum(), change.hash.checksum());
        let fit = register.check(&change, || Ok::<_, ()>(known.clone())).unwrap();
        register.apply(&change, fit);
        known.push(change);
    }
    (raw, known)
}

#[test]
fn arrives_change_by_change_whatever_the_receiver_holds() {
    let (mut raw, mut all) = (0, 0);
    let counted = std::sync::Mutex::new((&mut raw, &mut all));
    each_seed(400, |_, random| {
        let history = history(random);
        let held = random.random_range(0..=history.len());
        let (known, news) = history.split_at(held);
        let before = Register::replay(KIND, ID, known.iter().cloned()).unwrap();
        let bytes: Vec<Vec<u8>> = news.iter().map(Change::encode).collect();
        let mut writer = FrameWriter::new(FrameKind::Push);
        writer.document(&Heading::new(KIND, ID, ScopeId(1)));
        writer.changes(&mut before.clone(), &bytes, Form::Short);
        let frame = Frame::decode(&writer.finish(3)).unwrap();
        let (raw, arrived) = receive(&frame, before, known.to_vec());
        assert!(arrived == history, "all arrives in order");
        let mut counted = counted.lock().unwrap();
        *counted.0 += raw;
        *counted.1 += news.len();
    });
    // Both ways are taken often; the short one mostly where nobody wrote at the same time.
    assert!(raw > 0 && raw < all, "{raw} of {all} raw");
}
