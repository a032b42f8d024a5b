//! Words of the answers to the office.

use jangkau_domain::{Label, Lang};

/// The registration number.
pub const NUMBER: Label = Label::new("Nomor", "Number");
/// Where to call.
pub const PHONE: Label = Label::new("Telepon", "Telephone");
/// Where to go.
pub const PLACE: Label = Label::new("Alamat", "Address");
/// Last day.
pub const DUE: Label = Label::new("Batas waktu", "Until");
/// How often it was tried.
pub const TRIED: Label = Label::new("Percobaan", "Tries");
/// What stands over the words to the citizen.
pub const SAY: Label = Label::new("Sampaikan kepada warga", "Tell the citizen");
/// The fields that are asked for.
pub const FIELDS: Label = Label::new("Isian yang diminta", "Fields asked for");
/// What an answer may also be.
pub const REPLY_HELP: Label = Label::new(
    "Bila tidak dapat dijawab, tuliskan alasannya.",
    "If there is no answer, write why.",
);
/// The word of the case that was told.
pub const WORD: Label = Label::new("Kabar", "Word");
/// Over which way.
pub const CHANNEL: Label = Label::new("Cara", "Way");
/// Who was reached.
pub const REACHED: Label = Label::new("Yang menerima kabar", "Who was told");
/// The question.
pub const QUESTION: Label = Label::new("Permintaan", "Request");
/// The answer.
pub const REPLY: Label = Label::new("Jawaban", "Answer");
/// No way was chosen.
pub const NO_CHANNEL: Label =
    Label::new("Pilih cara mengabari warga.", "Choose how the citizen was told.");
/// Nobody was chosen.
pub const NO_REACHED: Label =
    Label::new("Pilih siapa yang menerima kabar.", "Choose who was told.");
/// The answer is empty.
pub const NO_REPLY: Label = Label::new(
    "Tulis jawaban. Bila tidak dapat dijawab, tulis alasannya.",
    "Write an answer. If there is none, write why.",
);
/// The answer is too long.
pub const LONG_REPLY: Label =
    Label::new("Jawaban paling banyak 1.000 huruf.", "The answer has at most 1,000 letters.");
/// Said at the end.
pub const SAVED_SENTENCE: Label = Label::new(
    "Catatan tersimpan dan terkirim sendiri saat ada jaringan.",
    "It is saved and will be sent when there is a network.",
);
/// The citizen was told.
pub const TOLD_NEXT: Label = Label::new("Tugas ini selesai", "This task is done");
/// Nobody was reached yet, or an SMS alone does not do.
pub const NOT_TOLD_NEXT: Label = Label::new(
    "Warga belum menerima kabar; tugas ini tetap ada",
    "The citizen is not told yet; this task stays",
);
/// The question was answered.
pub const REPLY_NEXT: Label = Label::new("Dilanjutkan oleh yang meminta", "Goes on with who asked");

/// Says how often it was tried; nothing for never.
pub fn tries(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (0, _) => String::new(),
        (_, Lang::Id) => format!("Sudah dicoba {number} kali"),
        (1, Lang::En) => "Tried once".to_owned(),
        (_, Lang::En) => format!("Tried {number} times"),
    }
}
