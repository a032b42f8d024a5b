//! The only scalars a document can hold.

/// One value of a document: what a key holds, or one of several unequal values of a key.
///
/// It has no `Debug`, so a citizen's data cannot slip into a log line.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Text, digits, dates, codes.
    Str(String),
    /// Whole numbers and whole rupiah.
    Int(i64),
    /// Yes or no; an item of a set is always `true`.
    Bool(bool),
    /// A document id (16 bytes) or an event (CBOR).
    Bytes(Vec<u8>),
}

impl Value {
    /// Returns the text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            Self::Int(_) | Self::Bool(_) | Self::Bytes(_) => None,
        }
    }

    /// Returns the number, where it is one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Str(_) | Self::Bool(_) | Self::Bytes(_) => None,
        }
    }

    /// Returns yes or no, where it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(yes) => Some(*yes),
            Self::Str(_) | Self::Int(_) | Self::Bytes(_) => None,
        }
    }

    /// Returns the bytes, where it holds some.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Str(_) | Self::Int(_) | Self::Bool(_) => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Str(text.to_owned())
    }
}
