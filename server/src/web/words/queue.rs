//! Words of the queue pages.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const FILTERS: Label = Label::new("Saringan", "Filters");
pub const PICK: Label = Label::new("Pilih", "Pick");
pub const ACCEPT_PICKED: Label = Label::new("Terima yang dipilih", "Accept picked");
pub const ACCEPT_COUNT: Label = Label::new("Terima {n} terpilih", "Accept {n} picked");
pub const BULK_RULE: Label = Label::new(
    "Hanya kunjungan tanpa keluhan dan tanpa peringatan",
    "Only visits without a case and without a warning",
);
pub const KEY_ROWS: Label = Label::new("pindah baris", "move");
pub const KEY_OPEN: Label = Label::new("buka", "open");
pub const NOTHING_PICKED: Label =
    Label::new("Belum ada kunjungan yang dipilih.", "No visit is picked.");
pub const KEY_PICK: Label = Label::new("pilih", "pick");
pub const KEY_ALL: Label = Label::new("semua pintasan", "all shortcuts");
pub const KEY_SEARCH: Label = Label::new("cari", "search");
pub const KEY_QUEUES: Label = Label::new("antrean lain", "other queues");
pub const WARNINGS_WORD: Label = Label::new("peringatan", "warnings");
pub const NEXT_REVIEW: Label = Label::new("Telaah berikutnya", "Review next");
pub const NEXT_OPEN: Label = Label::new("Buka yang pertama", "Open the first");
pub const LATE: Label = Label::new("Lewat batas", "Overdue");
pub const URGENT: Label = Label::new("Mendesak", "Urgent");
pub const WARNED: Label = Label::new("Ada peringatan", "With warnings");
pub const CORRECTED: Label = Label::new("Hasil perbaikan", "Corrected");
pub const SUBJECT: Label = Label::new("Perihal", "Subject");
pub const CODE: Label = Label::new("Sebab", "Reason");
pub const PEOPLE: Label = Label::new("anggota", "members");
pub const HOUSE: Label = Label::new("rumah", "house");
pub const CARDS: Label = Label::new("kepesertaan", "participation");
pub const CASES: Label = Label::new("keluhan", "cases");
pub const ROUND: Label = Label::new("ke-", "round ");
pub const DELAY: Label = Label::new("jeda", "delay");
pub const PRIVATE: Label = Label::new("Khusus", "Private");
pub const RECORD: Label = Label::new("Nama atau nomor", "Name or number");
pub const FIELDS: Label = Label::new("Isian", "Fields");
pub const RETURNED_BY: Label = Label::new("Dikembalikan oleh", "Returned by");
pub const KIND: Label = Label::new("Jenis data", "Kind of record");
pub const SENDER: Label = Label::new("Pengirim", "Sender");
pub const PERSON: Label = Label::new("Warga", "Person");
pub const FAMILY: Label = Label::new("Keluarga", "Family");
pub const CASE: Label = Label::new("Keluhan", "Case");
pub const HELD_HOSTILE: Label = Label::new("Isi tidak dapat dibaca", "Cannot be read");
pub const HELD_NOT_ALLOWED: Label =
    Label::new("Bukan isian yang boleh ditulis pengirim", "Not the sender's to write");
pub const HELD_WAITS: Label =
    Label::new("Menunggu kiriman sebelumnya", "Waits for an earlier change");
pub const HELD_PURGED: Label = Label::new("Data sudah dihapus", "The record was erased");
pub const EMPTY_TEXT: Label = Label::new(
    "Yang baru muncul di sini setelah tablet mengirim atau rekan meneruskan.",
    "New work appears here once a tablet sends or a colleague forwards.",
);
