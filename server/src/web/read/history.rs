//! The history beside a record: visits, edits, returns, decisions, steps; who took them.

use std::collections::BTreeMap;

use jangkau_domain::case::CaseState;
use jangkau_domain::role::Role;
use jangkau_domain::step::StepId;
use jangkau_domain::{DocId, DocKind, Lang, Ulid, UserId, field, step};
use jangkau_sync::Author;
use rusqlite::Connection;

use super::row;
use crate::store::visit_state::{self, VisitState};
use crate::store::visits::{self, Visit};
use crate::store::{StoreError, case_step, history, returns, users};
use crate::web::desk::Desk;
use crate::web::show;
use crate::web::view::{TimelineItem, TimelineKind};
use crate::web::words::history as words;

/// Lines shown at most.
const SHOWN: usize = 40;
/// Fields named in one line.
const NAMED: usize = 4;
/// A delay worth telling: an hour.
const DELAY_S: i64 = 3_600;

/// A line with the log's position that it stands for.
type At = (i64, TimelineItem);

/// Returns a person's name as the account has it; "Sistem" for the server itself.
///
/// # Errors
///
/// [`StoreError`] if the account cannot be read.
pub fn name_of(conn: &Connection, desk: &Desk, user: Option<UserId>) -> Result<String, StoreError> {
    let Some(user) = user else { return Ok(desk.say(words::SYSTEM).to_owned()) };
    Ok(users::find(conn, desk.kab, user)?.map_or_else(|| format!("#{user}"), |found| found.name))
}

/// Returns the steps of a case and the edits of its page, newest first.
///
/// # Errors
///
/// [`StoreError`] if something cannot be read.
pub fn of_case(
    conn: &Connection,
    desk: &Desk,
    doc: &DocId,
) -> Result<Vec<TimelineItem>, StoreError> {
    let mut items = Vec::new();
    for taken in case_step::list(conn, desk.kab, doc)? {
        let to = CaseState::from_key(&taken.to);
        let to = to.map_or(taken.to.as_str(), |state| desk.say(state.label()));
        let step = StepId::from_key(&taken.step)
            .and_then(step::of)
            .map_or("", |step| desk.say(step.label));
        let role = taken.role.as_deref().and_then(Role::from_key);
        let name = name_of(conn, desk, taken.user)?;
        let item = TimelineItem {
            kind: TimelineKind::Step,
            who: role.map_or(name.clone(), |role| format!("{name}, {}", desk.say(role.label()))),
            what: format!("→ {to}"),
            when: join([desk.moment(taken.at), step.to_owned()]),
            quote: taken.note.unwrap_or_default(),
        };
        items.push((taken.pos, item));
    }
    items.extend(edits(conn, desk, DocKind::Case, doc, &[])?);
    Ok(newest_first(items))
}

/// Returns what happened to a family or person, newest first.
///
/// # Errors
///
/// [`StoreError`] if something cannot be read.
pub fn of_doc(
    conn: &Connection,
    desk: &Desk,
    kind: DocKind,
    doc: &DocId,
) -> Result<Vec<TimelineItem>, StoreError> {
    let visits = visits::of_doc(conn, desk.kab, doc)?;
    let mut items = edits(conn, desk, kind, doc, &visits)?;
    for visit in visits.iter().take(SHOWN) {
        if visit.told.is_some() {
            items.push((visit.first_pos, met(conn, desk, visit)?));
            items.extend(decided(conn, desk, visit)?);
        }
    }
    items.extend(returned(conn, desk, kind, doc)?);
    Ok(newest_first(items))
}

fn newest_first(mut items: Vec<At>) -> Vec<TimelineItem> {
    items.sort_by_key(|(pos, _)| std::cmp::Reverse(*pos));
    items.into_iter().take(SHOWN).map(|(_, item)| item).collect()
}

fn met(conn: &Connection, desk: &Desk, visit: &Visit) -> Result<TimelineItem, StoreError> {
    let code = |list: &str, key: &str| show::code(list, key, desk.lang());
    let Some(told) = &visit.told else { return Ok(waiting(String::new(), String::new())) };
    let mut when = vec![desk.moment(told.claimed)];
    when.extend(visit.device.map(|device| format!("tablet {device}")));
    if visit.first_at - told.claimed > DELAY_S {
        when.push(format!("{} {}", desk.say(words::RECEIVED), desk.moment(visit.first_at)));
    }
    Ok(TimelineItem {
        kind: TimelineKind::Step,
        who: name_of(conn, desk, Some(visit.user))?,
        what: join([
            desk.say(words::VISITED).to_owned(),
            code("visit_purpose", &told.purpose),
            code("visit_outcome", &told.outcome),
        ]),
        when: join(when),
        quote: String::new(),
    })
}

