//! Who made an operation, as far as merging needs to know: random bytes of one process start.

use std::fmt;

/// Names the process that wrote a change; it proves nothing about the person.
///
/// Eight random bytes a process start, never stored: a restored or copied tablet that used an
/// actor again could never sync that document. Only the genesis has the one byte `00`.
/// The order is that of the bytes, so it breaks ties between operations as automerge does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor {
    // Padded with zeros; as the length follows, the derived order is that of the byte strings.
    bytes: [u8; 8],
    len: u8,
}

impl Actor {
    /// The actor of every document's genesis.
    pub const GENESIS: Self = Self { bytes: [0; 8], len: 1 };

    /// Names a process by eight random bytes.
    pub const fn new(random: [u8; 8]) -> Self {
        Self { bytes: random, len: 8 }
    }

    /// Reads eight bytes, or the one byte of the genesis; other lengths name nobody.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0] => Some(Self::GENESIS),
            _ => bytes.try_into().ok().map(Self::new),
        }
    }

    /// Returns the bytes as they stand in a change.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    /// Returns whether this is the actor of the genesis.
    pub fn is_genesis(&self) -> bool {
        *self == Self::GENESIS
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Actor({self})")
    }
}

/// Names one operation of a document.
///
/// The greatest of a key's candidates wins: the higher counter, then the greater actor. It is no
/// wall time, so no screen may say "latest wins".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpId {
    /// Counts the operations of the document as its writer knew them, from 1.
    pub counter: u64,
    /// Who wrote it.
    pub actor: Actor,
}
