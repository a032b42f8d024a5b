//! A case as the field sees it.

use jangkau_domain::case::CaseState;
use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocId, Label, field};
use jangkau_sync::register::Register;
use jangkau_sync::row;
use rusqlite::Connection;

use crate::catalogue;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{CaseRow, CaseView, Fact};
use crate::moment::Moment;
use crate::shown;
use crate::store::cases::Case;
use crate::store::{cases, documents, outbox, persons, rows};
use crate::visit::typed;
use crate::words::family as words;

/// Returns the newest state of a case: the server's, none while it was never received.
fn state(db: &Connection, case: DocId) -> Result<Option<row::CaseState>, DeviceError> {
    Ok(rows::read_of::<row::CaseState>(db, case)?.pop().map(|(_, state)| state))
}

/// Returns whether a case goes on: the server's newest word, else it waits to be sent.
pub fn is_open(db: &Connection, case: DocId) -> Result<bool, DeviceError> {
    let state = state(db, case)?.and_then(|row| CaseState::from_key(&row.state));
    Ok(state.is_none_or(|state| !state.is_end()))
}

/// Returns the line of a case.
pub fn case_row(device: &Device, id: DocId, case: &Case) -> Result<CaseRow, DeviceError> {
    let moment = device.moment();
    Ok(CaseRow {
        id: id.to_string(),
        number: number(&device.db, id, case)?,
        title: title(device, case, &moment)?,
        state_text: state_text(&device.db, id, &moment)?,
    })
}

/// Returns the number that counts: the office may have replaced a repeated one.
fn number(db: &Connection, id: DocId, case: &Case) -> Result<String, DeviceError> {
    let replaced = rows::read_of::<row::Number>(db, id)?.pop();
    Ok(replaced.map_or_else(|| case.number.clone(), |(_, number)| number.new))
}

fn title(device: &Device, case: &Case, moment: &Moment) -> Result<String, DeviceError> {
    let kind = typed::label("case_kind", &case.kind, moment.lang);
    if case.program.is_empty() {
        let subcat = typed::label("subcat", &case.subcat, moment.lang);
        return Ok(if case.subcat.is_empty() { kind } else { format!("{kind} · {subcat}") });
    }
    let catalogue = catalogue::current(&device.db)?;
    Ok(format!("{kind} · {}", catalogue::name(&catalogue, &case.program, moment)))
}

fn state_text(db: &Connection, id: DocId, moment: &Moment) -> Result<String, DeviceError> {
    let unsent = !outbox::of_doc(db, id)?.is_empty();
    let text = match state(db, id)? {
        Some(row) => match CaseState::from_key(&row.state) {
            Some(state) => state.label().text(moment.lang).to_owned(),
            None => row.state,
        },
        None if unsent => moment.say(words::UNSENT).to_owned(),
        None => moment.say(words::RECEIVED).to_owned(),
    };
    Ok(text)
}

/// Returns the page of a case.
pub fn card(device: &Device, id: DocId) -> Result<CaseView, DeviceError> {
    let db = &device.db;
    let moment = device.moment();
    let case = cases::get(db, id)?.ok_or(DeviceError::NotFound)?;
    let register = documents::register(db, id)?.ok_or(DeviceError::NotFound)?;
    let newest = state(db, id)?.and_then(|row| CaseState::from_key(&row.state));
    let word = newest.and_then(CaseState::word);
    Ok(CaseView {
        number: number(db, id, &case)?,
        title: title(device, &case, &moment)?,
        state_text: state_text(db, id, &moment)?,
        word: word.map(|word| word.label().text(moment.lang).to_owned()).unwrap_or_default(),
        facts: facts(db, &register, &case, &moment)?,
        history: history(db, &register, id, &moment)?,
    })
}

fn facts(
    db: &Connection,
    register: &Register,
    case: &Case,
    moment: &Moment,
) -> Result<Vec<Fact>, DeviceError> {
    let mut facts = Vec::new();
    let fact = |label: Label, value: String| Fact { label: moment.say(label).to_owned(), value };
    if let Some(person) = case.person {
        let name = persons::get(db, person)?.map(|person| person.name).unwrap_or_default();
        facts.push(fact(words::CITIZEN, name));
    }
    for (key, value) in shown::values(register) {
        let Some(field) = field::find(register.kind(), &key) else {
            continue;
        };
        let told_above = matches!(key.as_str(), "f/number" | "f/person" | "f/kind" | "f/program");
        let text = typed::display(field, &value, moment.lang);
        if field.shown.card && !told_above && !text.is_empty() && !key.starts_with("set/") {
            facts.push(fact(field.label, text));
        }
    }
    Ok(facts)
}

fn history(
    db: &Connection,
    register: &Register,
    id: DocId,
    moment: &Moment,
) -> Result<Vec<Fact>, DeviceError> {
    let mut lines: Vec<(i64, String)> = Vec::new();
    for (stored, row) in rows::read_of::<row::CaseState>(db, id)? {
        let state = CaseState::from_key(&row.state);
        let text = state.map_or(row.state, |state| state.label().text(moment.lang).to_owned());
        lines.push((stored.at, text));
    }
    for (stored, refusal) in rows::read_of::<row::Refusal>(db, id)? {
        lines.push((stored.at, format!("{}: {}", moment.say(words::NOT_TAKEN), refusal.text)));
    }
    for key in register.keys().filter(|key| event::id_of(key).is_some()) {
        let bytes = register.winner(key).and_then(|value| value.as_bytes());
        if let Some(event) = bytes.and_then(|bytes| Event::decode(bytes).ok()) {
            lines.push((event.at_s, moment.say(event_words(&event)).to_owned()));
        }
    }
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(lines.into_iter().map(|(at, value)| Fact { label: moment.when(at), value }).collect())
}

fn event_words(event: &Event) -> Label {
    match event.body {
        EventBody::Visit(_) => Label::new("Dikunjungi", "Visited"),
        EventBody::Submit(_) => Label::new("Dicatat dan dikirim", "Recorded and sent"),
        EventBody::Answer(_) => Label::new("Dijawab di tempat", "Answered on the spot"),
        EventBody::Papers(_) => Label::new("NIK/KK dilengkapi", "NIK/KK completed"),
        EventBody::Correct(_) => Label::new("Diperbaiki", "Corrected"),
        EventBody::Inform(_) => Label::new("Warga dikabari", "Citizen told"),
        EventBody::Withdraw(_) => Label::new("Pembatalan diminta", "Withdrawal asked for"),
        EventBody::Object(_) => Label::new("Warga keberatan", "Citizen objected"),
        EventBody::Note(_) => Label::new("Catatan", "Note"),
        EventBody::CrossCheck(_) => Label::new("Cek silang", "Cross-check"),
    }
}