fn decided(conn: &Connection, desk: &Desk, visit: &Visit) -> Result<Option<At>, StoreError> {
    let row = visit_state::find(conn, desk.kab, &visit.id)?;
    let Some(row) = row.filter(|row| row.state == VisitState::Accepted) else { return Ok(None) };
    let item = TimelineItem {
        kind: TimelineKind::Step,
        who: name_of(conn, desk, row.decided_by)?,
        what: desk.say(words::ACCEPTED).to_owned(),
        when: desk.moment(row.at),
        quote: row.note.unwrap_or_default(),
    };
    Ok(Some((row.pos, item)))
}

/// Returns what happened to a visit and its family: its returns, its correction, the family's past.
///
/// # Errors
///
/// [`StoreError`] if something cannot be read.
pub fn of_visit(
    conn: &Connection,
    desk: &Desk,
    visit: &Visit,
    docs: &[(DocKind, DocId)],
) -> Result<Vec<TimelineItem>, StoreError> {
    let mut items = Vec::new();
    for (kind, doc) in docs {
        items.extend(returned(conn, desk, *kind, doc)?);
    }
    let row = visit_state::find(conn, desk.kab, &visit.id)?;
    if let Some(row) = row.filter(|row| row.round > 1 && row.state == VisitState::Waiting) {
        let item = TimelineItem {
            kind: TimelineKind::Step,
            who: name_of(conn, desk, Some(visit.user))?,
            what: desk.say(words::CORRECTED).to_owned(),
            when: desk.moment(row.at),
            quote: String::new(),
        };
        items.push((row.pos, item));
    }
    let mut items = newest_first(items);
    if let Some(house) = visit.doc {
        items.extend(of_doc(conn, desk, DocKind::Household, &house)?);
    }
    Ok(items)
}

/// What came back of this record alone: another one's notes may be closed to the reader.
fn returned(
    conn: &Connection,
    desk: &Desk,
    kind: DocKind,
    doc: &DocId,
) -> Result<Vec<At>, StoreError> {
    let mut items = Vec::new();
    for one in returns::of_doc(conn, desk.kab, doc)? {
        let noted = one.noted_fields().into_iter().map(|(key, note)| {
            let label = field::find(kind, &key).map(|field| row::label(desk, &key, field));
            format!("{}: {note}", label.unwrap_or(key))
        });
        let notes: Vec<String> = one.note.iter().cloned().chain(noted).collect();
        let item = TimelineItem {
            kind: TimelineKind::Step,
            who: name_of(conn, desk, Some(one.by))?,
            what: desk.say(words::RETURNED).to_owned(),
            when: desk.moment(one.at),
            quote: notes.join("; "),
        };
        items.push((one.pos, item));
    }
    Ok(items)
}

/// Changes that no visit told of: made on a page, or the choice between values.
fn edits(
    conn: &Connection,
    desk: &Desk,
    kind: DocKind,
    doc: &DocId,
    visits: &[Visit],
) -> Result<Vec<At>, StoreError> {
    struct Edit {
        at: i64,
        user: Option<UserId>,
        labels: Vec<String>,
    }
    let told = |id: &Ulid| visits.iter().any(|visit| visit.id == *id && visit.told.is_some());
    let mut found: BTreeMap<i64, Edit> = BTreeMap::new();
    for written in history::of_doc(conn, desk.kab, doc)? {
        let change = history::parse(&written)?;
        let author = change.message.as_ref().and_then(|text| text.parse::<Author>().ok());
        let on_page = written.device.is_none();
        if !on_page || author.as_ref().and_then(|author| author.visit).is_some_and(|id| told(&id)) {
            continue;
        }
        let label = |key: &String| Some(row::label(desk, key, field::find(kind, key)?));
        let labels = change.ops.iter().filter_map(|op| label(&op.key)).collect();
        let user = author.and_then(|author| author.user);
        found.insert(written.pos, Edit { at: written.recv_at, user, labels });
    }
    let mut items = Vec::new();
    for (pos, mut edit) in found {
        edit.labels.truncate(NAMED);
        let item = TimelineItem {
            kind: TimelineKind::Fact,
            who: name_of(conn, desk, edit.user)?,
            what: format!("{} {}", desk.say(words::EDITED), edit.labels.join(", ")),
            when: desk.moment(edit.at),
            quote: String::new(),
        };
        items.push((pos, item));
    }
    Ok(items)
}

fn join(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Returns the line on top: what is waited for.
pub fn waiting(what: String, when: String) -> TimelineItem {
    TimelineItem { kind: TimelineKind::Now, who: String::new(), what, when, quote: String::new() }
}

/// Returns the word before the moment since which something waits.
pub fn since(desk: &Desk, at: i64) -> String {
    let since = if desk.lang() == Lang::Id { "sejak" } else { "since" };
    format!("{since} {}", desk.moment(at))
}
