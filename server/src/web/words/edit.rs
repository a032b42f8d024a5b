//! Words of the edit, reveal and account pages.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const EDIT: Label = Label::new("Ubah", "Edit");
pub const EXPLAIN: Label = Label::new(
    "Perubahan dibuat di atas isian yang Anda lihat. Bila orang lain mengubahnya bersamaan, kedua isian disimpan.",
    "The change is made on what you see. If somebody else changes it meanwhile, both values are kept.",
);
pub const UNFIT: Label =
    Label::new("{bidang} tidak sesuai. Periksa kembali.", "{bidang} does not fit. Please check.");
pub const SEEN_AGAIN: Label = Label::new(
    "Sesi sempat berakhir. Periksa isian yang sekarang, lalu simpan lagi.",
    "Your session had ended. Check what it holds now, then save again.",
);
pub const PRESENT: Label = Label::new("Isian sekarang:", "It holds");
pub const TYPE_ANEW: Label =
    Label::new("Ketik isian yang baru seutuhnya.", "Type the whole new value.");
pub const DATE_HELP: Label = Label::new("Contoh: 31/12/2025.", "For example 31/12/2025.");
pub const DATE_APPROX_HELP: Label = Label::new(
    "Contoh: 31/12/1958; bila hari tidak diketahui 12/1958 atau 1958; perkiraan 1958~.",
    "For example 31/12/1958; without the day 12/1958 or 1958; an estimate 1958~.",
);
pub const KEYS: Label = Label::new("Pintasan papan ketik", "Keyboard shortcuts");
pub const KEYS_RULE: Label = Label::new(
    "J dan K pindah baris, Enter buka, X pilih, / cari, G lalu satu huruf membuka antrean, R kembalikan, ? daftar ini. Hanya berlaku saat tidak ada isian yang dipilih.",
    "J and K move, Enter opens, X picks, / searches, G and a letter opens a queue, R returns, ? shows this list. They act only while no field has focus.",
);
pub const KEYS_OFF: Label = Label::new("Matikan pintasan", "Turn shortcuts off");
pub const KEYS_ON: Label = Label::new("Nyalakan pintasan", "Turn shortcuts on");
pub const OPEN: Label = Label::new("Buka data", "Open data");
pub const OPEN_RULE: Label = Label::new(
    "Sebutkan keperluannya. Pembukaan ini tercatat: siapa, kapan, untuk apa.",
    "Say what for. This opening is on record: who, when, what for.",
);
pub const PURPOSE: Label = Label::new("Keperluan", "Purpose");
pub const PURPOSE_NEEDED: Label = Label::new("Pilih keperluan.", "Choose a purpose.");
pub const SHOW: Label = Label::new("Tampilkan", "Show");
pub const OPENED: Label = Label::new("Dibuka untuk keperluan", "Opened for");
pub const CLOSES: Label = Label::new(
    "Pembukaan ini tercatat. Halaman tertutup sendiri setelah 60 detik.",
    "This opening is on record. The page closes by itself after 60 seconds.",
);
pub const ACCOUNT: Label = Label::new("Akun Anda", "Your account");
pub const LEAVE: Label = Label::new("Keluar", "Sign out");
pub const LANGUAGE: Label = Label::new("Bahasa", "Language");
pub const CHANGE_PASSWORD: Label = Label::new("Ganti kata sandi", "Change password");
pub const OLD_PASSWORD: Label = Label::new("Kata sandi sekarang", "Current password");
pub const NEW_PASSWORD: Label = Label::new("Kata sandi baru", "New password");
pub const PASSWORD_RULE: Label = Label::new("Sedikitnya 12 karakter.", "At least 12 characters.");
pub const PASSWORD_WRONG: Label =
    Label::new("Kata sandi sekarang keliru.", "The current password is wrong.");
pub const PASSWORD_CHANGED: Label =
    Label::new("Kata sandi sudah diganti.", "The password was changed.");
pub const OTHER_LANGUAGE: Label = Label::new("English", "Bahasa Indonesia");
