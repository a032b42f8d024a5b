//! The household page: who lives here, what they get, what is open.

use axum::extract::{Path, State};
use axum::response::Response;
use jangkau_domain::birth::BirthDate;
use jangkau_domain::calendar::Zone;
use jangkau_domain::case::CaseState;
use jangkau_domain::policy::Capability;
use jangkau_domain::{DocId, DocKind, Lang};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;

use super::Pages;
use super::desk::{Desk, Shut, answer};
use super::page::household::{CaseRow, EditRow, HouseholdPage, Member, ProgramRow};
use super::read::opened::Opened;
use super::read::{history, sight};
use super::session::SignedIn;
use super::view::{Badge, Fact, NumberText, TimelineItem, Tone};
use super::words::household as words;
use super::{place, say, show, url};
use crate::store::persons::{self, Person};
use crate::store::visit_state::{self, VisitState};
use crate::store::{StoreError, case_files, case_state, participations, visits};

const HOUSE: [&str; 9] = [
    "f/building",
    "f/floor_area",
    "f/floor",
    "f/wall",
    "f/roof_type",
    "f/water",
    "f/power",
    "f/cooking",
    "f/toilet",
];
const EDITED: [&str; 7] = ["f/address", "f/hamlet", "f/rt", "f/rw", "f/state", "f/size", "f/note"];

/// Shows a household.
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

fn build(conn: &Connection, desk: &Desk, doc: DocId) -> Result<HouseholdPage, Shut> {
    let house = Opened::find(conn, desk, DocKind::Household, doc)?;
    let members = persons::of_household(conn, desk.kab, &doc)?;
    let title = format!("{} {}", desk.say(words::FAMILY_OF), head_of(desk, &members));
    let place = house
        .thing
        .desa
        .as_deref()
        .map_or_else(String::new, |desa| place::with_kecamatan(&desk.wilayah, desa));
    let (programs, never) = programs(conn, desk, doc, &members)?;
    Ok(HouseholdPage {
        f: desk.frame(conn, &title, "/keluarga")?,
        place,
        badges: badges(desk, &house),
        facts: facts(desk, &house, doc, members.len(), last_visit(conn, desk, &doc)?),
        members: members.iter().map(|one| member(conn, desk, one)).collect(),
        programs,
        never,
        cases: cases(conn, desk, &members)?,
        house: HOUSE
            .iter()
            .map(|key| house.words(desk, key))
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        edits: edits(desk, &house, doc),
        timeline: timeline(conn, desk, doc)?,
        title,
    })
}

/// Returns the title of a family's page.
///
/// # Errors
///
/// [`StoreError`] if its members cannot be read.
pub fn title(conn: &Connection, desk: &Desk, doc: &DocId) -> Result<String, StoreError> {
    let members = persons::of_household(conn, desk.kab, doc)?;
    Ok(format!("{} {}", desk.say(words::FAMILY_OF), head_of(desk, &members)))
}

/// Returns the name by which a family is called: the head's, else the first member's.
pub fn head_of(desk: &Desk, members: &[Person]) -> String {
    let head = members.iter().find(|one| one.relation.as_deref() == Some("head"));
    let name = head.or(members.first()).and_then(|one| one.name.clone());
    name.unwrap_or_else(|| desk.say(words::UNNAMED).to_owned())
}

fn badges(desk: &Desk, house: &Opened) -> Vec<Badge> {
    let mut badges = Vec::new();
    if let Some(state) = house.text("f/state") {
        let tone = if state == "active" { Tone::Padi } else { Tone::Plain };
        let sign = if state == "active" { "done" } else { "household" };
        badges.push(Badge::new(show::code("household_state", &state, desk.lang()), tone, sign));
    }
    let clashing = house.in_review();
    if clashing > 0 {
        let text = format!("{clashing} {}", desk.say(say::DIFFERENT));
        badges.push(Badge::new(text, Tone::Manggis, "conflict"));
    }
    badges
}

fn last_visit(conn: &Connection, desk: &Desk, doc: &DocId) -> Result<String, StoreError> {
    let visits = visits::of_doc(conn, desk.kab, doc)?;
    let last = visits.iter().find_map(|visit| visit.told.as_ref());
    Ok(last.map_or_else(String::new, |told| desk.day(told.claimed)))
}

