//! Words of the correction screen.

use jangkau_domain::Label;

/// A returned field that nobody has looked at.
pub const NOT_HANDLED: Label = Label::new(
    "Isian ini belum ditangani. Perbaiki, atau tulis penjelasan.",
    "This field is still open. Correct it, or write an explanation.",
);
/// The explanation is too long.
pub const TOO_LONG: Label =
    Label::new("Penjelasan paling banyak 500 huruf.", "The explanation has at most 500 letters.");
/// What happens next.
pub const NEXT: Label =
    Label::new("Ditelaah kembali oleh Supervisor", "Reviewed again by the supervisor");
/// What was done.
pub const CORRECTED: Label = Label::new("Isian diperbaiki", "Fields corrected");
/// An explanation was written.
pub const EXPLAINED: Label = Label::new("Penjelasan", "Explanation");
/// Said at the end.
pub const SENTENCE: Label = Label::new(
    "Perbaikan tersimpan dan terkirim sendiri saat ada jaringan.",
    "The correction is saved and will be sent when there is a network.",
);
/// The day of the visit.
pub const VISIT_ON: Label = Label::new("kunjungan", "visit of");
/// The record came back.
pub const RETURNED_BY: Label = Label::new("Dikembalikan", "Returned by");
/// Last day.
pub const DUE: Label = Label::new("Batas perbaikan", "Correct until");
