//! The form of one case.

use jangkau_domain::DocKind;
use jangkau_domain::field::{self};
use jangkau_domain::form;
use rusqlite::Connection;

use super::facts::View;
use super::found::Found;
use super::leaf::Leaf;
use super::sheet::Sheet;
use super::{answers, asked, fields, group, similar, typed, visit_fields};
use crate::error::DeviceError;
use crate::ffi::view::{FieldKind, FieldView, GroupView};
use crate::words::visit as words;

/// The parts of the case form in order; what decides the scope comes first.
const PARTS: [&str; 9] =
    ["scope", "person", "reporter", "program", "story", "question", "grievance", "need", "listing"];

/// Draws the group of a case.
pub fn group(
    db: &Connection,
    sheet: &Sheet,
    leaf: &Leaf,
    found: &[Found],
) -> Result<GroupView, DeviceError> {
    let view = View::case(db, sheet, leaf)?;
    let asked = view.with(|facts| {
        let profile = form::to_submit(facts);
        let parts = PARTS.iter().flat_map(|part| asked::of_section(facts, "case", part, profile));
        parts.collect::<Vec<_>>()
    });
    let kind = typed::label("case_kind", &leaf.text("f/kind"), sheet.moment.lang);
    let mut group = group::of(sheet, leaf, leaf.doc.clone(), kind, asked, found);
    group.fields.insert(0, kind_field(sheet, leaf, found));
    if leaf.text("f/kind") == "question" {
        let mut answer = text(sheet, leaf, answers::ANSWER, words::ANSWER, 1000);
        answer.help = sheet.moment.say(words::ANSWER_HELP).to_owned();
        group.fields.push(answer);
    }
    if !similar::open_cases(db, sheet, leaf)?.is_empty() {
        let mut why = text(sheet, leaf, answers::STILL_NEW, words::STILL_NEW, 200);
        why.required = true;
        group.fields.push(why);
    }
    if sheet.at_office() {
        group.fields.push(route(sheet, leaf));
    }
    for field in &mut group.fields {
        if answers::is_case_answer(&field.key) {
            fields::mark(field, found);
        }
    }
    Ok(group)
}

/// The kind is chosen when the case is added: it decides all that follows.
fn kind_field(sheet: &Sheet, leaf: &Leaf, found: &[Found]) -> FieldView {
    let field = field::find(DocKind::Case, "f/kind").expect("the table holds the kind of a case");
    let mut view = fields::view(sheet, leaf, "f/kind", field, found, true);
    view.kind = FieldKind::ReadOnly;
    view
}

fn text(
    sheet: &Sheet,
    leaf: &Leaf,
    key: &str,
    label: jangkau_domain::Label,
    most: i32,
) -> FieldView {
    let value = leaf.answer(key);
    let mut view = visit_fields::plain(sheet, &leaf.doc, key, label, value);
    view.kind = FieldKind::LongText;
    view.max_len = most;
    view
}

fn route(sheet: &Sheet, leaf: &Leaf) -> FieldView {
    let mut value = leaf.answer(answers::ROUTE);
    if value.is_empty() {
        value = "review".to_owned();
    }
    let mut view = visit_fields::plain(sheet, &leaf.doc, answers::ROUTE, words::ROUTE, value);
    view.kind = FieldKind::Choice;
    view.choices = visit_fields::codes(sheet, "route");
    view.choices.retain(|choice| choice.key != "private");
    view.display = typed::label("route", &view.value, sheet.moment.lang);
    view
}
