//! How a family is called on a card, and where it lives.

use jangkau_domain::{DocId, DocKind};
use rusqlite::Connection;

use crate::error::DeviceError;
use crate::moment::Moment;
use crate::store::{cases, documents, households, persons, register};
use crate::words::{search as search_words, visit as words};

/// Name, place and household for a card.
pub struct Title {
    /// "Keluarga" and the head's name.
    pub name: String,
    /// RT and RW; empty where neither is known.
    pub place: String,
    /// The household, where there is one.
    pub household: Option<DocId>,
}

/// Returns the title of a household, from its members or else the register.
pub fn of_household(db: &Connection, id: DocId, moment: &Moment) -> Result<Title, DeviceError> {
    let members = persons::of_household(db, id)?;
    let head = members.iter().find(|member| member.relation == "head");
    let recorded = head.or(members.first()).map(|member| member.name.clone());
    let rows = register::family(db, id)?;
    let name = recorded.filter(|name| !name.is_empty());
    let name = name.or_else(|| rows.first().map(|row| row.name.clone())).unwrap_or_default();
    let place = match households::get(db, id)?.filter(|known| !known.rt.is_empty()) {
        Some(known) => place(&known.rt, &known.rw, moment),
        None => rows.first().map(|row| place(&row.rt, &row.rw, moment)).unwrap_or_default(),
    };
    let family = moment.say(words::FAMILY);
    let name = if name.is_empty() { family.to_owned() } else { format!("{family} {name}") };
    Ok(Title { name, place, household: Some(id) })
}

fn place(rt: &str, rw: &str, moment: &Moment) -> String {
    if rt.is_empty() && rw.is_empty() {
        return String::new();
    }
    search_words::place(rt, rw, "", moment.lang)
}

/// Returns the title of the family that a document belongs to; a person stands under the own name.
pub fn of_doc(db: &Connection, doc: DocId, moment: &Moment) -> Result<Title, DeviceError> {
    let kind = documents::register(db, doc)?.map(|register| register.kind());
    let person = match kind {
        Some(DocKind::Household) | None => return of_household(db, doc, moment),
        Some(DocKind::Person) => Some(doc),
        Some(DocKind::Case) => cases::get(db, doc)?.and_then(|case| case.person),
    };
    let person = match person {
        Some(id) => persons::get(db, id)?,
        None => None,
    };
    let Some(person) = person else {
        return Ok(Title { name: String::new(), place: String::new(), household: None });
    };
    let mut title = match person.household {
        Some(household) => of_household(db, household, moment)?,
        None => Title { name: String::new(), place: String::new(), household: None },
    };
    if !person.name.is_empty() {
        title.name = person.name;
    }
    Ok(title)
}
