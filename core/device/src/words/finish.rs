//! Words of the finish screen; to the citizen only the four words of the guideline.

use jangkau_domain::{Label, Lang};

/// What to say when something was recorded.
pub const TELL: Label = Label::new(
    "Keluhan Anda sudah dicatat. Simpan nomor ini. Kami mengabari Anda bila ada hasil, atau tanyakan di Puskesos.",
    "Your case has been recorded. Keep this number. We will tell you the result, or ask at the Puskesos.",
);
/// What to say when nothing was asked.
pub const THANKS: Label = Label::new(
    "Terima kasih. Data keluarga Anda sudah dicatat.",
    "Thank you. Your family's data has been recorded.",
);
/// Who acts next on a visit without a case.
pub const NEXT_VISIT: Label =
    Label::new("Ditelaah Supervisor, 3 hari kerja", "Reviewed by the supervisor, 3 working days");
/// Who acts next on a fasilitator's case.
pub const NEXT_REVIEW: Label =
    Label::new("Ditelaah Supervisor, 3 hari kerja", "Reviewed by the supervisor, 3 working days");
/// Who acts next on a Puskesos' case.
pub const NEXT_OFFICE: Label = Label::new(
    "Ditangani Puskesos atau ditelaah Supervisor, 3 hari kerja",
    "Handled by the Puskesos or reviewed by the supervisor, 3 working days",
);
/// Who acts next where every case is private.
pub const NEXT_PRIVATE: Label = Label::new(
    "Langsung ke Manajer SLRT, 3 hari kerja. Jangan dibicarakan dengan orang lain.",
    "Straight to the SLRT manager, 3 working days. Do not talk about it with others.",
);
/// Members, as a fact.
pub const MEMBERS: Label = Label::new("Anggota", "Members");
/// Participation, as a fact.
pub const PARTICIPATION: Label = Label::new("Kepesertaan program", "Program participation");
/// Outcome of the visit, as a fact.
pub const OUTCOME: Label = Label::new("Hasil kunjungan", "Outcome");

/// Says how many members were recorded, and how many of them are new.
pub fn members(all: usize, fresh: usize, lang: Lang) -> String {
    match (lang, fresh) {
        (Lang::Id, 0) => format!("{all} anggota"),
        (Lang::Id, _) => format!("{all} anggota, {fresh} baru"),
        (Lang::En, 0) => format!("{all} members"),
        (Lang::En, _) => format!("{all} members, {fresh} new"),
    }
}

/// Returns a word that begins with a letter, for reading out.
pub fn letter(letter: &str, lang: Lang) -> Option<&'static str> {
    let label = match letter {
        "A" => Label::new("ayam", "apple"),
        "B" => Label::new("baju", "boat"),
        "C" => Label::new("cabai", "cat"),
        "D" => Label::new("daun", "door"),
        "E" => Label::new("ember", "egg"),
        "F" => Label::new("foto", "fish"),
        "G" => Label::new("garam", "gold"),
        "H" => Label::new("hutan", "house"),
        "J" => Label::new("jagung", "jar"),
        "K" => Label::new("kopi", "king"),
        "M" => Label::new("mangga", "moon"),
        "N" => Label::new("nasi", "night"),
        "P" => Label::new("padi", "paper"),
        "Q" => Label::new("Quran", "queen"),
        "R" => Label::new("roti", "river"),
        "S" => Label::new("sawah", "sun"),
        "T" => Label::new("tikar", "table"),
        "V" => Label::new("vas", "vase"),
        "W" => Label::new("warung", "water"),
        "X" => Label::new("xilofon", "x-ray"),
        "Y" => Label::new("yoyo", "yellow"),
        "Z" => Label::new("zebra", "zebra"),
        _ => return None,
    };
    Some(label.text(lang))
}
