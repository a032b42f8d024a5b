//! What a desk types when it takes a step.

/// A step with what it asks for.
pub struct Step {
    /// The step's name.
    pub id: &'static str,
    /// What is typed: name and value.
    pub typed: &'static [(&'static str, &'static str)],
}

/// For each place in a list, what is tried in turn until something is taken; nothing: it waits.
pub type Turns = &'static [&'static [Step]];

const TO_SECRETARIAT: Step = Step { id: "T10", typed: &[("unit", "slrt")] };

/// Back to the Puskesos of the citizen's own desa, where it has one.
const TO_PUSKESOS: Step = Step { id: "T10", typed: &[("unit", "puskesos*")] };

const AGENDA: Step = Step { id: "T9", typed: &[] };

const REFER: Step = Step {
    id: "T15",
    typed: &[
        ("target", "opd_kab"),
        ("target_id", "Dinas Sosial Kabupaten Rekaan Utara"),
        ("level", "kab"),
        ("letter", "Mohon ditindaklanjuti sesuai kewenangan"),
    ],
};

const ASK_TO_REFER: Step = Step {
    id: "T12",
    typed: &[
        ("target", "opd_kab"),
        ("target_id", "Dinas Kesehatan Kabupaten Rekaan Utara"),
        ("level", "kab"),
        ("letter", "Mohon diperiksa kepesertaannya"),
    ],
};

const ASK_VILLAGE: Step = Step {
    id: "T12",
    typed: &[
        ("target", "village_body"),
        ("target_id", "Kaur Kesejahteraan Rakyat"),
        ("level", "village"),
        ("letter", "Mohon dibantu oleh pemerintah desa"),
    ],
};

const CLOSE_FIXED: Step = Step {
    id: "T11",
    typed: &[("outcome", "handled_by_slrt"), ("program", "sembako"), ("proof", "Buku tamu")],
};

const ASK_TO_CLOSE: Step = Step { id: "T11a", typed: &[("outcome", "handled_by_puskesos")] };

const ASK_TO_CLOSE_NEED: Step = Step { id: "T11a", typed: &[("outcome", "enrolled")] };

/// What the manager does with what was forwarded.
pub const MANAGER: Turns = &[
    &[],
    &[REFER, TO_SECRETARIAT, AGENDA],
    &[TO_SECRETARIAT, AGENDA],
    &[REFER, TO_SECRETARIAT, AGENDA],
    &[TO_PUSKESOS, TO_SECRETARIAT, AGENDA],
];

/// What the secretariat does.
pub const SECRETARIAT: Turns = &[&[], &[ASK_TO_REFER], &[ASK_TO_REFER], &[CLOSE_FIXED]];

/// What the Puskesos does.
pub const PUSKESOS: Turns = &[&[], &[ASK_TO_CLOSE, ASK_TO_CLOSE_NEED, ASK_VILLAGE], &[ASK_VILLAGE]];

/// What the manager does with requests: every second waits.
pub const APPROVALS: Turns = &[&[], &[Step { id: "T13", typed: &[] }]];

/// What the manager types from letters of programs that have no login: every second waits.
pub const ANSWERS: Turns = &[
    &[Step {
        id: "T16",
        typed: &[
            ("letter_number", "460/099/DINSOS"),
            ("letter_date", "2025-07-14"),
            ("official", "Kepala Bidang Pemberdayaan"),
            ("scan", "99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa99aa"),
        ],
    }],
    &[],
];
