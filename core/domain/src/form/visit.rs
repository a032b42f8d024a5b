//! The visit (Kunjungan) and a member (Anggota), Guideline IV.B.

use super::layout::{Entry, Form, Section, Slot, at, event, household, person, section};
use crate::DocKind::{Case, Household, Person};
use crate::Label;
use crate::catalogue::Unit;
use crate::event::EventKind::Visit;
use crate::field::When;
use crate::role::Role;

/// The citizen or the family was met; else the visit ends with a date to come back.
pub(super) const MET: When = When::Outcome(&["met", "met_other"]);
const OTHER_MET: When = When::Outcome(&["met_other"]);
const ON_PAPER: When = When::Channel(&["paper"]);
const BASIC_ASKED: When = When::Is(Case, "f/kind", &["need", "listing"]);
const HAS_HOME: When = When::Not(&When::Yes(Person, "f/no_home"));
const WORKS: When = When::Age(10, 199);
const CAN_BE_PREGNANT: When =
    When::All(&[When::Is(Person, "f/sex", &["female"]), When::Age(10, 54)]);

pub(super) const SEARCH: Section = section("search", "Cari", "Search", &[at(Slot::Search)]);

const START: Section = section(
    "start",
    "Mulai",
    "Start",
    &[
        event(Visit, 11, "Tujuan kunjungan", "Purpose of the visit"),
        event(Visit, 10, "Tempat", "Place"),
        event(Visit, 20, "Jalur", "Channel"),
        event(Visit, 22, "Tanggal pada formulir kertas", "Date on the paper form").only(ON_PAPER),
        event(Visit, 23, "Penulis formulir kertas", "Writer of the paper form").only(ON_PAPER),
        event(Visit, 24, "Nomor formulir kertas", "Number of the paper form").only(ON_PAPER),
        event(Visit, 12, "Hasil kunjungan", "Outcome of the visit"),
        event(Visit, 13, "Yang ditemui", "Who was met").only(MET),
        event(Visit, 14, "Hubungan yang ditemui", "Relation of who was met").only(OTHER_MET),
        event(Visit, 15, "Persetujuan warga", "Citizen's consent").only(MET),
        event(Visit, 17, "Persetujuan diberikan oleh", "Consent given by").only(MET),
        event(Visit, 27, "Kunjungan berikutnya", "Next visit").only(When::Not(&MET)),
        event(Visit, 28, "Catatan kunjungan", "Note on the visit"),
    ],
);

pub(super) const FAMILY: Section = section(
    "household",
    "Keluarga",
    "Family",
    &[
        household("f/kk"),
        household("f/no_kk_why").only(When::Not(&When::Filled(Household, "f/kk"))),
        household("f/desa"),
        household("f/address"),
        household("f/hamlet").only(When::HamletsListed),
        household("f/rt"),
        household("f/rw"),
        household("f/kk_address"),
        household("f/geo"),
        household("f/roof"),
        household("f/state"),
        household("f/moved_to").only(When::Is(Household, "f/state", &["moved"])),
        household("f/size"),
        household("f/note"),
    ],
)
.when(MET);

pub(super) const MEMBERS: Section =
    section("members", "Anggota", "Members", &[at(Slot::Form("member"))]).when(MET);

pub(super) const PARTICIPATION: Section = section(
    "participation",
    "Kepesertaan",
    "Participation",
    &[at(Slot::Programs(Unit::Household)), at(Slot::Programs(Unit::Person))],
)
.when(MET);

pub(super) const HOUSING: Section = section(
    "housing",
    "Rumah",
    "Dwelling",
    &[
        household("f/building"),
        household("f/floor_area"),
        household("f/floor"),
        household("f/wall"),
        household("f/roof_type"),
        household("f/water"),
        household("f/light"),
        household("f/power").only(When::Is(Household, "f/light", &["metered"])),
        household("f/cooking"),
        household("f/toilet"),
        household("set/asset/<item>"),
    ],
)
.when(MET)
.open(BASIC_ASKED);

pub(super) const CASES: Section =
    section("cases", "Keluhan dan kebutuhan", "Complaints and needs", &[at(Slot::Form("case"))])
        .when(MET);

const TOLD: Section = section(
    "told",
    "Informasi program",
    "Program information",
    &[event(Visit, 26, "Program yang dijelaskan", "Programs explained")],
)
.when(MET);

pub(super) const FINISH: Section = section("finish", "Ringkasan", "Summary", &[at(Slot::Summary)]);

const IDENTITY: Section = section(
    "identity",
    "Identitas",
    "Identity",
    &[
        person("f/nik"),
        person("f/no_nik_why").only(When::Not(&When::Filled(Person, "f/nik"))),
        person("f/temp_nik").only(When::Is(Person, "f/no_nik_why", &["temporary"])),
        person("f/name"),
        person("f/alias_name"),
        person("f/sex"),
        person("f/birth_place"),
        person("f/birth_date"),
        person("f/mother"),
        person("f/no_home"),
        person("f/household").only(HAS_HOME),
        person("f/relation").only(When::Filled(Person, "f/household")),
        person("f/presence"),
        person("f/died_on").only(When::Is(Person, "f/presence", &["deceased"])),
        person("set/papers/<item>"),
        person("f/guardian").only(When::Guarded),
    ],
);

const CONTACT: Section = section(
    "contact",
    "Kontak",
    "Contact",
    &[
        person("f/phone"),
        person("f/phone_owner").only(When::Filled(Person, "f/phone")),
        person("f/sms_ok").only(When::Filled(Person, "f/phone")),
    ],
);

const LIFE: Section = section(
    "life",
    "Pendidikan dan pekerjaan",
    "Schooling and work",
    &[
        person("f/marital").only(WORKS),
        person("f/school").only(When::Age(5, 24)),
        person("f/education").only(When::Age(5, 199)),
        person("f/job").only(WORKS),
    ],
)
.open(BASIC_ASKED);

const HEALTH: &[Entry] = &[
    person("f/dis_see"),
    person("f/dis_hear"),
    person("f/dis_walk"),
    person("f/dis_hand"),
    person("f/dis_learn"),
    person("f/dis_act"),
    person("f/dis_speak"),
    person("f/dis_care"),
    person("f/dis_mind"),
    person("f/chronic"),
    person("f/pregnant").only(CAN_BE_PREGNANT),
    person("f/other_cover"),
    person("set/ppks/<item>"),
    person("f/note"),
];

pub(super) static FORMS: &[Form] = &[
    Form {
        key: "visit",
        label: Label::new("Kunjungan", "Visit"),
        roles: &[Role::Fs, Role::Fop],
        sections: &[SEARCH, START, FAMILY, MEMBERS, PARTICIPATION, HOUSING, CASES, TOLD, FINISH],
    },
    Form {
        key: "member",
        label: Label::new("Anggota keluarga", "Member of the family"),
        roles: &[Role::Fs, Role::Fop, Role::Bop, Role::Fo, Role::Bo],
        sections: &[
            IDENTITY,
            CONTACT,
            LIFE,
            section("health", "Kesehatan dan kerentanan", "Health and vulnerability", HEALTH)
                .open(BASIC_ASKED),
        ],
    },
];
