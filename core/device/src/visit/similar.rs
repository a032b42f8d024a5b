//! What is already known: people who may be the same, cases about the same.

use jangkau_domain::matching::Record;
use jangkau_domain::name::NameKey;
use jangkau_domain::nik::Sex;
use jangkau_domain::{DocId, DocKind};
use rusqlite::Connection;

use super::facts::concerned;
use super::leaf::Leaf;
use super::private;
use super::sheet::Sheet;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::SearchHit;
use crate::search::{self, Candidate, Query};
use crate::store::{cases, documents};

/// The most hits beside a field.
const MOST: usize = 5;

/// Returns people who may be the one that is being typed; those of the visit itself are left out.
pub fn people(
    db: &Connection,
    sheet: &Sheet,
    person: &Leaf,
) -> Result<Vec<SearchHit>, DeviceError> {
    let mine = record(sheet, person);
    let mut found = Vec::new();
    for typed in [person.text("f/nik"), person.text("f/name")] {
        let query = Query::read(&typed);
        if !matches!(query, Query::Number(_) | Query::Name(_)) {
            continue;
        }
        for candidate in search::find(db, &query, 20)? {
            let alike = search::alike(&mine, &search::record(&candidate)).is_some();
            if alike && !on_form(sheet, &candidate) {
                let hit = search::hit(&candidate, None, &sheet.moment);
                if !found.contains(&hit) {
                    found.push(hit);
                }
            }
        }
    }
    found.truncate(MOST);
    Ok(found)
}

fn on_form(sheet: &Sheet, candidate: &Candidate) -> bool {
    let doc = candidate.doc();
    sheet.of_kind(DocKind::Person).any(|leaf| Some(leaf.part.doc) == doc)
}

/// Returns what is compared of a member on the form.
pub fn record(sheet: &Sheet, person: &Leaf) -> Record {
    let text = |key: &str| person.text(key);
    let household = |key: &str| sheet.household().map(|leaf| leaf.text(key)).unwrap_or_default();
    let some = |text: String| (!text.is_empty()).then_some(text);
    Record {
        nik: text("f/nik").parse().ok(),
        kk: household("f/kk").parse().ok(),
        name: NameKey::read(&text("f/name")),
        sex: Sex::from_key(&text("f/sex")),
        birth: text("f/birth_date").parse().ok(),
        mother: some(text("f/mother")).map(|name| NameKey::read(&name)),
        desa: None,
        hamlet: None,
        rt: some(household("f/rt")),
        rw: some(household("f/rw")),
        phone: text("f/phone").parse().ok(),
    }
}

/// Returns open cases of the same person, kind and program.
pub fn open_cases(db: &Connection, sheet: &Sheet, case: &Leaf) -> Result<Vec<DocId>, DeviceError> {
    let Some(person) = concerned(sheet, case) else {
        return Ok(Vec::new());
    };
    let mut open = Vec::new();
    for other in cases::of_person(db, person.part.doc)? {
        let same = other.kind == case.text("f/kind") && other.program == case.text("f/program");
        let Some(id) = other.doc.filter(|id| same && *id != case.part.doc) else {
            continue;
        };
        // A reference from the desa would tell that a private case exists.
        let hidden = match documents::scope(db, id)? {
            Some(scope) => private::scope_is_private(db, scope)?,
            None => false,
        };
        if !hidden && family::is_open(db, id)? {
            open.push(id);
        }
    }
    Ok(open)
}