/// The family's past, with the visit that waits for review on top.
fn timeline(conn: &Connection, desk: &Desk, doc: DocId) -> Result<Vec<TimelineItem>, Shut> {
    let mut items = Vec::new();
    for visit in visits::of_doc(conn, desk.kab, &doc)? {
        let state = visit_state::find(conn, desk.kab, &visit.id)?;
        if let Some(row) = state.filter(|row| row.state == VisitState::Waiting) {
            let what = desk.say(words::VISIT_WAITS).to_owned();
            items.push(history::waiting(what, history::since(desk, row.at)));
            break;
        }
    }
    items.extend(history::of_doc(conn, desk, DocKind::Household, &doc)?);
    Ok(items)
}

fn facts(desk: &Desk, house: &Opened, doc: DocId, members: usize, last: String) -> Vec<Fact> {
    let kk = house.words(desk, "f/kk");
    let reveal = if kk.is_empty() { String::new() } else { url::reveal(&doc, "f/kk") };
    let address = address(desk, house);
    let count = match desk.lang() {
        Lang::Id => format!("{members} orang"),
        Lang::En => format!("{members} people"),
    };
    vec![
        Fact { reveal, ..Fact::new("KK", if kk.is_empty() { "–".to_owned() } else { kk }) },
        Fact::new(label("f/address", desk), address),
        Fact::new(desk.say(words::MEMBERS), count),
        Fact::new(desk.say(words::LAST_VISIT), if last.is_empty() { "–".to_owned() } else { last }),
    ]
}

fn label(key: &str, desk: &Desk) -> &'static str {
    jangkau_domain::field::find(DocKind::Household, key)
        .map_or("", |field| field.label.text(desk.lang()))
}

fn member(conn: &Connection, desk: &Desk, person: &Person) -> Member {
    let birth = person.birth_date.as_deref().unwrap_or_default();
    let nik = person.nik.as_deref().map(|nik| show::masked(&show::grouped(nik)));
    let mut badges = Vec::new();
    if person.review > 0 {
        badges.push(Badge::new(desk.say(say::DIFFERENT), Tone::Manggis, "conflict"));
    }
    if nik.is_none() {
        badges.push(Badge::new(desk.say(words::NO_NIK), Tone::Kunyit, "papers"));
    }
    let relation = person.relation.as_deref().unwrap_or_default();
    Member {
        href: url::person(&person.doc),
        name: person.name.clone().unwrap_or_else(|| "–".to_owned()),
        relation: show::code("relation", relation, desk.lang()),
        born: show::masked_date(birth),
        age: age(birth, desk.now_s, desk.zone, desk.lang()),
        nik: nik.unwrap_or_else(|| no_nik(conn, desk, person)),
        badges,
    }
}

/// Why there is none, as it was said: "sedang diurus".
fn no_nik(conn: &Connection, desk: &Desk, person: &Person) -> String {
    let opened = Opened::find(conn, desk, DocKind::Person, person.doc);
    let why = opened.map_or_else(|_| String::new(), |one| one.words(desk, "f/no_nik_why"));
    if why.is_empty() { "–".to_owned() } else { why.to_lowercase() }
}

/// Returns the age in words, with "±" where only the year is known.
pub fn age(birth: &str, now_s: i64, zone: Zone, lang: Lang) -> String {
    let today = Timestamp::from_second(now_s).map(|now| zone.day(now));
    let (Ok(birth), Ok(today)) = (birth.parse::<BirthDate>(), today) else {
        return String::new();
    };
    let years = |years: u16, about: &str| match lang {
        Lang::Id => format!("{about}{years} th"),
        Lang::En => format!("{about}{years} y"),
    };
    let about = if birth.exact().is_some() && !birth.is_estimate() { "" } else { "± " };
    birth.age_on(today).map_or_else(String::new, |age| years(age.years, about))
}

