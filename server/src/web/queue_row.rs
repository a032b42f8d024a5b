//! One row of a queue: what waits, whose it is, what it holds.

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, Lang, Ulid, field};
use rusqlite::Connection;

use super::desk::{Desk, Shut};
use super::page::queue::{Cell, Part, Row};
use super::read::opened::Opened;
use super::read::visit::{Counts, Notes, groups};
use super::read::{history, sight};
use super::view::{Badge, DiffGroup, NumberText, Tone};
use super::words::queue as words;
use super::{bulk, household, show, url};
use crate::store::queue::Waiting;
use crate::store::{StoreError, case_state, documents, persons, users, visit_state, visits};

/// Builds a row; none for what the person may not open.
///
/// # Errors
///
/// [`Shut`] if something cannot be read.
pub fn build(conn: &Connection, desk: &Desk, one: &Waiting) -> Result<Option<Row>, Shut> {
    let blank = Row {
        left: desk.left(one.due),
        href: String::new(),
        name: "–".to_owned(),
        number: None,
        badges: badges(desk, one),
        meta: one.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa)),
        cells: Vec::new(),
        holder: holder(conn, desk, one)?,
        tick: String::new(),
    };
    let case = one.case_doc.or(one.doc.filter(|_| one.visit.is_none()));
    Ok(match (one.queue, one.visit, case) {
        (Queue::Held, _, _) => Some(held(conn, desk, one, blank)?),
        (Queue::Review, Some(visit), _) => Some(of_visit(conn, desk, visit, blank)?),
        (_, _, Some(doc)) => of_doc(conn, desk, one, doc, blank)?,
        (_, _, None) => Some(blank),
    })
}

fn holder(conn: &Connection, desk: &Desk, one: &Waiting) -> Result<String, StoreError> {
    match sight::holder(conn, desk, &one.cause)? {
        Some(user) if user != desk.viewer.user => {
            Ok(users::find(conn, desk.kab, user)?.map_or_else(String::new, |user| user.name))
        }
        Some(_) | None => Ok(String::new()),
    }
}

fn badges(desk: &Desk, one: &Waiting) -> Vec<Badge> {
    let mut badges = Vec::new();
    if one.urgent {
        badges.push(Badge::new(desk.say(words::URGENT), Tone::Bata, "urgent"));
    }
    if one.private {
        badges.push(Badge::new(desk.say(words::PRIVATE), Tone::Dark, "lock"));
    }
    badges
}

fn of_visit(conn: &Connection, desk: &Desk, id: Ulid, mut row: Row) -> Result<Row, Shut> {
    let Some(visit) = visits::find(conn, desk.kab, &id)? else { return Ok(row) };
    row.href = url::visit(&id);
    let family = match visit.doc {
        Some(doc) => persons::of_household(conn, desk.kab, &doc)?,
        None => Vec::new(),
    };
    row.name = household::head_of(desk, &family);
    if let Some(doc) = visit.doc
        && let Ok(house) = Opened::find(conn, desk, DocKind::Household, doc)
    {
        let place = [household::rt_rw(desk, &house), row.meta];
        row.meta = place.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ");
    }
    let state = visit_state::find(conn, desk.kab, &id)?;
    let missed = visit.told.as_ref().filter(|told| told.outcome != "met");
    row.badges.extend(missed.map(|told| {
        let word = show::code("visit_outcome", &told.outcome, desk.lang());
        Badge::new(word, Tone::Plain, "household")
    }));
    let round = state.as_ref().map_or(1, |state| state.round);
    if round > 1 {
        let text = format!("{}{round}", desk.say(words::ROUND));
        row.badges.push(Badge::new(text, Tone::Kunyit, "correction"));
    }
    let from = state.filter(|state| state.round > 1).map_or(0, |state| state.from_pos);
    let (groups, counts) = groups(conn, desk, &id, from, &Notes::new())?;
    if counts.cases == 0 && counts.warned == 0 && row.holder.is_empty() {
        row.tick = bulk::tick(conn, desk, &id)?.unwrap_or_default();
    }
    let told = visit.told.as_ref();
    let delay = told.map_or_else(String::new, |told| delay(desk, visit.first_at - told.claimed));
    row.cells = vec![
        Cell::Parts(parts(desk, &groups, &counts)),
        Cell::Warnings(counts.warned as u64),
        Cell::By(history::name_of(conn, desk, Some(visit.user))?),
        Cell::When { day: desk.day(told.map_or(visit.first_at, |told| told.claimed)), delay },
    ];
    Ok(row)
}

fn delay(desk: &Desk, seconds: i64) -> String {
    let word = desk.say(words::DELAY);
    let (count, unit) = match (seconds, desk.lang()) {
        (..60, Lang::Id) => return "langsung".to_owned(),
        (..60, Lang::En) => return "at once".to_owned(),
        (..=3_599, Lang::Id) => (seconds / 60, "menit"),
        (..=3_599, Lang::En) => (seconds / 60, "minutes"),
        (..=86_399, Lang::Id) => (seconds / 3_600, "jam"),
        (..=86_399, Lang::En) => (seconds / 3_600, "hours"),
        (_, Lang::Id) => (seconds / 86_400, "hari"),
        (_, Lang::En) => (seconds / 86_400, "days"),
    };
    format!("{word} {count} {unit}")
}

