//! Household (keluarga, one KK): number, place, state.

use super::FieldType::{Digits, Geo, Int, List, Ref, Text, Wilayah};
use super::Profile::{Draft, Full, Minimum};
use super::need::{from, only};
use super::person::{NOT_ABOUT_PAPERS, REG_ROW};
use super::{Class, Field, Sens, When};
use crate::DocKind::Household;
use crate::check::CheckId;

pub(super) static FIELDS: &[Field] = &[
    Field::new(
        "f/desa",
        "Desa/Kelurahan tempat tinggal",
        "Desa or kelurahan of residence",
        Wilayah,
    )
    .need(&[from(Draft)])
    .checks(&[CheckId::DesaClosed, CheckId::DesaMoved])
    .shown("CTEP", "Guideline IV.D.1.b.3; Permendagri 72/2019"),
    Field::new("f/kk", "Nomor Kartu Keluarga (KK)", "Family card number (KK)", Digits(16))
        .need(&[
            only(Minimum, When::Not(&When::Filled(Household, "f/no_kk_why"))),
            only(Full, NOT_ABOUT_PAPERS),
        ])
        .checks(&[
            CheckId::KkLength,
            CheckId::KkPattern,
            CheckId::KkTemporary,
            CheckId::KkDate,
            CheckId::KkRegion,
        ])
        .class(Class::Review)
        .sens(Sens::Pers)
        .shown("CTEP", "Guideline IV.C.3"),
    Field::new("f/no_kk_why", "Alasan tanpa KK", "Why there is no KK", List("no_number"))
        .need(&[only(Minimum, When::Not(&When::Filled(Household, "f/kk")))])
        .shown("CT", "Guideline IV.C.3"),
    Field::new("f/address", "Alamat", "Address", Text(200))
        .need(&[from(Minimum)])
        .checks(&[CheckId::AddressShared])
        .shown("CTEP", "Guideline III.D.2.d"),
    Field::new("f/hamlet", "Dusun/Lingkungan", "Hamlet", Text(60))
        .need(&[only(Minimum, When::HamletsListed)])
        .shown("CTEP", "Guideline III.D.2.d"),
    Field::new("f/rt", "RT", "RT", Digits(3))
        .need(&[from(Minimum)])
        .shown("CTEP", "SIKS-NG proposal"),
    Field::new("f/rw", "RW", "RW", Digits(3))
        .need(&[from(Minimum)])
        .shown("CTEP", "SIKS-NG proposal"),
    Field::new(
        "f/kk_address",
        "Alamat menurut KK bila berbeda",
        "Address on the KK, if another",
        Text(200),
    )
    .sens(Sens::Pers)
    .shown("", "Population census 2020"),
    Field::new("f/geo", "Titik lokasi", "Location", Geo)
        .checks(&[CheckId::GeoCoarse])
        .class(Class::Fine)
        .sens(Sens::Pers)
        .shown("C", "Guideline III.A.1.g"),
    Field::new("f/roof", "Serumah dengan keluarga", "Shares the dwelling of", Ref)
        .checks(&[CheckId::RoofSelf, CheckId::RoofChain])
        .shown("C", "Regsosek 2022"),
    Field::new("f/state", "Keadaan keluarga", "State of the family", List("household_state"))
        .need(&[from(Minimum)])
        .shown("CT", "practice"),
    Field::new("f/moved_to", "Pindah ke", "Moved to", Text(100))
        .need(&[only(Minimum, When::Is(Household, "f/state", &["moved"]))])
        .shown("CT", "practice"),
    Field::new("f/size", "Jumlah anggota menurut warga", "Members as told", Int)
        .need(&[from(Minimum)])
        .checks(&[CheckId::SizeRange, CheckId::SizeMembers])
        .shown("CT", "DTKS Jumlah_ART"),
    Field::new("f/note", "Catatan", "Note", Text(500))
        .checks(&[CheckId::LooksLikeNumber])
        .class(Class::Both)
        .shown("C", "practice"),
    REG_ROW,
];
