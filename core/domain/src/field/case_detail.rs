//! Case: what each kind asks besides, the paper form, the quick form of an emergency.

use super::FieldType::{Date, DateApprox, Int, List, Money, SetItem, Text};
use super::Profile::{Draft, Minimum, Quick};
use super::need::{from, only};
use super::{Class, Field, Sens, When, Write};
use crate::DocKind::Case;
use crate::check::CheckId;

const ABOUT_OFFICERS: When = When::Is(Case, "f/subcat", &["k08", "k11"]);
const IS_LISTING: When = When::Is(Case, "f/kind", &["listing"]);
const ON_PAPER: When = When::Channel(&["paper"]);
const NEED_UNLISTED: When = When::All(&[
    When::Is(Case, "f/kind", &["need"]),
    When::Is(Case, "f/reg_status", &["not_listed"]),
    When::Not(&When::HasListing),
]);
const QUICK_UNNAMED: When = When::All(&[When::Quick, When::Not(&When::Filled(Case, "f/person"))]);

pub(super) static FIELDS: &[Field] = &[
    Field::new("f/happened_on", "Tanggal kejadian", "Date of the event", DateApprox)
        .checks(&[CheckId::DateFuture])
        .class(Class::Fine)
        .shown("C", "Guideline IV.C.1.c"),
    Field::new("f/amount", "Jumlah yang dikeluhkan", "Amount complained of", Money)
        .sens(Sens::Spec)
        .shown("C", "Guideline IV.C.1.c"),
    Field::new("f/against", "Pihak yang dikeluhkan", "Party complained of", List("against"))
        .need(&[only(Minimum, ABOUT_OFFICERS)])
        .checks(&[CheckId::AgainstOpen])
        .sens(Sens::Priv)
        .shown("", "SP4N-LAPOR!"),
    Field::new(
        "f/against_name",
        "Nama/jabatan pihak yang dikeluhkan",
        "Name or office of the party",
        Text(100),
    )
    .checks(&[CheckId::AgainstOpen])
    .class(Class::Both)
    .sens(Sens::Priv)
    .shown("", "SP4N-LAPOR!"),
    Field::new("f/asked_before", "Pernah diadukan ke", "Complained before to", Text(100))
        .class(Class::Both)
        .shown("C", "practice"),
    Field::new("f/diagnosis", "Penyakit/tindakan", "Disease or treatment", Text(200))
        .checks(&[CheckId::HivNamed])
        .class(Class::Both)
        .sens(Sens::Spec)
        .shown("CP", "Law 27/2022"),
    Field::new(
        "f/facility",
        "RS, sekolah, lembaga tujuan",
        "Hospital, school or body asked",
        Text(100),
    )
    .checks(&[CheckId::HivNamed])
    .shown("CP", "practice"),
    Field::new("f/proposal", "Usulan data acuan", "Register proposal", List("proposal"))
        .need(&[only(Minimum, IS_LISTING)])
        .checks(&[CheckId::ProposalListed])
        .shown("CTE", "SIKS-NG proposal"),
    Field::new("f/proposal_why", "Alasan usulan", "Why it is proposed", Text(300))
        .need(&[only(Minimum, IS_LISTING)])
        .class(Class::Both)
        .shown("CTE", "SIKS-NG proposal"),
    Field::new("f/no_listing_why", "Alasan tidak diusulkan", "Why nothing is proposed", Text(100))
        .need(&[only(Minimum, NEED_UNLISTED)])
        .class(Class::Both)
        .shown("T", "practice"),
    Field::new("f/observed_on", "Tanggal pada formulir kertas", "Date on the paper form", Date)
        .need(&[only(Minimum, ON_PAPER)])
        .checks(&[CheckId::DateFuture])
        .write(Write::Off)
        .shown("T", "practice"),
    Field::new("f/recorded_by", "Penulis formulir kertas", "Writer of the paper form", Text(100))
        .need(&[only(Minimum, ON_PAPER)])
        .checks(&[CheckId::TypistIsWriter])
        .write(Write::Off)
        .shown("T", "practice"),
    Field::new("f/paper_no", "Nomor formulir kertas", "Number of the paper form", Text(30))
        .need(&[only(Minimum, ON_PAPER)])
        .checks(&[CheckId::PaperUsed])
        .write(Write::Off)
        .shown("T", "practice"),
    Field::new("f/emergency", "Mode kedaruratan", "Mode of emergency", Text(26))
        .write(Write::App)
        .shown("CT", "Guideline IV.E"),
    Field::new("f/quick_name", "Nama", "Name", Text(100))
        .need(&[only(Draft, QUICK_UNNAMED)])
        .class(Class::Both)
        .shown("CT", "Guideline IV.E"),
    Field::new("f/quick_place", "Lokasi/posko", "Place or post", Text(100))
        .need(&[only(Draft, When::Quick)])
        .shown("CT", "Guideline IV.E"),
    Field::new("f/quick_people", "Jumlah orang", "Number of people", Int)
        .need(&[from(Quick)])
        .class(Class::High)
        .shown("CT", "Guideline IV.E"),
    Field::new("set/quick_need/<item>", "Kebutuhan darurat", "Urgent needs", SetItem("quick_need"))
        .need(&[from(Quick)])
        .shown("CT", "Guideline IV.E"),
];
