//! Scopes: what a tablet may see, and how far it has read.

use std::fmt;

use jangkau_domain::ScopeId;
use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};
use minicbor::{Decode, Encode};

use crate::digest::Digest;

/// What a scope holds together; it never changes for a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeKind {
    /// One desa or kelurahan.
    Desa,
    /// One sensitive case: its author and its handlers.
    Private,
    /// The whole kabupaten.
    Kab,
    /// A kind that a newer server knows.
    Other(u8),
}

impl ScopeKind {
    /// Returns the number on the wire.
    pub const fn number(self) -> u8 {
        match self {
            Self::Desa => 1,
            Self::Private => 2,
            Self::Kab => 3,
            Self::Other(number) => number,
        }
    }

    /// Reads the number.
    pub const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Desa,
            2 => Self::Private,
            3 => Self::Kab,
            other => Self::Other(other),
        }
    }
}

impl<C> Encode<C> for ScopeKind {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.u8(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for ScopeKind {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        decoder.u8().map(Self::from_number)
    }
}

/// A scope that the tablet may read.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ScopeGrant {
    /// The scope.
    #[n(0)]
    pub id: ScopeId,
    /// What it holds together.
    #[n(1)]
    pub kind: ScopeKind,
    /// The ten-digit code of the desa, where the scope is one.
    #[n(2)]
    pub desa: Option<String>,
    /// The name to show.
    #[n(3)]
    pub name: String,
    /// The key that derives document ids; the server may leave it out where the tablet has it.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub key: Option<[u8; 32]>,
}

impl fmt::Debug for ScopeGrant {
    /// Leaves the key out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopeGrant")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("desa", &self.desa)
            .finish_non_exhaustive()
    }
}

/// How far one side has got in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ScopeState {
    /// The scope.
    #[n(0)]
    pub scope: ScopeId,
    /// The epoch that the position belongs to.
    #[n(1)]
    pub epoch: u64,
    /// The tablet's cursor, or the newest position of the server's feed.
    #[n(2)]
    pub position: u64,
    /// The sum over the confirmed versions.
    #[n(3)]
    pub digest: Digest,
}
