//! The answer to `POST /sync/v1/push`: what became of each change of a frame.

use jangkau_domain::ScopeId;
use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};
use minicbor::{Decode, Encode};

use super::envelope::{Message, MessageType};
use crate::digest::Digest;
use crate::hash::Hash;
use crate::held::HeldCode;
use crate::receipt::Receipt;

/// Where a frame is posted, with the session token.
pub const PATH: &str = "/sync/v1/push";

/// What became of one pushed change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the log, durably.
    Stored,
    /// It was there already.
    Duplicate,
    /// It is kept aside; author and supervisor see why.
    Held {
        /// Why, as a word of the protocol.
        code: HeldCode,
        /// Why, in a sentence without personal data.
        text: String,
    },
    /// A change that it depends on is not here: the document's history is to be sent.
    NeedsHash(Hash),
    /// The six bytes named no document or several: the whole id is to be sent.
    NeedsId,
    /// The bytes did not rebuild: the whole change is to be sent.
    Raw,
}

/// The version of a document on the server after the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heads {
    /// The change at this place of the frame is the only head.
    Change(u32),
    /// These.
    List(Vec<Hash>),
}

/// What a tablet may note for a document that was in the frame.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DocAnswer {
    /// The place of the document among those of the frame, from 0.
    #[n(0)]
    pub place: u32,
    /// The server's heads.
    #[n(1)]
    pub heads: Heads,
    /// The receipt over them.
    #[n(2)]
    pub receipt: Receipt,
}

/// Answers a pushed frame; sent only after everything in it is durable.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PushAnswer {
    /// The frame's checksum: an answer to another frame changes nothing.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub frame: [u8; 4],
    /// One outcome for each change, in the order of the frame.
    #[n(1)]
    #[cbor(with = "outcomes")]
    pub outcomes: Vec<Outcome>,
    /// Documents of which something was stored or here already.
    #[n(2)]
    pub docs: Vec<DocAnswer>,
    /// The sums of the scopes that the frame touched.
    #[n(3)]
    pub digests: Vec<(ScopeId, Digest)>,
    /// The server's epoch.
    #[n(4)]
    pub epoch: u64,
}

impl Message for PushAnswer {
    const TYPE: MessageType = MessageType::PushAnswer;
}

impl<C> Encode<C> for Heads {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        match self {
            Self::Change(place) => encoder.u32(*place)?.ok(),
            Self::List(heads) => {
                encoder.array(heads.len() as u64)?;
                heads.iter().try_for_each(|head| encoder.bytes(&head.0)?.ok())
            }
        }
    }
}

impl<'b, C> Decode<'b, C> for Heads {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        if decoder.datatype()? != minicbor::data::Type::Array {
            return decoder.u32().map(Self::Change);
        }
        let count = fixed_array(decoder)?;
        (0..count).map(|_| hash(decoder)).collect::<Result<_, _>>().map(Self::List)
    }
}

/// One small number a change; what a number does not say stands in an array in its place.
mod outcomes {
    use super::{DecodeError, Decoder, EncodeError, Encoder, Outcome, Write, fixed_array, outcome};

    pub fn encode<C, W: Write>(
        outcomes: &[Outcome],
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.array(outcomes.len() as u64)?;
        outcomes.iter().try_for_each(|one| outcome::encode(one, encoder))
    }

    pub fn decode<C>(decoder: &mut Decoder<'_>, _: &mut C) -> Result<Vec<Outcome>, DecodeError> {
        let count = fixed_array(decoder)?;
        (0..count).map(|_| outcome::decode(decoder)).collect()
    }
}

mod outcome {
    use super::{
        DecodeError, Decoder, EncodeError, Encoder, HeldCode, Outcome, Write, fixed_array, hash,
    };

    pub fn encode<W: Write>(
        outcome: &Outcome,
        encoder: &mut Encoder<W>,
    ) -> Result<(), EncodeError<W::Error>> {
        match outcome {
            Outcome::Stored => encoder.u8(0)?.ok(),
            Outcome::Duplicate => encoder.u8(1)?.ok(),
            Outcome::Held { code, text } => {
                encoder.array(3)?.u8(2)?.u8(held_number(*code))?.str(text)?.ok()
            }
            Outcome::NeedsHash(hash) => encoder.array(2)?.u8(3)?.bytes(&hash.0)?.ok(),
            Outcome::NeedsId => encoder.u8(4)?.ok(),
            Outcome::Raw => encoder.u8(5)?.ok(),
        }
    }

    pub fn decode(decoder: &mut Decoder<'_>) -> Result<Outcome, DecodeError> {
        if decoder.datatype()? == minicbor::data::Type::Array {
            return long(decoder);
        }
        match decoder.u8()? {
            0 => Ok(Outcome::Stored),
            1 => Ok(Outcome::Duplicate),
            4 => Ok(Outcome::NeedsId),
            5 => Ok(Outcome::Raw),
            _ => Err(DecodeError::message("no outcome of a change").at(decoder.position())),
        }
    }

    fn long(decoder: &mut Decoder<'_>) -> Result<Outcome, DecodeError> {
        match (fixed_array(decoder)?, decoder.u8()?) {
            (3, 2) => {
                let code = held_code(decoder.u8()?)
                    .ok_or_else(|| DecodeError::message("no code of a held change"))?;
                Ok(Outcome::Held { code, text: decoder.str()?.to_owned() })
            }
            (2, 3) => hash(decoder).map(Outcome::NeedsHash),
            _ => Err(DecodeError::message("no outcome of a change").at(decoder.position())),
        }
    }

    const fn held_number(code: HeldCode) -> u8 {
        match code {
            HeldCode::Hostile => 1,
            HeldCode::NotAllowed => 2,
            HeldCode::UnknownDep => 3,
            HeldCode::Purged => 4,
        }
    }

    fn held_code(number: u8) -> Option<HeldCode> {
        HeldCode::ALL.into_iter().find(|code| held_number(*code) == number)
    }
}

fn fixed_array(decoder: &mut Decoder<'_>) -> Result<u64, DecodeError> {
    decoder.array()?.ok_or_else(|| DecodeError::message("an array without a length"))
}

fn hash(decoder: &mut Decoder<'_>) -> Result<Hash, DecodeError> {
    Hash::from_slice(decoder.bytes()?).ok_or_else(|| DecodeError::message("not 32 bytes"))
}
