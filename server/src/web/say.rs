//! The message catalogue of the pages' frame; each page keeps its own words beside these.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

/// Joins the two texts of a message.
const fn both(id: &'static str, en: &'static str) -> Label {
    Label::new(id, en)
}

pub const SKIP: Label = both("Langsung ke isi", "Skip to content");
pub const QUEUES: Label = both("Antrean", "Queues");
pub const LOOK: Label = both("Lihat", "Look up");
pub const MANAGE: Label = both("Kelola", "Manage");
pub const SEARCH_HINT: Label =
    both("Cari nomor, nama, NIK, KK, atau alamat", "Search number, name, NIK, KK or address");
pub const SEARCH: Label = both("Cari", "Search");
pub const OVER: Label = both("lewat batas", "overdue");
pub const ROWS: Label = both("baris", "rows");
pub const ACCOUNT: Label = both("Akun Anda", "Your account");
pub const FICTIVE: Label = both("Provinsi 99 adalah fiktif", "Province 99 is fictitious");
pub const CASES: Label = both("Keluhan", "Cases");
pub const HOUSEHOLDS: Label = both("Rumah tangga", "Households");
pub const LEFT: Label = both("Sisa waktu", "Time left");
pub const NAME: Label = both("Nama", "Name");
pub const FAMILY: Label = both("Keluarga", "Family");
pub const PARTS: Label = both("Isi kunjungan", "In the visit");
pub const WARNINGS: Label = both("Peringatan", "Warnings");
pub const RECORDED_BY: Label = both("Dicatat oleh", "Recorded by");
pub const VISIT: Label = both("Kunjungan", "Visit");
pub const HOLDER: Label = both("Dipegang", "Held by");
pub const NUMBER: Label = both("Nomor pendaftaran", "Registration number");
pub const NUMBER_SHORT: Label = both("Nomor", "Number");
pub const STATE: Label = both("Keadaan", "State");
pub const STAGE: Label = both("Tahap", "Stage");
pub const ALL: Label = both("Semua", "All");
pub const NEXT_PAGE: Label = both("Berikutnya", "Next");
pub const HISTORY: Label = both("Riwayat", "History");
pub const REVEAL: Label = both("Lihat", "Show");
pub const SAVE: Label = both("Simpan", "Save");
pub const CANCEL: Label = both("Batal", "Cancel");
pub const BACK: Label = both("Kembali", "Back");
pub const MENU: Label = both("Menu", "Menu");
pub const CLOSE: Label = both("Tutup", "Close");
pub const PRINTED: Label = both("Dicetak", "Printed");
pub const NEW_TAB: Label = both("tab baru", "new tab");
pub const REASON: Label = both("Alasan", "Reason");
pub const NOTE: Label = both("Catatan", "Note");
pub const MAY_BE_EMPTY: Label = both("boleh kosong", "optional");
pub const CHANGED_FROM: Label = both("berubah dari", "changed from");
pub const CHANGED_TO: Label = both("menjadi", "to");
pub const DIFFERENT: Label = both("data berbeda", "conflicting data");
pub const EMPTY: Label = both("kosong", "empty");
pub const UNCHANGED: Label = both("tetap, dilipat", "unchanged, folded");
pub const WARNING: Label = both("Peringatan", "Warning");

/// Login.
pub const LOGIN: Label = both("Masuk", "Sign in");
pub const LOGIN_SYSTEM: Label =
    both("Sistem Layanan dan Rujukan Terpadu", "Integrated Service and Referral System");
pub const LOGIN_NAME: Label = both("Nama pengguna", "User name");
pub const LOGIN_PASSWORD: Label = both("Kata sandi", "Password");
pub const LOGIN_SHOW: Label = both("Tampilkan", "Show");
pub const LOGIN_WRONG: Label =
    both("Nama pengguna atau kata sandi keliru.", "User name or password is wrong.");
pub const LOGIN_WAIT: Label = both(
    "Terlalu banyak percobaan. Tunggu sebelum mencoba lagi.",
    "Too many tries. Please wait before trying again.",
);
pub const LOGIN_ENDED: Label =
    both("Sesi berakhir. Silakan masuk kembali.", "Your session ended. Please sign in again.");
