//! The person page: every recorded field by section, masked where the field table asks.

use axum::extract::{Path, State};
use axum::response::Response;
use jangkau_domain::field::{Field, FieldType, Sens, Write};
use jangkau_domain::policy::Capability;
use jangkau_domain::{DocId, DocKind, Lang};
use rusqlite::Connection;

use super::Pages;
use super::desk::{Desk, Shut, answer};
use super::page::person::{PersonPage, PersonRow, PersonSection};
use super::read::history;
use super::read::opened::Opened;
use super::read::row::label;
use super::session::SignedIn;
use super::view::{Badge, Tone};
use super::{household, say, url};
use crate::projection::{Clash, Shown};

/// Shows a person.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let page = match DocId::from_hex(&id) {
        Some(doc) => pages.app.store.read(move |conn| build(conn, &desk, doc)).await,
        None => Err(Shut::NotFound),
    };
    answer(page, lang)
}

fn build(conn: &Connection, desk: &Desk, doc: DocId) -> Result<PersonPage, Shut> {
    let person = Opened::find(conn, desk, DocKind::Person, doc)?;
    let title = person.text("f/name").unwrap_or_else(|| "–".to_owned());
    let conflict_badge = Badge::new(desk.say(say::DIFFERENT), Tone::Manggis, "conflict");
    let home = person.doc("f/household");
    let facts = [
        person.words(desk, "f/sex"),
        household::age(
            &person.text("f/birth_date").unwrap_or_default(),
            desk.now_s,
            desk.zone,
            desk.lang(),
        ),
        person.words(desk, "f/relation"),
    ];
    Ok(PersonPage {
        f: desk.frame(conn, &title, "/keluarga")?,
        household_href: home.map_or_else(|| "/keluarga".to_owned(), |doc| url::household(&doc)),
        household_name: match home {
            Some(home) => household::title(conn, desk, &home)?,
            None => desk.say(say::HOUSEHOLDS).to_owned(),
        },
        badges: if person.in_review() > 0 { vec![conflict_badge.clone()] } else { Vec::new() },
        facts_line: facts.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · "),
        sections: sections(desk, &person, doc),
        conflict_badge,
        timeline: history::of_doc(conn, desk, DocKind::Person, &doc)?,
        title,
    })
}

fn sections(desk: &Desk, person: &Opened, doc: DocId) -> Vec<PersonSection> {
    let may_edit = desk.viewer.may(Capability::Record, &person.thing, None).is_ok();
    let mut identity = Vec::new();
    let mut programs = Vec::new();
    let mut life = Vec::new();
    // Where they belong is said in the page's head.
    for (key, field, shown) in
        person.fields().into_iter().filter(|(_, f, _)| f.ty != FieldType::Ref)
    {
        let row = row(desk, doc, &key, field, &shown, may_edit);
        if key.starts_with("prog/") {
            programs.push(row);
        } else if field.sens == Sens::Spec {
            life.push(row);
        } else {
            identity.push(row);
        }
    }
    let title = |id: &str, en: &str| if desk.lang() == Lang::Id { id } else { en }.to_owned();
    [
        ("person", title("Identitas dan kehidupan", "Identity and life"), identity),
        ("card", title("Kepesertaan program", "Program participation"), programs),
        ("lock", title("Data khusus", "Specific data"), life),
    ]
    .into_iter()
    .filter(|(_, _, rows)| !rows.is_empty())
    .map(|(sign, title, rows)| PersonSection { sign, title, rows })
    .collect()
}

fn row(
    desk: &Desk,
    doc: DocId,
    key: &str,
    field: &Field,
    shown: &Shown,
    may_edit: bool,
) -> PersonRow {
    let guarded = field.sens != Sens::Desa;
    PersonRow {
        label: label(desk, key, field),
        value: desk.keyed(key, field, &shown.value, false),
        reveal: if guarded { url::reveal(&doc, key) } else { String::new() },
        href: if may_edit && !key.starts_with("set/") && field.write != Write::App {
            url::edit(&doc, key)
        } else {
            String::new()
        },
        conflict: shown.clash == Clash::Review,
    }
}
