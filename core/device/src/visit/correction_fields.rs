//! What a correction borrows from the visit's form.

use jangkau_domain::check::{self, Finding, Level};
use jangkau_domain::field::{Field, Profile};
use jangkau_domain::{DocKind, Label};
use jangkau_sync::Edit;
use rusqlite::Connection;

use super::facts::View;
use super::found::Found;
use super::identity::Became;
use super::leaf::Leaf;
use super::section::SectionKey;
use super::sheet::Sheet;
use super::{asked, edits as puts, fields, private, visit_fields};
use crate::error::DeviceError;
use crate::ffi::view::{FieldKind, FieldView};
use crate::store::documents;
use crate::words::visit as words;

pub use super::found::control;

/// Returns what the checks find on the fields that were typed in a correction.
pub fn findings(db: &Connection, sheet: &Sheet) -> Result<Vec<Found>, DeviceError> {
    let mut found = Vec::new();
    for leaf in sheet.leaves.iter().filter(|leaf| !leaf.typed.is_empty()) {
        let view = match leaf.part.kind {
            DocKind::Household => View::household(sheet),
            DocKind::Person => View::person(db, sheet, leaf)?,
            DocKind::Case => View::case(db, sheet, leaf)?,
        };
        view.with(|facts| {
            let here = |finding: &Finding| {
                finding.doc == leaf.part.kind && leaf.typed.contains_key(&control(&finding.key))
            };
            for finding in check::all(facts).into_iter().filter(here) {
                found.push(Found {
                    section: SectionKey::of(finding.doc, &finding.key),
                    doc: leaf.doc.clone(),
                    key: control(&finding.key),
                    level: finding.level,
                    check: Some(finding.id),
                    text: finding.text(facts, sheet.moment.lang),
                });
            }
        });
        if leaf.part.kind == DocKind::Case && opens_a_secret(db, sheet, leaf)? {
            found.push(Found {
                section: SectionKey::Cases,
                doc: leaf.doc.clone(),
                key: leaf.typed.keys().next().cloned().unwrap_or_default(),
                level: Level::Error,
                check: None,
                text: words::PRIVATE_AFTERWARDS.text(sheet.moment.lang).to_owned(),
            });
        }
    }
    Ok(found)
}

/// Returns whether a correction would write what only a private scope may hold.
fn opens_a_secret(db: &Connection, sheet: &Sheet, case: &Leaf) -> Result<bool, DeviceError> {
    let Some(scope) = documents::scope(db, case.part.doc)? else {
        return Ok(false);
    };
    Ok(private::is_private(db, sheet, case)? && !private::scope_is_private(db, scope)?)
}

/// Draws a returned field; `old_value` holds what was sent.
pub fn field(
    sheet: &Sheet,
    leaf: &Leaf,
    key: &str,
    field: &Field,
    found: &[Found],
    profile: Profile,
) -> FieldView {
    let required = View::household(sheet).with(|facts| asked::required(facts, field, profile));
    let mut view = fields::view(sheet, leaf, &control(key), field, found, required);
    if view.old_value.is_empty() {
        view.old_value.clone_from(&view.value);
    }
    view
}

/// Draws a returned field that this build does not know: its note is shown all the same.
pub fn unknown(sheet: &Sheet, doc: &str, key: &str) -> FieldView {
    let label = Label::new("Catatan Supervisor", "Supervisor's note");
    let mut view = visit_fields::plain(sheet, doc, key, label, String::new());
    view.kind = FieldKind::ReadOnly;
    view
}

/// Returns the edits of what was typed.
pub fn edits(leaf: &Leaf) -> Vec<Edit> {
    let wanted = puts::wanted(leaf, &Became::default());
    puts::edits(leaf.part.kind, leaf.register.as_ref(), wanted)
}
