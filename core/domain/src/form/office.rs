//! Forms of an office and of tasks: walk-in, paper form, answers, corrections, telling a citizen.

use super::case::RECORDERS;
use super::layout::{
    Entry, Form, Section, Slot, at, case_field, event, household, person, section,
};
use super::visit::{CASES, FAMILY, FINISH, HOUSING, MEMBERS, PARTICIPATION, SEARCH};
use crate::Label;
use crate::event::EventKind::{
    Answer, Correct, CrossCheck, Inform, Note, Object, Papers, Submit, Withdraw,
};
use crate::field::When;
use crate::role::Role;

const OFFICE: &[Role] = &[Role::Fop, Role::Bop, Role::Fo, Role::Bo];

/// Typed first: a number that was used before opens that case.
const PAPER: &[Entry] =
    &[case_field("f/paper_no"), case_field("f/observed_on"), case_field("f/recorded_by")];

const CHECKED: &[Entry] = &[
    event(CrossCheck, 91, "Rumah ditemukan", "House found"),
    event(CrossCheck, 92, "Pernah dikunjungi Fasilitator", "Was visited by the Fasilitator"),
    event(CrossCheck, 93, "Identitas benar", "Identity is right"),
    event(CrossCheck, 94, "Kepesertaan benar", "Participation is right"),
    event(CrossCheck, 95, "Keluhan benar", "Complaint is right"),
    event(CrossCheck, 96, "Warga sudah dikabari", "Citizen was told"),
    event(CrossCheck, 97, "Catatan", "Note"),
];

const TOLD: &[Entry] = &[
    event(Inform, 64, "Kabar yang disampaikan", "Word told"),
    event(Inform, 61, "Cara menyampaikan", "Channel"),
    event(Inform, 62, "Yang menerima kabar", "Who was reached"),
    event(Inform, 63, "Tanggal", "Date"),
];

const NUMBERS: &[Entry] = &[
    person("f/nik"),
    person("f/no_nik_why"),
    household("f/kk"),
    household("f/no_kk_why"),
    event(Papers, 45, "Nomor yang sudah ada", "Numbers that have come"),
];

const SENT: &[Entry] = &[
    event(Submit, 31, "Jalur penanganan", "Route"),
    event(Submit, 33, "Alasan tetap dicatat baru", "Why it is new all the same"),
];

const fn task(
    key: &'static str,
    id: &'static str,
    en: &'static str,
    part: &'static [Section],
) -> Form {
    Form { key, label: Label::new(id, en), roles: RECORDERS, sections: part }
}

pub(super) static FORMS: &[Form] = &[
    Form {
        key: "walk_in",
        label: Label::new("Warga datang", "Walk-in"),
        roles: OFFICE,
        sections: &[
            SEARCH,
            FAMILY.when(When::Always),
            MEMBERS.when(When::Always),
            CASES.when(When::Always),
            FINISH,
        ],
    },
    Form {
        key: "paper",
        label: Label::new("Salin formulir kertas", "Copy a paper form"),
        roles: OFFICE,
        sections: &[
            section("paper", "Formulir kertas", "Paper form", PAPER),
            FAMILY.when(When::Always),
            MEMBERS.when(When::Always),
            PARTICIPATION.when(When::Always),
            HOUSING.when(When::Always),
            CASES.when(When::Always),
            FINISH,
        ],
    },
    task("submit", "Kirim", "Submit", &[section("submit", "Kirim", "Submit", SENT)]),
    task(
        "answer",
        "Jawab pertanyaan",
        "Answer",
        &[section("answer", "Jawaban", "Answer", &[event(Answer, 40, "Jawaban", "Answer")])],
    ),
    // The returned fields themselves, with the note beside each, come from the return row.
    task(
        "correct",
        "Perbaiki",
        "Correct",
        &[section(
            "correct",
            "Perbaikan",
            "Correction",
            &[event(Correct, 51, "Keterangan perbaikan", "About the correction")],
        )],
    ),
    task(
        "papers",
        "Lengkapi NIK/KK",
        "Complete NIK or KK",
        &[section("papers", "Nomor", "Numbers", NUMBERS)],
    ),
    task(
        "reply",
        "Jawab permintaan data",
        "Reply to a data request",
        &[section(
            "reply",
            "Jawaban",
            "Reply",
            &[event(Note, 81, "Jawaban", "Reply"), at(Slot::Summary)],
        )],
    ),
    task(
        "note",
        "Keterangan",
        "Note",
        &[section(
            "note",
            "Keterangan",
            "Note",
            &[event(Note, 80, "Jenis keterangan", "Kind of note"), event(Note, 81, "Isi", "Text")],
        )],
    ),
    task("inform", "Kabari warga", "Tell the citizen", &[section("inform", "Kabar", "Word", TOLD)]),
    task(
        "withdraw",
        "Batalkan",
        "Withdraw",
        &[section(
            "withdraw",
            "Pembatalan",
            "Withdrawal",
            &[
                event(Withdraw, 70, "Alasan pembatalan", "Why it is withdrawn"),
                event(Withdraw, 71, "Keterangan", "Note"),
            ],
        )],
    ),
    task(
        "object",
        "Keberatan warga",
        "Citizen's objection",
        &[section(
            "object",
            "Keberatan",
            "Objection",
            &[event(Object, 75, "Isi keberatan", "The objection")],
        )],
    ),
    Form {
        key: "cross_check",
        label: Label::new("Cek silang", "Cross-check"),
        roles: &[Role::Fs],
        sections: &[section("cross_check", "Cek silang", "Cross-check", CHECKED)],
    },
];
