//! The table of queues: title, who owns its rows, whose clock they carry, what a list shows.

use super::Queue;
use super::Queue::{
    Agenda, Approval, BackOffice, Completion, Conflict, Correction, CrossCheck, DataRequest,
    Duplicate, Handover, Held, Inform, Listing, Manager, Overdue, Papers, Print, ProgramAnswer,
    Realisation, Report, Review,
};
use crate::Label;
use crate::clock::Clock;
use crate::policy::Scope;
use crate::role::Role;
use crate::role::Role::{AdmKab, Bo, Bop, Fo, Fop, Fs, Kp, Kprov, Mj, Pj, Pp, Seknas, Spv};

/// A role that sees a queue's rows, how far, and whether it works on them or reads only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The role.
    pub role: Role,
    /// Which rows: own, desa, kecamatan …
    pub scope: Scope,
    /// False where the role only reads.
    pub works: bool,
}

/// One queue as data.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The queue.
    pub queue: Queue,
    /// The title on the rail and the page.
    pub title: Label,
    /// Who sees its rows; the first that works is the owner.
    pub owners: &'static [Owner],
    /// The clock that gives a row its date.
    pub clock: Clock,
    /// What a list shows besides number or name, desa, days left and holder.
    pub columns: &'static [Label],
}

const fn works(role: Role, scope: Scope) -> Owner {
    Owner { role, scope, works: true }
}

const fn reads(role: Role, scope: Scope) -> Owner {
    Owner { role, scope, works: false }
}

const fn entry(
    queue: Queue,
    id: &'static str,
    en: &'static str,
    clock: Clock,
    owners: &'static [Owner],
    columns: &'static [Label],
) -> Entry {
    Entry { queue, title: Label::new(id, en), owners, clock, columns }
}

const fn col(id: &'static str, en: &'static str) -> Label {
    Label::new(id, en)
}

use Scope::{Desa, Kabupaten, Kecamatan, Nation, Own, Province, Question, Routed};

