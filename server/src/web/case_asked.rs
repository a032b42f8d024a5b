//! What each guard of a step must be told on the form of a case.

use jangkau_domain::Label;
use jangkau_domain::step::Guard;

const fn both(id: &'static str, en: &'static str) -> Label {
    Label::new(id, en)
}

/// Returns the inputs that a guard looks at: name, label, code list (empty for free text).
pub fn of_guard(guard: Guard) -> &'static [(&'static str, Label, &'static str)] {
    const OUTCOME: (&str, Label, &str) = ("outcome", both("Hasil", "Outcome"), "outcome");
    const TARGET: (&str, Label, &str) = ("target", both("Tujuan rujukan", "Target"), "target");
    const LEVEL: (&str, Label, &str) = ("level", both("Tingkat", "Level"), "level");
    const REASON: (&str, Label, &str) = ("reason", both("Alasan", "Reason"), "reason");
    const DATE: (&str, Label, &str) =
        ("date", both("Tanggal (tttt-bb-hh)", "Date (yyyy-mm-dd)"), "");
    match guard {
        Guard::Outcome => const { &[OUTCOME] },
        Guard::Enrolment => {
            const {
                &[
                    ("program", both("Program", "Program"), "program"),
                    ("proof", both("Bukti", "Proof"), ""),
                ]
            }
        }
        Guard::Target | Guard::Draft | Guard::OtherTarget => {
            const {
                &[
                    TARGET,
                    ("target_id", both("Nama tujuan", "Name of the target"), ""),
                    LEVEL,
                    ("letter", both("Isi surat rujukan", "Text of the letter"), ""),
                ]
            }
        }
        Guard::Reason | Guard::RefusingReason => {
            const { &[REASON, ("sentence", both("Kalimat untuk warga", "Sentence for the citizen"), "")] }
        }
        Guard::OwnDate => const { &[DATE] },
        Guard::Delivery => {
            const {
                &[
                    DATE,
                    ("program", both("Program", "Program"), "program"),
                    ("proof", both("Bukti", "Proof"), ""),
                ]
            }
        }
        Guard::Behalf => {
            const {
                &[
                    (
                        "letter_number",
                        both("Nomor surat jawaban", "Number of the answering letter"),
                        "",
                    ),
                    ("letter_date", both("Tanggal surat (tttt-bb-hh)", "Date of the letter"), ""),
                    ("official", both("Penanda tangan", "Signed by"), ""),
                    ("scan", both("Berkas pindaian (kode lampiran)", "Scan (attachment code)"), ""),
                ]
            }
        }
        Guard::UnitReady => {
            const {
                &[
                    ("unit", both("Unit penangan", "Handling unit"), "unit"),
                    ("handler", both("Petugas yang ditunjuk", "Named handler"), "handler"),
                ]
            }
        }
        Guard::NextLevel => {
            const { &[TARGET, ("target_id", both("Nama tujuan", "Name of the target"), "")] }
        }
        Guard::FieldNotes => {
            const {
                &[(
                    "field",
                    both("Isian yang harus diperbaiki", "Field to be corrected"),
                    "case_key",
                )]
            }
        }
        Guard::Question => {
            const { &[("key", both("Isian yang ditanyakan", "Field asked about"), "key")] }
        }
        Guard::Reclassified => {
            const {
                &[
                    ("kind", both("Jenis baru", "New kind"), "case_kind"),
                    ("subcat", both("Kategori baru", "New category"), "subcat"),
                ]
            }
        }
        Guard::BecamePrivate => {
            const { &[("private", both("Yang membuatnya khusus", "What makes it private"), "private")] }
        }
        Guard::WithdrawReason => const { &[("withdraw", both("Alasan", "Reason"), "withdraw")] },
        Guard::Minutes => {
            const {
                &[
                    DATE,
                    ("minutes_number", both("Nomor berita acara", "Number of the minutes"), ""),
                    (
                        "proof",
                        both("Berkas berita acara (kode lampiran)", "Minutes (attachment code)"),
                        "",
                    ),
                ]
            }
        }
        Guard::Verification => const { &[DATE, ("result", both("Hasil verval", "Result"), "")] },
        Guard::RegentLetter => {
            const { &[("letter", both("Nomor surat", "Number of the letter"), "")] }
        }
        Guard::Survivor => {
            const { &[("survivor", both("Kasus yang bertahan", "Surviving case"), "")] }
        }
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_step_must_be_told_has_a_place_on_the_form() {
        use Guard::*;
        let told = [
            FieldNotes,
            UnitReady,
            Outcome,
            Enrolment,
            Draft,
            Target,
            OtherTarget,
            Behalf,
            Reason,
            RefusingReason,
            OwnDate,
            Question,
            NextLevel,
            Delivery,
            WithdrawReason,
            Survivor,
            Reclassified,
            BecamePrivate,
            Minutes,
            Verification,
            RegentLetter,
        ];
        let without: Vec<&str> =
            told.iter().filter(|guard| of_guard(**guard).is_empty()).map(|one| one.key()).collect();
        assert_eq!(without, Vec::<&str>::new());
    }
}
