//! A visit under review: each document that it touched, field by field, with the checks' warnings.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Ulid};
use jangkau_sync::Change;
use rusqlite::Connection;

use super::around::Around;
use super::diff::{self, FieldDiff};
use super::opened::Opened;
use super::row::{self, Beside};
use crate::store::visits::{self, Part};
use crate::store::{StoreError, history};
use crate::web::desk::{Desk, Shut};
use crate::web::view::{Badge, DiffGroup, Mark, NumberText, Tone};
use crate::web::words::visit as words;
use crate::web::{household, url};

/// Notes by document and key, as the supervisor typed them.
pub type Notes = BTreeMap<(DocId, String), String>;

/// What a visit holds, in numbers.
#[derive(Default)]
pub struct Counts {
    /// Fields that had no value.
    pub new: usize,
    /// Fields that had another value.
    pub changed: usize,
    /// Fields that stayed as they were.
    pub same: usize,
    /// Warnings.
    pub warned: usize,
    /// Persons touched.
    pub persons: usize,
    /// Programs touched.
    pub programs: usize,
    /// Cases touched.
    pub cases: usize,
}

/// Returns the documents of a visit with their changed fields: cases first, since they decide.
///
/// # Errors
///
/// [`Shut`] if something cannot be read.
pub fn groups(
    conn: &Connection,
    desk: &Desk,
    visit: &Ulid,
    from_pos: i64,
    notes: &Notes,
) -> Result<(Vec<DiffGroup>, Counts), Shut> {
    let mut parts = Vec::new();
    for part in visits::parts(conn, desk.kab, visit)? {
        match Opened::find(conn, desk, part.kind, part.doc) {
            Ok(opened) => parts.push((part, opened)),
            Err(Shut::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    parts.sort_by_key(|(part, opened)| match part.kind {
        DocKind::Case => 0,
        DocKind::Person if opened.text("f/relation").as_deref() == Some("head") => 1,
        DocKind::Person => 2,
        DocKind::Household => 3,
    });
    let joins = joins_known_family(conn, desk, visit, &parts)?;
    let house = parts.iter().find(|(part, _)| part.kind == DocKind::Household);
    let around = Around::of(conn, desk, house.map(|(part, _)| part.doc))?;
    let mut counts = Counts::default();
    let mut groups = Vec::new();
    for (part, opened) in parts {
        let diffs = diffs(conn, desk, &part, visit, from_pos)?;
        let mut group = group(conn, desk, &opened, &around, &diffs, notes)?;
        count(&mut counts, &part, &group);
        let joined = diffs.iter().any(|diff| diff.key == "f/name" && diff.before.is_none());
        if part.kind == DocKind::Person && joined && joins {
            group.badge = Some(Badge::new(desk.say(words::NEW_MEMBER), Tone::Padi, "plus"));
        }
        if !group.rows.is_empty() || part.kind == DocKind::Case {
            groups.push(group);
        }
    }
    Ok((groups, counts))
}

/// A person is a new member only where the family was known before.
fn joins_known_family(
    conn: &Connection,
    desk: &Desk,
    visit: &Ulid,
    parts: &[(Part, Opened)],
) -> Result<bool, StoreError> {
    let family = parts.iter().find(|(part, _)| part.kind == DocKind::Household);
    match family {
        Some((part, _)) => {
            let first = visits::of_doc(conn, desk.kab, &part.doc)?.pop();
            Ok(first.is_some_and(|first| first.id != *visit))
        }
        None => Ok(true),
    }
}

fn diffs(
    conn: &Connection,
    desk: &Desk,
    part: &Part,
    visit: &Ulid,
    from_pos: i64,
) -> Result<Vec<FieldDiff>, Shut> {
    let written = history::of_doc(conn, desk.kab, &part.doc)?;
    let changes: Result<Vec<(i64, Change)>, StoreError> =
        written.iter().map(|one| Ok((one.pos, history::parse(one)?))).collect();
    Ok(diff::of_visit(part.kind, part.doc, &changes?, visit, from_pos)?)
}

fn count(counts: &mut Counts, part: &Part, group: &DiffGroup) {
    counts.new += group.rows.iter().filter(|row| row.mark == Mark::New).count();
    counts.changed += group.rows.iter().filter(|row| row.mark != Mark::New).count();
    counts.same += group.same.len();
    counts.warned += group.rows.iter().map(|row| row.warnings.len()).sum::<usize>();
    counts.persons += usize::from(part.kind == DocKind::Person);
    counts.cases += usize::from(part.kind == DocKind::Case);
    counts.programs += group
        .rows
        .iter()
        .filter(|row| row.key.starts_with("prog/") && row.key.ends_with("/status"))
        .count();
}

fn group(
    conn: &Connection,
    desk: &Desk,
    opened: &Opened,
    around: &Around,
    diffs: &[FieldDiff],
    notes: &Notes,
) -> Result<DiffGroup, StoreError> {
    let warnings = around.warnings(desk, opened);
    let beside = Beside { warnings: &warnings, notes };
    let rows = row::rows(conn, desk, opened, diffs, &beside)?;
    let changed = |key: &str| diffs.iter().any(|diff| diff.key == key);
    let same = opened
        .fields()
        .into_iter()
        .filter(|(key, _, shown)| !changed(key) && shown.value.as_bytes().is_none())
        .map(|(key, field, shown)| {
            (row::label(desk, &key, field), desk.keyed(&key, field, &shown.value, false))
        })
        .collect();
    let (sign, title, href) = heading(desk, opened);
    let is_case = opened.stored.register.kind() == DocKind::Case;
    let number = opened.text("f/number").filter(|_| is_case);
    let meta = [opened.words(desk, "f/relation"), age(desk, opened)];
    Ok(DiffGroup {
        sign,
        title,
        meta: meta.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", "),
        number: number.map(|number| NumberText::new(&number)),
        badge: None,
        href,
        rows,
        same,
    })
}

fn heading(desk: &Desk, opened: &Opened) -> (&'static str, String, String) {
    let doc = opened.stored.register.id();
    match opened.stored.register.kind() {
        DocKind::Case => {
            let kind = opened.words(desk, "f/kind");
            let program = opened.words(desk, "f/program");
            let sign = sign_of(opened.text("f/kind").as_deref());
            let title = if program.is_empty() { kind } else { format!("{kind}: {program}") };
            (sign, title, url::case(&doc))
        }
        DocKind::Person => {
            let name = opened.text("f/name").unwrap_or_else(|| "–".to_owned());
            ("person", name, url::person(&doc))
        }
        DocKind::Household => {
            ("household", desk.say(words::HOUSE).to_owned(), url::household(&doc))
        }
    }
}

fn sign_of(kind: Option<&str>) -> &'static str {
    match kind {
        Some("need") => "need",
        Some("question") => "question",
        Some("suggestion") => "suggestion",
        Some("listing") => "listing",
        Some(_) | None => "grievance",
    }
}

fn age(desk: &Desk, opened: &Opened) -> String {
    opened.text("f/birth_date").map_or_else(String::new, |birth| {
        household::age(&birth, desk.now_s, desk.zone, desk.lang())
    })
}
