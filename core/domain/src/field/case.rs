//! Case: what it is, about whom, from whom, where it goes.

use super::FieldType::{Bool, Date, List, Phone, Program, Ref, SetItem, Text};
use super::Profile::{Draft, Full, Minimum};
use super::need::{from, only, shaped};
use super::{Class, Field, Sens, Shape, When, Write};
use crate::DocKind::Case;
use crate::check::CheckId;

const CAN_BE_PRIVATE: When = When::Is(Case, "f/kind", &["grievance"]);
const ABOUT_PROGRAM: When = When::All(&[
    When::Is(Case, "f/kind", &["grievance", "need"]),
    When::Not(&When::Is(Case, "f/subcat", &["k14", "k99"])),
]);
const HAS_PERSON: When = When::Not(&When::Any(&[When::Yes(Case, "f/anonymous"), When::Quick]));

pub(super) static FIELDS: &[Field] = &[
    Field::new("f/kind", "Jenis keluhan", "Kind of case", List("case_kind"))
        .need(&[from(Draft)])
        .checks(&[CheckId::KindState])
        .write(Write::Cls)
        .shown("CTP", "Guideline IV.C.1–2"),
    Field::new("f/subcat", "Kategori", "Category", List("subcat"))
        .need(&[
            only(Draft, CAN_BE_PRIVATE),
            only(Minimum, When::Not(&When::Is(Case, "f/kind", &["listing"]))),
        ])
        .checks(&[CheckId::SubcatKind])
        .write(Write::Cls)
        .shown("CTP", "Guideline IV.C.1.c"),
    Field::new("f/number", "Nomor pendaftaran", "Registration number", Text(20))
        .need(&[from(Draft)])
        .checks(&[CheckId::NumberWrong])
        .write(Write::App)
        .shown("CTEP", "Guideline IV.C.3(3)"),
    Field::new("f/person", "Warga yang bersangkutan", "Citizen concerned", Ref)
        .need(&[only(Minimum, HAS_PERSON)])
        .checks(&[CheckId::PersonGone, CheckId::AnonymousPerson])
        .shown("CTEP", "Guideline IV.C.3"),
    Field::new("f/reporter", "Pelapor bila mewakili", "Reporter, if for another", Text(100))
        .need(&[only(Minimum, When::OnBehalf)])
        .sens(Sens::Pers)
        .shown("CP", "Guideline IV.C.1"),
    Field::new(
        "f/reporter_relation",
        "Hubungan pelapor",
        "Reporter's relation",
        List("reporter_relation"),
    )
    .need(&[only(Minimum, When::OnBehalf)])
    .sens(Sens::Pers)
    .shown("CP", "Guideline IV.C.1"),
    Field::new("f/reporter_phone", "Telepon pelapor", "Reporter's phone", Phone)
        .checks(&[CheckId::PhoneLength, CheckId::PhoneFiller])
        .sens(Sens::Pers)
        .shown("CP", "Guideline IV.C.1"),
    Field::new("f/hide_reporter", "Rahasiakan identitas pelapor", "Keep the reporter secret", Bool)
        .class(Class::Yes)
        .shown("C", "SP4N-LAPOR!"),
    Field::new("f/anonymous", "Tanpa nama", "Anonymous", Bool)
        .checks(&[CheckId::AnonymousKind])
        .class(Class::Yes)
        .shown("C", "SP4N-LAPOR!"),
    Field::new("f/channel", "Jalur masuk", "Channel", List("channel"))
        .need(&[from(Minimum)])
        .shown("T", "Guideline IV.C.3, figures 3–4"),
    Field::new("f/program", "Program terkait", "Program", Program)
        .need(&[only(Minimum, ABOUT_PROGRAM)])
        .checks(&[CheckId::ProgramInvalid])
        .write(Write::Cls)
        .shown("CTP", "Guideline IV.C.1"),
    Field::new("f/sector", "Sektor", "Sector", List("sector"))
        .need(&[only(Minimum, When::Not(&When::Filled(Case, "f/program")))])
        .write(Write::Cls)
        .shown("T", "Guideline IV.A"),
    Field::new("f/story", "Uraian", "Account", Text(2000))
        .need(&[from(Minimum)])
        .checks(&[CheckId::StoryShort, CheckId::LooksLikeNumber])
        .class(Class::Both)
        .shown("CP", "Guideline IV.C.1"),
    Field::new("f/urgent", "Mendesak", "Urgent", Bool)
        .class(Class::Yes)
        .write(Write::Cls)
        .shown("CT", "practice"),
    Field::new("f/urgent_why", "Alasan mendesak", "Why it is urgent", List("urgent"))
        .need(&[only(Minimum, When::Yes(Case, "f/urgent"))])
        .write(Write::Cls)
        .shown("CT", "practice"),
    Field::new("f/need_by", "Dibutuhkan tanggal", "Needed by", Date)
        .checks(&[CheckId::NeedByPast])
        .write(Write::Cls)
        .shown("CT", "practice"),
    Field::new("set/ppks/<item>", "Jenis PPKS", "Kind of PPKS", SetItem("ppks"))
        .need(&[from(Minimum)])
        .sens(Sens::Spec)
        .shown("T", "Guideline IV.D.2(8); Permensos 8/2012"),
    Field::new("f/reg_status", "Status data acuan", "Register status", List("register_status"))
        .need(&[from(Minimum), shaped(Full, Shape::Checked)])
        .checks(&[CheckId::RegisterOld])
        .write(Write::App)
        .shown("CTP", "Guideline III.D.2.d.4"),
    Field::new("f/reg_release", "Rilis data acuan", "Register release", Text(20))
        .need(&[only(Minimum, When::Is(Case, "f/reg_status", &["listed", "not_listed"]))])
        .write(Write::App)
        .shown("CTP", "Guideline III.D.2.d.4"),
    Field::new("f/consent_refer", "Persetujuan dirujuk", "Consent to refer", List("consent"))
        .need(&[shaped(Full, Shape::Consented)])
        .class(Class::Low)
        .shown("CP", "Law 27/2022 art. 20–24"),
    Field::new("set/shown/<item>", "Berkas yang ditunjukkan", "Papers shown", SetItem("att_kind"))
        .need(&[only(Full, When::PapersAsked)])
        .shown("CTP", "Guideline IV.C.3"),
];
