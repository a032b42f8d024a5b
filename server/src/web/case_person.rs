//! The citizen of a case, as its page shows them.

use jangkau_domain::{DocKind, field};
use rusqlite::Connection;

use super::desk::{Desk, Shut};
use super::page::case::CasePerson;
use super::read::opened::Opened;
use super::view::Fact;
use super::words::case as words;
use super::{household, show, url};
use crate::store::{StoreError, participations};

/// Finds the citizen; none where the case is anonymous or the person is not the viewer's to see.
///
/// # Errors
///
/// [`Shut`] if something cannot be read.
pub fn find(conn: &Connection, desk: &Desk, case: &Opened) -> Result<Option<CasePerson>, Shut> {
    let Some(doc) = case.doc("f/person") else { return Ok(None) };
    let person = match Opened::find(conn, desk, DocKind::Person, doc) {
        Ok(person) => person,
        // A handler of a private case sees the citizen through the case, not through the desa.
        Err(Shut::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let birth = person.text("f/birth_date").unwrap_or_default();
    let meta = [
        person.words(desk, "f/sex"),
        household::age(&birth, desk.now_s, desk.zone, desk.lang()),
        person.words(desk, "f/relation"),
    ];
    let home = person.doc("f/household");
    let mut facts: Vec<Fact> =
        ["f/nik", "f/phone"].iter().filter_map(|key| masked(desk, &person, key)).collect();
    if let Some(home) = home
        && let Ok(house) = Opened::find(conn, desk, DocKind::Household, home)
    {
        facts.push(Fact::new(desk.say(words::ADDRESS), household::address(desk, &house)));
    }
    let received = received(conn, desk, &[Some(doc), home])?;
    if !received.is_empty() {
        facts.push(Fact::new(desk.say(words::RECEIVES), received));
    }
    Ok(Some(CasePerson {
        name: person.text("f/name").unwrap_or_else(|| "–".to_owned()),
        meta: meta.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", "),
        href: home.map_or_else(|| url::person(&doc), |home| url::household(&home)),
        facts,
    }))
}

fn masked(desk: &Desk, person: &Opened, key: &str) -> Option<Fact> {
    let value = person.words(desk, key);
    let label = match field::find(DocKind::Person, key) {
        Some(_) if key == "f/phone" => desk.say(words::PHONE),
        Some(field) => show::label(field, desk.lang()),
        None => "",
    };
    let reveal = url::reveal(&person.stored.register.id(), key);
    (!value.is_empty()).then(|| Fact { reveal, ..Fact::new(label, value) })
}

fn received(
    conn: &Connection,
    desk: &Desk,
    docs: &[Option<jangkau_domain::DocId>],
) -> Result<String, StoreError> {
    let mut names = Vec::new();
    for doc in docs.iter().flatten() {
        for one in participations::of_doc(conn, desk.kab, doc)? {
            if one.status.as_deref() == Some("receiving") {
                names.push(show::program(&desk.catalogue, &one.program, desk.lang()));
            }
        }
    }
    Ok(names.join(", "))
}
