//! Person: who somebody is, and where in the family.

use super::FieldType::{Bool, DateApprox, Digits, List, Phone, Ref, Text};
use super::Profile::{Basic, Draft, Full, Minimum};
use super::need::{from, only, shaped};
use super::{Class, Field, Sens, Shape, When, Write};
use crate::DocKind::{Case, Person};
use crate::check::CheckId;

/// Cases about the papers themselves go on without a NIK or KK (T4).
pub(super) const NOT_ABOUT_PAPERS: When =
    When::Not(&When::Is(Case, "f/subcat", &["k04", "k05", "k14"]));
const BY_PHONE: When = When::Channel(&["phone"]);
const NO_HOME: When = When::Yes(Person, "f/no_home");

pub(super) static FIELDS: &[Field] = &[
    Field::new("f/name", "Nama lengkap sesuai KTP/KK", "Full name as on KTP or KK", Text(100))
        .need(&[from(Draft)])
        .checks(&[CheckId::NameNoLetter, CheckId::NameDigit, CheckId::NameOneLetter])
        .class(Class::Review)
        .shown("CTEP", "Guideline III.D.2.d; Permendagri 73/2022"),
    Field::new("f/nik", "Nomor Induk Kependudukan (NIK)", "Population number (NIK)", Digits(16))
        .need(&[
            only(Minimum, When::Not(&When::Filled(Person, "f/no_nik_why"))),
            only(Full, NOT_ABOUT_PAPERS),
        ])
        .checks(&[
            CheckId::NikLength,
            CheckId::NikPattern,
            CheckId::NikTemporary,
            CheckId::NikDate,
            CheckId::NikProvince,
            CheckId::NikIsKk,
            CheckId::NikRegion,
            CheckId::NikUsed,
            CheckId::NikCentury,
            CheckId::NikAddress,
        ])
        .class(Class::Review)
        .sens(Sens::Pers)
        .shown("CTEP", "Guideline IV.C.3; Law 24/2013"),
    Field::new("f/no_nik_why", "Alasan tanpa NIK", "Why there is no NIK", List("no_number"))
        .need(&[only(Minimum, When::Not(&When::Filled(Person, "f/nik")))])
        .shown("CT", "Guideline IV.C.3"),
    Field::new("f/temp_nik", "NIK sementara", "Temporary NIK", Digits(16))
        .checks(&[CheckId::TempNik])
        .sens(Sens::Pers)
        .shown("CT", "village systems"),
    Field::new("f/birth_place", "Tempat lahir", "Place of birth", Text(60))
        .need(&[from(Basic)])
        .checks(&[CheckId::BirthPlaceUnknown])
        .shown("CE", "BPNT guideline, change form"),
    Field::new("f/birth_date", "Tanggal lahir", "Date of birth", DateApprox)
        .need(&[from(Minimum), shaped(Full, Shape::DayOrEstimated)])
        .checks(&[
            CheckId::BirthFuture,
            CheckId::BirthTooOld,
            CheckId::BirthNik,
            CheckId::BirthHeap,
        ])
        .class(Class::Review)
        .sens(Sens::Pers)
        .shown("CTEP", "Permendagri 19/2010"),
    Field::new("f/sex", "Jenis kelamin", "Sex", List("sex"))
        .need(&[from(Minimum)])
        .checks(&[CheckId::SexNik])
        .shown("CTEP", "Guideline III.A.1.e"),
    Field::new("f/mother", "Nama gadis ibu kandung", "Mother's maiden name", Text(100))
        .need(&[only(Minimum, When::Is(Case, "f/kind", &["listing"]))])
        .checks(&[CheckId::MotherIsSelf])
        .class(Class::Review)
        .sens(Sens::Pers)
        .shown("E", "BPNT guideline, change form"),
    Field::new("f/phone", "Nomor telepon/WhatsApp", "Phone or WhatsApp number", Phone)
        .need(&[only(Minimum, BY_PHONE)])
        .checks(&[CheckId::PhoneLength, CheckId::PhoneFiller])
        .sens(Sens::Pers)
        .shown("CT", "Law 27/2022"),
    Field::new("f/phone_owner", "Pemilik telepon", "Whose phone it is", List("phone_owner"))
        .need(&[only(Minimum, BY_PHONE)])
        .sens(Sens::Pers)
        .shown("CT", "Law 27/2022"),
    Field::new("f/sms_ok", "Setuju dikabari lewat SMS", "Agrees to be told by SMS", Bool)
        .need(&[only(Minimum, BY_PHONE)])
        .class(Class::No)
        .sens(Sens::Pers)
        .shown("CT", "Law 27/2022"),
    Field::new("f/household", "Keluarga", "Family", Ref)
        .need(&[only(Minimum, When::Not(&NO_HOME))])
        .checks(&[CheckId::HouseholdAbsent])
        .shown("C", "Permendagri 108/2019"),
    Field::new(
        "f/relation",
        "Hubungan dengan kepala keluarga",
        "Relation to the head",
        List("relation"),
    )
    .need(&[only(Minimum, When::Filled(Person, "f/household"))])
    .checks(&[CheckId::SecondHead, CheckId::ChildOlder])
    .shown("CTE", "Regsosek 2022"),
    Field::new("f/presence", "Keberadaan", "Presence", List("presence"))
        .need(&[from(Minimum)])
        .checks(&[CheckId::DeceasedNeed])
        .class(Class::High)
        .shown("CT", "Regsosek 2022"),
    Field::new("f/died_on", "Tanggal meninggal", "Date of death", DateApprox)
        .need(&[only(Minimum, When::Is(Person, "f/presence", &["deceased"]))])
        .checks(&[CheckId::DiedBeforeBirth, CheckId::DateFuture])
        .class(Class::Fine)
        .shown("CT", "Regsosek 2022"),
    Field::new("f/no_home", "Tidak punya tempat tinggal tetap", "Has no fixed home", Bool)
        .class(Class::Yes)
        .shown("C", "Permensos 8/2012"),
    Field::new(
        "f/guardian",
        "Wali/pendamping (nama, hubungan)",
        "Guardian (name, relation)",
        Text(100),
    )
    .need(&[only(Full, When::Guarded)])
    .class(Class::Both)
    .sens(Sens::Pers)
    .shown("CP", "Law 27/2022 art. 25–26"),
    Field::new("f/alias_name", "Nama panggilan", "Name in daily use", Text(500))
        .checks(&[CheckId::LooksLikeNumber])
        .class(Class::Both)
        .shown("C", "practice"),
    Field::new("f/note", "Catatan", "Note", Text(500))
        .checks(&[CheckId::LooksLikeNumber])
        .class(Class::Both)
        .shown("C", "practice"),
    REG_ROW,
];

/// The register row that a document lies over; also on a household.
pub(super) const REG_ROW: Field =
    Field::new("f/reg_row", "Nomor baris data acuan", "Row in the register", Text(40))
        .write(Write::App)
        .shown("E", "Inpres 4/2025");
