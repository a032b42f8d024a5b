//! Words of the visit form.

use jangkau_domain::Label;

/// A private case needs a scope of its own; the tablet's reserve is used up.
pub const NO_PRIVATE_ROOM: Label = Label::new(
    "Keluhan ini bersifat khusus dan tempatnya di perangkat habis. Sinkronkan dahulu, atau antar warga ke Sekretariat SLRT dan hapus isian ini.",
    "This complaint is confidential and the tablet has no room left for one. Synchronise first, or refer the citizen to the SLRT office and remove this entry.",
);
/// What lies in the desa cannot be hidden by a correction.
pub const PRIVATE_AFTERWARDS: Label = Label::new(
    "Pilihan ini membuat keluhan bersifat khusus. Jangan isi di sini; beri tahu Supervisor agar keluhan dipindahkan.",
    "This choice makes the complaint confidential. Do not enter it here; tell the supervisor so that the complaint is moved.",
);
/// A case needs somebody who told it.
pub const CASE_WITHOUT_MEETING: Label = Label::new(
    "Ada keluhan, tetapi hasil kunjungan bukan Bertemu. Perbaiki hasil kunjungan atau hapus keluhan.",
    "There is a case, but nobody was met. Correct the outcome or remove the case.",
);
/// Similar cases are open.
pub const WHY_STILL_NEW: Label = Label::new(
    "Keluhan serupa sudah tercatat. Tuliskan mengapa ini keluhan baru, atau hapus isian ini.",
    "A similar case is open. Write why this one is new, or remove it.",
);
/// The blocks of registration numbers are used up.
pub const NO_NUMBERS: Label = Label::new(
    "Nomor pendaftaran di perangkat ini habis. Sinkronkan untuk mendapat nomor baru.",
    "This tablet has no registration numbers left. Synchronise to get new ones.",
);
/// Saved on the tablet.
pub const SAVED: Label = Label::new("Tersimpan di perangkat", "Saved on the tablet");
/// Nothing typed yet.
pub const NOTHING_SAVED: Label = Label::new("Belum ada isian", "Nothing entered yet");
/// A new family.
pub const NEW_HOUSEHOLD: Label = Label::new("Keluarga baru", "New family");
/// "Keluarga", before the head's name.
pub const FAMILY: Label = Label::new("Keluarga", "Family");
/// "Kunjungan", before the family.
pub const VISIT: Label = Label::new("Kunjungan", "Visit");
/// "mulai", before a time.
pub const BEGUN: Label = Label::new("mulai", "begun");
/// "Anggota", before a number.
pub const MEMBER: Label = Label::new("Anggota", "Member");
/// "Rumah".
pub const DWELLING: Label = Label::new("Rumah", "Dwelling");
/// The register's release.
pub const REGISTER: Label = Label::new("Data acuan", "Register");
/// Somebody of the register whom nobody has confirmed.
pub const NOT_CONFIRMED: Label = Label::new("belum dikonfirmasi", "not confirmed yet");
/// The worker may visit several desa and must choose.
pub const CHOOSE_DESA: Label = Label::new("Pilih desa terlebih dahulu.", "Choose the desa first.");
/// The key is none of this form.
pub const NO_SUCH_FIELD: Label =
    Label::new("Isian ini tidak ada pada formulir.", "This entry is not on the form.");
/// A kind of case that does not exist.
pub const NO_SUCH_KIND: Label = Label::new("Jenis keluhan tidak dikenal.", "Unknown kind of case.");
/// A program that the catalogue does not hold.
pub const NO_SUCH_PROGRAM: Label = Label::new("Program tidak dikenal.", "Unknown program.");
/// Something that was stored before cannot be taken away.
pub const NOT_REMOVABLE: Label = Label::new(
    "Data yang sudah tersimpan tidak dapat dihapus. Ubah keadaannya, misalnya menjadi Pindah.",
    "What was recorded before cannot be removed. Change its state, for example to Moved.",
);

/// Buttons: add a member.
pub const ADD_MEMBER: Label = Label::new("Tambah anggota", "Add a member");
/// Buttons: add a program.
pub const ADD_PROGRAM: Label = Label::new("Tambah program", "Add a program");
/// Buttons: add a case.
pub const ADD_CASE: Label = Label::new("Tambah keluhan atau kebutuhan", "Add a complaint or need");
/// Buttons: confirm a section.
pub const SAME: Label = Label::new("Sama seperti sebelumnya", "Same as before");
/// Buttons: take the register's values over.
pub const TAKE_REGISTER: Label = Label::new("Sesuai data acuan", "As in the register");
/// Buttons: finish.
pub const FINISH: Label = Label::new("Kirim", "Send");

/// Answers of a case: its way.
pub const ROUTE: Label = Label::new("Penanganan", "Handling");
/// Answers of a case: what was answered at the door.
pub const ANSWER: Label = Label::new("Jawaban yang diberikan", "Answer given");
/// Answers of a case: why it is new.
pub const STILL_NEW: Label =
    Label::new("Mengapa tetap dicatat sebagai keluhan baru", "Why it is a new case all the same");
/// Help at the answer.
pub const ANSWER_HELP: Label = Label::new(
    "Kosongkan bila pertanyaan dikirim ke kantor.",
    "Leave empty to send the question to the office.",
);
/// Help at RT and RW.
pub const PLACE_HELP: Label = Label::new("000 bila tidak ada.", "000 where there is none.");
/// Help at the mother's name.
pub const MOTHER_HELP: Label =
    Label::new("Untuk membedakan warga bernama sama.", "Tells citizens of one name apart.");
/// Help at a birth date.
pub const DATE_HELP: Label = Label::new(
    "Boleh bulan dan tahun, atau tahun saja.",
    "Month and year, or the year alone, will do.",
);
/// A person must decide between unequal values.
pub const IN_CONFLICT: Label =
    Label::new("Data berbeda: menunggu keputusan kantor.", "Differing data: the office decides.");
