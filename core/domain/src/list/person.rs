//! Lists of a person: identity, family, schooling, work, health.

use super::{Code, CodeList};

#[rustfmt::skip]
pub(super) const LISTS: &[CodeList] = &[
    CodeList::new("sex", "Regsosek 2022", &[
        Code::new("male", "Laki-laki", "Male").official("1"),
        Code::new("female", "Perempuan", "Female").official("2"),
    ]),
    CodeList::new("yes_no", "Regsosek 2022", &[
        Code::new("yes", "Ya", "Yes").official("1"),
        Code::new("no", "Tidak", "No").official("2"),
        Code::new("unknown", "Tidak tahu", "Does not know").official("8"),
    ]),
    CodeList::new("relation", "Regsosek 2022", &[
        Code::new("head", "Kepala keluarga", "Head of the family").official("1"),
        Code::new("husband", "Suami", "Husband").official("2"),
        Code::new("wife", "Istri", "Wife").official("2"),
        Code::new("child", "Anak", "Child").official("3"),
        Code::new("child_in_law", "Menantu", "Child-in-law").official("4"),
        Code::new("grandchild", "Cucu", "Grandchild").official("5"),
        Code::new("parent", "Orang tua", "Parent").official("6"),
        Code::new("parent_in_law", "Mertua", "Parent-in-law").official("6"),
        Code::new("kin", "Famili lain", "Other kin").official("8"),
        Code::new("domestic", "Pembantu/sopir", "Domestic worker or driver").official("7"),
        Code::new("other", "Lainnya", "Other").official("8"),
    ]),
    CodeList::new("presence", "Regsosek 2022", &[
        Code::new("present", "Tinggal bersama", "Lives here").official("1"),
        Code::new("new_member", "Anggota baru", "New member").official("5"),
        Code::new("not_found", "Tidak ditemukan", "Not found").official("6"),
        Code::new("moved", "Pindah dalam negeri", "Moved within the country").official("3"),
        Code::new("abroad", "Luar negeri", "Abroad").official("4"),
        Code::new("deceased", "Meninggal", "Deceased").official("2"),
    ]),
    CodeList::new("marital", "Regsosek 2022", &[
        Code::new("single", "Belum kawin", "Single").official("1"),
        Code::new("married", "Kawin", "Married").official("2"),
        Code::new("divorced", "Cerai hidup", "Divorced").official("3"),
        Code::new("widowed", "Cerai mati", "Widowed").official("4"),
    ]),
    CodeList::new("school", "Regsosek 2022", &[
        Code::new("never", "Belum pernah", "Never went").official("1"),
        Code::new("attending", "Masih sekolah", "Attending").official("2"),
        Code::new("finished", "Tidak bersekolah lagi", "No longer attends").official("3"),
    ]),
    CodeList::new("education", "Regsosek 2022, 415", &[
        Code::new("none", "Tanpa ijazah SD", "No certificate").official("23"),
        Code::new("sd", "SD", "Primary school").official("1-5"),
        Code::new("smp", "SMP", "Lower secondary").official("6-10"),
        Code::new("sma", "SMA", "Upper secondary").official("11-17"),
        Code::new("diploma", "D1–D3", "Diploma").official("18"),
        Code::new("bachelor", "D4/S1", "Bachelor").official("19"),
        Code::new("professional", "Profesi", "Professional").official("20"),
        Code::new("postgraduate", "S2/S3", "Postgraduate").official("21-22"),
    ]),
    CodeList::new("job", "Regsosek 2022, 418", &[
        Code::new("jobless", "Tidak bekerja", "Not working"),
        Code::new("student", "Pelajar/mahasiswa", "Pupil or student"),
        Code::new("housework", "Mengurus rumah tangga", "Housework"),
        Code::new("retired", "Pensiunan", "Retired"),
        Code::new("own_farm", "Bertani/beternak", "Own farm or livestock").official("1-3"),
        Code::new("fisher", "Nelayan/pembudi daya ikan", "Fisher or fish farmer").official("1-3"),
        Code::new("own_business", "Usaha sendiri", "Own business").official("1-3"),
        Code::new("employee", "Karyawan swasta", "Private employee").official("4"),
        Code::new("official", "ASN/TNI/Polri/BUMN/pejabat", "Civil servant, army, police, state firm, official").official("5"),
        Code::new("farm_labour", "Buruh tani", "Farm labourer").official("6"),
        Code::new("casual_labour", "Pekerja bebas lain", "Other casual labourer").official("7"),
        Code::new("family_worker", "Pekerja keluarga", "Unpaid family worker").official("8"),
    ]),
    CodeList::new("papers", "Regsosek 2022", &[
        Code::new("birth_cert", "Akta kelahiran", "Birth certificate").official("1"),
        Code::new("kia", "KIA", "Child identity card").official("2"),
        Code::new("ktp", "KTP", "Identity card").official("4"),
    ]),
    CodeList::new("difficulty", "Regsosek 2022, 428", &[
        Code::new("none", "Tidak", "None").official("4"),
        Code::new("some", "Sedikit", "Some").official("3"),
        Code::new("much", "Banyak, perlu bantuan", "Much, needs help").official("2"),
        Code::new("cannot", "Sama sekali tidak bisa", "Cannot at all").official("1"),
    ]),
    CodeList::new("cover", "Regsosek 2022", &[
        Code::new("none", "Tidak ada", "None").official("0"),
        Code::new("self_paid", "JKN mandiri", "JKN, self-paid").official("2"),
        Code::new("employer", "JKN pemberi kerja", "JKN by the employer").official("4"),
        Code::new("other", "Lainnya", "Other").official("8"),
    ]),
    CodeList::new("no_number", "Guideline IV.C.3", &[
        Code::new("not_at_hand", "Ada, tidak dibawa", "Has one, not at hand"),
        Code::new("declined", "Tidak bersedia menunjukkan", "Declines to show it"),
        Code::new("in_process", "Sedang diurus", "Being made"),
        Code::new("lost", "Hilang", "Lost"),
        Code::new("newborn", "Bayi baru lahir", "Newborn"),
        Code::new("temporary", "Nomor sementara", "Temporary number"),
        Code::new("never_made", "Belum pernah dibuat", "Never made"),
        Code::new("unknown", "Tidak tahu", "Does not know"),
    ]),
    CodeList::new("phone_owner", "practice", &[
        Code::new("self", "Sendiri", "Own"),
        Code::new("family", "Keluarga serumah", "Family in the house"),
        Code::new("neighbour", "Tetangga", "Neighbour"),
        Code::new("officer", "Petugas", "Officer"),
    ]),
    CodeList::new("reporter_relation", "Guideline IV.C.1", &[
        Code::new("self", "Sendiri", "Self"),
        Code::new("family", "Keluarga", "Family"),
        Code::new("neighbour", "Tetangga", "Neighbour"),
        Code::new("rt_rw", "Ketua RT/RW", "Head of RT or RW"),
        Code::new("official", "Perangkat desa", "Village official"),
        Code::new("companion", "Pendamping program", "Program companion"),
        Code::new("institution", "Lembaga", "Institution"),
        Code::new("other", "Lainnya", "Other"),
    ]),
];

/// Returns the civil registry's own number of a relation; its family card tells eleven apart.
pub fn dukcapil_relation(relation: &str) -> Option<u8> {
    Some(match relation {
        "head" => 1,
        "husband" => 2,
        "wife" => 3,
        "child" => 4,
        "child_in_law" => 5,
        "grandchild" => 6,
        "parent" => 7,
        "parent_in_law" => 8,
        "kin" => 9,
        "domestic" => 10,
        "other" => 11,
        _ => return None,
    })
}
