//! What a tablet has to send after some visits.

use jangkau_domain::synthetic::{Draw, Family, Kecamatan, Size, Village};
use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, UserId};

use super::{edit, household, person};
use crate::actor::Actor;
use crate::author::Author;
use crate::change::Change;
use crate::edit::Edit;
use crate::frame::{Form, FrameKind, FrameWriter, Heading};
use crate::register::Register;

/// 14 July 2025, 01:00 UTC.
const FIRST_DAY: i64 = 1_752_454_800;

/// Records of a visit: the household and four of its members.
const A_VISIT: usize = 5;

/// A document, what the receiver holds of it, and the changes that wait.
#[derive(Clone)]
pub struct Recorded {
    /// How it is announced.
    pub heading: Heading,
    /// What the receiver holds.
    pub before: Register,
    /// The changes that wait.
    pub changes: Vec<Vec<u8>>,
}

/// Documents in the order of an outbox.
pub type Batch = Vec<Recorded>;

/// Invents the work of one tablet in one village.
pub struct Sampler {
    village: Village,
    draw: Draw,
    next_family: usize,
    actor: Actor,
    user: UserId,
    device: DeviceId,
    time: i64,
}

impl Sampler {
    /// Invents a village and a tablet.
    pub fn new(seed: u64) -> Self {
        let mut draw = Draw::new(seed, "sample");
        let mut villages = Kecamatan::generate(seed, Size::S).villages;
        let village = villages.swap_remove(0);
        let next_family = draw.below(200) as usize;
        let actor = Actor::new(bytes(&mut draw));
        let user = UserId(100 + draw.below(9_000));
        let device = DeviceId(100 + draw.below(9_000));
        let time = FIRST_DAY + i64::from(draw.below(200 * 86_400));
        Self { village, draw, next_family, actor, user, device, time }
    }

    /// Returns the village that is visited.
    pub const fn village(&self) -> &Village {
        &self.village
    }

    /// Records new documents of 32 fields each, five a visit; `events` adds the event of the
    /// visit to each household.
    pub fn new_records(&mut self, count: usize, events: bool) -> Batch {
        let mut batch = Batch::new();
        while batch.len() < count {
            self.visit_family(events, &mut batch);
        }
        batch.truncate(count);
        batch
    }

    /// Edits one field of each of so many known documents, so many documents a visit.
    pub fn edits(&mut self, count: usize, a_visit: usize) -> Batch {
        let mut batch = self.new_records(count, false);
        let mut author = self.next_door();
        for (place, recorded) in batch.iter_mut().enumerate() {
            if place > 0 && place % a_visit == 0 {
                author = self.next_door();
            }
            follow(&mut recorded.before, &recorded.changes[0]);
            recorded.heading.known = true;
            recorded.changes = vec![self.edit(&author, recorded)];
        }
        batch
    }

    /// Records documents and edits each once, as another tablet reads them later.
    pub fn created_and_edited(&mut self, count: usize, a_visit: usize) -> Batch {
        let mut batch = self.new_records(count, false);
        let mut author = self.next_door();
        for (place, recorded) in batch.iter_mut().enumerate() {
            if place > 0 && place % a_visit == 0 {
                author = self.next_door();
            }
            let mut written = recorded.clone();
            follow(&mut written.before, &recorded.changes[0]);
            recorded.changes.push(self.edit(&author, &written));
        }
        batch
    }

    /// Returns so many random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        bytes(&mut self.draw)
    }

    /// Goes to the next door; a new process starts now and then.
    fn next_door(&mut self) -> Author {
        self.time += i64::from(self.draw.between(1_200, 7_200));
        if self.draw.happens(500) {
            self.actor = Actor::new(bytes(&mut self.draw));
        }
        let ms = self.time.unsigned_abs() * 1_000 + u64::from(self.draw.below(1_000));
        let visit = Some(Ulid::new(ms, bytes(&mut self.draw)));
        Author { user: Some(self.user), device: Some(self.device), visit }
    }

    fn visit_family(&mut self, events: bool, batch: &mut Batch) {
        let author = self.next_door();
        let family = self.family();
        let home = DocId(bytes(&mut self.draw));
        let mut edits = household::record(&family, &self.village, &mut self.draw);
        if let Some(visit) = author.visit.filter(|_| events) {
            let met = DocId(bytes(&mut self.draw));
            edits.push(household::visit(visit, met, &family, &mut self.draw));
        }
        batch.push(self.record(&author, (DocKind::Household, home), &edits));
        let mut members = family.members;
        while members.len() < A_VISIT - 1 {
            members.extend(self.family().members);
        }
        for member in members.iter().take(A_VISIT - 1) {
            let edits = person::record(member, home, &self.village, &mut self.draw);
            let id = DocId(bytes(&mut self.draw));
            batch.push(self.record(&author, (DocKind::Person, id), &edits));
        }
    }

    /// Returns the next family of the village that has members.
    fn family(&mut self) -> Family {
        loop {
            let family = &self.village.families[self.next_family % self.village.families.len()];
            self.next_family += 1;
            if !family.members.is_empty() {
                return family.clone();
            }
        }
    }

    fn record(
        &mut self,
        author: &Author,
        (kind, id): (DocKind, DocId),
        edits: &[Edit],
    ) -> Recorded {
        self.time += i64::from(self.draw.between(20, 400));
        let before = Register::new(kind, id);
        let change = before.propose(self.actor, author, self.time, edits);
        let changes = change.map(|change| change.encode()).into_iter().collect();
        Recorded { heading: Heading::new(kind, id, ScopeId(17)), before, changes }
    }

    /// Changes one field of what the receiver holds.
    fn edit(&mut self, author: &Author, recorded: &Recorded) -> Vec<u8> {
        self.time += i64::from(self.draw.between(5, 120));
        let other = self.family();
        loop {
            let edit = edit::field(recorded.heading.kind, &other, &mut self.draw);
            let change = recorded.before.propose(self.actor, author, self.time, &[edit]);
            if let Some(change) = change {
                return change.encode();
            }
        }
    }
}

impl Recorded {
    /// Adds the document to a frame.
    pub fn write(&self, writer: &mut FrameWriter, form: Form) {
        writer.document(&self.heading);
        writer.changes(&mut self.before.clone(), &self.changes, form);
    }

    /// Writes a frame of a batch.
    pub fn frame(batch: &[Self], kind: FrameKind) -> FrameWriter {
        let mut writer = FrameWriter::new(kind);
        batch.iter().for_each(|recorded| recorded.write(&mut writer, Form::Short));
        writer
    }
}

/// Lets a register take in a change that was made upon it.
fn follow(register: &mut Register, bytes: &[u8]) {
    let Ok(change) = Change::parse(bytes) else {
        return;
    };
    if let Ok(fit) = register.check(&change, || Err(())) {
        register.apply(&change, fit);
    }
}

fn bytes<const N: usize>(draw: &mut Draw) -> [u8; N] {
    std::array::from_fn(|_| draw.below(256).to_le_bytes()[0])
}
