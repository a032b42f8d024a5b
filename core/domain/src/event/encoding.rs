//! Events as bytes: one map, ascending integer keys, nothing behind it.

use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

use super::fault::Judge;
use super::{Answer, Correct, CrossCheck, EventKind, Fault, Inform, Note, Object, Papers, Submit};
use super::{Visit, Withdraw};

/// The longest event, in bytes.
pub const EVENT_MAX: usize = 4096;

/// What happened, and what its author had seen.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// The claimed time, in seconds since 1970 UTC; it orders nothing on the server.
    pub at_s: i64,
    /// The number of the newest state row that the author had seen.
    pub seen: Option<u64>,
    /// What happened.
    pub body: EventBody,
}

/// The ten kinds with what each holds.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the event of its name")]
#[expect(
    clippy::large_enum_variant,
    reason = "one event is in hand at a time; a visit is the rule"
)]
pub enum EventBody {
    Visit(Visit),
    Submit(Submit),
    Answer(Answer),
    Papers(Papers),
    Correct(Correct),
    Inform(Inform),
    Withdraw(Withdraw),
    Object(Object),
    Note(Note),
    CrossCheck(CrossCheck),
}

/// Says why bytes are no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// More than 4 KiB.
    #[error("an event of {0} bytes is too long")]
    TooLong(usize),
    /// Not one CBOR map with ascending integer keys and nothing behind it.
    #[error("not a map with ascending integer keys")]
    Form,
    /// Kind 0 is missing, or none of the ten.
    #[error("no known kind of event")]
    Kind,
    /// A key that the kind requires is missing.
    #[error("key {0} is missing")]
    Missing(u8),
    /// A value has another type than its key asks.
    #[error("a value has a wrong type")]
    Value,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Head {
    #[n(0)]
    kind: u8,
    #[n(1)]
    at_s: i64,
    #[n(2)]
    seen: Option<u64>,
}

impl Event {
    /// Returns the kind.
    pub const fn kind(&self) -> EventKind {
        match self.body {
            EventBody::Visit(_) => EventKind::Visit,
            EventBody::Submit(_) => EventKind::Submit,
            EventBody::Answer(_) => EventKind::Answer,
            EventBody::Papers(_) => EventKind::Papers,
            EventBody::Correct(_) => EventKind::Correct,
            EventBody::Inform(_) => EventKind::Inform,
            EventBody::Withdraw(_) => EventKind::Withdraw,
            EventBody::Object(_) => EventKind::Object,
            EventBody::Note(_) => EventKind::Note,
            EventBody::CrossCheck(_) => EventKind::CrossCheck,
        }
    }

    /// Returns the bytes; equal events have equal bytes.
    pub fn encode(&self) -> Vec<u8> {
        let head = Head { kind: self.kind().number(), at_s: self.at_s, seen: self.seen };
        let body = match &self.body {
            EventBody::Visit(body) => bytes(body),
            EventBody::Submit(body) => bytes(body),
            EventBody::Answer(body) => bytes(body),
            EventBody::Papers(body) => bytes(body),
            EventBody::Correct(body) => bytes(body),
            EventBody::Inform(body) => bytes(body),
            EventBody::Withdraw(body) => bytes(body),
            EventBody::Object(body) => bytes(body),
            EventBody::Note(body) => bytes(body),
            EventBody::CrossCheck(body) => bytes(body),
        };
        join(&bytes(&head), &body)
    }

    /// Reads an event, passing over keys it does not know.
    ///
    /// # Errors
    ///
    /// Tells why the bytes are no event of a known kind; a newer program's kind is one of them.
    pub fn decode(bytes: &[u8]) -> Result<Self, EventError> {
        if bytes.len() > EVENT_MAX {
            return Err(EventError::TooLong(bytes.len()));
        }
        let keys = keys(bytes).ok_or(EventError::Form)?;
        if !keys.contains(&0) {
            return Err(EventError::Kind);
        }
        if !keys.contains(&1) {
            return Err(EventError::Missing(1));
        }
        let head: Head = part(bytes)?;
        let kind = EventKind::from_number(head.kind).ok_or(EventError::Kind)?;
        let gap = kind.required().iter().find(|key| !keys.contains(&u64::from(**key)));
        if let Some(key) = gap {
            return Err(EventError::Missing(*key));
        }
        let body = match kind {
            EventKind::Visit => EventBody::Visit(part(bytes)?),
            EventKind::Submit => EventBody::Submit(part(bytes)?),
            EventKind::Answer => EventBody::Answer(part(bytes)?),
            EventKind::Papers => EventBody::Papers(part(bytes)?),
            EventKind::Correct => EventBody::Correct(part(bytes)?),
            EventKind::Inform => EventBody::Inform(part(bytes)?),
            EventKind::Withdraw => EventBody::Withdraw(part(bytes)?),
            EventKind::Object => EventBody::Object(part(bytes)?),
            EventKind::Note => EventBody::Note(part(bytes)?),
            EventKind::CrossCheck => EventBody::CrossCheck(part(bytes)?),
        };
        Ok(Self { at_s: head.at_s, seen: head.seen, body })
    }

    /// Returns what is wrong with its values; none means that the form may write it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut judge = Judge::default();
        match &self.body {
            EventBody::Visit(body) => body.judge(&mut judge),
            EventBody::Submit(body) => body.judge(&mut judge),
            EventBody::Answer(body) => body.judge(&mut judge),
            EventBody::Papers(body) => body.judge(&mut judge),
            EventBody::Correct(body) => body.judge(&mut judge),
            EventBody::Inform(body) => body.judge(&mut judge),
            EventBody::Withdraw(body) => body.judge(&mut judge),
            EventBody::Object(body) => body.judge(&mut judge),
            EventBody::Note(body) => body.judge(&mut judge),
            EventBody::CrossCheck(body) => body.judge(&mut judge),
        }
        judge.faults
    }
}

fn bytes(part: &impl Encode<()>) -> Vec<u8> {
    minicbor::to_vec(part).expect("a vector takes every byte")
}

fn part<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, EventError> {
    minicbor::decode(bytes).map_err(|_| EventError::Value)
}

/// Joins two maps; every key of the first is below every key of the second.
fn join(head: &[u8], body: &[u8]) -> Vec<u8> {
    let (head_len, head_at) = opened(head);
    let (body_len, body_at) = opened(body);
    let mut joined = Vec::with_capacity(head.len() + body.len() + 1);
    Encoder::new(&mut joined).map(head_len + body_len).expect("a vector takes every byte");
    joined.extend_from_slice(&head[head_at..]);
    joined.extend_from_slice(&body[body_at..]);
    joined
}

fn opened(map: &[u8]) -> (u64, usize) {
    let mut decoder = Decoder::new(map);
    let len = decoder.map().ok().flatten().expect("the derived encoder writes a definite map");
    (len, decoder.position())
}

/// Returns the keys of a map, if they ascend and nothing stands behind it.
fn keys(bytes: &[u8]) -> Option<Vec<u64>> {
    let mut decoder = Decoder::new(bytes);
    let len = decoder.map().ok()??;
    let mut keys = Vec::new();
    for _ in 0..len {
        if !matches!(decoder.datatype().ok()?, Type::U8 | Type::U16 | Type::U32 | Type::U64) {
            return None;
        }
        let key = decoder.u64().ok()?;
        if keys.last().is_some_and(|last| *last >= key) {
            return None;
        }
        keys.push(key);
        decoder.skip().ok()?;
    }
    (decoder.position() == bytes.len()).then_some(keys)
}
