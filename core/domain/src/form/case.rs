//! The case (Kasus), by kind, and the quick form of an emergency (Guideline IV.C, IV.E).

use super::layout::{Entry, Form, Slot, at, case_field, section};
use super::visit::HOUSING;
use crate::DocKind::Case;
use crate::Label;
use crate::field::When;
use crate::role::Role;

pub(super) const RECORDERS: &[Role] = &[Role::Fs, Role::Fop, Role::Bop, Role::Fo, Role::Bo];

const QUESTION: When = When::Is(Case, "f/kind", &["question"]);
const GRIEVANCE: When = When::Is(Case, "f/kind", &["grievance"]);
const NEED: When = When::Is(Case, "f/kind", &["need"]);
const LISTING: When = When::Is(Case, "f/kind", &["listing"]);
const CAN_BE_ANONYMOUS: When = When::Is(Case, "f/subcat", &["k02", "k08", "k11"]);
const OF_HEALTH: When = When::Is(Case, "f/sector", &["health"]);
const UNLISTED: When = When::Is(Case, "f/reg_status", &["not_listed"]);

/// Asked before the first save: the answers choose the scope the case is born in.
const SCOPE: &[Entry] = &[
    case_field("f/subcat").only(When::Not(&LISTING)),
    case_field("set/ppks/<item>"),
    case_field("f/hide_reporter"),
    case_field("f/anonymous").only(CAN_BE_ANONYMOUS),
];

const REPORTER: &[Entry] = &[
    case_field("f/channel"),
    case_field("f/reporter_relation"),
    case_field("f/reporter").only(When::OnBehalf),
    case_field("f/reporter_phone").only(When::OnBehalf),
];

const PROGRAM: &[Entry] = &[
    case_field("f/program"),
    case_field("f/sector").only(When::Not(&When::Filled(Case, "f/program"))),
    case_field("f/reg_status"),
];

const STORY: &[Entry] = &[
    case_field("f/story"),
    case_field("f/urgent"),
    case_field("f/urgent_why").only(When::Yes(Case, "f/urgent")),
    case_field("att/<sha256>"),
];

const GRIEVED: &[Entry] = &[
    case_field("f/happened_on"),
    case_field("f/amount"),
    case_field("f/asked_before"),
    case_field("f/against").only(When::Private),
    case_field("f/against_name").only(When::Private),
];

const NEEDED: &[Entry] = &[
    case_field("f/need_by"),
    case_field("f/facility"),
    case_field("f/diagnosis").only(OF_HEALTH),
    case_field("f/no_listing_why").only(When::All(&[UNLISTED, When::Not(&When::HasListing)])),
];

/// Asked at the door, so that nobody comes back for a referral's sake.
const REFERRED: &[Entry] = &[case_field("set/shown/<item>"), case_field("f/consent_refer")];

const PROPOSED: &[Entry] = &[case_field("f/proposal"), case_field("f/proposal_why")];

const QUICK: &[Entry] = &[
    case_field("f/person"),
    case_field("f/quick_name").only(When::Not(&When::Filled(Case, "f/person"))),
    case_field("f/quick_place"),
    case_field("f/quick_people"),
    case_field("set/quick_need/<item>"),
    case_field("att/<sha256>"),
];

pub(super) static FORMS: &[Form] = &[
    Form {
        key: "case",
        label: Label::new("Kasus", "Case"),
        roles: RECORDERS,
        sections: &[
            section("kind", "Jenis keluhan", "Kind", &[case_field("f/kind")]),
            section("scope", "Kategori", "Category", SCOPE),
            section("similar", "Keluhan serupa", "Similar cases", &[at(Slot::Similar)]),
            section("person", "Warga", "Citizen", &[case_field("f/person")])
                .when(When::Not(&When::Yes(Case, "f/anonymous"))),
            section("reporter", "Pelapor", "Reporter", REPORTER),
            section("program", "Program", "Program", PROGRAM),
            section("story", "Uraian", "Account", STORY),
            section("question", "Pertanyaan", "Question", &[at(Slot::Form("answer"))])
                .when(QUESTION),
            section("grievance", "Pengaduan", "Grievance", GRIEVED).when(GRIEVANCE),
            section("need", "Kebutuhan", "Need", NEEDED).when(NEED),
            section("referral", "Persiapan rujukan", "For a referral", REFERRED)
                .when(When::Any(&[GRIEVANCE, NEED])),
            section("listing", "Usulan data acuan", "Register proposal", PROPOSED).when(LISTING),
            HOUSING.when(LISTING),
            section("summary", "Ringkasan", "Summary", &[at(Slot::Summary)]),
        ],
    },
    Form {
        key: "emergency",
        label: Label::new("Kedaruratan", "Emergency"),
        roles: RECORDERS,
        sections: &[
            section("quick", "Data cepat", "Quick data", QUICK),
            section("summary", "Ringkasan", "Summary", &[at(Slot::Summary)]),
        ],
    },
];
