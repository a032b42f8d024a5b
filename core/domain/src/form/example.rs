//! A family of fictitious province 99, as its documents hold it.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::{Facts, Record, Register, RegisterStatus};
use crate::Value;
use crate::catalogue::{Catalogue, seed};

/// A document under test.
pub(crate) type Doc = BTreeMap<String, Value>;

/// The day of the visit.
pub(crate) const TODAY: Date = date(2025, 7, 14);

/// Builds a document from texts.
pub(crate) fn doc(texts: &[(&str, &str)]) -> Doc {
    texts.iter().map(|(key, text)| ((*key).to_owned(), Value::from(*text))).collect()
}

fn with(mut doc: Doc, values: impl IntoIterator<Item = (&'static str, Value)>) -> Doc {
    doc.extend(values.into_iter().map(|(key, value)| (key.to_owned(), value)));
    doc
}

pub(crate) fn household() -> Doc {
    let texts = doc(&[
        ("f/kk", "9901011203150007"),
        ("f/desa", "9901012001"),
        ("f/address", "Dsn. Krajan"),
        ("f/hamlet", "Krajan"),
        ("f/rt", "003"),
        ("f/rw", "001"),
        ("f/state", "active"),
        ("f/geo", "-7.41230,109.98210;8"),
        ("f/building", "owned"),
        ("f/floor", "cement"),
        ("f/wall", "plaster"),
        ("f/roof_type", "clay"),
        ("f/water", "well"),
        ("f/light", "metered"),
        ("f/power", "w450"),
        ("f/cooking", "lpg3"),
        ("f/toilet", "own"),
        ("prog/sembako/status", "never"),
        ("prog/sembako/source", "said"),
        ("prog/lpg3/status", "receiving"),
        ("prog/lpg3/source", "said"),
        ("prog/lpg3/last", "2025-07"),
    ]);
    with(texts, [("f/size", Value::Int(3)), ("f/floor_area", Value::Int(36))])
}

pub(crate) fn sumiati() -> Doc {
    let texts = doc(&[
        ("f/name", "SUMIATI"),
        ("f/nik", "9901017112580003"),
        ("f/birth_date", "1958-12-31"),
        ("f/sex", "female"),
        ("f/relation", "head"),
        ("f/presence", "present"),
        ("f/marital", "widowed"),
        ("f/education", "none"),
        ("f/job", "farm_labour"),
        ("f/mother", "PAINEM"),
        ("f/phone", "6281200000001"),
        ("f/phone_owner", "family"),
        ("f/dis_walk", "some"),
        ("prog/pbi/status", "receiving"),
        ("prog/pbi/last", "2025-06"),
        ("prog/pbi/source", "seen"),
        ("prog/pbi/card", "0000000000001"),
    ]);
    with(
        texts,
        [
            ("f/household", Value::Bytes(vec![0x7c; 16])),
            ("f/sms_ok", Value::Bool(true)),
            ("f/chronic", Value::Bool(true)),
            ("set/papers/ktp", Value::Bool(true)),
        ],
    )
}

pub(crate) fn siti() -> Doc {
    let texts = doc(&[
        ("f/name", "SITI RAHAYU"),
        ("f/nik", "9901014504900011"),
        ("f/birth_date", "1990-04-05"),
        ("f/sex", "female"),
        ("f/relation", "child"),
        ("f/presence", "present"),
    ]);
    with(texts, [("f/household", Value::Bytes(vec![0x7c; 16]))])
}

pub(crate) fn rizky() -> Doc {
    let texts = doc(&[
        ("f/name", "RIZKY"),
        ("f/no_nik_why", "in_process"),
        ("f/birth_date", "2019-08"),
        ("f/sex", "male"),
        ("f/relation", "grandchild"),
        ("f/presence", "present"),
        ("f/school", "never"),
    ]);
    with(texts, [("f/household", Value::Bytes(vec![0x7c; 16]))])
}

pub(crate) fn need() -> Doc {
    let texts = doc(&[
        ("f/kind", "need"),
        ("f/subcat", "k01"),
        ("f/number", "9901-2507-0K7-0012-G"),
        ("f/channel", "fs"),
        ("f/program", "sembako"),
        ("f/sector", "food"),
        ("f/story", "Belum pernah menerima sembako, desil 2"),
        ("f/reg_status", "listed"),
        ("f/reg_release", "dtsen-2025-2"),
        ("f/consent_refer", "thumb"),
        (&format!("att/{}", "0".repeat(64)), "house"),
    ]);
    with(
        texts,
        [
            ("f/person", Value::Bytes(vec![0x41; 16])),
            ("set/ppks/poor", Value::Bool(true)),
            ("set/shown/ktp", Value::Bool(true)),
            ("set/shown/kk", Value::Bool(true)),
        ],
    )
}

/// The family, its case and the catalogue a new kabupaten starts with.
pub(crate) struct Example {
    pub(crate) household: Doc,
    pub(crate) people: Vec<Doc>,
    pub(crate) case: Doc,
    pub(crate) catalogue: Catalogue,
}

impl Example {
    pub(crate) fn new() -> Self {
        Self {
            household: household(),
            people: vec![sumiati(), siti(), rizky()],
            case: need(),
            catalogue: seed(),
        }
    }

    /// Looks at the family with one of its people in question.
    pub(crate) fn look<T>(&self, person: usize, look: impl FnOnce(&mut Facts<'_>) -> T) -> T {
        let members: Vec<&dyn Record> = self.people.iter().map(|doc| doc as &dyn Record).collect();
        let mut facts = Facts::new(TODAY, &self.catalogue);
        facts.household = Some(&self.household);
        facts.person = Some(members[person]);
        facts.members = &members;
        facts.case = Some(&self.case);
        facts.channel = Some("fs");
        facts.outcome = Some("met");
        facts.hamlets_listed = true;
        facts.register = Register {
            status: RegisterStatus::Listed,
            desil: Some(2),
            programs: &[],
            released: None,
        };
        look(&mut facts)
    }
}
