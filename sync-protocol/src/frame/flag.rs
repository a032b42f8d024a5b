//! The flag bytes of a document and of a change.

/// Bits 0 and 1 of a document: its kind, 0 where the receiver knows it by six bytes.
pub const KIND: u8 = 0b0000_0011;
/// The scope is that of the document before.
pub const SAME_SCOPE: u8 = 0b0000_0100;
/// A receipt goes along.
pub const RECEIPT: u8 = 0b0000_1000;
/// The heads that the receipt covers go along.
pub const OFFERED: u8 = 0b0001_0000;
/// A snapshot follows instead of changes.
pub const SNAPSHOT: u8 = 0b0010_0000;
/// Exactly one change follows; else their count.
pub const ONE_CHANGE: u8 = 0b0100_0000;

/// Bits 0 and 1 of a change: who wrote it.
pub const WHO: u8 = 0b0000_0011;
/// The writer of the change before.
pub const WHO_SAME: u8 = 0;
/// The next writer of the table that was not named yet.
pub const WHO_NEXT: u8 = 1;
/// The writer at the place that follows.
pub const WHO_PLACE: u8 = 2;
/// The whole change follows.
pub const RAW: u8 = 0b0000_0100;
/// From here: the count of operations, 0 where it follows.
pub const COUNT_SHIFT: u32 = 3;
