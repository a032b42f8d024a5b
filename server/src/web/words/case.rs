//! Words of the case page.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const OPEN_HOUSEHOLD: Label = Label::new("Buka rumah tangga", "Open household");
pub const STORY_AND_FILES: Label = Label::new("Uraian dan berkas", "Story and papers");
pub const NEXT_STEP: Label = Label::new("Langkah selanjutnya", "Next step");
pub const STEPS_AND_HISTORY: Label = Label::new("Langkah dan riwayat", "Steps and history");
pub const TAKE_STEP: Label = Label::new("Simpan langkah", "Save the step");
pub const ADDRESS: Label = Label::new("Alamat", "Address");
pub const RECEIVES: Label = Label::new("Program diterima", "Programs received");
pub const FOR: Label = Label::new("untuk", "for");
pub const ANONYMOUS: Label = Label::new("Tanpa nama", "Anonymous");
pub const WAITS_FOR: Label = Label::new("Menunggu", "Waiting for");
