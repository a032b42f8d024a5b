//! A person of 32 fields.

use jangkau_domain::synthetic::{Draw, Person, Village};
use jangkau_domain::{DocId, Value};

use crate::edit::Edit;

const DIFFICULTIES: [&str; 9] =
    ["see", "hear", "walk", "hand", "learn", "act", "speak", "care", "mind"];

fn text(value: impl AsRef<str>) -> Value {
    value.as_ref().into()
}

/// Records a member of a family in the order of the form.
///
/// Where the citizen has nothing for a field, something likely is drawn: every record has as many
/// fields, so that their bytes can be compared.
pub fn record(person: &Person, home: DocId, village: &Village, draw: &mut Draw) -> Vec<Edit> {
    let mut edits = identity(person, village, draw);
    edits.extend([
        Edit::put("f/household", Value::Bytes(home.0.to_vec())),
        Edit::put("f/relation", text(person.relation)),
        Edit::put("f/presence", text("present")),
        Edit::put("f/marital", text(person.marital)),
        Edit::put("f/school", text(person.school.unwrap_or("finished"))),
        Edit::put("f/education", text(person.education.unwrap_or("none"))),
        Edit::put("f/job", text(person.job.unwrap_or("jobless"))),
        Edit::put("set/papers/ktp", Value::Bool(true)),
    ]);
    edits.extend(DIFFICULTIES.map(|name| {
        let hard = person.difficulty.filter(|(which, _)| *which == name);
        Edit::put(format!("f/dis_{name}"), text(hard.map_or("none", |(_, degree)| degree)))
    }));
    edits.push(Edit::put("f/chronic", Value::Bool(person.chronic)));
    edits.push(Edit::put("f/other_cover", text(draw.weighted(COVER))));
    edits.extend(participation(person, draw));
    edits
}

const COVER: &[(&str, u32)] = &[("none", 8), ("self_paid", 1), ("employer", 1)];
const OWNER: &[(&str, u32)] = &[("self", 6), ("family", 3), ("neighbour", 1)];
const SOURCE: &[(&str, u32)] = &[("said", 7), ("seen", 3)];

fn identity(person: &Person, village: &Village, draw: &mut Draw) -> Vec<Edit> {
    let nik = person.nik.as_ref().map_or_else(|| digits(16, draw), |nik| nik.digits().to_owned());
    let phone = person.phone.clone().unwrap_or_else(|| format!("628{}", digits(10, draw)));
    vec![
        Edit::put("f/name", text(&person.name)),
        Edit::put("f/nik", text(&nik)),
        Edit::put("f/birth_place", text(draw.one_of(&village.hamlets))),
        Edit::put("f/birth_date", text(person.birth.to_string())),
        Edit::put("f/sex", text(person.sex.key())),
        Edit::put("f/mother", text(&person.mother)),
        Edit::put("f/phone", text(&phone)),
        Edit::put("f/phone_owner", text(draw.weighted(OWNER))),
        Edit::put("f/sms_ok", Value::Bool(draw.happens(8_000))),
    ]
}

/// Contributions to the health insurance: the program that most persons are asked about.
fn participation(person: &Person, draw: &mut Draw) -> [Edit; 4] {
    let found = person.programs.iter().find(|one| one.program == "pbi");
    let month = format!("2025-{:02}", draw.between(1, 6));
    let status = if found.is_some() { "receiving" } else { "never" };
    [
        Edit::put("prog/pbi/status", text(status)),
        Edit::put("prog/pbi/source", text(draw.weighted(SOURCE))),
        Edit::put("prog/pbi/last", text(found.map_or(month.as_str(), |one| one.last))),
        Edit::put("prog/pbi/card", text(format!("000{}", digits(10, draw)))),
    ]
}

/// So many digits; the first is 9, as in every number of province 99.
pub fn digits(count: usize, draw: &mut Draw) -> String {
    let rest = (1..count).map(|_| char::from(b'0' + draw.below(10).to_le_bytes()[0]));
    std::iter::once('9').chain(rest).collect()
}