/// Counts in grey, then cases as dark words: they decide the work.
fn parts(desk: &Desk, groups: &[DiffGroup], counts: &Counts) -> Vec<Part> {
    let house = groups.iter().filter(|group| group.sign == "household").count();
    let counted = [
        ("people", words::PEOPLE, counts.persons),
        ("household", words::HOUSE, house),
        ("card", words::CARDS, counts.programs),
    ];
    let mut parts: Vec<Part> = counted
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(sign, title, count)| Part {
            sign,
            title: desk.say(title),
            text: count.to_string(),
            strong: false,
        })
        .collect();
    for case in groups.iter().filter(|group| group.number.is_some()) {
        let kind = case.title.split(':').next().unwrap_or_default().to_lowercase();
        parts.push(Part {
            sign: case.sign,
            title: desk.say(words::CASES),
            text: kind,
            strong: true,
        });
    }
    parts
}

fn of_doc(
    conn: &Connection,
    desk: &Desk,
    one: &Waiting,
    doc: DocId,
    row: Row,
) -> Result<Option<Row>, Shut> {
    let Some(stored) = documents::find(conn, desk.kab, &doc)? else { return Ok(Some(row)) };
    let kind = stored.register.kind();
    let opened = match Opened::find(conn, desk, kind, doc) {
        Ok(opened) => opened,
        // What this person may not open stands in no list of theirs.
        Err(Shut::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    Ok(Some(match kind {
        DocKind::Case => of_case(conn, desk, doc, &opened, row)?,
        DocKind::Person | DocKind::Household => of_family(conn, desk, one, &opened, row)?,
    }))
}

fn of_case(
    conn: &Connection,
    desk: &Desk,
    doc: DocId,
    opened: &Opened,
    mut row: Row,
) -> Result<Row, StoreError> {
    row.href = url::case(&doc);
    row.number = opened.text("f/number").map(|number| NumberText::new(&number));
    if let Some(person) = opened.doc("f/person")
        && let Some(name) = persons::find(conn, desk.kab, &person)?.and_then(|one| one.name)
    {
        row.meta = format!("{name} · {}", row.meta);
    }
    let state = case_state::find(conn, desk.kab, &doc)?.map_or(CaseState::Draft, |case| case.state);
    row.cells = vec![
        Cell::Text { main: opened.words(desk, "f/kind"), meta: opened.words(desk, "f/program") },
        Cell::Stops(show::stops(state, false, desk.lang())),
        Cell::Badge(show::state(state, desk.lang())),
    ];
    Ok(row)
}

fn of_family(
    conn: &Connection,
    desk: &Desk,
    one: &Waiting,
    opened: &Opened,
    mut row: Row,
) -> Result<Row, StoreError> {
    let (kind, doc) = (opened.stored.register.kind(), opened.stored.register.id());
    if kind == DocKind::Person {
        row.href = url::person(&doc);
        row.name = opened.text("f/name").unwrap_or(row.name);
    } else {
        row.href = url::household(&doc);
        row.name = household::head_of(desk, &persons::of_household(conn, desk.kab, &doc)?);
        row.meta = household::address(desk, opened);
    }
    let about = one.key.as_deref().and_then(|key| field::find(kind, key));
    let main = about.map_or_else(
        || desk.say(if kind == DocKind::Person { words::PERSON } else { words::FAMILY }),
        |field| show::label(field, desk.lang()),
    );
    let blank = || Cell::Text { main: String::new(), meta: String::new() };
    row.cells = vec![Cell::Text { main: main.to_owned(), meta: String::new() }, blank(), blank()];
    Ok(row)
}

/// A change that was kept aside: why, and who sent it.
fn held(conn: &Connection, desk: &Desk, one: &Waiting, mut row: Row) -> Result<Row, StoreError> {
    let why = match one.key.as_deref() {
        Some("not_allowed") => words::HELD_NOT_ALLOWED,
        Some("unknown_dep") => words::HELD_WAITS,
        Some("purged") => words::HELD_PURGED,
        Some(_) | None => words::HELD_HOSTILE,
    };
    desk.say(why).clone_into(&mut row.name);
    let kind = match one.doc {
        Some(doc) => documents::find(conn, desk.kab, &doc)?.map(|stored| stored.register.kind()),
        None => None,
    };
    let what = match kind {
        Some(DocKind::Person) => desk.say(words::PERSON),
        Some(DocKind::Household) => desk.say(words::FAMILY),
        Some(DocKind::Case) => desk.say(words::CASE),
        None => "–",
    };
    row.cells = vec![
        Cell::Text { main: what.to_owned(), meta: String::new() },
        Cell::By(history::name_of(conn, desk, one.owner)?),
    ];
    Ok(row)
}
