//! What stands in front of a frame's payload, checked before anything is inflated.

use super::varint::{self, Reader};
use crate::limit;
use crate::message::{self, HEAD, MessageError, MessageType};

/// What a frame carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// Changes from a tablet.
    Push,
    /// Changes and snapshots from the server.
    Pull,
}

impl FrameKind {
    /// Returns the type that stands in the fourth byte.
    pub const fn message_type(self) -> MessageType {
        match self {
            Self::Push => MessageType::PushFrame,
            Self::Pull => MessageType::PullFrame,
        }
    }
}

/// Says why bytes are no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The head is not that of a frame that this build reads, or the checksum does not hold.
    #[error("the frame's head is not in order")]
    Header(#[from] MessageError),
    /// The frame, what it claims to inflate to, or a count in it breaks a limit.
    #[error("the frame is larger than the limits allow")]
    TooLarge,
    /// The dictionary is not in this build.
    #[error("the frame needs dictionary {0}, which is not here")]
    Dictionary(u8),
    /// The payload does not inflate to what the header says.
    #[error("the frame does not inflate")]
    Inflate,
    /// The payload does not follow the layout.
    #[error("the frame's content is damaged")]
    Damaged,
}

/// The parts of a frame, nothing inflated yet.
pub struct Envelope<'a> {
    /// What follows.
    pub kind: MessageType,
    /// 0 where the stream is not compressed.
    pub dictionary: u8,
    /// The checksum in the header.
    pub checksum: [u8; 4],
    /// Bytes of the stream after inflating.
    pub raw_len: usize,
    /// Ids, checksums and receipts: noise that no compression shortens.
    pub noise: &'a [u8],
    /// The stream.
    pub packed: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// Takes a frame apart and checks sizes and checksum.
    pub fn read(bytes: &'a [u8]) -> Result<Self, FrameError> {
        if bytes.len() > limit::FRAME_BYTES {
            return Err(FrameError::TooLarge);
        }
        let kind = message::check(bytes)?;
        let checksum = message::checksum_in(bytes).unwrap_or_default();
        let mut rest = Reader::new(&bytes[HEAD..]);
        let dictionary = rest.byte()?;
        let raw_len = usize::try_from(rest.number()?).map_err(|_| FrameError::TooLarge)?;
        let noise_len = rest.count(limit::FRAME_BYTES, 1)?;
        let noise = rest.take(noise_len)?;
        let packed = rest.rest();
        if raw_len > limit::FRAME_RAW_BYTES || raw_len > packed.len() * limit::FRAME_RATIO {
            return Err(FrameError::TooLarge);
        }
        Ok(Self { kind, dictionary, checksum, raw_len, noise, packed })
    }

    /// Joins the parts and computes the checksum.
    pub fn write(
        kind: MessageType,
        dictionary: u8,
        raw_len: usize,
        noise: &[u8],
        packed: &[u8],
    ) -> Vec<u8> {
        let mut frame = message::open(kind);
        frame.push(dictionary);
        varint::put(&mut frame, raw_len as u64);
        varint::put(&mut frame, noise.len() as u64);
        frame.extend_from_slice(noise);
        frame.extend_from_slice(packed);
        message::seal(&mut frame);
        frame
    }
}
