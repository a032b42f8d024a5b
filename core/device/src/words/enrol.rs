//! Words about enrolment.

use jangkau_domain::Label;

/// The office's code is not (or no longer) good.
pub const BAD_CODE: Label = Label::new(
    "Kode tidak dikenal atau sudah dipakai. Minta kode baru kepada kantor.",
    "The code is unknown or was used. Ask the office for a new one.",
);
/// Too many tries.
pub const TOO_MANY: Label = Label::new(
    "Terlalu banyak percobaan. Tunggu beberapa menit.",
    "Too many tries. Wait a few minutes.",
);
/// The app is too old for the server.
pub const TOO_OLD: Label = Label::new(
    "Aplikasi terlalu lama. Perbarui aplikasi, lalu daftarkan lagi.",
    "The app is too old. Update it, then enrol again.",
);
/// The address is none.
pub const BAD_ADDRESS: Label = Label::new(
    "Alamat server tidak dikenali. Contoh: slrt.contoh.go.id",
    "The server address is not understood. Example: slrt.contoh.go.id",
);
/// The file holds another person's work.
pub const OTHER_OWNER: Label = Label::new(
    "Data di perangkat ini milik petugas atau server lain. Hubungi Manajer SLRT.",
    "The data on this tablet belongs to another worker or server. Call the SLRT manager.",
);
/// The code field is empty.
pub const NO_CODE: Label =
    Label::new("Kode pendaftaran wajib diisi.", "The enrolment code is required.");
