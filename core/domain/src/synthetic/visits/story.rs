//! What citizens say, in a few words each.

use crate::synthetic::Draw;

/// What a case of a kind may say; `{}` stands for the program.
pub(super) fn told(draw: &mut Draw, subcat: &str, program: &str) -> String {
    let said = match subcat {
        "k01" => draw.one_of(NEED),
        "k02" => draw.one_of(INCLUSION),
        "k03" | "k13" => draw.one_of(STOPPED),
        "k06" => draw.one_of(CARD),
        "k07" => draw.one_of(EMPTY),
        "k14" => draw.one_of(PAPERS),
        "k15" => draw.one_of(QUESTION),
        "k16" => draw.one_of(SUGGESTION),
        _ => draw.one_of(OTHER),
    };
    said.replace("{}", &program.to_uppercase())
}

/// The answer to a question on the spot.
pub(super) fn answer(draw: &mut Draw, program: &str) -> String {
    draw.one_of(ANSWER).replace("{}", &program.to_uppercase())
}

const NEED: &[&str] = &[
    "Belum pernah menerima {}, penghasilan tidak tetap",
    "Keluarga termasuk desil bawah tetapi belum mendapat {}",
    "Kepala keluarga sakit sejak lama, membutuhkan {}",
    "Janda dengan anak sekolah, belum masuk {}",
    "Pindah dari desa lain dan belum terdata untuk {}",
];
const INCLUSION: &[&str] = &[
    "Ada keluarga mampu yang tetap menerima {}",
    "Penerima {} sudah pindah tetapi bantuan tetap diambil",
];
const STOPPED: &[&str] = &[
    "Dulu menerima {}, sejak tiga bulan berhenti tanpa penjelasan",
    "Kartu tidak aktif ketika dipakai berobat, mohon diaktifkan kembali",
];
const CARD: &[&str] = &[
    "Kartu {} hilang saat banjir dan belum diganti",
    "Kartu {} belum pernah diterima sejak terdaftar",
    "Lupa PIN dan kartu terblokir di agen",
];
const EMPTY: &[&str] = &[
    "Saldo {} nol saat dicek di agen bulan lalu",
    "Bantuan {} tahap ini belum cair, tetangga sudah menerima",
];
const PAPERS: &[&str] = &[
    "Belum memiliki dokumen karena jauh dari kecamatan",
    "Nama pada KK berbeda dengan KTP, minta dibantu pengurusan",
];
const QUESTION: &[&str] = &[
    "Berapa besaran bantuan {} yang akan diterima?",
    "Bagaimana cara mendaftar {}?",
    "Kapan {} dicairkan lagi?",
];
const SUGGESTION: &[&str] = &[
    "Sebaiknya {} diterima setiap tiga bulan sekali",
    "Mohon jadwal pencairan {} diumumkan lewat RT",
];
const OTHER: &[&str] = &[
    "Data pada {} tidak sama dengan KTP",
    "Barang yang diterima dari {} kurang baik mutunya",
    "Penyaluran {} terlambat dibanding desa lain",
    "Pengurus {} sudah meninggal, perlu diganti",
];
const ANSWER: &[&str] = &[
    "Syarat dan besaran {} dijelaskan sesuai katalog program",
    "Jadwal {} mengikuti pengumuman bank penyalur, warga diminta membawa KTP",
];
