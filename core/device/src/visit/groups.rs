//! The groups of each section: a family, a member, a program, a case.

use jangkau_domain::catalogue::{Ask, Program};
use jangkau_domain::field::Profile;
use jangkau_domain::form::{self, Facts};
use jangkau_domain::{DocKind, Label};
use rusqlite::Connection;

use super::asked;
use super::facts::View;
use super::found::Found;
use super::leaf::Leaf;
use super::section::SectionKey;
use super::sheet::Sheet;
use super::{case_fields, group, visit_fields};
use crate::error::DeviceError;
use crate::ffi::view::GroupView;
use crate::words::visit as words;

/// Returns the groups of a section.
pub fn groups(
    db: &Connection,
    sheet: &Sheet,
    section: SectionKey,
    found: &[Found],
) -> Result<Vec<GroupView>, DeviceError> {
    match section {
        SectionKey::Household => Ok(household(sheet, found)),
        SectionKey::Members => members(db, sheet, found),
        SectionKey::Participation => participation(db, sheet, found),
        SectionKey::Cases => cases(db, sheet, found),
        SectionKey::Consent => Ok(vec![visit_fields::group(sheet, found)]),
        SectionKey::Finish => Ok(Vec::new()),
    }
}

fn household(sheet: &Sheet, found: &[Found]) -> Vec<GroupView> {
    let Some(leaf) = sheet.household() else {
        return Vec::new();
    };
    let view = View::household(sheet);
    let group = |section: &str, key: String| {
        let asked = view.with(|facts| asked::of_section(facts, "visit", section, Profile::Minimum));
        let title = sheet.moment.say(asked::title("visit", section)).to_owned();
        group::of(sheet, leaf, key, title, asked, found)
    };
    let groups = [group("household", leaf.doc.clone()), group("housing", sub(leaf, "housing"))];
    groups.into_iter().filter(|group| !group.fields.is_empty()).collect()
}

/// A member's form in four parts; the first carries the name.
const MEMBER_PARTS: [&str; 4] = ["identity", "contact", "life", "health"];

fn members(db: &Connection, sheet: &Sheet, found: &[Found]) -> Result<Vec<GroupView>, DeviceError> {
    let mut groups = Vec::new();
    for (n, leaf) in (1..).zip(sheet.of_kind(DocKind::Person)) {
        let view = View::person(db, sheet, leaf)?;
        for part in MEMBER_PARTS {
            let asked =
                view.with(|facts| asked::of_section(facts, "member", part, Profile::Minimum));
            let (key, title) = if part == MEMBER_PARTS[0] {
                (leaf.doc.clone(), member_title(sheet, leaf, n))
            } else {
                (sub(leaf, part), sheet.moment.say(asked::title("member", part)).to_owned())
            };
            if !asked.is_empty() {
                groups.push(group::of(sheet, leaf, key, title, asked, found));
            }
        }
    }
    Ok(groups)
}

fn member_title(sheet: &Sheet, leaf: &Leaf, n: usize) -> String {
    let word = sheet.moment.say(words::MEMBER);
    let name = leaf.name();
    let title = if name.is_empty() { format!("{word} {n}") } else { format!("{word} {n}: {name}") };
    if leaf.exists() {
        return title;
    }
    format!("{title} ({})", sheet.moment.say(words::NOT_CONFIRMED))
}

fn participation(
    db: &Connection,
    sheet: &Sheet,
    found: &[Found],
) -> Result<Vec<GroupView>, DeviceError> {
    let mut groups = Vec::new();
    let family = View::household(sheet);
    if let Some(leaf) = sheet.household() {
        family.with(|facts| programs(sheet, leaf, facts, found, &mut groups));
    }
    for leaf in sheet.members() {
        let view = View::person(db, sheet, leaf)?;
        view.with(|facts| programs(sheet, leaf, facts, found, &mut groups));
    }
    Ok(groups)
}

fn programs(
    sheet: &Sheet,
    leaf: &Leaf,
    facts: &Facts<'_>,
    found: &[Found],
    groups: &mut Vec<GroupView>,
) {
    for program in sheet.catalogue.programs.iter().filter(|row| on_form(sheet, leaf, row, facts)) {
        let kind = leaf.part.kind;
        let status = leaf.text(&format!("prog/{}/status", program.code));
        let asked = asked::of_program(facts, kind, &program.code, &status);
        let name = program.name(sheet.moment.lang);
        let title = match kind {
            DocKind::Person => format!("{name} · {}", leaf.name()),
            DocKind::Household | DocKind::Case => name.to_owned(),
        };
        let mut group = group::of(sheet, leaf, sub(leaf, &program.code), title, asked, found);
        group.removable = false;
        if let Some(hint) = form::hint(facts, program)
            && let Some(first) = group.fields.first_mut()
        {
            first.note = eligible(sheet, hint.desil, hint.desil_max);
        }
        groups.push(group);
    }
}

fn on_form(sheet: &Sheet, leaf: &Leaf, program: &Program, facts: &Facts<'_>) -> bool {
    let prefix = format!("prog/{}/", program.code);
    let recorded = leaf.merged.keys().any(|key| key.starts_with(&prefix));
    let here = facts.place().is_none_or(|place| program.valid_here(place, sheet.today));
    let asked = program.ask >= Ask::Offered && here;
    let added = sheet.programs.contains(&program.code);
    program.unit.doc() == leaf.part.kind && (asked || added || recorded)
}

fn eligible(sheet: &Sheet, desil: Option<u8>, most: Option<u8>) -> String {
    let label = sheet.moment.say(form::Hint::LABEL);
    let word = sheet.moment.say(Label::new("desil", "decile"));
    match (desil, most) {
        (Some(desil), Some(most)) => format!("{label}: {word} {desil} (≤ {most})"),
        _ => label.to_owned(),
    }
}

fn cases(db: &Connection, sheet: &Sheet, found: &[Found]) -> Result<Vec<GroupView>, DeviceError> {
    let mut groups = Vec::new();
    for leaf in sheet.of_kind(DocKind::Case) {
        groups.push(case_fields::group(db, sheet, leaf, found)?);
    }
    Ok(groups)
}

/// Names a group below a document's own.
fn sub(leaf: &Leaf, part: &str) -> String {
    format!("{}:{part}", leaf.doc)
}
