//! What stands against sending a visit, and what is odd in it.

use std::collections::BTreeSet;

use jangkau_domain::check::{self, CheckId, Finding, Level};
use jangkau_domain::event::Fault;
use jangkau_domain::field::Profile;
use jangkau_domain::form::Facts;
use jangkau_domain::{DocKind, Label, message};
use rusqlite::Connection;

use super::facts::{View, concerned};
use super::found::{Found, control};
use super::leaf::Leaf;
use super::section::SectionKey;
use super::sheet::Sheet;
use super::{answers, correction_fields, events, private, similar};
use crate::error::DeviceError;
use crate::words::visit as words;

/// What the form fills in by itself at the end: never asked for.
const BY_THE_FORM: [&str; 1] = ["f/number"];

/// Returns everything that the checks find in a visit, or in a correction.
pub fn all(db: &Connection, sheet: &Sheet) -> Result<Vec<Found>, DeviceError> {
    if sheet.visit.returned.is_some() {
        return correction_fields::findings(db, sheet);
    }
    let mut found = Finder { sheet, found: Vec::new(), seen: BTreeSet::new() };
    found.visit();
    if !sheet.met() {
        if sheet.of_kind(DocKind::Case).next().is_some() {
            found.own(SectionKey::Consent, &sheet.visit.id, "outcome", words::CASE_WITHOUT_MEETING);
        }
        return Ok(found.found);
    }
    found.household();
    for person in sheet.members().filter(|leaf| !leaf.typed.is_empty()) {
        let view = View::person(db, sheet, person)?;
        view.with(|facts| {
            found.take(check::blocking(facts, Profile::Minimum), facts, Some(person))
        });
    }
    for case in sheet.of_kind(DocKind::Case) {
        let view = View::case(db, sheet, case)?;
        view.with(|facts| found.case(facts, case));
        if !similar::open_cases(db, sheet, case)?.is_empty()
            && case.answer(answers::STILL_NEW).is_empty()
        {
            found.own(SectionKey::Cases, &case.doc, answers::STILL_NEW, words::WHY_STILL_NEW);
        }
    }
    for doc in private::without_room(db, sheet)? {
        found.own(SectionKey::Cases, &doc, "f/subcat", words::NO_PRIVATE_ROOM);
    }
    Ok(found.found)
}

struct Finder<'s> {
    sheet: &'s Sheet,
    found: Vec<Found>,
    seen: BTreeSet<(String, String, &'static str)>,
}

impl Finder<'_> {
    /// Looks at the answers about the visit itself.
    fn visit(&mut self) {
        let event = events::visit(self.sheet, |id| id, None);
        for fault in event.faults() {
            let (number, check) = match fault {
                Fault::Missing(number) => (number, CheckId::Required),
                Fault::Length(number) => (number, CheckId::TooLong),
                Fault::Unknown(number) => (number, CheckId::UnknownCode),
            };
            let Some(key) = answers::key(number) else {
                continue;
            };
            let empty = self.sheet.answer(key).is_empty();
            let check = if empty { CheckId::Required } else { check };
            let lang = self.sheet.moment.lang;
            self.found.push(Found {
                section: SectionKey::Consent,
                doc: self.sheet.visit.id.clone(),
                key: key.to_owned(),
                level: Level::Error,
                check: Some(check),
                text: message::sentence(check, answers::label(key), None, lang),
            });
        }
    }

    fn household(&mut self) {
        let touched = self.sheet.household().is_some_and(|leaf| !leaf.typed.is_empty());
        if touched {
            let view = View::household(self.sheet);
            view.with(|facts| self.take(check::blocking(facts, Profile::Minimum), facts, None));
        }
    }

    fn case(&mut self, facts: &Facts<'_>, case: &Leaf) {
        let person = concerned(self.sheet, case);
        for finding in check::to_submit(facts) {
            let leaf = match finding.doc {
                DocKind::Case => Some(case),
                DocKind::Person => person,
                DocKind::Household => self.sheet.household(),
            };
            if let Some(leaf) = leaf {
                self.note(&finding, facts, leaf);
            }
        }
    }

    /// Takes the findings of the view's own kind: others are found where they belong.
    fn take(&mut self, findings: Vec<Finding>, facts: &Facts<'_>, person: Option<&Leaf>) {
        let kind = if person.is_some() { DocKind::Person } else { DocKind::Household };
        let leaf = person.or_else(|| self.sheet.household());
        for finding in findings.iter().filter(|finding| finding.doc == kind) {
            if let Some(leaf) = leaf {
                self.note(finding, facts, leaf);
            }
        }
    }

    fn note(&mut self, finding: &Finding, facts: &Facts<'_>, leaf: &Leaf) {
        let key = control(&finding.key);
        let name = (leaf.doc.clone(), key.clone(), finding.id.key());
        if BY_THE_FORM.contains(&key.as_str()) || !self.seen.insert(name) {
            return;
        }
        self.found.push(Found {
            section: SectionKey::of(finding.doc, &key),
            doc: leaf.doc.clone(),
            key,
            level: finding.level,
            check: Some(finding.id),
            text: finding.text(facts, self.sheet.moment.lang),
        });
    }

    fn own(&mut self, section: SectionKey, doc: &str, key: &str, text: Label) {
        self.found.push(Found {
            section,
            doc: doc.to_owned(),
            key: key.to_owned(),
            level: Level::Error,
            check: None,
            text: self.sheet.moment.say(text).to_owned(),
        });
    }
}
