//! The types of fields and the scalars that carry them.

use crate::Value;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// At most so many characters, trimmed and composed (NFC).
    Text(u16),
    /// At most so many digits.
    Digits(u8),
    /// A whole number.
    Int,
    /// Yes or no.
    Bool,
    /// Whole rupiah.
    Money,
    /// `2025-07-14`.
    Date,
    /// A date cut to what is known: `1958-12-31`, `1958-12`, `1958`; a last `~` says estimated.
    DateApprox,
    /// `62…`.
    Phone,
    /// `lat,lon;metres`.
    Geo,
    /// Ten digits of a desa or kelurahan.
    Wilayah,
    /// The 16 bytes of a document's id.
    Ref,
    /// A code of the program catalogue.
    Program,
    /// A key of the named code list.
    List(&'static str),
    /// `true` under a key that ends in an item of the named code list.
    SetItem(&'static str),
    /// The kind (`att_kind`) of an attachment whose bytes travel apart.
    Attachment,
}

impl FieldType {
    /// Tells whether a value is the scalar that carries this type on the wire.
    ///
    /// What the scalar says is judged when a record is submitted, never when it is saved: a
    /// half-typed NIK is data too.
    pub fn accepts(self, value: &Value) -> bool {
        match self {
            Self::Text(_)
            | Self::Digits(_)
            | Self::Date
            | Self::DateApprox
            | Self::Phone
            | Self::Geo
            | Self::Wilayah
            | Self::Program
            | Self::List(_)
            | Self::Attachment => matches!(value, Value::Str(_)),
            Self::Int | Self::Money => matches!(value, Value::Int(_)),
            Self::Bool => matches!(value, Value::Bool(_)),
            Self::Ref => matches!(value, Value::Bytes(bytes) if bytes.len() == 16),
            Self::SetItem(_) => *value == Value::Bool(true),
        }
    }

    /// Returns the most characters a text of this type has, where it is a text.
    pub const fn max_chars(self) -> Option<usize> {
        match self {
            Self::Text(most) => Some(most as usize),
            Self::Digits(most) => Some(most as usize),
            Self::Date => Some(10),
            Self::DateApprox => Some(11),
            Self::Phone => Some(15),
            Self::Geo => Some(40),
            Self::Wilayah => Some(10),
            Self::Program | Self::List(_) | Self::Attachment => Some(32),
            Self::Int | Self::Bool | Self::Money | Self::Ref | Self::SetItem(_) => None,
        }
    }

    /// Returns the name of the code list whose keys this type takes.
    pub const fn list(self) -> Option<&'static str> {
        match self {
            Self::List(name) | Self::SetItem(name) => Some(name),
            Self::Attachment => Some("att_kind"),
            _ => None,
        }
    }
}
