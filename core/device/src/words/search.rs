//! Words of the search page.

use jangkau_domain::{Label, Lang};

use crate::ffi::view::HitSource;

/// The family was visited by this worker.
pub const VISITED_OWN: Label = Label::new("Dikunjungi Anda", "Visited by you on");
/// The family was visited.
pub const VISITED: Label = Label::new("Dikunjungi", "Visited on");
/// Nobody has visited the family.
pub const NEVER_VISITED: Label = Label::new("belum pernah dikunjungi", "never visited");
/// Cases, after their number.
pub const CASES: Label = Label::new("keluhan", "cases");
/// The decile.
pub const DESIL: Label = Label::new("Desil", "Decile");

/// Names who knows a person.
pub const fn badge(source: HitSource) -> Label {
    match source {
        HitSource::Own => Label::new("Sudah dicatat", "Recorded"),
        HitSource::Office => Label::new("Dari kantor", "From the office"),
        HitSource::Register => Label::new("Data acuan", "Register"),
    }
}

/// Writes RT, RW and hamlet; empty where none is known.
pub fn place(rt: &str, rw: &str, hamlet: &str, lang: Lang) -> String {
    let known = |part: &str| !part.is_empty() && part != "000";
    let mut text = match (known(rt), known(rw)) {
        (true, true) => format!("RT {rt}/RW {rw}"),
        (true, false) => format!("RT {rt}"),
        (false, true) => format!("RW {rw}"),
        (false, false) => Label::new("RT tidak dicatat", "RT not recorded").text(lang).to_owned(),
    };
    if !hamlet.is_empty() {
        text = format!("{text}, {hamlet}");
    }
    text
}

/// Writes an age in years; a birth year alone gives it only about.
pub fn age(years: u16, about: bool, lang: Lang) -> String {
    let about = if about { "± " } else { "" };
    let unit = Label::new("tahun", "years").text(lang);
    format!("{about}{years} {unit}")
}

/// Says how many digits of a NIK or KK are missing or too many.
pub fn digits(off: i64, lang: Lang) -> String {
    match (lang, off > 0) {
        (Lang::Id, true) => format!("NIK dan KK terdiri atas 16 angka. Kurang {off} angka."),
        (Lang::Id, false) => format!("NIK dan KK terdiri atas 16 angka. Lebih {} angka.", -off),
        (Lang::En, true) => format!("NIK and KK have 16 digits. {off} missing."),
        (Lang::En, false) => format!("NIK and KK have 16 digits. {} too many.", -off),
    }
}
