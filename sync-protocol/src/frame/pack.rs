//! zstd with a shared dictionary, around the stream of a frame.

use zstd::bulk::{Compressor, Decompressor};

use super::header::{Envelope, FrameError};
use crate::message::{MessageError, MessageType};
use crate::{dictionary, limit};

/// The number that says "not compressed".
const STORED: u8 = 0;

/// The first bytes of every zstd frame, which ours leave out.
const ZSTD_MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Compresses a stream with a dictionary and returns the dictionary's number; a stream that gains
/// nothing, or would inflate beyond the limit of the reader, stays as it is.
pub fn pack(stream: &[u8], number: u8, level: i32) -> (u8, Vec<u8>) {
    let packed = dictionary::bytes(number).and_then(|bytes| compress(stream, bytes, level).ok());
    match packed {
        Some(packed)
            if packed.len() < stream.len() && stream.len() <= packed.len() * limit::FRAME_RATIO =>
        {
            (number, packed)
        }
        _ => (STORED, stream.to_vec()),
    }
}

fn compress(stream: &[u8], bytes: &[u8], level: i32) -> std::io::Result<Vec<u8>> {
    let mut compressor = Compressor::with_dictionary(level, bytes)?;
    compressor.include_contentsize(false)?;
    compressor.include_dictid(false)?;
    let mut packed = compressor.compress(stream)?;
    packed.drain(..ZSTD_MAGIC.len());
    Ok(packed)
}

/// Inflates a stream into a buffer of the size that the header told, never more.
pub fn unpack(number: u8, packed: &[u8], raw_len: usize) -> Result<Vec<u8>, FrameError> {
    if number == STORED {
        let whole = packed.len() == raw_len;
        return whole.then(|| packed.to_vec()).ok_or(FrameError::Inflate);
    }
    let prepared = dictionary::decoder(number).ok_or(FrameError::Dictionary(number))?;
    let frame = [&ZSTD_MAGIC, packed].concat();
    let stream = Decompressor::with_prepared_dictionary(prepared)
        .and_then(|mut decompressor| decompressor.decompress(&frame, raw_len))
        .map_err(|_| FrameError::Inflate)?;
    (stream.len() == raw_len).then_some(stream).ok_or(FrameError::Inflate)
}

/// Writes a frame that has a stream and no noise.
pub(crate) fn pack_stream(kind: MessageType, stream: &[u8], level: i32) -> Vec<u8> {
    let (number, packed) = pack(stream, dictionary::NEWEST, level);
    Envelope::write(kind, number, stream.len(), &[], &packed)
}

/// Reads a frame that has a stream and no noise.
pub(crate) fn unpack_stream(kind: MessageType, bytes: &[u8]) -> Result<Vec<u8>, FrameError> {
    let envelope = Envelope::read(bytes)?;
    if envelope.kind != kind {
        return Err(MessageError::Type(envelope.kind as u8).into());
    }
    if !envelope.noise.is_empty() {
        return Err(FrameError::Damaged);
    }
    unpack(envelope.dictionary, envelope.packed, envelope.raw_len)
}
