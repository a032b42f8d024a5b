//! One field as the screen draws it.

use jangkau_domain::check::Level;
use jangkau_domain::field::{Field, FieldType};
use jangkau_domain::{DocKind, Label, list};

use super::found::Found;
use super::leaf::{self, Leaf};
use super::sheet::Sheet;
use super::typed::{self, NO, YES};
use crate::catalogue;
use crate::ffi::view::{Choice, FieldKind, FieldView};
use crate::shown;
use crate::store::register::RegisterRow;
use crate::words::visit as words;

/// The longest text that still takes one line.
const ONE_LINE: u16 = 200;

/// Draws a field of a document. `key` is the control's: a set is one control.
pub fn view(
    sheet: &Sheet,
    leaf: &Leaf,
    key: &str,
    field: &Field,
    found: &[Found],
    required: bool,
) -> FieldView {
    let set = key.strip_prefix("set/");
    let stored = match set {
        Some(set) => leaf::items(&leaf.stored, set),
        None => leaf.stored.get(key).map(shown::typed).unwrap_or_default(),
    };
    let value = leaf.typed.get(key).cloned().unwrap_or_else(|| stored.clone());
    let mut view = FieldView {
        key: key.to_owned(),
        doc: leaf.doc.clone(),
        label: field.label.text(sheet.moment.lang).to_owned(),
        kind: control(field),
        display: display(sheet, leaf, key, field),
        choices: choices(sheet, leaf, field),
        required,
        help: help(key).map(|help| sheet.moment.say(help).to_owned()).unwrap_or_default(),
        max_len: field.ty.max_chars().and_then(|most| i32::try_from(most).ok()).unwrap_or(0),
        error: String::new(),
        warning: String::new(),
        note: note(sheet, leaf, key),
        register_value: registered(leaf, key),
        old_value: if stored == value { String::new() } else { stored },
        value,
    };
    mark(&mut view, found);
    view
}

/// Puts what the checks found at its field; what is merely missing is told at the end.
pub fn mark(view: &mut FieldView, found: &[Found]) {
    let here =
        |finding: &&Found| finding.doc == view.doc && finding.key == view.key && !finding.is_gap();
    for finding in found.iter().filter(here) {
        let place = match finding.level {
            Level::Error => &mut view.error,
            Level::Warning => &mut view.warning,
            Level::Info => &mut view.note,
        };
        if !place.is_empty() {
            place.push(' ');
        }
        place.push_str(&finding.text);
    }
}

fn control(field: &Field) -> FieldKind {
    match field.ty {
        FieldType::Text(most) if most > ONE_LINE => FieldKind::LongText,
        FieldType::Text(_) => FieldKind::Text,
        FieldType::Digits(_) => FieldKind::Digits,
        FieldType::Int => FieldKind::Number,
        FieldType::Money => FieldKind::Money,
        FieldType::Bool => FieldKind::YesNo,
        FieldType::Date | FieldType::DateApprox => FieldKind::Date,
        FieldType::Phone => FieldKind::Phone,
        FieldType::Wilayah => FieldKind::Place,
        FieldType::Program => FieldKind::Program,
        FieldType::List(_) | FieldType::Ref => FieldKind::Choice,
        FieldType::SetItem(_) => FieldKind::MultiChoice,
        FieldType::Geo | FieldType::Attachment => FieldKind::ReadOnly,
    }
}

fn display(sheet: &Sheet, leaf: &Leaf, key: &str, field: &Field) -> String {
    let lang = sheet.moment.lang;
    if let (FieldType::SetItem(name), Some(set)) = (field.ty, key.strip_prefix("set/")) {
        let items = leaf::items(&leaf.merged, set);
        let labels = items.split(',').filter(|item| !item.is_empty());
        return labels.map(|item| typed::label(name, item, lang)).collect::<Vec<_>>().join(", ");
    }
    let Some(value) = leaf.merged.get(key) else {
        return String::new();
    };
    match field.ty {
        FieldType::Program => catalogue::name(&sheet.catalogue, &leaf.text(key), &sheet.moment),
        FieldType::Ref => sheet.leaf(&leaf.text(key)).map(Leaf::name).unwrap_or_default(),
        FieldType::Wilayah if leaf.text(key) == sheet.scope.code => sheet.scope.name.clone(),
        _ => typed::display(field, value, lang),
    }
}

