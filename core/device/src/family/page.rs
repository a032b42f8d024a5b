//! The page of a family.

use jangkau_domain::{DocId, DocKind, Label};
use jangkau_sync::row;
use rusqlite::Connection;

use super::{case, title};
use crate::catalogue;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{CaseRow, Fact, HouseholdView, MemberRow};
use crate::moment::Moment;
use crate::search::page as cards;
use crate::shown;
use crate::store::households::Household;
use crate::store::persons::Person;
use crate::store::register::RegisterRow;
use crate::store::{cases, documents, households, persons, register, rows};
use crate::visit::typed;
use crate::words::{family as words, search as search_words};

/// Returns the page of a family: of its documents, and of the register under them.
pub fn page(device: &Device, id: DocId) -> Result<HouseholdView, DeviceError> {
    let (db, moment) = (&device.db, device.moment());
    let id = match persons::get(db, id)? {
        Some(person) => person.household.ok_or(DeviceError::NotFound)?,
        None => id,
    };
    let known = households::get(db, id)?;
    let listed = register::family(db, id)?;
    if known.is_none() && listed.is_empty() {
        return Err(DeviceError::NotFound);
    }
    let title = title::of_household(db, id, &moment)?;
    let known = known.unwrap_or_default();
    let mut recorded = persons::of_household(db, id)?;
    recorded.sort_by_key(|member| member.relation != "head");
    Ok(HouseholdView {
        id: id.to_string(),
        title: title.name,
        address: address(&known, &title.place),
        facts: facts(&known, &listed, &moment),
        members: members(db, &recorded, &listed, &moment)?,
        programs: programs(device, id, &recorded, &moment)?,
        open_cases: open_cases(device, id)?,
        badge: badge(db, id, &recorded, &moment)?,
        last_visit_text: last_visit(&known, &moment),
    })
}

fn address(known: &Household, place: &str) -> String {
    let parts = [known.address.as_str(), place, known.hamlet.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn facts(known: &Household, listed: &[RegisterRow], moment: &Moment) -> Vec<Fact> {
    let fact = |label: Label, value: String| Fact { label: moment.say(label).to_owned(), value };
    let registered = listed.first().map(|row| row.kk.clone()).unwrap_or_default();
    let kk = if known.kk.is_empty() { registered } else { known.kk.clone() };
    let desil = listed.iter().filter_map(|row| row.desil).min();
    let status = match (listed.is_empty(), desil) {
        (true, _) => moment.say(words::NOT_LISTED).to_owned(),
        (false, Some(desil)) => {
            let word = moment.say(search_words::DESIL).to_lowercase();
            format!("{}, {word} {desil}", moment.say(words::LISTED))
        }
        (false, None) => moment.say(words::LISTED).to_owned(),
    };
    let mut facts = vec![fact(words::KK, typed::grouped(&kk)), fact(words::REGISTER, status)];
    if !known.state.is_empty() {
        let state = typed::label("household_state", &known.state, moment.lang);
        facts.push(fact(words::STATE, state));
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn members(
    db: &Connection,
    recorded: &[Person],
    listed: &[RegisterRow],
    moment: &Moment,
) -> Result<Vec<MemberRow>, DeviceError> {
    let line = |parts: [String; 2]| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let mut rows: Vec<MemberRow> = recorded
        .iter()
        .map(|member| {
            let relation = typed::label("relation", &member.relation, moment.lang);
            MemberRow {
                id: member.doc.map(|id| id.to_string()).unwrap_or_default(),
                name: member.name.clone(),
                detail: line([relation, cards::age(&member.birth, moment)]),
            }
        })
        .collect();
    for row in listed {
        let Some(id) = row.person else {
            continue;
        };
        if persons::get(db, id)?.is_none() {
            let source = moment.say(words::REGISTER_ONLY).to_owned();
            rows.push(MemberRow {
                id: id.to_string(),
                name: row.name.clone(),
                detail: line([source, cards::age(&row.birth, moment)]),
            });
        }
    }
    Ok(rows)
}

fn programs(
    device: &Device,
    household: DocId,
    recorded: &[Person],
    moment: &Moment,
) -> Result<Vec<Fact>, DeviceError> {
    let catalogue = catalogue::current(&device.db)?;
    let docs = recorded.iter().filter_map(|member| Some((member.doc?, member.name.as_str())));
    let mut facts = Vec::new();
    for (doc, name) in [(household, "")].into_iter().chain(docs) {
        let Some(register) = documents::register(&device.db, doc)? else {
            continue;
        };
        for (key, value) in shown::values(&register) {
            let code = key.strip_prefix("prog/").and_then(|rest| rest.strip_suffix("/status"));
            let Some(code) = code else {
                continue;
            };
            let program = catalogue::name(&catalogue, code, moment);
            let label = if name.is_empty() { program } else { format!("{program} · {name}") };
            let status = typed::label("participation", &shown::typed(&value), moment.lang);
            facts.push(Fact { label, value: status });
        }
    }
    Ok(facts)
}

fn open_cases(device: &Device, household: DocId) -> Result<Vec<CaseRow>, DeviceError> {
    let mut open = Vec::new();
    for found in cases::of_household(&device.db, household)? {
        let Some(id) = found.doc else {
            continue;
        };
        if case::is_open(&device.db, id)? {
            open.push(case::case_row(device, id, &found)?);
        }
    }
    Ok(open)
}

/// Names the fields in which people wrote unequal values that a person must decide between.
fn badge(
    db: &Connection,
    household: DocId,
    recorded: &[Person],
    moment: &Moment,
) -> Result<Option<String>, DeviceError> {
    let mut names: Vec<String> = Vec::new();
    for doc in recorded.iter().filter_map(|member| member.doc).chain([household]) {
        let Some(register) = documents::register(db, doc)? else {
            continue;
        };
        let told = rows::read_of::<row::Pending>(db, doc)?.pop();
        let told = told.map(|(_, pending)| pending.keys).unwrap_or_default();
        let own = register.keys().filter(|key| shown::in_conflict(&register, key));
        for key in own.map(str::to_owned).chain(told) {
            names.extend(label(register.kind(), &key, moment));
        }
    }
    names.sort();
    names.dedup();
    let badge = format!("{}: {}", moment.say(words::DIFFERS), names.join(", "));
    Ok((!names.is_empty()).then_some(badge))
}

fn label(kind: DocKind, key: &str, moment: &Moment) -> Option<String> {
    let field = jangkau_domain::field::find(kind, key)?;
    Some(field.label.text(moment.lang).to_owned())
}

fn last_visit(known: &Household, moment: &Moment) -> String {
    match known.visited_s {
        Some(at) => format!("{} {}", moment.say(search_words::VISITED), moment.date(at)),
        None => {
            let never = moment.say(search_words::NEVER_VISITED);
            let mut letters = never.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}
