//! Reading a frame that anybody may have sent.

use std::sync::Arc;

use jangkau_domain::{DocId, DocKind, ScopeId};

use super::flag;
use super::header::{Envelope, FrameError, FrameKind};
use super::meaning::{Edit, Meaning};
use super::pack;
use super::parts::{Body, Content, DocPart, DocRef, Frame, Record};
use super::table::{TableReader, Who};
use super::value;
use super::varint::Reader;
use crate::hash::Hash;
use crate::limit;
use crate::message::{MessageError, MessageType};
use crate::receipt::Receipt;

/// Reads a frame of changes and snapshots.
pub fn frame(bytes: &[u8]) -> Result<Frame, FrameError> {
    let envelope = Envelope::read(bytes)?;
    let kind = match envelope.kind {
        MessageType::PushFrame => FrameKind::Push,
        MessageType::PullFrame => FrameKind::Pull,
        other => return Err(MessageError::Type(other as u8).into()),
    };
    let stream = pack::unpack(envelope.dictionary, envelope.packed, envelope.raw_len)?;
    let mut stream = Reader::new(&stream);
    let mut noise = Reader::new(envelope.noise);
    let tables = TableReader::read(&mut stream, &mut noise)?;
    let mut body = BodyReader {
        kind,
        stream,
        noise,
        tables,
        scope: ScopeId(0),
        placed: Vec::new(),
        who: None,
        last_new: None,
        time: 0,
        places: 0,
        ops: 0,
    };
    let count = body.stream.count(limit::FRAME_RECORDS, 1)?;
    let docs = (0..count).map(|_| body.document()).collect::<Result<_, _>>()?;
    let all_read = body.stream.left() == 0 && body.noise.left() == 0;
    all_read.then_some(Frame { kind, checksum: envelope.checksum, docs }).ok_or(FrameError::Damaged)
}

struct BodyReader<'a> {
    kind: FrameKind,
    stream: Reader<'a>,
    noise: Reader<'a>,
    tables: TableReader,
    scope: ScopeId,
    /// The ids of the documents so far, where they were told whole.
    placed: Vec<Option<DocId>>,
    /// The place of the last change's writer.
    who: Option<usize>,
    /// The place of the writer that was named last for the first time.
    last_new: Option<usize>,
    time: i64,
    places: u32,
    ops: usize,
}

impl BodyReader<'_> {
    fn document(&mut self) -> Result<DocPart, FrameError> {
        let flags = self.stream.byte()?;
        if flags & flag::SAME_SCOPE == 0 {
            let scope = u32::try_from(self.stream.number()?).map_err(|_| FrameError::Damaged)?;
            self.scope = ScopeId(scope);
        }
        let doc = self.doc_ref(flags)?;
        let receipt = (flags & flag::RECEIPT != 0).then(|| self.receipt()).transpose()?;
        let offered = if flags & flag::OFFERED == 0 { Vec::new() } else { self.offered_heads()? };
        let body = if flags & flag::SNAPSHOT == 0 {
            Body::Changes(self.records(flags)?)
        } else {
            self.snapshot()?
        };
        Ok(DocPart { doc, scope: self.scope, receipt, offered, body })
    }

    fn doc_ref(&mut self, flags: u8) -> Result<DocRef, FrameError> {
        let kind = flags & flag::KIND;
        if kind == 0 {
            self.placed.push(None);
            return self.noise.array().map(DocRef::Prefix);
        }
        let kind = DocKind::from_number(kind).ok_or(FrameError::Damaged)?;
        let id = DocId(self.noise.array()?);
        self.placed.push(Some(id));
        Ok(DocRef::Full(kind, id))
    }

    fn receipt(&mut self) -> Result<Receipt, FrameError> {
        Ok(Receipt { key: self.stream.byte()?, mac: self.noise.array()? })
    }

    fn offered_heads(&mut self) -> Result<Vec<Hash>, FrameError> {
        let count = self.stream.count(limit::CHANGE_DEPS, 0)?;
        (0..count).map(|_| self.noise.array().map(Hash)).collect()
    }

    fn snapshot(&mut self) -> Result<Body, FrameError> {
        if self.kind == FrameKind::Push {
            return Err(FrameError::Damaged);
        }
        self.counted_bytes().map(Body::Snapshot)
    }

    fn records(&mut self, flags: u8) -> Result<Vec<Record>, FrameError> {
        let count = if flags & flag::ONE_CHANGE == 0 {
            self.stream.count(limit::FRAME_RECORDS, 2)?
        } else {
            1
        };
        let mut records = Vec::new();
        for _ in 0..count {
            let place = self.places;
            self.places += 1;
            if self.places as usize > limit::FRAME_RECORDS {
                return Err(FrameError::TooLarge);
            }
            records.push(Record { place, content: self.record()? });
        }
        Ok(records)
    }

    fn record(&mut self) -> Result<Content, FrameError> {
        let flags = self.stream.byte()?;
        if flags & flag::RAW != 0 {
            return self.counted_bytes().map(Content::Raw);
        }
        let (actor, author) = self.writer(flags & flag::WHO)?;
        let time = self.time.checked_add(self.stream.signed()?).ok_or(FrameError::Damaged)?;
        self.time = time;
        let count = match usize::from(flags >> flag::COUNT_SHIFT) {
            0 => self.stream.count(limit::CHANGE_OPS, 2)?,
            small => small,
        };
        self.ops += count;
        if self.ops > limit::FRAME_OPS {
            return Err(FrameError::TooLarge);
        }
        let checksum = self.noise.array()?;
        let edits = self.edits(count)?;
        Ok(Content::Meaning(Meaning { actor, author, time, edits, checksum }))
    }

    fn edits(&mut self, count: usize) -> Result<Vec<(Arc<str>, Edit)>, FrameError> {
        let mut before: Option<usize> = None;
        let mut edits = Vec::new();
        for _ in 0..count {
            let place = match before {
                None => self.stream.count(limit::FRAME_KEYS, 0)?,
                Some(before) => step(before, self.stream.signed()?)?,
            };
            before = Some(place);
            let key = self.tables.keys.get(place).ok_or(FrameError::Damaged)?;
            let edit = value::read(&mut self.stream, &mut self.noise, &self.placed)?;
            edits.push((Arc::clone(key), edit));
        }
        Ok(edits)
    }

    fn writer(&mut self, code: u8) -> Result<Who, FrameError> {
        let place = match code {
            flag::WHO_SAME => self.who.ok_or(FrameError::Damaged)?,
            flag::WHO_NEXT => {
                let next = self.last_new.map_or(0, |last| last + 1);
                self.last_new = Some(next);
                next
            }
            flag::WHO_PLACE => self.stream.count(limit::FRAME_RECORDS, 0)?,
            _ => return Err(FrameError::Damaged),
        };
        self.who = Some(place);
        self.tables.writers.get(place).copied().ok_or(FrameError::Damaged)
    }

    fn counted_bytes(&mut self) -> Result<Vec<u8>, FrameError> {
        let count = self.stream.count(self.stream.left(), 1)?;
        self.stream.take(count).map(<[u8]>::to_vec)
    }
}

/// Returns the place of a key that was told by its distance from the one that usually follows.
fn step(before: usize, distance: i64) -> Result<usize, FrameError> {
    let place = i64::try_from(before).ok().and_then(|at| at.checked_add(1)?.checked_add(distance));
    place.and_then(|place| usize::try_from(place).ok()).ok_or(FrameError::Damaged)
}
