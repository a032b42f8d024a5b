//! An answer is an event in the case's document, and one line among what the tablet sent.

use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocId, DocKind, Label};
use jangkau_sync::row::{RowBody, RowId};
use rusqlite::Connection;

use crate::device::Device;
use crate::edit::{self, Target};
use crate::error::DeviceError;
use crate::ffi::view::{Choice, Fact, FieldKind, FieldView, Finished};
use crate::moment::Moment;
use crate::returned::newest_state;
use crate::store::visits::{self, Visit};
use crate::store::{documents, rows};
use crate::visit::put_event;
use crate::words::{office as words, visit as visit_words};

/// Returns a row that the office sent.
pub fn row<T: RowBody>(db: &Connection, id: &str) -> Result<(RowId, T), DeviceError> {
    let id = RowId::from_hex(id).ok_or(DeviceError::NotFound)?;
    let row = rows::get(db, T::KIND as u8, &id.0)?.ok_or(DeviceError::NotFound)?;
    let body = T::from_bytes(&row.body).map_err(|_| DeviceError::Stored("row"))?;
    Ok((id, body))
}

/// Returns the events of a document that this build can read.
pub fn events(db: &Connection, doc: DocId) -> Result<Vec<EventBody>, DeviceError> {
    let Some(register) = documents::register(db, doc)? else {
        return Ok(Vec::new());
    };
    let keys = register.keys().filter(|key| event::id_of(key).is_some());
    let bytes = keys.filter_map(|key| register.winner(key)?.as_bytes());
    Ok(bytes.filter_map(|bytes| Event::decode(bytes).ok()).map(|event| event.body).collect())
}

/// Saves an answer to a row for sending: the event and the line of the outbox, both or neither.
pub fn save(
    device: &mut Device,
    row: RowId,
    case: DocId,
    household: Option<DocId>,
    body: EventBody,
) -> Result<(), DeviceError> {
    let scope = documents::scope(&device.db, case)?.ok_or(DeviceError::NotFound)?;
    let (id, event_id) = (device.ulid()?, device.ulid()?);
    let pen = device.pen(None, &id.to_string())?;
    let event = Event { at_s: pen.now, seen: Some(newest_state(&device.db, case)?), body };
    let household = household.unwrap_or(case);
    let visit = Visit {
        id: id.to_string(),
        returned: Some(row.0.to_vec()),
        scope,
        household,
        row: None,
        started_s: pen.now,
        saved_s: pen.now,
        finished_s: None,
        sent_s: None,
    };
    device.write(|tx| {
        visits::add(tx, &visit)?;
        let target = Target { kind: DocKind::Case, id: case, scope };
        edit::write(tx, target, &[put_event(&event_id, &event)], &pen)?;
        visits::finish(tx, &visit.id, household, pen.now)
    })
}

/// Returns a field that is asked back; it must be filled.
pub fn asked(
    row: RowId,
    key: &str,
    label: &str,
    kind: FieldKind,
    choices: Vec<Choice>,
) -> FieldView {
    FieldView {
        key: key.to_owned(),
        doc: row.to_string(),
        label: label.to_owned(),
        kind,
        value: String::new(),
        display: String::new(),
        choices,
        required: true,
        help: String::new(),
        max_len: 0,
        error: String::new(),
        warning: String::new(),
        note: String::new(),
        register_value: String::new(),
        old_value: String::new(),
    }
}

/// Returns what is known under its labels.
pub fn facts(moment: &Moment, facts: impl IntoIterator<Item = (Label, String)>) -> Vec<Fact> {
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| Fact { label: moment.say(label).to_owned(), value }).collect()
}

/// Returns the end of the screen: what was recorded, and that it is on the tablet.
pub fn finished(moment: &Moment, next: Label, recorded: Vec<Fact>) -> Finished {
    Finished {
        numbers: Vec::new(),
        sentence: moment.say(words::SAVED_SENTENCE).to_owned(),
        recorded,
        next: moment.say(next).to_owned(),
        saved_text: format!("{} {}", moment.say(visit_words::SAVED), moment.time(moment.now)),
    }
}
