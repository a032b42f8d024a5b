//! One field as it was typed: on disk before anything is said about it.

use jangkau_domain::DocKind;
use jangkau_domain::field::{self, key_ok};
use rusqlite::Connection;

use super::findings;
use super::found::control;
use super::leaf::Leaf;
use super::sheet::Sheet;
use super::{answers, form, similar};
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{FieldSaved, FieldView};
use crate::shown;
use crate::store::{drafts, visits};
use crate::words::visit as words;

/// The longest text that is kept of one field: more than any field takes.
const LONGEST: usize = 16 * 1024;

/// Saves a field; an empty value takes it away.
///
/// # Errors
/// Where the form has no such field: then nothing was typed into it.
pub fn set_field(
    device: &mut Device,
    visit: &str,
    doc: &str,
    key: &str,
    value: &str,
) -> Result<FieldSaved, DeviceError> {
    if !is_on_form(&device.db, visit, doc, key)? || value.len() > LONGEST {
        return Err(DeviceError::refused(key, words::NO_SUCH_FIELD));
    }
    let now = device.clock.now();
    device.write(|tx| {
        drafts::put(tx, visit, doc, key, value, now)?;
        visits::touch(tx, visit, now)
    })?;
    let sheet = Sheet::load(device, visit)?;
    let found = findings::all(&device.db, &sheet)?;
    let mut marked = FieldView { key: control(key), doc: doc.to_owned(), ..blank() };
    super::fields::mark(&mut marked, &found);
    let leaf = sheet.leaf(doc);
    let about_person = matches!(key, "f/name" | "f/nik" | "f/birth_date" | "f/mother");
    let similar = match leaf.filter(|leaf| leaf.part.kind == DocKind::Person && about_person) {
        Some(person) => similar::people(&device.db, &sheet, person)?,
        None => Vec::new(),
    };
    Ok(FieldSaved {
        saved_text: form::saved_text(&sheet, now),
        error: marked.error,
        warning: marked.warning,
        normalised: normalised(leaf, key, value),
        similar,
    })
}

/// Looks only at what the form holds: typing must not wait for more than it needs.
fn is_on_form(db: &Connection, visit: &str, doc: &str, key: &str) -> Result<bool, DeviceError> {
    let open = visits::get(db, visit)?.is_some_and(|visit| visit.finished_s.is_none());
    if !open {
        return Err(DeviceError::NotFound);
    }
    if doc == visit {
        return Ok(answers::is_answer(key));
    }
    let parts = visits::parts(db, visit)?;
    let part = parts.into_iter().find(|part| part.doc.to_string() == doc);
    let Some(kind) = part.map(|part| part.kind).filter(|_| key_ok(key)) else {
        return Ok(false);
    };
    let sample = match key.strip_prefix("set/") {
        Some(set) if !set.contains('/') => format!("{key}/x"),
        _ => key.to_owned(),
    };
    let answer = kind == DocKind::Case && answers::is_case_answer(key);
    Ok(answer || field::find(kind, &sample).is_some())
}

fn normalised(leaf: Option<&Leaf>, key: &str, value: &str) -> String {
    let stored = leaf.and_then(|leaf| leaf.merged.get(key));
    stored.map_or_else(|| value.trim().to_owned(), shown::typed)
}

fn blank() -> FieldView {
    FieldView {
        key: String::new(),
        doc: String::new(),
        label: String::new(),
        kind: crate::ffi::view::FieldKind::Text,
        value: String::new(),
        display: String::new(),
        choices: Vec::new(),
        required: false,
        help: String::new(),
        max_len: 0,
        error: String::new(),
        warning: String::new(),
        note: String::new(),
        register_value: String::new(),
        old_value: String::new(),
    }
}
