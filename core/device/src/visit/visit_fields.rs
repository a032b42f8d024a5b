//! The form about the visit itself: how it went, what the citizen agreed to.

use jangkau_domain::form::Entry;
use jangkau_domain::{Label, list};

use super::facts::View;
use super::found::Found;
use super::section::SectionKey;
use super::sheet::Sheet;
use super::{answers, fields, typed};
use crate::catalogue;
use crate::ffi::view::{Choice, FieldKind, FieldView, GroupView};

/// Draws the group of the visit.
pub fn group(sheet: &Sheet, found: &[Found]) -> GroupView {
    let view = View::household(sheet);
    let shown = |entry: &Entry| view.with(|facts| facts.holds(&entry.when));
    let fields = answers::entries()
        .filter(|(entry, _, _)| shown(entry))
        .map(|(_, key, label)| field(sheet, key, label, found))
        .collect();
    GroupView {
        key: sheet.visit.id.clone(),
        doc: sheet.visit.id.clone(),
        title: sheet.moment.say(SectionKey::Consent.label()).to_owned(),
        fields,
        removable: false,
    }
}

fn field(sheet: &Sheet, key: &str, label: Label, found: &[Found]) -> FieldView {
    let value = sheet.answer(key).to_owned();
    let mut view = plain(sheet, &sheet.visit.id, key, label, value);
    let always = matches!(key, "purpose" | "place" | "outcome");
    view.required = always || (key == "consent" && sheet.met());
    match (key, answers::list(key)) {
        ("met", _) => {
            view.kind = FieldKind::Choice;
            view.choices = fields::members(sheet);
        }
        ("told", _) => {
            view.kind = FieldKind::MultiChoice;
            view.choices = catalogue::choices(&sheet.catalogue, &sheet.moment);
        }
        ("revisit_on", _) => view.kind = FieldKind::Date,
        ("note", _) => {
            view.kind = FieldKind::LongText;
            view.max_len = 500;
        }
        (_, Some(name)) => {
            view.kind = FieldKind::Choice;
            view.choices = codes(sheet, name);
            // Vital interest is for a mode of emergency alone (Law 27/2022 art. 20).
            view.choices.retain(|choice| choice.key != "vital");
        }
        (_, None) => view.max_len = 100,
    }
    let shown = |part: &str| {
        let choice = view.choices.iter().find(|choice| choice.key == part);
        choice.map_or_else(|| part.to_owned(), |choice| choice.label.clone())
    };
    view.display = view.value.split(',').map(shown).collect::<Vec<_>>().join(", ");
    fields::mark(&mut view, found);
    view
}

/// Returns the entries of a code list as choices.
pub fn codes(sheet: &Sheet, name: &str) -> Vec<Choice> {
    let codes = list::find(name).map(|list| list.items).unwrap_or_default();
    codes
        .iter()
        .map(|code| fields::choice(code.key, &typed::label(name, code.key, sheet.moment.lang)))
        .collect()
}

/// Makes a field of one line that stands in no document.
pub fn plain(sheet: &Sheet, doc: &str, key: &str, label: Label, value: String) -> FieldView {
    FieldView {
        key: key.to_owned(),
        doc: doc.to_owned(),
        label: sheet.moment.say(label).to_owned(),
        kind: FieldKind::Text,
        display: value.clone(),
        value,
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
