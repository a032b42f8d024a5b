//! Why a program or the manager says no, and what the citizen may do next.

use crate::Label;

/// One reason of refusal, with the way on for the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The key on the wire.
    pub key: &'static str,
    /// The reason in plain words.
    pub label: Label,
    /// What the citizen may do next.
    pub next: Label,
}

const fn reason(
    key: &'static str,
    label: (&'static str, &'static str),
    next: (&'static str, &'static str),
) -> Reason {
    Reason { key, label: Label::new(label.0, label.1), next: Label::new(next.0, next.1) }
}

const OBJECT: (&str, &str) = ("keberatan dalam 10 hari kerja", "object within 10 working days");

/// Every reason, after a public list of a provincial program.
#[rustfmt::skip]
pub const ALL: &[Reason] = &[
    reason("a1", ("Belum cukup umur", "Not old enough"), ("ajukan lagi saat cukup umur", "ask again when old enough")),
    reason("a2", ("Satu KK sudah menerima", "Somebody of the same KK receives it"), ("lihat program lain", "look at other programs")),
    reason("a3", ("Pekerjaan tidak sesuai", "The occupation does not fit"), ("lihat program daerah", "look at programs of the region")),
    reason("a4", ("Nama, NIK atau alamat berbeda dengan Dukcapil", "Name, NIK or address differ from the civil registry"), ("perbaiki di Dukcapil, lalu ajukan lagi", "correct it at Dukcapil, then ask again")),
    reason("a5", ("Sudah tercatat lewat jalur lain", "Recorded by another way already"), ("tunggu hasil jalur itu", "wait for its result")),
    reason("b1", ("Tidak layak menurut desa", "Not eligible in the village's view"), OBJECT),
    reason("b2", ("Tidak layak menurut kabupaten/kota", "Not eligible in the kabupaten's view"), OBJECT),
    reason("b3", ("Tidak layak menurut pengawas", "Not eligible in the inspector's view"), OBJECT),
    reason("c1", ("Sudah menerima program lain", "Receives another program"), ("pilih salah satu", "choose one of them")),
    reason("d1", ("Kode wilayah keliru", "Wrong area code"), ("petugas memperbaiki", "the officer corrects it")),
    reason("d2", ("Penulisan nama keliru", "Name misspelt"), ("petugas memperbaiki", "the officer corrects it")),
    reason("e1", ("Alamat tidak lengkap", "Address incomplete"), ("petugas melengkapi", "the officer completes it")),
    reason("e2", ("Pindah", "Moved"), ("ajukan di tempat baru", "ask at the new place")),
    reason("e3", ("Meninggal", "Deceased"), ("ahli waris ke Puskesos", "the heirs go to the Puskesos")),
    reason("e4", ("Tidak ditemukan", "Not found"), ("temui petugas", "see the officer")),
    reason("f", ("Kuota/anggaran habis", "No quota or money left"), ("antre atau program lain", "queue, or another program")),
    reason("g", ("Di luar kewenangan", "Outside the authority"), ("dirujuk ke pihak lain", "referred to another body")),
    reason("h", ("Berkas belum lengkap", "Papers incomplete"), ("lengkapi berkas", "complete the papers")),
    reason("z", ("Lainnya", "Other"), ("penjelasan tertulis", "an explanation in writing")),
];

impl Reason {
    /// Finds a reason by its key.
    pub fn find(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|reason| reason.key == key)
    }

    /// Tells whether a program may refuse by it; missing papers mean a further look, never a no.
    pub fn refuses(&self) -> bool {
        self.key != "h"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_papers_never_refuse() {
        assert!(!Reason::find("h").unwrap().refuses());
        assert_eq!(ALL.iter().filter(|reason| !reason.refuses()).count(), 1);
    }
}
