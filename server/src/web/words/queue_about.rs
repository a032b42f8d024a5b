//! One sentence for each queue: what stands in it.

use jangkau_domain::Label;
use jangkau_domain::queue::Queue;

/// Returns what a queue holds, in a sentence.
pub const fn sentence(queue: Queue) -> Label {
    match queue {
        Queue::Review => both("Kunjungan yang perlu Anda periksa.", "Visits for you to check."),
        Queue::Correction => both(
            "Kiriman yang dikembalikan dan belum diperbaiki.",
            "Records that were returned and not corrected yet.",
        ),
        Queue::Papers => both(
            "Keluhan yang tertahan karena NIK atau KK belum ada.",
            "Cases that stand still because NIK or KK is missing.",
        ),
        Queue::BackOffice => {
            both("Keluhan yang ditangani Back Office.", "Cases that a back office handles.")
        }
        Queue::Manager => {
            both("Keluhan yang menunggu keputusan Manajer.", "Cases that wait for the manager.")
        }
        Queue::Approval => both(
            "Permintaan merujuk atau menutup yang perlu disetujui.",
            "Requests to refer or to close that need approval.",
        ),
        Queue::ProgramAnswer => both(
            "Rujukan yang belum dijawab pengelola program.",
            "Referrals that the program owner has not answered.",
        ),
        Queue::Realisation => both(
            "Bantuan yang disetujui tetapi belum diserahkan.",
            "Help that was approved and not delivered yet.",
        ),
        Queue::Inform => both(
            "Warga yang perlu dikabari hasil atau kemajuannya.",
            "Citizens to be told the outcome or progress.",
        ),
        Queue::DataRequest => {
            both("Pertanyaan tentang data yang perlu dijawab.", "Questions about data to answer.")
        }
        Queue::Agenda => both("Saran untuk bahan rapat.", "Suggestions as meeting material."),
        Queue::Listing => both(
            "Usulan data acuan dalam perjalanan ke luar.",
            "Register proposals on their way outside.",
        ),
        Queue::Completion => both(
            "Catatan cepat yang isiannya belum lengkap.",
            "Quick records that are not complete yet.",
        ),
        Queue::Print => {
            both("Surat yang perlu dicetak dan diserahkan.", "Letters to print and hand over.")
        }
        Queue::Conflict => both(
            "Isian yang dicatat berbeda oleh dua orang.",
            "Values that two people recorded differently.",
        ),
        Queue::Duplicate => {
            both("Pasangan data yang mungkin satu orang.", "Pairs that may be one person.")
        }
        Queue::Held => both(
            "Kiriman tablet yang tidak diterima, beserta sebabnya.",
            "What tablets sent and was not accepted, with the reason.",
        ),
        Queue::Handover => both(
            "Pekerjaan petugas yang berhenti, untuk dialihkan.",
            "Work of people who left, to be handed over.",
        ),
        Queue::CrossCheck => both(
            "Kunjungan yang diperiksa ulang oleh Fasilitator desa lain.",
            "Visits that a facilitator of another desa checks again.",
        ),
        Queue::Report => {
            both("Laporan triwulan yang perlu dikirim.", "Quarterly reports to be sent.")
        }
        Queue::Overdue => both(
            "Pekerjaan siapa pun yang melewati batas waktu.",
            "Anybody's work that is past its date.",
        ),
    }
}

const fn both(id: &'static str, en: &'static str) -> Label {
    Label::new(id, en)
}
