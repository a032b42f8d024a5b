//! Person: schooling and work, health and vulnerability.

use super::FieldType::{Bool, List, SetItem};
use super::Profile::Basic;
use super::need::{from, only};
use super::{Class, Demand, Field, Sens, When};
use crate::check::CheckId;

const DIFFICULTY: &str = "Regsosek 2022, 428";

const GATED: &[Demand] = &[only(Basic, When::DifficultyOpen)];

const fn difficulty(key: &'static str, id: &'static str, en: &'static str) -> Field {
    Field::new(key, id, en, List("difficulty"))
        .need(GATED)
        .class(Class::High)
        .sens(Sens::Spec)
        .shown("CE", DIFFICULTY)
}

pub(super) static FIELDS: &[Field] = &[
    Field::new("f/marital", "Status perkawinan", "Marital status", List("marital"))
        .need(&[only(Basic, When::Age(10, 199))])
        .checks(&[CheckId::MaritalAge])
        .shown("CE", "Regsosek 2022"),
    Field::new("f/school", "Partisipasi sekolah", "School attendance", List("school"))
        .need(&[only(Basic, When::Age(5, 24))])
        .checks(&[CheckId::SchoolAge])
        .shown("CE", "Regsosek 2022"),
    Field::new("f/education", "Pendidikan tertinggi", "Highest education", List("education"))
        .need(&[only(Basic, When::Age(5, 199))])
        .checks(&[CheckId::EducationAge])
        .class(Class::High)
        .shown("CE", "Regsosek 2022, 415"),
    Field::new("f/job", "Pekerjaan utama", "Main occupation", List("job"))
        .need(&[only(Basic, When::Age(10, 199))])
        .checks(&[CheckId::JobAge])
        .shown("CE", "Regsosek 2022, 418"),
    Field::new(
        "set/papers/<item>",
        "Kartu identitas yang dimiliki",
        "Identity papers held",
        SetItem("papers"),
    )
    .checks(&[CheckId::KtpUnder17])
    .shown("C", "Regsosek 2022"),
    difficulty("f/dis_see", "Kesulitan melihat", "Difficulty seeing"),
    difficulty("f/dis_hear", "Kesulitan mendengar", "Difficulty hearing"),
    difficulty("f/dis_walk", "Kesulitan berjalan", "Difficulty walking"),
    difficulty("f/dis_hand", "Kesulitan menggerakkan tangan", "Difficulty using the hands"),
    difficulty("f/dis_learn", "Kesulitan belajar", "Difficulty learning"),
    difficulty("f/dis_act", "Kesulitan mengendalikan perilaku", "Difficulty controlling behaviour"),
    difficulty("f/dis_speak", "Kesulitan berbicara", "Difficulty speaking"),
    difficulty("f/dis_care", "Kesulitan mengurus diri", "Difficulty with self-care"),
    difficulty(
        "f/dis_mind",
        "Kesulitan mengingat atau berkonsentrasi",
        "Difficulty remembering or concentrating",
    ),
    Field::new("f/chronic", "Penyakit kronis/menahun", "Chronic disease", Bool)
        .need(&[from(Basic)])
        .class(Class::Yes)
        .sens(Sens::Spec)
        .shown("CE", "Regsosek 2022; Law 27/2022"),
    Field::new("f/pregnant", "Sedang hamil", "Pregnant", Bool)
        .checks(&[CheckId::PregnancyStale])
        .sens(Sens::Spec)
        .shown("CE", "Regsosek 2022; Law 27/2022"),
    Field::new(
        "f/other_cover",
        "Jaminan kesehatan selain PBI",
        "Health cover other than PBI",
        List("cover"),
    )
    .shown("C", "Regsosek 2022"),
    Field::new(
        "set/ppks/<item>",
        "Jenis PPKS yang tidak khusus",
        "Kind of PPKS, not sensitive",
        SetItem("ppks"),
    )
    .checks(&[CheckId::PpksPrivate])
    .sens(Sens::Spec)
    .shown("C", "Permensos 8/2012"),
];
