//! How identifiers stand in CBOR: the bytes or the number alone.

use minicbor::decode::{Decode, Decoder, Error as DecodeError};
use minicbor::encode::{Encode, Encoder, Error as EncodeError, Write};

use crate::id::{DeviceId, DocId, DocKind, Kab, ScopeId, UserId};
use crate::ulid::Ulid;

macro_rules! sixteen_bytes {
    ($($name:ident),*) => {$(
        impl<C> Encode<C> for $name {
            fn encode<W: Write>(
                &self,
                encoder: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), EncodeError<W::Error>> {
                encoder.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
                let at = decoder.position();
                let bytes = decoder.bytes()?.try_into();
                bytes.map(Self).map_err(|_| DecodeError::message("not 16 bytes").at(at))
            }
        }
    )*};
}

macro_rules! number {
    ($($name:ident),*) => {$(
        impl<C> Encode<C> for $name {
            fn encode<W: Write>(
                &self,
                encoder: &mut Encoder<W>,
                context: &mut C,
            ) -> Result<(), EncodeError<W::Error>> {
                self.0.encode(encoder, context)
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(decoder: &mut Decoder<'b>, context: &mut C) -> Result<Self, DecodeError> {
                Decode::decode(decoder, context).map(Self)
            }
        }
    )*};
}

sixteen_bytes!(DocId, Ulid);
number!(DeviceId, Kab, ScopeId, UserId);

impl<C> Encode<C> for DocKind {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.u8(*self as u8)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for DocKind {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        let at = decoder.position();
        let number = decoder.u8()?;
        Self::from_number(number).ok_or_else(|| DecodeError::message("no kind of document").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_wrote() {
        let ids = (DocId([7; 16]), Ulid([9; 16]), ScopeId(70_000), DocKind::Case);
        let bytes = minicbor::to_vec(ids).unwrap();
        assert_eq!(minicbor::decode::<(DocId, Ulid, ScopeId, DocKind)>(&bytes).unwrap(), ids);
    }

    #[test]
    fn refuses_other_lengths_and_kinds() {
        let short = minicbor::to_vec(minicbor::bytes::ByteVec::from(vec![1; 15])).unwrap();
        assert!(minicbor::decode::<DocId>(&short).is_err());
        assert!(minicbor::decode::<Ulid>(&short).is_err());
        assert!(minicbor::decode::<DocKind>(&[4]).is_err());
    }
}
