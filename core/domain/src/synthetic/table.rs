//! The sample as text, for the import of a register and for looking at it.

use std::fmt::Write as _;

use super::duplicate::Truth;
use super::register::{RegisterKind, register};
use super::village::Village;

/// Returns the register rows of a village as CSV: UTF-8, `;`, numbers as text.
pub fn register_csv(village: &Village, kind: RegisterKind) -> String {
    let mut text = String::from(
        "row_id;household_id;desa;nik;kk;name;birth_date;sex;relation;mother;address;rt;rw;desil;programs\n",
    );
    for row in register(village, kind) {
        let nik = row.nik.as_ref().map_or("", |nik| nik.digits());
        let kk = row.kk.as_ref().map_or("", |kk| kk.digits());
        let _ = writeln!(
            text,
            "{};{};{};{nik};{kk};{};{};{};{};{};{};{};{};{};{}",
            row.row_id,
            row.household_id,
            village.code,
            row.name,
            row.birth_date,
            row.sex.key(),
            row.relation,
            row.mother,
            row.address,
            row.rt,
            row.rw,
            row.desil,
            row.programs.join(","),
        );
    }
    text
}

/// Returns every planted second record as CSV: which person it is, why, and with what slips.
pub fn truth_csv(truth: &Truth) -> String {
    let mut text =
        String::from("of;cause;slips;nik;kk;name;birth;mother;desa;hamlet;rt;rw;phone\n");
    for duplicate in &truth.duplicates {
        let copy = &duplicate.copy;
        let slips: Vec<_> = duplicate.slips.iter().map(|slip| slip.key()).collect();
        let _ = writeln!(
            text,
            "{};{};{};{};{};{};{};{};{};{};{};{};{}",
            duplicate.of,
            duplicate.cause.key(),
            slips.join(","),
            copy.nik.as_deref().unwrap_or_default(),
            copy.kk.as_deref().unwrap_or_default(),
            copy.name,
            copy.birth,
            copy.mother,
            copy.desa,
            copy.hamlet,
            copy.rt.as_deref().unwrap_or_default(),
            copy.rw.as_deref().unwrap_or_default(),
            copy.phone.as_deref().unwrap_or_default(),
        );
    }
    text
}
