//! The register as bytes, stored beside the document and read before each change.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Value};
use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::{Decoder, Encoder};

use super::state::{Last, Register};
use super::values::Candidate;
use crate::actor::{Actor, OpId};
use crate::hash::Hash;

/// Changes when the layout below does; older ones stay readable.
const VERSION: u8 = 1;

/// Says that stored bytes are no register of a version that this program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stored register cannot be read")]
pub struct NotRegister;

impl Register {
    /// Returns the bytes to store beside the document.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + 64 * self.actors.len() + 48 * self.keys.len());
        let mut cbor = Encoder::new(&mut out);
        self.write(&mut cbor).expect("writing to memory does not fail");
        out
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// Where they are damaged or of an unknown version; the register can be rebuilt with
    /// [`Register::replay`].
    pub fn decode(bytes: &[u8]) -> Result<Self, NotRegister> {
        let mut cbor = Decoder::new(bytes);
        let register = read(&mut cbor).map_err(|_| NotRegister)?.ok_or(NotRegister)?;
        if cbor.position() == bytes.len() { Ok(register) } else { Err(NotRegister) }
    }

    fn write<W: minicbor::encode::Write>(
        &self,
        cbor: &mut Encoder<W>,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        cbor.array(8)?.u8(VERSION)?.u8(self.kind as u8)?.bytes(&self.id.0)?;
        cbor.array(self.heads.len() as u64)?;
        for head in &self.heads {
            cbor.bytes(&head.0)?;
        }
        cbor.u64(self.max_op)?.u64(self.weight)?;
        // One list, not pairs: three items an actor, two an operation.
        cbor.array(3 * self.actors.len() as u64)?;
        for (actor, last) in &self.actors {
            cbor.bytes(actor.as_bytes())?.u64(last.seq)?.bytes(&last.hash.0)?;
        }
        let actors: Vec<&Actor> = self.actors.keys().collect();
        cbor.map(self.keys.len() as u64)?;
        for (key, candidates) in &self.keys {
            cbor.str(key)?.array(3 * candidates.len() as u64)?;
            for Candidate { id, value } in candidates {
                let place = actors.binary_search(&&id.actor).unwrap_or(actors.len());
                cbor.u64(id.counter)?.u64(place as u64)?;
                match value {
                    Value::Str(text) => cbor.str(text)?,
                    Value::Int(number) => cbor.i64(*number)?,
                    Value::Bool(yes) => cbor.bool(*yes)?,
                    Value::Bytes(bytes) => cbor.bytes(bytes)?,
                };
            }
        }
        Ok(())
    }
}

// The inner `Option` says that well-formed CBOR holds something that no register does.
fn read(cbor: &mut Decoder<'_>) -> Result<Option<Register>, Error> {
    if cbor.array()? != Some(8) || cbor.u8()? != VERSION {
        return Ok(None);
    }
    let kind = DocKind::from_number(cbor.u8()?);
    let id = DocId::from_slice(cbor.bytes()?);
    let heads = heads(cbor)?;
    let (max_op, weight) = (cbor.u64()?, cbor.u64()?);
    let actors = actors(cbor)?;
    let keys = match &actors {
        Some(actors) => keys(cbor, actors)?,
        None => return Ok(None),
    };
    Ok((|| {
        let (kind, id, actors) = (kind?, id?, actors?.into_iter().collect());
        Some(Register { kind, id, heads: heads?, max_op, weight, actors, keys: keys? })
    })())
}

fn heads(cbor: &mut Decoder<'_>) -> Result<Option<Vec<Hash>>, Error> {
    let mut heads = Vec::new();
    for _ in 0..cbor.array()?.unwrap_or(0) {
        heads.push(Hash::from_slice(cbor.bytes()?));
    }
    Ok(heads.into_iter().collect())
}

fn actors(cbor: &mut Decoder<'_>) -> Result<Option<Vec<(Actor, Last)>>, Error> {
    let mut actors = Vec::new();
    for _ in 0..cbor.array()?.unwrap_or(0) / 3 {
        let actor = Actor::from_slice(cbor.bytes()?);
        let seq = cbor.u64()?;
        let hash = Hash::from_slice(cbor.bytes()?);
        actors.push(actor.zip(hash).map(|(actor, hash)| (actor, Last { seq, hash })));
    }
    Ok(actors.into_iter().collect())
}

type Keys = BTreeMap<String, Vec<Candidate>>;

fn keys(cbor: &mut Decoder<'_>, actors: &[(Actor, Last)]) -> Result<Option<Keys>, Error> {
    let mut keys = Keys::new();
    for _ in 0..cbor.map()?.unwrap_or(0) {
        let key = cbor.str()?.to_owned();
        let mut candidates = Vec::with_capacity(1);
        for _ in 0..cbor.array()?.unwrap_or(0) / 3 {
            let counter = cbor.u64()?;
            let place = usize::try_from(cbor.u64()?).ok();
            let Some((actor, _)) = place.and_then(|place| actors.get(place)) else {
                return Ok(None);
            };
            let id = OpId { counter, actor: *actor };
            candidates.push(Candidate { id, value: value(cbor)? });
        }
        keys.insert(key, candidates);
    }
    Ok(Some(keys))
}

fn value(cbor: &mut Decoder<'_>) -> Result<Value, Error> {
    Ok(match cbor.datatype()? {
        Type::Bool => Value::Bool(cbor.bool()?),
        Type::String => Value::Str(cbor.str()?.to_owned()),
        Type::Bytes => Value::Bytes(cbor.bytes()?.to_vec()),
        _ => Value::Int(cbor.i64()?),
    })
}
