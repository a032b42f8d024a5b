//! A row as it stands in the feed, and the frame that carries many.

use std::fmt;

use jangkau_domain::DocId;
use minicbor::{Decode, Decoder, Encode};

use super::body::Row;
use crate::frame::{self, FrameError};
use crate::message::MessageType;

/// Names a row; a newer row of the same kind and id replaces the older one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct RowId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

impl fmt::Debug for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowId({self})")
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// One row of the feed.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FeedRow {
    /// Its name.
    #[n(0)]
    pub id: RowId,
    /// What it says, as a number of `RowKind`; a tablet stores kinds that it does not know.
    #[n(1)]
    pub kind: u8,
    /// Its position in the feed.
    #[n(2)]
    pub position: u64,
    /// When the server took it in, seconds since 1970 UTC.
    #[n(3)]
    pub at: i64,
    /// What it says in full: a CBOR map with integer keys.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub body: Vec<u8>,
}

impl RowId {
    /// Reads 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        DocId::from_hex(text).map(|id| Self(id.0))
    }
}

impl FeedRow {
    /// Writes a row at its place in the feed.
    pub fn new(id: RowId, position: u64, at: i64, row: &Row) -> Self {
        Self { id, kind: row.number(), position, at, body: row.to_bytes() }
    }
}

/// Writes a frame of rows, compressed at a zstd level with the newest dictionary.
pub fn encode_frame(rows: &[FeedRow], level: i32) -> Vec<u8> {
    frame::pack_stream(MessageType::RowFrame, &row_sample(rows), level)
}

/// Returns what zstd would be given for a frame of rows: a sample for training a dictionary.
pub fn row_sample(rows: &[FeedRow]) -> Vec<u8> {
    let mut stream = Vec::new();
    minicbor::encode(rows, &mut stream).expect("a vector takes all bytes");
    stream
}

/// Reads a frame of rows.
///
/// # Errors
/// Where the frame is damaged or breaks a limit; what the bodies say is not looked at.
pub fn decode_frame(bytes: &[u8]) -> Result<Vec<FeedRow>, FrameError> {
    let stream = frame::unpack_stream(MessageType::RowFrame, bytes)?;
    let mut decoder = Decoder::new(&stream);
    let rows: Vec<FeedRow> = decoder.decode().map_err(|_| FrameError::Damaged)?;
    (decoder.position() == stream.len()).then_some(rows).ok_or(FrameError::Damaged)
}
