//! The 26 kinds of PPKS (Permensos 8/2012); the sensitive ones are private.

use super::{Code, CodeList};

#[rustfmt::skip]
pub(super) const LISTS: &[CodeList] = &[
    CodeList::new("ppks", "Permensos 8/2012", &[
        Code::new("toddler", "Anak balita telantar", "Neglected toddler").official("01"),
        Code::new("child", "Anak telantar", "Neglected child").official("02"),
        Code::new("child_law", "Anak berhadapan dengan hukum", "Child facing the law").official("03").private(),
        Code::new("street_child", "Anak jalanan", "Street child").official("04"),
        Code::new("child_disability", "Anak dengan kedisabilitasan", "Child with a disability").official("05"),
        Code::new("child_abused", "Anak korban tindak kekerasan", "Abused child").official("06").private(),
        Code::new("child_protection", "Anak memerlukan perlindungan khusus", "Child in need of special protection").official("07").private(),
        Code::new("elderly", "Lanjut usia telantar", "Neglected elderly person").official("08"),
        Code::new("disability", "Penyandang disabilitas", "Person with a disability").official("09"),
        Code::new("sex_work", "Tuna susila", "Sex worker").official("10").private(),
        Code::new("homeless", "Gelandangan", "Homeless person").official("11"),
        Code::new("beggar", "Pengemis", "Beggar").official("12"),
        Code::new("scavenger", "Pemulung", "Scavenger").official("13"),
        Code::new("minority", "Kelompok minoritas", "Minority group").official("14").private(),
        Code::new("ex_prisoner", "Bekas warga binaan", "Former prisoner").official("15").private(),
        Code::new("hiv", "Orang dengan HIV/AIDS", "Person with HIV/AIDS").official("16").private(),
        Code::new("drugs", "Korban penyalahgunaan NAPZA", "Victim of drug abuse").official("17").private(),
        Code::new("trafficking", "Korban trafficking", "Victim of trafficking").official("18").private(),
        Code::new("violence", "Korban tindak kekerasan", "Victim of violence").official("19").private(),
        Code::new("migrant", "Pekerja migran bermasalah sosial", "Migrant worker in distress").official("20"),
        Code::new("natural_disaster", "Korban bencana alam", "Victim of a natural disaster").official("21"),
        Code::new("social_disaster", "Korban bencana sosial", "Victim of a social disaster").official("22"),
        Code::new("woman", "Perempuan rawan sosial ekonomi", "Woman at social and economic risk").official("23"),
        Code::new("poor", "Fakir miskin", "Poor").official("24"),
        Code::new("family", "Keluarga bermasalah sosial psikologis", "Family with social or psychological problems").official("25"),
        Code::new("remote", "Komunitas adat terpencil", "Remote customary community").official("26"),
        Code::new("none", "Bukan PPKS", "Not PPKS").official("00"),
    ]),
];
