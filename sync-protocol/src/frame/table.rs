//! What a frame says once: ULIDs, writers and keys.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use jangkau_domain::{DeviceId, Ulid, UserId};

use super::header::FrameError;
use super::varint::{self, Reader};
use crate::actor::Actor;
use crate::author::Author;
use crate::limit;

/// Stands for a key `ev/<ulid>`; its ULID follows by its place.
const EVENT_KEY: u8 = 0;
/// Stands for a key `att/<sha256>`; the 32 bytes lie among the noise.
const ATTACHMENT_KEY: u8 = 97;

const SAME_ACTOR: u8 = 1;
const SAME_PERSON: u8 = 2;
const HAS_USER: u8 = 4;
const HAS_DEVICE: u8 = 8;
const HAS_VISIT: u8 = 16;
const NEXT_VISIT: u8 = 32;

/// The process and the author of a change.
pub type Who = (Actor, Author);

/// Things that are named by their place, in the order of their first use.
struct List<T> {
    items: Vec<T>,
    places: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> List<T> {
    fn new() -> Self {
        Self { items: Vec::new(), places: HashMap::new() }
    }

    /// Returns the place of a thing, and whether it is new.
    fn place(&mut self, item: T) -> (usize, bool) {
        let next = self.items.len();
        let place = *self.places.entry(item.clone()).or_insert(next);
        if place == next {
            self.items.push(item);
        }
        (place, place == next)
    }
}

/// The tables of a frame that is being written.
pub struct TableWriter {
    ulids: List<Ulid>,
    writers: List<Who>,
    keys: List<Arc<str>>,
}

impl TableWriter {
    pub fn new() -> Self {
        Self { ulids: List::new(), writers: List::new(), keys: List::new() }
    }

    /// Returns the place of a writer, and whether it is new.
    pub fn writer(&mut self, who: Who) -> (usize, bool) {
        if let Some(visit) = who.1.visit {
            self.ulids.place(visit);
        }
        self.writers.place(who)
    }

    /// Returns the place of a key.
    pub fn key(&mut self, key: &Arc<str>) -> usize {
        if let Some(ulid) = event_of(key) {
            self.ulids.place(ulid);
        }
        self.keys.place(Arc::clone(key)).0
    }

    /// Appends the tables.
    pub fn write(&mut self, stream: &mut Vec<u8>, noise: &mut Vec<u8>) {
        varint::put(stream, self.ulids.items.len() as u64);
        let mut before = 0i64;
        for ulid in &self.ulids.items {
            let ms = ulid.unix_ms().cast_signed();
            varint::put_signed(stream, ms - before);
            noise.extend_from_slice(&ulid.0[6..]);
            before = ms;
        }
        self.write_writers(stream, noise);
        varint::put(stream, self.keys.items.len() as u64);
        for place in 0..self.keys.items.len() {
            let key = Arc::clone(&self.keys.items[place]);
            self.write_key(&key, stream, noise);
        }
    }

    fn write_writers(&mut self, stream: &mut Vec<u8>, noise: &mut Vec<u8>) {
        varint::put(stream, self.writers.items.len() as u64);
        let mut last: Option<(Who, usize)> = None;
        for index in 0..self.writers.items.len() {
            let who = self.writers.items[index];
            let visit = who.1.visit.map(|ulid| self.ulids.place(ulid).0);
            write_who(who, visit, last, stream, noise);
            last = Some((who, visit.or(last.map(|(_, visit)| visit)).unwrap_or_default()));
        }
    }

