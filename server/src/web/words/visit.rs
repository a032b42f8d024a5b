//! Words of the visit page.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const GIVE_NOTE: Label = Label::new("Beri catatan", "Add a note");
pub const CHANGE_NOTE: Label = Label::new("Ubah catatan", "Change the note");
pub const CLEAR_NOTE: Label = Label::new("Hapus", "Clear");
pub const TO_FIELD: Label = Label::new("Kembali ke isian", "Back to the field");
pub const NO_NOTES_YET: Label = Label::new(
    "Pilih “Beri catatan” pada isian yang perlu diperbaiki.",
    "Choose “Add a note” at a field that needs correcting.",
);
pub const FIELDS_NOTED: Label = Label::new("isian", "fields");
pub const UNFOLD: Label = Label::new("Tampilkan semua isian", "Show every field");
pub const FOLD: Label = Label::new("Lipat yang tetap", "Fold unchanged fields");
pub const DECIDE: Label = Label::new("Catatan dan riwayat", "Notes and history");
pub const NOTES_TITLE: Label = Label::new("Catatan per isian", "Notes per field");
pub const NOTES_RULE: Label = Label::new(
    "Hanya isian bercatatan yang kembali ke tablet. Selebihnya dianggap diterima.",
    "Only fields with a note go back to the tablet. The rest counts as accepted.",
);
pub const NOTE_HINT: Label = Label::new(
    "Wajib diisi bila diteruskan, misalnya: rumah sesuai foto, desil 2.",
    "Required to forward, for example: house as on the photo, decile 2.",
);
pub const RETURN: Label = Label::new("Kembalikan isian bercatatan", "Return noted fields");
pub const RETURN_COUNT: Label = Label::new("Kembalikan {n} isian", "Return {n} fields");
pub const BEFORE: Label = Label::new("Kunjungan sebelumnya", "Previous visit");
pub const AFTER: Label = Label::new("Kunjungan berikutnya", "Next visit");
pub const REVIEW_NOTE: Label =
    Label::new("Catatan telaah untuk Manajer", "Review note for the manager");
pub const REVIEW_NOTE_PLAIN: Label = Label::new("Catatan telaah", "Review note");
pub const FORWARD: Label = Label::new("Teruskan ke Manajer", "Forward to the manager");
pub const ACCEPT: Label = Label::new("Terima kunjungan", "Accept the visit");
pub const NO_NOTE: Label = Label::new(
    "Tuliskan catatan pada sedikitnya satu isian yang perlu diperbaiki.",
    "Write a note at one field at least that needs correcting.",
);
pub const OPEN_NOTES: Label = Label::new(
    "Ada catatan pada isian. Kembalikan isian itu, atau hapus catatannya sebelum meneruskan.",
    "Fields carry notes. Return them, or delete the notes before forwarding.",
);
pub const NOTE_NEEDED: Label = Label::new(
    "Catatan telaah untuk Manajer wajib diisi.",
    "The review note for the manager is required.",
);
pub const RETURNED: Label = Label::new(
    "Kunjungan dikembalikan. Isian bercatatan muncul sebagai tugas di tablet.",
    "The visit was returned. Noted fields become a task on the tablet.",
);
pub const FORWARDED: Label = Label::new("Kunjungan diterima.", "The visit was accepted.");
pub const CHANGED_MEANWHILE: Label = Label::new(
    "Keadaan sudah berubah sejak halaman dibuka. Periksa kembali sebelum memutuskan.",
    "Things changed since the page was opened. Please check before deciding.",
);
pub const HOUSE: Label = Label::new("Rumah dan alamat", "House and address");
pub const NEW_MEMBER: Label = Label::new("Anggota baru", "New member");
pub const LINKED: Label = Label::new("terhubung", "linked");
pub const WAITING: Label = Label::new("Menunggu telaah Supervisor", "Waits for review");
pub const ACCEPTED: Label = Label::new("Diterima", "Accepted");
pub const IS_RETURNED: Label = Label::new("Dikembalikan", "Returned");
pub const COUNTED: Label = Label::new("Tercatat", "Counted");
