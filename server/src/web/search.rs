//! Search by number, NIK, KK or name, and the list of households. What is searched is sent in the
//! body: a name or number never stands in an address.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use jangkau_domain::case::CaseState;
use jangkau_domain::case_number::CaseNumber;
use jangkau_domain::kk::Kk;
use jangkau_domain::nik::{Nik, Provinces};
use jangkau_domain::policy::Capability;
use jangkau_domain::{DocId, DocKind, Lang};
use jangkau_sync::keys::RootKey;
use rusqlite::Connection;
use serde::Deserialize;

use super::desk::{Desk, Shut, answer};
use super::page::search::{Hit, SearchPage};
use super::read::opened::Opened;
use super::session::SignedIn;
use super::view::{Badge, Tone};
use super::words::search as words;
use super::{Pages, household, say, show, url};
use crate::store::{case_files, case_state, households, persons, scopes, search};

/// Hits shown at most.
const SHOWN: u32 = 50;

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    q: String,
}

/// Shows an empty search.
pub async fn empty(State(pages): State<Pages>, signed: SignedIn) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    answer(pages.app.store.read(move |conn| page(conn, &desk, "", Vec::new())).await, lang)
}

/// Shows what was found.
pub async fn find(
    State(pages): State<Pages>,
    signed: SignedIn,
    Form(sent): Form<Sent>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let secrets = std::sync::Arc::clone(&pages.app.secrets);
    let read = pages.app.store.read(move |conn| {
        let typed: String = sent.q.trim().chars().take(100).collect();
        let hits = hits(conn, &desk, &secrets.root, &typed)?;
        page(conn, &desk, &typed, hits)
    });
    answer(read.await, lang)
}

/// Lists households of the person's area.
pub async fn list(State(pages): State<Pages>, signed: SignedIn) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let read = pages.app.store.read(move |conn| {
        let mut hits = Vec::new();
        for scope in areas(conn, &desk)? {
            let left = SHOWN - hits.len() as u32;
            for one in households::of_scope(conn, desk.kab, scope, left, 0)? {
                hits.extend(household_hit(conn, &desk, one.doc)?);
            }
        }
        page(conn, &desk, "", hits)
    });
    answer(read.await, lang)
}

fn areas(conn: &Connection, desk: &Desk) -> Result<Vec<jangkau_domain::ScopeId>, Shut> {
    let mut all = Vec::new();
    for area in desk.viewer.areas(Capability::People) {
        all.extend(scopes::of_area(conn, desk.kab, &area)?.into_iter().map(|scope| scope.id));
    }
    all.dedup();
    Ok(all)
}

fn hits(conn: &Connection, desk: &Desk, root: &RootKey, typed: &str) -> Result<Vec<Hit>, Shut> {
    let mut hits = Vec::new();
    if typed.is_empty() {
        return Ok(hits);
    }
    if let Ok(number) = typed.parse::<CaseNumber>() {
        for file in case_files::with_number(conn, desk.kab, &number.to_string())? {
            hits.extend(case_hit(conn, desk, file.doc)?);
        }
    }
    if let Ok(nik) = Nik::parse(typed, Provinces::WithFictitious) {
        for one in persons::with_nik(conn, desk.kab, &root.search_hash_nik(&nik))? {
            hits.extend(person_hit(conn, desk, one.doc)?);
        }
    }
    if let Some(kk) = household::today(desk).and_then(|today| Kk::parse(typed, today).ok()) {
        for one in households::with_kk(conn, desk.kab, &root.search_hash_kk(&kk))? {
            hits.extend(household_hit(conn, desk, one.doc)?);
        }
    }
    if hits.is_empty() {
        let scopes = areas(conn, desk)?;
        for doc in search::by_name(conn, desk.kab, typed, Some(&scopes), SHOWN)? {
            hits.extend(person_hit(conn, desk, doc)?);
        }
    }
    Ok(hits)
}

/// A hit that this person may not open is no hit: the search never tells that it exists.
fn visible(
    conn: &Connection,
    desk: &Desk,
    kind: DocKind,
    doc: DocId,
) -> Result<Option<Opened>, Shut> {
    match Opened::find(conn, desk, kind, doc) {
        Ok(opened) => Ok(Some(opened)),
        Err(Shut::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn person_hit(conn: &Connection, desk: &Desk, doc: DocId) -> Result<Option<Hit>, Shut> {
    let Some(opened) = visible(conn, desk, DocKind::Person, doc)? else { return Ok(None) };
    let born = opened.words(desk, "f/birth_date");
    Ok(Some(Hit {
        href: url::person(&doc),
        name: opened.text("f/name").unwrap_or_else(|| "–".to_owned()),
        meta: [born, opened.words(desk, "f/nik")]
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        kind: desk.say(words::PERSON).to_owned(),
        place: opened.thing.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa)),
        badge: clash_badge(desk, &opened),
    }))
}

fn clash_badge(desk: &Desk, opened: &Opened) -> Option<Badge> {
    let clash = || Badge::new(desk.say(say::DIFFERENT), Tone::Manggis, "conflict");
    (opened.in_review() > 0).then(clash)
}

fn household_hit(conn: &Connection, desk: &Desk, doc: DocId) -> Result<Option<Hit>, Shut> {
    let Some(opened) = visible(conn, desk, DocKind::Household, doc)? else { return Ok(None) };
    let members = persons::of_household(conn, desk.kab, &doc)?;
    let street = [opened.words(desk, "f/address"), household::rt_rw(desk, &opened)];
    Ok(Some(Hit {
        href: url::household(&doc),
        name: household::head_of(desk, &members),
        meta: street.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · "),
        kind: desk.say(words::HOUSEHOLD).to_owned(),
        place: opened.thing.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa)),
        badge: clash_badge(desk, &opened),
    }))
}

fn case_hit(conn: &Connection, desk: &Desk, doc: DocId) -> Result<Option<Hit>, Shut> {
    let Some(opened) = visible(conn, desk, DocKind::Case, doc)? else { return Ok(None) };
    let state = case_state::find(conn, desk.kab, &doc)?.map_or(CaseState::Draft, |row| row.state);
    Ok(Some(Hit {
        href: url::case(&doc),
        name: opened.text("f/number").unwrap_or_else(|| "–".to_owned()),
        meta: [opened.words(desk, "f/kind"), opened.words(desk, "f/program")].join(" · "),
        kind: desk.say(words::CASE).to_owned(),
        place: opened.thing.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa)),
        badge: Some(show::state(state, desk.lang())),
    }))
}

fn page(conn: &Connection, desk: &Desk, typed: &str, hits: Vec<Hit>) -> Result<SearchPage, Shut> {
    let title = if typed.is_empty() { say::HOUSEHOLDS } else { say::SEARCH };
    let mut frame = desk.frame(conn, desk.say(title), "/keluarga")?;
    typed.clone_into(&mut frame.searched);
    let rule = match desk.lang() {
        Lang::Id => format!("{} ditemukan", hits.len()),
        Lang::En => format!("{} found", hits.len()),
    };
    Ok(SearchPage {
        f: frame,
        title: desk.say(title).to_owned(),
        rule,
        hits,
        empty_first: desk.say(words::NOTHING).to_owned(),
        empty_second: desk.say(words::TRY).to_owned(),
    })
}