fn programs(
    conn: &Connection,
    desk: &Desk,
    doc: DocId,
    members: &[Person],
) -> Result<(Vec<ProgramRow>, Vec<String>), StoreError> {
    let family = if desk.lang() == Lang::Id { "keluarga" } else { "family" };
    let mut whose = vec![(doc, family.to_owned())];
    whose.extend(members.iter().map(|one| (one.doc, one.name.clone().unwrap_or_default())));
    let (mut rows, mut never) = (Vec::new(), Vec::new());
    for (doc, whose) in whose {
        for one in participations::of_doc(conn, desk.kab, &doc)? {
            let status = one.status.as_deref().unwrap_or("unknown");
            let name = show::program(&desk.catalogue, &one.program, desk.lang());
            if status == "never" {
                never.push(format!("{name} · {whose}"));
                continue;
            }
            let (tone, sign) = match status {
                "receiving" => (Tone::Padi, "done"),
                "stopped" => (Tone::Kunyit, "clock"),
                _ => (Tone::Plain, "cross"),
            };
            let source =
                show::code("prog_source", one.source.as_deref().unwrap_or(""), desk.lang());
            let last = one.last.as_deref().map(|last| show::date(last, desk.lang()));
            let meta = last.into_iter().chain(Some(source)).filter(|part| !part.is_empty());
            rows.push(ProgramRow {
                name,
                whose: whose.clone(),
                badge: Badge::new(show::code("participation", status, desk.lang()), tone, sign),
                meta: meta.collect::<Vec<_>>().join(" · "),
            });
        }
    }
    Ok((rows, never))
}

fn cases(conn: &Connection, desk: &Desk, members: &[Person]) -> Result<Vec<CaseRow>, Shut> {
    let mut rows = Vec::new();
    for person in members {
        for file in case_files::of_person(conn, desk.kab, &person.doc)? {
            // A private case of a member stands in no list outside its scope.
            if Opened::find(conn, desk, DocKind::Case, file.doc).is_err() {
                continue;
            }
            let row = case_state::find(conn, desk.kab, &file.doc)?;
            let state = row.as_ref().map_or(CaseState::Draft, |row| row.state);
            let visit = row.and_then(|row| row.visit);
            let waits = sight::of_case_or_visit(conn, desk, &file.doc, visit)?;
            rows.push(CaseRow {
                href: url::case(&file.doc),
                number: NumberText::new(file.number.as_deref().unwrap_or("–")),
                subject: file.program.as_deref().map_or_else(
                    || show::code("subcat", file.subcat.as_deref().unwrap_or(""), desk.lang()),
                    |program| show::program(&desk.catalogue, program, desk.lang()),
                ),
                kind: show::code("case_kind", file.kind.as_deref().unwrap_or(""), desk.lang()),
                stops: show::stops(state, false, desk.lang()),
                badge: show::state(state, desk.lang()),
                left: waits.map(|row| desk.left(row.due)),
            });
        }
    }
    Ok(rows)
}

fn edits(desk: &Desk, house: &Opened, doc: DocId) -> Vec<EditRow> {
    let may_edit = desk.viewer.may(Capability::Record, &house.thing, None).is_ok();
    let row = |key: &&str| EditRow {
        label: label(key, desk).to_owned(),
        value: house.words(desk, key),
        href: if may_edit { url::edit(&doc, key) } else { String::new() },
    };
    EDITED.iter().map(row).collect()
}

/// Returns a household's address in one line: "Dsn. Krajan RT 003/RW 001, Karangwulung".
pub fn address(desk: &Desk, house: &Opened) -> String {
    let desa = house.thing.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa));
    let street = [house.words(desk, "f/address"), rt_rw(desk, house)];
    let street = street.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
    [street, desa].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Returns "RT 003/RW 001"; nothing where neither is recorded.
pub fn rt_rw(desk: &Desk, house: &Opened) -> String {
    match (house.words(desk, "f/rt"), house.words(desk, "f/rw")) {
        (rt, rw) if rt.is_empty() && rw.is_empty() => String::new(),
        (rt, rw) => format!("RT {rt}/RW {rw}"),
    }
}

/// Returns today's date in the kabupaten.
pub fn today(desk: &Desk) -> Option<Date> {
    Timestamp::from_second(desk.now_s).ok().map(|now| desk.zone.day(now))
}
