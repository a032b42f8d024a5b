//! One field of a visit under review: what it held, what it holds, what speaks against it.

use std::collections::BTreeMap;

use jangkau_domain::field::{self, Field, Sens, Write};
use jangkau_domain::{DocId, Value};
use rusqlite::Connection;

use super::diff::FieldDiff;
use super::opened::Opened;
use super::order;
use crate::projection::Clash;
use crate::store::{StoreError, persons};
use crate::web::desk::Desk;
use crate::web::view::{DiffRow, Mark};
use crate::web::words::visit as words;
use crate::web::{show, url};

/// Attributes of a program that stand in the line of its status.
const WITH_STATUS: [&str; 3] = ["source", "since", "last"];

/// What the page knows besides the document itself.
pub struct Beside<'a> {
    /// Findings of the checks: key and sentence.
    pub warnings: &'a [(String, String)],
    /// Notes as typed.
    pub notes: &'a BTreeMap<(DocId, String), String>,
}

/// Returns the rows of a document in the order of the forms.
pub fn rows<'a>(
    conn: &Connection,
    desk: &Desk,
    opened: &Opened,
    diffs: &'a [FieldDiff],
    beside: &Beside<'_>,
) -> Result<Vec<DiffRow>, StoreError> {
    let kind = opened.stored.register.kind();
    let known = |diff: &'a FieldDiff| Some((diff, field::find(kind, &diff.key)?));
    let mut found: Vec<(&FieldDiff, &Field)> = diffs.iter().filter_map(known).collect();
    found.sort_by_cached_key(|(diff, field)| order::place(kind, &diff.key, field));
    let mut rows = Vec::new();
    for (diff, field) in &found {
        let warned = beside.warnings.iter().any(|(key, _)| *key == diff.key);
        if stands_elsewhere(diff, field, diffs, warned) {
            continue;
        }
        let mut row = row(conn, desk, opened, diff, field, beside)?;
        if let Some(last) = rows.last_mut().filter(|last| same_set(last, &row)) {
            last.now = format!("{}, {}", last.now, row.now);
            continue;
        }
        for (other, field) in &found {
            if goes_with(&other.key, &diff.key)
                && let Some(value) = &other.now
            {
                row.now = format!("{} · {}", row.now, desk.words(field, value));
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// A key whose value stands in the line of another, or in the page's head and without a warning.
fn stands_elsewhere(diff: &FieldDiff, field: &Field, diffs: &[FieldDiff], warned: bool) -> bool {
    let fresh = diff.before.is_none();
    let in_head = match diff.key.as_str() {
        "f/kind" | "f/household" | "f/channel" => fresh,
        "f/reg_status" => false,
        _ => field.write == Write::App,
    };
    in_head && !warned || diffs.iter().any(|one| goes_with(&diff.key, &one.key))
}

/// Items of one set that came together stand in one line; one with a note of its own stands alone.
fn same_set(last: &DiffRow, row: &DiffRow) -> bool {
    let set = |key: &str| key.strip_prefix("set/")?.split('/').next().map(str::to_owned);
    let plain = |row: &DiffRow| row.note.is_empty() && row.warnings.is_empty();
    let open = last.reveal.is_empty() && row.reveal.is_empty();
    set(&last.key).is_some()
        && set(&last.key) == set(&row.key)
        && last.mark == row.mark
        && open
        && plain(row)
        && row.mark == Mark::New
}

/// Tells whether a key stands in the line of another.
fn goes_with(key: &str, line: &str) -> bool {
    let attribute = || {
        let (program, attribute) = key.strip_prefix("prog/")?.split_once('/')?;
        let (other, status) = line.strip_prefix("prog/")?.split_once('/')?;
        Some(program == other && status == "status" && WITH_STATUS.contains(&attribute))
    };
    attribute().unwrap_or(false)
}

fn row(
    conn: &Connection,
    desk: &Desk,
    opened: &Opened,
    diff: &FieldDiff,
    field: &Field,
    beside: &Beside<'_>,
) -> Result<DiffRow, StoreError> {
    let doc = opened.stored.register.id();
    let say = |value: &Option<Value>| match value {
        Some(value) => spoken(conn, desk, opened, &diff.key, field, value),
        None => Ok(String::new()),
    };
    let mark = match (&diff.before, &diff.now) {
        (None, _) => Mark::New,
        (Some(_), Some(_)) => Mark::Changed,
        (Some(_), None) => Mark::Gone,
    };
    let guarded = field.sens != Sens::Desa && diff.now.is_some();
    let here = |key: &str| key == diff.key || goes_with(key, &diff.key);
    let warned = beside.warnings.iter().filter(|(key, _)| here(key));
    Ok(DiffRow {
        doc: doc.to_string(),
        key: diff.key.clone(),
        label: label(desk, &diff.key, field),
        mark,
        before: say(&diff.before)?,
        now: say(&diff.now)?,
        reveal: if guarded { url::reveal(&doc, &diff.key) } else { String::new() },
        warnings: warned.map(|(_, text)| text.clone()).collect(),
        note: beside.notes.get(&(doc, diff.key.clone())).cloned().unwrap_or_default(),
        may_note: field.write != Write::App,
        conflict: opened.shown(&diff.key).is_some_and(|shown| shown.clash == Clash::Review),
    })
}

fn spoken(
    conn: &Connection,
    desk: &Desk,
    opened: &Opened,
    key: &str,
    field: &Field,
    value: &Value,
) -> Result<String, StoreError> {
    if let Some(doc) = value.as_bytes().and_then(DocId::from_slice) {
        let person = persons::find(conn, desk.kab, &doc)?.and_then(|person| person.name);
        return Ok(person.unwrap_or_else(|| desk.say(words::LINKED).to_owned()));
    }
    let said = desk.keyed(key, field, value, false);
    Ok(match opened.text("f/reg_release").filter(|_| key == "f/reg_status") {
        Some(release) => format!("{said} ({})", show::release(&release)),
        None => said,
    })
}

/// Returns the name of a key; one of a program names the program.
pub fn label(desk: &Desk, key: &str, field: &Field) -> String {
    let name = show::label(field, desk.lang());
    let program = key.strip_prefix("prog/").and_then(|rest| rest.split_once('/'));
    match program {
        Some((code, "status")) => show::program(&desk.catalogue, code, desk.lang()),
        Some((code, _)) => format!("{}: {name}", show::program(&desk.catalogue, code, desk.lang())),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::goes_with;
    use rstest::rstest;

    #[rstest]
    #[case::source("prog/pkh/source", "prog/pkh/status", true)]
    #[case::other_program("prog/pkh/source", "prog/pbi/status", false)]
    #[case::itself("prog/pkh/status", "prog/pkh/status", false)]
    #[case::own_line("prog/pkh/card", "prog/pkh/status", false)]
    #[case::no_program("f/name", "prog/pkh/status", false)]
    fn only_small_attributes_stand_in_the_line_of_a_status(
        #[case] key: &str,
        #[case] line: &str,
        #[case] with: bool,
    ) {
        assert_eq!(goes_with(key, line), with);
    }
}
