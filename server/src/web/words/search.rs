//! Words of search results and lists.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const KIND: Label = Label::new("Jenis", "Kind");
pub const PLACE: Label = Label::new("Desa", "Village");
pub const NOTHING: Label = Label::new("Tidak ditemukan.", "Nothing found.");
pub const TRY: Label = Label::new(
    "Periksa ejaan, atau cari dengan nomor lengkap.",
    "Check the spelling, or search by the whole number.",
);
pub const PERSON: Label = Label::new("Warga", "Person");
pub const HOUSEHOLD: Label = Label::new("Keluarga", "Family");
pub const CASE: Label = Label::new("Keluhan", "Case");
