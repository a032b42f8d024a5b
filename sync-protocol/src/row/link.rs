//! Rows about documents as such: which are one, where they are, what waits for a choice.

use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};
use minicbor::{Decode, Encode};

/// Two documents tell of the same; nothing is deleted, and closing the row parts them again.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Alias {
    /// The kind of both.
    #[n(0)]
    pub kind: DocKind,
    /// The one that points to the other.
    #[n(1)]
    pub loser: DocId,
    /// The one that stands for both.
    #[n(2)]
    pub winner: DocId,
    /// The heads of the loser when it was decided.
    #[n(3)]
    pub loser_heads: Vec<minicbor::bytes::ByteArray<32>>,
    /// The heads of the winner when it was decided.
    #[n(4)]
    pub winner_heads: Vec<minicbor::bytes::ByteArray<32>>,
    /// When they were parted again, seconds since 1970 UTC.
    #[n(5)]
    pub closed: Option<i64>,
}

/// Keys of a document that wait for an admin's choice.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Pending {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// The keys in conflict; none means that all is settled.
    #[n(1)]
    pub keys: Vec<String>,
}

/// What was chosen; the choice itself is a change of the document.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FieldChoice {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// The key.
    #[n(1)]
    pub key: String,
    /// The value that counts.
    #[n(2)]
    pub chosen: Chosen,
    /// The name of who chose.
    #[n(3)]
    pub by: String,
    /// Why.
    #[n(4)]
    pub why: String,
}

/// A scalar of a document in a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Chosen(pub Value);

impl<C> Encode<C> for Chosen {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        match &self.0 {
            Value::Str(text) => encoder.str(text)?.ok(),
            Value::Int(number) => encoder.i64(*number)?.ok(),
            Value::Bool(yes) => encoder.bool(*yes)?.ok(),
            Value::Bytes(bytes) => encoder.bytes(bytes)?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for Chosen {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        use minicbor::data::Type;
        let value = match decoder.datatype()? {
            Type::String => Value::Str(decoder.str()?.to_owned()),
            Type::Bool => Value::Bool(decoder.bool()?),
            Type::Bytes => Value::Bytes(decoder.bytes()?.to_vec()),
            _ => Value::Int(decoder.i64()?),
        };
        Ok(Self(value))
    }
}

/// How a person stands in the register.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RegisterStatus {
    /// The person.
    #[n(0)]
    pub person: DocId,
    /// The key of the status.
    #[n(1)]
    pub status: String,
    /// The release, as `dtsen-2026-1`.
    #[n(2)]
    pub release: String,
    /// The decile, where the register tells it.
    #[n(3)]
    pub desil: Option<u8>,
}

/// A document went to another scope and keeps its id.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Moved {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// Where it was.
    #[n(1)]
    pub from: ScopeId,
    /// Where it is.
    #[n(2)]
    pub to: ScopeId,
}

/// A document was erased (Law 27/2022, articles 42–45): the tablet erases it too.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Purge {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// The legal ground, or that it went on in a private scope.
    #[n(1)]
    pub reason: String,
}
