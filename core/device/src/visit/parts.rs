//! Putting members, programs and cases on the form, and taking them off again.

use jangkau_domain::case::CaseKind;
use jangkau_domain::{DocId, DocKind};

use super::sheet::Sheet;
use crate::device::Device;
use crate::error::DeviceError;
use crate::random;
use crate::store::visits::{self, Part};
use crate::store::{drafts, visit_notes};
use crate::words::visit as words;

/// Adds a member and returns its group.
pub fn add_member(device: &mut Device, visit: &str) -> Result<String, DeviceError> {
    let sheet = Sheet::load(device, visit)?;
    add(device, &sheet, DocKind::Person, &[("f/presence", "present")])
}

/// Adds a case of a kind and returns its group. It concerns whom the visit met, else the head.
pub fn add_case(device: &mut Device, visit: &str, kind: &str) -> Result<String, DeviceError> {
    if CaseKind::from_key(kind).is_none() {
        return Err(DeviceError::refused("f/kind", words::NO_SUCH_KIND));
    }
    let sheet = Sheet::load(device, visit)?;
    let met = sheet.leaf(sheet.answer("met"));
    let head = || sheet.members().find(|leaf| leaf.text("f/relation") == "head");
    let person = met.or_else(head).or_else(|| sheet.members().next());
    let person = person.map(|leaf| leaf.doc.clone()).unwrap_or_default();
    add(device, &sheet, DocKind::Case, &[("f/kind", kind), ("f/person", &person)])
}

fn add(
    device: &mut Device,
    sheet: &Sheet,
    kind: DocKind,
    typed: &[(&str, &str)],
) -> Result<String, DeviceError> {
    let id = DocId(random::bytes()?);
    let part = Part { n: 0, kind, doc: id, fresh: true, row: None };
    let (visit, doc, now) = (&sheet.visit.id, id.to_string(), device.clock.now());
    device.write(|tx| {
        visits::add_part(tx, visit, &part)?;
        for (key, value) in typed.iter().filter(|(_, value)| !value.is_empty()) {
            drafts::put(tx, visit, &doc, key, value, now)?;
        }
        visits::touch(tx, visit, now)
    })?;
    Ok(doc)
}

/// Puts a program on the form and returns its group.
pub fn add_program(device: &mut Device, visit: &str, code: &str) -> Result<String, DeviceError> {
    let sheet = Sheet::load(device, visit)?;
    let program = sheet
        .catalogue
        .find(code)
        .ok_or(DeviceError::refused("f/program", words::NO_SUCH_PROGRAM))?;
    let leaf = match program.unit.doc() {
        DocKind::Household => sheet.household(),
        DocKind::Person | DocKind::Case => sheet.members().next(),
    };
    let group = leaf.map(|leaf| format!("{}:{code}", leaf.doc)).ok_or(DeviceError::NotFound)?;
    device.write(|tx| visit_notes::add_program(tx, visit, code))?;
    Ok(group)
}

/// Takes away what was added in this visit and never sent; what was recorded before stays.
pub fn remove_group(device: &mut Device, visit: &str, doc: &str) -> Result<(), DeviceError> {
    let sheet = Sheet::load(device, visit)?;
    let leaf = sheet.leaf(doc).ok_or(DeviceError::NotFound)?;
    if !leaf.part.fresh {
        return Err(DeviceError::refused("group", words::NOT_REMOVABLE));
    }
    let id = leaf.part.doc;
    device.write(|tx| {
        visits::remove_part(tx, visit, id)?;
        drafts::forget_doc(tx, visit, doc)
    })
}

/// Takes a visit away that was never finished.
pub fn discard(device: &mut Device, visit: &str) -> Result<(), DeviceError> {
    let gone = device.write(|tx| visits::remove(tx, visit))?;
    if gone { Ok(()) } else { Err(DeviceError::NotFound) }
}
