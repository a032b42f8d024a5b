//! Words of the case page.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const OPEN_HOUSEHOLD: Label = Label::new("Buka rumah tangga", "Open household");
pub const STORY_AND_FILES: Label = Label::new("Uraian dan berkas", "Story and papers");
pub const NEXT_STEP: Label = Label::new("Langkah selanjutnya", "Next step");
pub const STEPS_AND_HISTORY: Label = Label::new("Langkah dan riwayat", "Steps and history");
pub const MORE_STEPS: Label = Label::new("Tindakan lain", "Other actions");
pub const PHONE: Label = Label::new("Telepon", "Phone");
pub const REFERRED_TO: Label = Label::new("Rujukan ke", "Referred to");
pub const TARGET: Label = Label::new("Tujuan", "Target");
pub const LEVEL: Label = Label::new("Tingkat", "Level");
pub const WAY: Label = Label::new("Jalur", "Way");
pub const BY_LETTER: Label = Label::new("Surat (tanpa akun)", "Letter (no login)");
pub const BY_LOGIN: Label = Label::new("Akun pengelola program", "The owner's login");
pub const SENT: Label = Label::new("Dikirim", "Sent");
pub const ASKED_BY: Label = Label::new("Diminta oleh", "Asked by");
pub const APPROVED_BY: Label = Label::new("Disetujui oleh", "Approved by");
pub const CHANGED_NOW: Label =
    Label::new("Keadaan sudah berubah. Sekarang:", "Things changed. Now:");
pub const TAKE_STEP: Label = Label::new("Simpan langkah", "Save the step");
pub const ADDRESS: Label = Label::new("Alamat", "Address");
pub const RECEIVES: Label = Label::new("Program diterima", "Programs received");
pub const FOR: Label = Label::new("untuk", "for");
pub const ANONYMOUS: Label = Label::new("Tanpa nama", "Anonymous");
pub const WAITS_FOR: Label = Label::new("Menunggu", "Waiting for");
