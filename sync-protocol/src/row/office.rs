//! Rows for everybody of a kabupaten.

use minicbor::{Decode, Encode};

/// An office that citizens are sent to.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Office {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// Where it is.
    #[n(1)]
    pub address: String,
    /// Its telephone number.
    #[n(2)]
    pub phone: Option<String>,
    /// When it is open.
    #[n(3)]
    pub hours: Option<String>,
    /// Its unit, as `puskesos:<desa>` or `slrt:<kab>`.
    #[n(4)]
    pub unit: Option<String>,
    /// When it was closed for good, seconds since 1970 UTC.
    #[n(5)]
    pub closed: Option<i64>,
}

/// The days off that working days are counted with.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Calendar {
    /// Counts up with every edit.
    #[n(0)]
    pub version: u32,
    /// The days, ascending.
    #[n(1)]
    pub days: Vec<DayOff>,
    /// Working days of a week: 5 or 6.
    #[n(2)]
    pub week: Option<u8>,
    /// The time zone: `wib`, `wita` or `wit`.
    #[n(3)]
    pub zone: Option<String>,
}

/// One day off.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DayOff {
    /// The day, as `2026-08-17`.
    #[n(0)]
    pub date: String,
    /// The key of who decreed it.
    #[n(1)]
    pub kind: String,
    /// Where it holds; none means everywhere.
    #[n(2)]
    pub wilayah: Option<String>,
    /// What is celebrated.
    #[n(3)]
    pub name: String,
    /// The decree; empty for a day that is expected but not yet decreed.
    #[n(4)]
    pub decree: String,
}

/// A mode of emergency (Guideline IV.E).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Mode {
    /// Where it holds.
    #[n(0)]
    pub wilayah: String,
    /// The key of its kind.
    #[n(1)]
    pub kind: String,
    /// From when, seconds since 1970 UTC.
    #[n(2)]
    pub from: i64,
    /// Until when, seconds since 1970 UTC.
    #[n(3)]
    pub until: Option<i64>,
    /// What to know.
    #[n(4)]
    pub text: String,
}

/// Texts of SMS and prints, which an office may word its own way.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Text {
    /// Counts up with every edit.
    #[n(0)]
    pub version: u32,
    /// Pairs of key and text.
    #[n(1)]
    pub texts: Vec<(String, String)>,
}
