//! Lists of participation in a program, and of the catalogue.

use super::{Code, CodeList};

#[rustfmt::skip]
pub(super) const LISTS: &[CodeList] = &[
    CodeList::new("participation", "Regsosek 2022", &[
        Code::new("unknown", "Tidak tahu", "Does not know"),
        Code::new("never", "Tidak pernah", "Never"),
        Code::new("stopped", "Berhenti", "Stopped"),
        Code::new("receiving", "Sedang menerima", "Receiving"),
    ]),
    CodeList::new("prog_source", "practice", &[
        Code::new("said", "Keterangan warga", "Told by the citizen"),
        Code::new("seen", "Bukti dilihat", "Proof seen"),
        Code::new("register", "Data acuan", "Register"),
        Code::new("owner", "Pengelola program", "Program owner"),
    ]),
    CodeList::new("prog_problem", "Guideline III.D.2.c.2", &[
        Code::new("no_card", "Kartu belum diterima", "Card not received"),
        Code::new("card_lost", "Kartu hilang/rusak", "Card lost or damaged"),
        Code::new("card_locked", "Terblokir/lupa PIN", "Blocked, or PIN forgotten"),
        Code::new("empty", "Saldo nol", "Balance zero"),
        Code::new("late", "Terlambat", "Late"),
        Code::new("quality", "Kualitas barang", "Quality of goods"),
        Code::new("mismatch", "Tidak padan", "Does not match the civil registry"),
        Code::new("double", "Data ganda", "Recorded twice"),
        Code::new("stopped", "Dihentikan", "Stopped"),
        Code::new("holder", "Ganti pengurus", "Change of card holder"),
        Code::new("inactive", "PBI nonaktif", "PBI inactive"),
        Code::new("other", "Lainnya", "Other"),
    ]),
    CodeList::new("sector", "Guideline IV.A", &[
        Code::new("health", "Kesehatan", "Health"),
        Code::new("education", "Pendidikan", "Education"),
        Code::new("social_economy", "Sosial dan ekonomi", "Social and economic"),
        Code::new("food", "Pangan", "Food"),
        Code::new("energy", "Energi", "Energy"),
        Code::new("agriculture", "Pertanian", "Agriculture"),
        Code::new("fishery", "Perikanan", "Fishery"),
        Code::new("housing", "Perumahan", "Housing"),
        Code::new("civil_papers", "Administrasi kependudukan", "Civil registration"),
    ]),
    CodeList::new("level", "Guideline IV.C.1.c", &[
        Code::new("village", "Desa/kelurahan", "Village"),
        Code::new("kab", "Kabupaten/kota", "Kabupaten or kota"),
        Code::new("prov", "Provinsi", "Province"),
        Code::new("national", "Pusat", "National"),
    ]),
    CodeList::new("target", "Guideline III.D.2.e, III.F", &[
        Code::new("village_body", "Lembaga teknis desa", "Technical body of the village"),
        Code::new("opd_kab", "OPD kabupaten/kota", "Agency of the kabupaten"),
        Code::new("opd_prov", "OPD provinsi", "Agency of the province"),
        Code::new("ministry", "Kementerian/lembaga", "Ministry or national body"),
        Code::new("meeting", "Rapat TKPKD/rapat SLRT", "TKPKD or SLRT meeting"),
        Code::new("register", "Pengelola data acuan", "Keeper of the register"),
        Code::new("service", "Rumah sakit/sekolah/lembaga", "Hospital, school or institution"),
        Code::new("outside", "Di luar SLRT (SP4N-LAPOR!)", "Outside SLRT (SP4N-LAPOR!)"),
        Code::new("religious", "Organisasi keagamaan/BAZNAS", "Religious organisation or BAZNAS"),
        Code::new("business", "Dunia usaha (CSR)", "Business (CSR)"),
        Code::new("volunteer", "Relawan sosial", "Social volunteers"),
        Code::new("ngo", "LSM", "Non-government organisation"),
        Code::new("women", "Organisasi perempuan/kemanusiaan", "Women's or humanitarian organisation"),
        Code::new("psks", "PSKS (TKSK, PSM, karang taruna)", "Social welfare volunteers (PSKS)"),
    ]),
];

/// The grievance that a recorded problem offers to open (Guideline III.D.2.c.2). Short amounts
/// and the conduct of officers have no entry: they open a private case instead.
const OFFERS: [(&str, &str); 12] = [
    ("no_card", "k06"),
    ("card_lost", "k06"),
    ("card_locked", "k06"),
    ("empty", "k07"),
    ("late", "k09"),
    ("quality", "k10"),
    ("mismatch", "k04"),
    ("double", "k05"),
    ("stopped", "k03"),
    ("holder", "k12"),
    ("inactive", "k13"),
    ("other", "k99"),
];

/// Returns the category of the grievance that a problem offers to open.
pub fn grievance_of(problem: &str) -> Option<&'static str> {
    OFFERS.iter().find(|(key, _)| *key == problem).map(|(_, subcat)| *subcat)
}