/// Every queue, in the order of [`Queue::ALL`].
#[rustfmt::skip]
pub const TABLE: [Entry; 21] = [
    entry(Review, "Menunggu telaah", "Waits for review", Clock::Review,
        &[works(Spv, Kecamatan), works(Mj, Kabupaten)],
        &[col("Fasilitator", "Facilitator"), col("Tanggal kunjungan", "Visit date"), col("Isi kunjungan", "Parts"), col("Peringatan", "Warnings"), col("Jeda kirim", "Delay")]),
    entry(Correction, "Perlu diperbaiki", "Needs correction", Clock::Correction,
        &[works(Fs, Own), works(Fop, Own), works(Bop, Own), works(Fo, Own), works(Bo, Own), reads(Spv, Kecamatan)],
        &[col("Isian", "Fields"), col("Catatan", "Note"), col("Dikembalikan oleh", "Returned by")]),
    entry(Papers, "Menunggu NIK/KK", "Waits for NIK/KK", Clock::Papers,
        &[works(Fop, Desa), works(Fo, Kabupaten), works(Fs, Own), works(Bop, Own), works(Bo, Own), reads(Mj, Kabupaten)],
        &[col("Yang kurang", "Missing"), col("Alasan", "Reason"), col("Surat", "Letter")]),
    entry(BackOffice, "Ditangani Back Office", "With the back office", Clock::BackOffice,
        &[works(Bop, Desa), works(Bo, Kabupaten), reads(Kp, Desa), reads(Mj, Kabupaten)],
        &[col("Jenis", "Kind"), col("Program", "Program"), col("Sektor", "Sector")]),
    entry(Manager, "Di Manajer", "With the manager", Clock::Manager,
        &[works(Mj, Kabupaten), works(Kprov, Scope::Handler)],
        &[col("Jenis", "Kind"), col("Program", "Program"), col("Keadaan", "State")]),
    entry(Approval, "Menunggu persetujuan", "Waits for approval", Clock::Approval,
        &[works(Kp, Desa), works(Mj, Kabupaten)],
        &[col("Yang diminta", "Asked for"), col("Tujuan atau hasil", "Target or outcome"), col("Diminta oleh", "Asked by")]),
    entry(ProgramAnswer, "Menunggu jawaban program", "Waits for the program", Clock::ProgramAnswer,
        &[works(Pp, Routed), works(Mj, Kabupaten), works(Bo, Kabupaten), works(Bop, Desa), works(Kprov, Routed), works(Seknas, Routed)],
        &[col("Program", "Program"), col("Tingkat", "Level"), col("Saluran", "Channel"), col("Dibaca", "Read"), col("Data diminta", "Data asked")]),
    entry(Realisation, "Menunggu realisasi", "Waits for delivery", Clock::Realisation,
        &[works(Pp, Routed), works(Mj, Kabupaten)],
        &[col("Program", "Program"), col("Disetujui pada", "Approved on")]),
    entry(Inform, "Kabari warga", "Tell the citizen", Clock::Inform,
        &[works(Fs, Desa), works(Fop, Desa), works(Bop, Desa), works(Fo, Kabupaten), works(Bo, Kabupaten), reads(Mj, Kabupaten)],
        &[col("Kabar", "Word"), col("Telepon", "Phone"), col("Percobaan", "Tries")]),
    entry(DataRequest, "Permintaan data", "Data requests", Clock::DataRequest,
        &[works(Fs, Desa), works(Fo, Kabupaten), works(Fop, Desa)],
        &[col("Pertanyaan", "Question"), col("Isian", "Fields"), col("Diminta oleh", "Asked by")]),
    entry(Agenda, "Bahan pembahasan", "Meeting material", Clock::Agenda,
        &[works(Mj, Kabupaten)],
        &[col("Pokok", "Topic"), col("Program", "Program"), col("Yang serupa", "How many alike")]),
    entry(Listing, "Usulan data acuan", "Register proposals", Clock::Listing,
        &[works(Fop, Desa), works(Bop, Desa), works(Kp, Desa), works(Fo, Kabupaten), works(Bo, Kabupaten)],
        &[col("Keadaan", "State"), col("Usulan", "Proposal"), col("Berita acara", "Minutes")]),
    entry(Completion, "Lengkapi data", "Complete the data", Clock::Completion,
        &[works(Fs, Own), works(Fop, Desa), works(Fo, Kabupaten)],
        &[col("Isian yang kurang", "Missing fields"), col("Kedaruratan", "Emergency")]),
    entry(Print, "Siap cetak", "Ready to print", Clock::Print,
        &[works(Fop, Desa), works(Bop, Desa), works(Fo, Kabupaten), works(Bo, Kabupaten), works(Pj, Desa), works(Kp, Desa), works(Mj, Kabupaten)],
        &[col("Surat", "Letter"), col("Penanda tangan", "Signer")]),
    entry(Conflict, "Data berbeda", "Differing data", Clock::Conflict,
        &[works(AdmKab, Question)],
        &[col("Isian", "Field"), col("Nilai", "Values"), col("Langkah yang menunggu", "Steps that wait")]),
    entry(Duplicate, "Data ganda", "Duplicates", Clock::Duplicate,
        &[works(AdmKab, Question), works(Mj, Kabupaten)],
        &[col("Kemiripan", "Likeness"), col("Alasan", "Reasons"), col("Usul putusan", "Proposed verdict")]),
    entry(Held, "Kiriman tertahan", "Held changes", Clock::Held,
        &[works(AdmKab, Question), reads(Fs, Own), reads(Fop, Own), reads(Spv, Kecamatan)],
        &[col("Sebab", "Cause"), col("Pengirim", "Author"), col("Perangkat", "Device"), col("Ukuran", "Size")]),
    entry(Handover, "Alih tugas", "Handover", Clock::Handover,
        &[works(Spv, Kecamatan), works(Mj, Kabupaten)],
        &[col("Pemegang lama", "Old owner"), col("Antrean", "Queue"), col("Sejak", "Since")]),
    entry(CrossCheck, "Cek silang", "Cross-checks", Clock::CrossCheck,
        &[works(Fs, Routed), reads(Spv, Kecamatan)],
        &[col("Keluarga", "Household"), col("Fasilitator yang diperiksa", "Facilitator looked at")]),
    entry(Report, "Laporan triwulan", "Quarterly reports", Clock::Report,
        &[works(Kp, Desa), works(Mj, Kabupaten), works(Kprov, Province), works(Seknas, Nation)],
        &[col("Unit", "Unit"), col("Triwulan", "Quarter"), col("Hari terlambat", "Days late")]),
    entry(Overdue, "Melewati batas waktu", "Overdue", Clock::Manager,
        &[works(Mj, Kabupaten), works(Kprov, Province), works(Seknas, Nation)],
        &[col("Antrean", "Queue"), col("Pemegang", "Owner"), col("Lewat hari", "Days over")]),
];

/// Returns a queue's row of the table.
pub const fn of(queue: Queue) -> &'static Entry {
    &TABLE[queue as usize]
}

impl Entry {
    /// Returns how far a role sees this queue; none where it is not its business.
    pub fn owner(&self, role: Role) -> Option<&'static Owner> {
        self.owners.iter().find(|owner| owner.role == role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_stands_at_its_queue_and_somebody_works_on_it() {
        for queue in Queue::ALL {
            assert_eq!(of(queue).queue, queue);
            assert!(of(queue).owners.iter().any(|owner| owner.works), "{}", queue.key());
            assert_eq!(Queue::from_key(queue.key()), Some(queue));
        }
    }
}
