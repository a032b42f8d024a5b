//! Answering a question about a case (T17, T17r): the clocks of the case stand still until then.

use jangkau_domain::event::{EventBody, Note};
use jangkau_domain::{DocKind, field};
use jangkau_sync::row::{DataRequest, RowId};
use rusqlite::Connection;

use super::reply;
use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{FieldKind, Finished, OfficeTask};
use crate::home::due_text;
use crate::moment::Moment;
use crate::store::{cases, documents, visits};
use crate::words::{home as home_words, office as words};

/// The longest answer.
const LONGEST: usize = 1000;

/// The field that takes the answer.
pub const TEXT: &str = "text";

/// Returns what is asked.
pub fn item(device: &Device, id: &str) -> Result<OfficeTask, DeviceError> {
    let (row, request) = open(&device.db, id)?;
    let moment = device.moment();
    let about = family::of_doc(&device.db, request.doc.unwrap_or(request.case), &moment)?;
    let number = cases::get(&device.db, request.case)?.map(|case| case.number);
    let facts = [
        (words::NUMBER, number.unwrap_or_default()),
        (words::FIELDS, fields(&device.db, &request, &moment)?.join(", ")),
        (words::PLACE, about.place),
        (words::DUE, due_text(request.due, &moment)),
    ];
    let label = moment.say(words::REPLY);
    let mut field = reply::asked(row, TEXT, label, FieldKind::LongText, Vec::new());
    field.help = moment.say(words::REPLY_HELP).to_owned();
    field.max_len = i32::try_from(LONGEST).unwrap_or(0);
    Ok(OfficeTask {
        id: row.to_string(),
        title: about.name,
        subtitle: moment.say(home_words::DATA_REQUEST).to_owned(),
        heading: moment.say(words::QUESTION).to_owned(),
        said: request.question.clone(),
        facts: reply::facts(&moment, facts),
        fields: vec![field],
        case: request.case.to_string(),
        household: about.household.map(|id| id.to_string()),
    })
}

/// Sends an answer.
pub fn answer(device: &mut Device, id: &str, text: &str) -> Result<Finished, DeviceError> {
    let (row, request) = open(&device.db, id)?;
    if text.is_empty() {
        return Err(DeviceError::refused(TEXT, words::NO_REPLY));
    }
    if text.chars().count() > LONGEST {
        return Err(DeviceError::refused(TEXT, words::LONG_REPLY));
    }
    let moment = device.moment();
    let note =
        Note { purpose: "reply".to_owned(), text: text.to_owned(), request: Some(row.to_string()) };
    let about = family::of_doc(&device.db, request.doc.unwrap_or(request.case), &moment)?;
    reply::save(device, row, request.case, about.household, EventBody::Note(note))?;
    let recorded = [(words::QUESTION, request.question), (words::REPLY, text.to_owned())];
    Ok(reply::finished(&moment, words::REPLY_NEXT, reply::facts(&moment, recorded)))
}

/// Returns whether this tablet has answered already.
pub fn is_replied(db: &Connection, row: &[u8]) -> Result<bool, DeviceError> {
    visits::was_corrected(db, row)
}

fn open(db: &Connection, id: &str) -> Result<(RowId, DataRequest), DeviceError> {
    let (row, request) = reply::row::<DataRequest>(db, id)?;
    if request.closed.is_some() || is_replied(db, &row.0)? {
        return Err(DeviceError::NotFound);
    }
    Ok((row, request))
}

/// Returns the words of the fields that are asked for.
fn fields(
    db: &Connection,
    request: &DataRequest,
    moment: &Moment,
) -> Result<Vec<String>, DeviceError> {
    let doc = request.doc.unwrap_or(request.case);
    let kind = documents::register(db, doc)?.map_or(DocKind::Case, |register| register.kind());
    let label = |key: &String| match field::find(kind, key) {
        Some(field) => moment.say(field.label).to_owned(),
        None => key.clone(),
    };
    Ok(request.keys.iter().map(label).collect())
}