pub const LOGIN_KEPT: Label = both(
    "Yang Anda ketik tetap ada: masuk, lalu kirim.",
    "What you typed is still here: sign in, then send it.",
);
pub const AGAIN: Label = both("Lanjutkan pekerjaan Anda", "Go on with your work");
pub const AGAIN_TEXT: Label = both(
    "Isian ini belum terkirim karena sesi berakhir. Kirim sekarang, atau buka halamannya tanpa mengirim.",
    "This was not sent because the session ended. Send it now, or open the page without sending.",
);
pub const AGAIN_SEND: Label = both("Kirim isian tadi", "Send it");
pub const AGAIN_OPEN: Label = both("Buka halaman tanpa mengirim", "Open the page without sending");
pub const LOGIN_FORGOT: Label = both(
    "Lupa kata sandi? Hubungi Administrator kabupaten pada hari kerja.",
    "Forgot the password? Ask the administrator of the kabupaten on a working day.",
);
pub const LOGIN_WHY: Label = both(
    "Setiap keluhan berangkat dari warga dan kembali kepada warga.",
    "Every complaint starts at a citizen's door and comes back there.",
);
pub const LOGIN_RECORD: Label = both(
    "Setiap pembukaan data pribadi dicatat: siapa, kapan, dan untuk keperluan apa.",
    "Each opening of personal data is on record: who, when and what for.",
);
/// The five stops and what happens at each.
pub const STOPS: [(Label, Label); 5] = [
    (
        both("Dicatat", "Recorded"),
        both(
            "Fasilitator atau petugas mencatat, warga menerima nomor.",
            "A facilitator or officer records; the citizen gets a number.",
        ),
    ),
    (
        both("Ditelaah", "Reviewed"),
        both("Supervisor memeriksa isi dan kelengkapannya.", "A supervisor checks it."),
    ),
    (
        both("Ditangani", "Handled"),
        both(
            "Puskesos atau Sekretariat menangani atau merujuk.",
            "An office handles or refers it.",
        ),
    ),
    (
        both("Program", "Program"),
        both("Pengelola program menjawab dan merealisasikan.", "The program owner answers."),
    ),
    (
        both("Dikabari", "Told"),
        both("Petugas menyampaikan hasilnya kepada warga.", "The citizen is told the outcome."),
    ),
];

pub const NOT_FOUND: Label = both("Tidak ditemukan", "Not found");
pub const NOT_FOUND_TEXT: Label = both(
    "Alamat ini tidak ada, atau isinya tidak terbuka untuk peran Anda.",
    "There is nothing here, or nothing that your role opens.",
);
pub const NOT_YOURS: Label =
    both("Anda tidak memiliki akses ke data ini.", "You have no access to this.");
pub const NOT_YOURS_TEXT: Label = both(
    "Bila Anda memerlukannya untuk tugas Anda, hubungi Administrator kabupaten.",
    "If your work needs it, ask the administrator of the kabupaten.",
);
pub const TO_START: Label = both("Kembali ke beranda", "Back to the start");
pub const FORM_OLD: Label = both("Formulir tidak diterima", "The form was not accepted");
pub const FORM_OLD_TEXT: Label = both(
    "Formulir ini dibuat sebelum Anda masuk kembali. Buka halamannya lagi, lalu kirim ulang.",
    "The form is older than your login. Open its page again, then send it.",
);
pub const UNREADABLE: Label = both("Kiriman tidak terbaca", "The form cannot be read");
pub const UNREADABLE_TEXT: Label =
    both("Buka halamannya lagi, lalu isi kembali.", "Open its page again and fill it in.");
pub const FAULT: Label = both("Server gagal memprosesnya", "The server failed");
pub const FAULT_TEXT: Label = both(
    "Tidak ada yang berubah. Coba lagi; bila berulang, sebutkan nomor ini kepada Administrator.",
    "Nothing was changed. Try again; if it recurs, tell the administrator this number.",
);
pub const FAULT_ID: Label = both("Nomor galat", "Error number");
pub const BUSY: Label = both("Server sedang sibuk", "The server is busy");
pub const BUSY_TEXT: Label = both(
    "Tidak ada yang berubah. Kembali ke halaman tadi dan kirim lagi sebentar lagi.",
    "Nothing was changed. Go back and send it again in a moment.",
);
pub const HELD_BY: Label = both("Sedang dipegang", "Taken by");
pub const LOOK_ONLY: Label = both(
    "Lihat saja; terbuka kembali setelah dilepas atau 30 menit tanpa pekerjaan.",
    "Look only; it opens again once given back, or after 30 minutes without work.",
);
pub const TAKE: Label = both("Ambil", "Take");
pub const GIVE_BACK: Label = both("Lepaskan", "Give back");
pub const YOURS: Label = both("Anda pegang", "Yours");
pub const PRINT: Label = both("Cetak", "Print");
