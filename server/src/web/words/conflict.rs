//! Words of the conflict desk.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const DESK_RULE: Label = Label::new(
    "Anda hanya melihat isian yang berbeda beserta buktinya. Setiap pembukaan tercatat.",
    "You see only the clashing fields and their evidence. Each opening is on record.",
);
pub const DIFFERENT_HERE: Label = Label::new("berbeda", "differs");
pub const OTHER_VALUE: Label =
    Label::new("Nilai lain dari dokumen", "Another value from the paper");
pub const OTHER_RULE: Label =
    Label::new("Dokumen yang dilihat wajib disebut.", "Name the paper that you saw.");
pub const EFFECTS: Label = Label::new("Bila ditetapkan", "What it does");
pub const SETTLE: Label = Label::new("Tetapkan pilihan", "Settle");
pub const SETTLE_ON: Label = Label::new("Tetapkan {x}", "Settle on {x}");
pub const APART: Label =
    Label::new("Dicatat tanpa saling melihat", "Recorded without seeing each other");
pub const CHOOSE: Label = Label::new("Pilih salah satu isian.", "Choose one of the values.");
pub const WHY_NEEDED: Label = Label::new("Alasan wajib diisi.", "A reason is required.");
pub const USE: Label = Label::new("Pakai", "Use");
pub const WHO: Label = Label::new("Siapa", "Who");
pub const WHEN: Label = Label::new("Kapan", "When");
pub const WHERE: Label = Label::new("Di mana", "Where");
pub const BASE: Label = Label::new("Isian awal", "Before");
pub const BACK_TO_BASE: Label = Label::new("Kembali ke isian awal", "Back to what it was");
pub const ON_PAGE: Label = Label::new("Halaman kantor", "An office page");
pub const NIK_AGREES: Label = Label::new("sesuai angka 7–12", "agrees with digits 7–12");
pub const NIK_DIFFERS: Label = Label::new("berbeda, NIK menyebut", "differs, the NIK says");
pub const RECEIVED: Label = Label::new("diterima", "received");
pub const EVERYWHERE: Label = Label::new(
    "Pilihan ini berlaku di semua tablet dan halaman.",
    "The choice holds on every tablet and page.",
);
pub const BECOMES: Label =
    Label::new("menjadi {x} di semua tablet dan halaman.", "becomes {x} on every tablet and page.");
pub const MAY_GO_ON: Label = Label::new("dapat dilanjutkan.", "may go on.");
pub const AUTHORS: Label = Label::new(
    "Para pencatat melihat pilihan dan alasannya.",
    "The authors see the choice and its reason.",
);
pub const KEPT: Label =
    Label::new("Isian lain tetap tersimpan di riwayat.", "Other values stay in the history.");
pub const NONE: Label = Label::new("Tidak ada data berbeda", "No conflicting data");
pub const NONE_TEXT: Label = Label::new(
    "Isian yang dicatat berbeda oleh dua orang muncul di sini.",
    "Values that two people recorded differently appear here.",
);