fn choices(sheet: &Sheet, leaf: &Leaf, field: &Field) -> Vec<Choice> {
    let lang = sheet.moment.lang;
    match field.ty {
        FieldType::Bool => yes_no(sheet),
        FieldType::Program => catalogue::choices(&sheet.catalogue, &sheet.moment),
        FieldType::Ref => members(sheet),
        FieldType::List(name) | FieldType::SetItem(name) => {
            let kind = leaf.text("f/kind");
            let fits = |key: &str| name != "subcat" || of_kind(key, &kind);
            let open = |private: bool| !private || leaf.part.kind != DocKind::Person;
            let codes = list::find(name).map(|list| list.items).unwrap_or_default();
            let codes = codes.iter().filter(|code| fits(code.key) && open(code.private));
            codes.map(|code| choice(code.key, code.label.text(lang))).collect()
        }
        _ => Vec::new(),
    }
}

fn of_kind(subcat: &str, kind: &str) -> bool {
    use jangkau_domain::case::{CaseKind, subcat};
    let kind = CaseKind::from_key(kind);
    let found = subcat::ALL.iter().find(|known| known.key == subcat);
    kind.zip(found).is_none_or(|(kind, subcat)| subcat.kinds.has(kind))
}

/// Returns the members as choices.
pub fn members(sheet: &Sheet) -> Vec<Choice> {
    let named = sheet.of_kind(DocKind::Person).filter(|leaf| !leaf.name().is_empty());
    named.map(|leaf| choice(&leaf.doc, &leaf.name())).collect()
}

fn yes_no(sheet: &Sheet) -> Vec<Choice> {
    vec![choice("yes", sheet.moment.say(YES)), choice("no", sheet.moment.say(NO))]
}

/// Makes a choice.
pub fn choice(key: &str, label: &str) -> Choice {
    Choice { key: key.to_owned(), label: label.to_owned() }
}

/// Returns what the register says of a field; empty where it says nothing or the same.
pub fn registered(leaf: &Leaf, key: &str) -> String {
    let Some(row) = &leaf.row else {
        return String::new();
    };
    let value = match (leaf.part.kind, key) {
        (DocKind::Person, "f/name") => row.name.clone(),
        (DocKind::Person, "f/nik") => row.nik.clone(),
        (DocKind::Person, "f/birth_date") => row.birth.clone(),
        (DocKind::Household, "f/kk") => row.kk.clone(),
        (DocKind::Household, "f/rt") => row.rt.clone(),
        (DocKind::Household, "f/rw") => row.rw.clone(),
        _ => program_in_register(row, key),
    };
    if value == leaf.text(key) { String::new() } else { value }
}

fn program_in_register(row: &RegisterRow, key: &str) -> String {
    let code = key.strip_prefix("prog/").and_then(|rest| rest.strip_suffix("/status"));
    let listed = code.is_some_and(|code| row.programs.split(' ').any(|other| other == code));
    if listed { "receiving".to_owned() } else { String::new() }
}

fn note(sheet: &Sheet, leaf: &Leaf, key: &str) -> String {
    let conflict = leaf.register.as_ref().is_some_and(|register| shown::in_conflict(register, key));
    if conflict { sheet.moment.say(words::IN_CONFLICT).to_owned() } else { String::new() }
}

fn help(key: &str) -> Option<Label> {
    match key {
        "f/rt" | "f/rw" => Some(words::PLACE_HELP),
        "f/mother" => Some(words::MOTHER_HELP),
        "f/birth_date" => Some(words::DATE_HELP),
        _ => None,
    }
}
