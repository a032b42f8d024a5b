//! The eight bytes in front of every message and frame, and the CBOR behind those of a message.
//!
//! Magic, version, type, then a checksum over all the other bytes: what a proxy cut, changed or
//! answered itself is never taken for an answer.

use minicbor::{Decode, Decoder, Encode};
use sha2::{Digest as _, Sha256};

use crate::limit;

/// Bytes before the content.
pub(crate) const HEAD: usize = 8;

/// The first two bytes of everything that this system sends: a captive portal's page has others.
pub const MAGIC: [u8; 2] = *b"JK";

/// The version of the protocol that this build writes.
pub const VERSION: u8 = 1;

/// What follows the head; numbers are never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum MessageType {
    /// A frame of changes from a tablet.
    PushFrame = 1,
    /// A frame of changes and snapshots from the server.
    PullFrame = 2,
    /// A frame of rows from the server.
    RowFrame = 3,
    /// A tablet asks to be enrolled.
    Enrol = 16,
    /// The tablet is enrolled.
    EnrolAnswer = 17,
    /// A session begins.
    Hello = 18,
    /// The session is open.
    HelloAnswer = 19,
    /// The signature was made over an old nonce; the present one follows.
    StaleNonce = 20,
    /// What became of each pushed change.
    PushAnswer = 21,
    /// A tablet asks for news of a scope.
    PullRequest = 22,
    /// A page of news.
    PullAnswer = 23,
    /// A request was refused.
    ErrorAnswer = 31,
}

impl MessageType {
    /// Every type, in the order of its number.
    pub const ALL: [Self; 12] = [
        Self::PushFrame,
        Self::PullFrame,
        Self::RowFrame,
        Self::Enrol,
        Self::EnrolAnswer,
        Self::Hello,
        Self::HelloAnswer,
        Self::StaleNonce,
        Self::PushAnswer,
        Self::PullRequest,
        Self::PullAnswer,
        Self::ErrorAnswer,
    ];

    /// Reads the fourth byte.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|known| *known as u8 == number)
    }

    /// Returns the four bytes.
    pub const fn prefix(self) -> [u8; 4] {
        [MAGIC[0], MAGIC[1], VERSION, self as u8]
    }
}

/// A control message.
pub trait Message: Encode<()> + for<'b> Decode<'b, ()> {
    /// The number that names it on the wire.
    const TYPE: MessageType;
}

/// Says why bytes are not the message that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// The bytes do not begin as ours do: something between the two sides answered.
    #[error("the bytes are no message of this system")]
    NotOurs,
    /// A newer version than this build reads.
    #[error("the message has version {0}, which this build does not read")]
    Version(u8),
    /// Another message.
    #[error("the message has type {0}, another one was expected")]
    Type(u8),
    /// The bytes were cut or changed on the way.
    #[error("the message's checksum does not hold")]
    Checksum,
    /// More bytes than any such message has.
    #[error("the message has more than {} bytes", limit::ENVELOPE_BYTES)]
    TooLong,
    /// The CBOR is damaged, or a key that must be there is not.
    #[error("the message is damaged")]
    Damaged,
}

/// Returns the bytes to send.
pub fn encode<M: Message>(message: &M) -> Vec<u8> {
    let mut bytes = open(M::TYPE);
    minicbor::encode(message, &mut bytes).expect("a vector takes all bytes");
    seal(&mut bytes);
    bytes
}

/// Starts a message with room for its checksum.
pub(crate) fn open(kind: MessageType) -> Vec<u8> {
    let mut bytes = kind.prefix().to_vec();
    bytes.resize(HEAD, 0);
    bytes
}

/// Computes the checksum of a message and writes it into its room.
pub(crate) fn seal(bytes: &mut [u8]) {
    let checksum = checksum_over(bytes);
    bytes[4..HEAD].copy_from_slice(&checksum);
}

/// Returns the checksum that stands in a message or frame; none where the bytes are too few.
pub fn checksum_in(bytes: &[u8]) -> Option<[u8; 4]> {
    bytes.get(4..HEAD)?.try_into().ok()
}

/// Returns the first four bytes of SHA-256 over all but the checksum.
fn checksum_over(bytes: &[u8]) -> [u8; 4] {
    let hasher = Sha256::new().chain_update(&bytes[..4]).chain_update(&bytes[HEAD..]);
    let digest = hasher.finalize();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// Checks head and checksum, and returns the type.
pub(crate) fn check(bytes: &[u8]) -> Result<MessageType, MessageError> {
    let found = type_of(bytes)?;
    match checksum_in(bytes) {
        Some(checksum) if checksum == checksum_over(bytes) => Ok(found),
        _ => Err(MessageError::Checksum),
    }
}

/// Returns the type that the first four bytes name; nothing else is looked at.
pub fn type_of(bytes: &[u8]) -> Result<MessageType, MessageError> {
    let [magic_0, magic_1, version, number, ..] = bytes else {
        return Err(MessageError::NotOurs);
    };
    if [*magic_0, *magic_1] != MAGIC {
        return Err(MessageError::NotOurs);
    }
    if *version != VERSION {
        return Err(MessageError::Version(*version));
    }
    MessageType::from_number(*number).ok_or(MessageError::Type(*number))
}

/// Reads a message.
///
/// What is allocated is bounded by a small multiple of the bytes given.
pub fn decode<M: Message>(bytes: &[u8]) -> Result<M, MessageError> {
    if bytes.len() > limit::ENVELOPE_BYTES {
        return Err(MessageError::TooLong);
    }
    let found = check(bytes)?;
    if found != M::TYPE {
        return Err(MessageError::Type(found as u8));
    }
    let mut decoder = Decoder::new(&bytes[HEAD..]);
    let message = decoder.decode().map_err(|_| MessageError::Damaged)?;
    let all_read = decoder.position() + HEAD == bytes.len();
    all_read.then_some(message).ok_or(MessageError::Damaged)
}
