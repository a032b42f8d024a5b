//! Lists of a visit and of the other events.

use super::{Code, CodeList};

#[rustfmt::skip]
pub(super) const LISTS: &[CodeList] = &[
    CodeList::new("place", "Guideline IV.B", &[
        Code::new("home", "Rumah warga", "Citizen's home"),
        Code::new("puskesos", "Puskesos", "Puskesos"),
        Code::new("slrt", "Sekretariat SLRT", "SLRT secretariat"),
        Code::new("phone", "Telepon", "Phone"),
        Code::new("post", "Posko", "Emergency post"),
        Code::new("other", "Tempat lain", "Elsewhere"),
    ]),
    CodeList::new("visit_purpose", "Guideline IV.B", &[
        Code::new("outreach", "Penjangkauan", "Outreach"),
        Code::new("follow_up", "Tindak lanjut", "Follow-up"),
        Code::new("inform", "Mengabari warga", "Informing the citizen"),
        Code::new("correct", "Perbaikan data", "Correcting data"),
        Code::new("office", "Pelayanan kantor", "Office service"),
        Code::new("emergency", "Kedaruratan", "Emergency"),
    ]),
    CodeList::new("visit_outcome", "Guideline IV.B", &[
        Code::new("met", "Bertemu", "Met"),
        Code::new("met_other", "Bertemu keluarga/tetangga", "Met family or neighbours"),
        Code::new("not_home", "Tidak di rumah", "Not at home"),
        Code::new("refused", "Menolak", "Declined"),
        Code::new("moved", "Pindah", "Moved"),
        Code::new("deceased", "Meninggal", "Deceased"),
        Code::new("not_found", "Tidak ditemukan", "Not found"),
        Code::new("unsafe", "Tidak terjangkau", "Out of reach"),
    ]),
    CodeList::new("consent", "Law 27/2022 art. 20–24", &[
        Code::new("refused", "Menolak", "Declined"),
        Code::new("later", "Belum diminta", "Not asked yet"),
        Code::new("vital", "Keadaan darurat", "Emergency"),
        Code::new("spoken", "Lisan", "Spoken"),
        Code::new("thumb", "Cap jempol", "Thumbprint"),
        Code::new("signed", "Tanda tangan", "Signed"),
    ]),
    CodeList::new("channel", "Guideline IV.C.3, figures 3–4", &[
        Code::new("fs", "Kunjungan Fasilitator", "Fasilitator's visit"),
        Code::new("puskesos", "Datang ke Puskesos", "Came to the Puskesos"),
        Code::new("slrt", "Datang ke Sekretariat", "Came to the secretariat"),
        Code::new("phone", "Telepon", "Phone"),
        Code::new("message", "Pesan/WhatsApp", "Message or WhatsApp"),
        Code::new("paper", "Formulir kertas", "Paper form"),
        Code::new("lapor", "SP4N-LAPOR!", "SP4N-LAPOR!"),
        Code::new("post", "Posko", "Emergency post"),
    ]),
    CodeList::new("route", "Guideline IV.C.3", &[
        Code::new("review", "Kirim untuk ditelaah", "Send for review"),
        Code::new("own", "Ditangani Puskesos", "Handled by the Puskesos"),
        Code::new("private", "Khusus, langsung ke Manajer", "Private, straight to the manager"),
    ]),
    CodeList::new("note_purpose", "practice", &[
        Code::new("comment", "Catatan", "Comment"),
        Code::new("added", "Keterangan tambahan", "Further information"),
        Code::new("reply", "Jawaban permintaan data", "Reply to a data request"),
        Code::new("dispute", "Bantahan hasil data berbeda", "Objection to a settled clash"),
    ]),
    CodeList::new("withdraw", "practice", &[
        Code::new("citizen", "Permintaan warga", "Asked by the citizen"),
        Code::new("mistake", "Salah catat", "Recorded by mistake"),
        Code::new("solved", "Sudah teratasi", "Solved meanwhile"),
        Code::new("deceased", "Meninggal", "Deceased"),
        Code::new("moved", "Pindah", "Moved"),
    ]),
    CodeList::new("informed", "Guideline IV.C.3(5)", &[
        Code::new("visit", "Kunjungan", "Visit"),
        Code::new("phone", "Telepon", "Phone"),
        Code::new("sms", "SMS", "SMS"),
        Code::new("message", "WhatsApp/pesan", "WhatsApp or message"),
        Code::new("office", "Di kantor", "At the office"),
        Code::new("letter", "Surat", "Letter"),
        Code::new("family", "Lewat keluarga", "Through the family"),
    ]),
    CodeList::new("reached", "Guideline IV.C.3(5)", &[
        Code::new("self", "Warga sendiri", "The citizen"),
        Code::new("family", "Keluarga", "Family"),
        Code::new("reporter", "Pelapor", "Reporter"),
        Code::new("nobody", "Belum tersampaikan", "Nobody yet"),
    ]),
    CodeList::new("coaching", "Guideline III.D.2.b", &[
        Code::new("field", "Pendampingan lapangan", "Coaching in the field"),
        Code::new("data", "Pembahasan mutu data", "Quality of data"),
        Code::new("meeting", "Rapat kelompok", "Group meeting"),
        Code::new("app", "Bimbingan aplikasi", "Help with the app"),
        Code::new("phone", "Telepon/pesan", "Phone or message"),
        Code::new("cross", "Tindak lanjut cek silang", "After a cross-check"),
        Code::new("device", "Pemeriksaan perangkat", "Device inspection"),
    ]),
];