    fn write_key(&mut self, key: &str, stream: &mut Vec<u8>, noise: &mut Vec<u8>) {
        if let Some(ulid) = event_of(key) {
            stream.push(EVENT_KEY);
            varint::put(stream, self.ulids.place(ulid).0 as u64);
        } else if let Some(sha) = attachment_of(key) {
            stream.push(ATTACHMENT_KEY);
            noise.extend_from_slice(&sha);
        } else {
            // The writer sends a change raw where a key has more than 96 bytes.
            stream.push(key.len().to_le_bytes()[0]);
            stream.extend_from_slice(key.as_bytes());
        }
    }
}

fn write_who(
    (actor, author): Who,
    visit: Option<usize>,
    last: Option<(Who, usize)>,
    stream: &mut Vec<u8>,
    noise: &mut Vec<u8>,
) {
    let same_actor = last.is_some_and(|((before, _), _)| before == actor);
    let person = |author: &Author| (author.user, author.device);
    let same_person = last.is_some_and(|((_, before), _)| person(&before) == person(&author));
    let next_visit = visit.is_some() && visit == last.map(|(_, visit)| visit + 1);
    let mut flags = 0;
    for (flag, set) in [
        (SAME_ACTOR, same_actor),
        (SAME_PERSON, same_person),
        (HAS_USER, !same_person && author.user.is_some()),
        (HAS_DEVICE, !same_person && author.device.is_some()),
        (HAS_VISIT, visit.is_some()),
        (NEXT_VISIT, next_visit),
    ] {
        if set {
            flags |= flag;
        }
    }
    stream.push(flags);
    if !same_actor {
        noise.extend_from_slice(&actor_bytes(actor));
    }
    if let (false, Some(UserId(user))) = (same_person, author.user) {
        varint::put(stream, u64::from(user));
    }
    if let (false, Some(DeviceId(device))) = (same_person, author.device) {
        varint::put(stream, u64::from(device));
    }
    if let (false, Some(visit)) = (next_visit, visit) {
        varint::put(stream, visit as u64);
    }
}

/// Only the genesis has a shorter actor, and it never travels.
fn actor_bytes(actor: Actor) -> [u8; 8] {
    let mut bytes = [0; 8];
    let known = actor.as_bytes();
    bytes[..known.len()].copy_from_slice(known);
    bytes
}

fn event_of(key: &str) -> Option<Ulid> {
    key.strip_prefix("ev/")?.parse().ok()
}

fn attachment_of(key: &str) -> Option<[u8; 32]> {
    let digits = key.strip_prefix("att/")?;
    let lower = !digits.bytes().any(|byte| byte.is_ascii_uppercase());
    let mut sha = [0; 32];
    (lower && hex::decode_to_slice(digits, &mut sha).is_ok()).then_some(sha)
}

/// The tables of a frame that is being read.
pub struct TableReader {
    pub writers: Vec<Who>,
    pub keys: Vec<Arc<str>>,
}

impl TableReader {
    /// Reads the tables; every count is checked against what the bytes can hold.
    pub fn read(stream: &mut Reader<'_>, noise: &mut Reader<'_>) -> Result<Self, FrameError> {
        let ulids = read_ulids(stream, noise)?;
        let writers = read_writers(stream, noise, &ulids)?;
        let count = stream.count(limit::FRAME_KEYS, 1)?;
        let keys = (0..count)
            .map(|_| read_key(stream, noise, &ulids))
            .collect::<Result<_, FrameError>>()?;
        Ok(Self { writers, keys })
    }
}

fn read_ulids(stream: &mut Reader<'_>, noise: &mut Reader<'_>) -> Result<Vec<Ulid>, FrameError> {
    let mut ulids = Vec::new();
    let mut before = 0i64;
    for _ in 0..stream.count(limit::FRAME_RECORDS, 1)? {
        let ms = before.checked_add(stream.signed()?).filter(|ms| (0..1 << 48).contains(ms));
        before = ms.ok_or(FrameError::Damaged)?;
        ulids.push(Ulid::new(before.cast_unsigned(), noise.array()?));
    }
    Ok(ulids)
}

fn read_writers(
    stream: &mut Reader<'_>,
    noise: &mut Reader<'_>,
    ulids: &[Ulid],
) -> Result<Vec<Who>, FrameError> {
    let mut writers: Vec<Who> = Vec::new();
    let mut last_visit: Option<usize> = None;
    for _ in 0..stream.count(limit::FRAME_RECORDS, 1)? {
        let last = writers.last().copied();
        let flags = stream.byte()?;
        let has = |flag| flags & flag != 0;
        let before = |same| if same { last.ok_or(FrameError::Damaged).map(Some) } else { Ok(None) };
        let actor = match before(has(SAME_ACTOR))? {
            Some((actor, _)) => actor,
            None => Actor::new(noise.array()?),
        };
        let (user, device) = match before(has(SAME_PERSON))? {
            Some((_, author)) => (author.user, author.device),
            None => (
                has(HAS_USER).then(|| id(stream)).transpose()?.map(UserId),
                has(HAS_DEVICE).then(|| id(stream)).transpose()?.map(DeviceId),
            ),
        };
        let place = match (has(HAS_VISIT), has(NEXT_VISIT)) {
            (false, _) => None,
            (true, true) => Some(last_visit.map_or(Err(FrameError::Damaged), |at| Ok(at + 1))?),
            (true, false) => Some(stream.count(limit::FRAME_RECORDS, 0)?),
        };
        let visit = place.map(|place| ulids.get(place).copied().ok_or(FrameError::Damaged));
        writers.push((actor, Author { user, device, visit: visit.transpose()? }));
        last_visit = place.or(last_visit).or(Some(0));
    }
    Ok(writers)
}

fn id(stream: &mut Reader<'_>) -> Result<u32, FrameError> {
    u32::try_from(stream.number()?).map_err(|_| FrameError::Damaged)
}

fn read_key(
    stream: &mut Reader<'_>,
    noise: &mut Reader<'_>,
    ulids: &[Ulid],
) -> Result<Arc<str>, FrameError> {
    match stream.byte()? {
        EVENT_KEY => {
            let place = stream.count(limit::FRAME_RECORDS, 0)?;
            let ulid = ulids.get(place).ok_or(FrameError::Damaged)?;
            Ok(format!("ev/{ulid}").into())
        }
        ATTACHMENT_KEY => Ok(format!("att/{}", hex::encode(noise.take(32)?)).into()),
        count if usize::from(count) <= limit::KEY_BYTES => {
            Ok(stream.text(usize::from(count))?.into())
        }
        _ => Err(FrameError::Damaged),
    }
}
