//! The correction form: the returned fields alone, each with the supervisor's words beside it.

use jangkau_domain::field;
use jangkau_domain::field::Profile;
use jangkau_sync::row::{self, FieldNote};

use super::begin::{correction_of, returned};
use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{Fact, FieldKind, FieldView, ReturnedView};
use crate::home::due_text;
use crate::store::rows;
use crate::visit::{Found, Sheet, correction_fields};
use crate::words::returned as words;

/// Returns one record that came back.
pub fn item(device: &mut Device, id: &str) -> Result<ReturnedView, DeviceError> {
    let (row, returned) = returned(&device.db, id)?;
    let visit = correction_of(device, id)?;
    let sheet = Sheet::load(device, &visit)?;
    let found = correction_fields::findings(&device.db, &sheet)?;
    let moment = sheet.moment;
    let title = family::of_doc(&device.db, returned.doc, &moment)?;
    let fields = returned.fields.iter().map(|note| field_view(&sheet, note, &found)).collect();
    let visited = returned.visit.map(|visit| i64::try_from(visit.unix_ms() / 1000).unwrap_or(0));
    let on = visited.map(|at| format!("{} {}", moment.say(words::VISIT_ON), moment.date(at)));
    let subtitle = [Some(title.place), on].into_iter().flatten().filter(|part| !part.is_empty());
    Ok(ReturnedView {
        id: row.to_string(),
        title: title.name,
        subtitle: subtitle.collect::<Vec<_>>().join(" · "),
        by: returned.by.clone(),
        note: returned.note.clone(),
        due_text: due_text(returned.due, &moment),
        fields,
        history: history(device, &row.0, &returned)?,
    })
}

fn field_view(sheet: &Sheet, note: &FieldNote, found: &[Found]) -> FieldView {
    let leaf = sheet.leaf(&note.doc.to_string());
    let field = leaf.and_then(|leaf| field::find(leaf.part.kind, &note.key));
    let mut view = match leaf.zip(field) {
        Some((leaf, field)) => {
            correction_fields::field(sheet, leaf, &note.key, field, found, Profile::Minimum)
        }
        None => correction_fields::unknown(sheet, &note.doc.to_string(), &note.key),
    };
    if let Some(leaf) = leaf.filter(|leaf| leaf.part.kind != jangkau_domain::DocKind::Household) {
        let name = leaf.name();
        if !name.is_empty() && view.kind != FieldKind::ReadOnly {
            view.label = format!("{} · {name}", view.label);
        }
    }
    view.note.clone_from(&note.note);
    view
}

fn history(device: &Device, id: &[u8], returned: &row::Return) -> Result<Vec<Fact>, DeviceError> {
    let moment = device.moment();
    let stored = rows::of_doc(&device.db, returned.doc, row::RowKind::Return as u8)?;
    let facts = stored.into_iter().filter(|row| row.id == id).map(|row| Fact {
        label: moment.when(row.at),
        value: format!("{} {}", moment.say(words::RETURNED_BY), returned.by),
    });
    Ok(facts.collect())
}
