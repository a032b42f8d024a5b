//! The end of a visit: every document as one change, events and numbers with them, in one
//! transaction.

use jangkau_domain::check::Level;
use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, Value};
use rusqlite::Transaction;

use super::edits::{self, Wanted};
use super::facts::{self, View};
use super::findings;
use super::finished::{self, Numbered};
use super::found::Found;
use super::identity::{self, Became};
use super::leaf::Leaf;
use super::sheet::Sheet;
use super::{events, number, private, similar};
use crate::device::Device;
use crate::edit::{self, Pen, Target};
use crate::error::DeviceError;
use crate::ffi::view::{FindingView, Finish};
use crate::store::meta::{self, Fact};
use crate::store::register::{self, RegisterRow};
use crate::store::{documents, drafts, scopes, visits};
use crate::words::visit as words;

/// Checks a visit and saves it for sending: all of it or nothing.
///
/// # Errors
/// Where the file fails; the drafts are as before then.
pub fn finish(device: &mut Device, visit: &str) -> Result<Finish, DeviceError> {
    let sheet = Sheet::load(device, visit)?;
    let found = findings::all(&device.db, &sheet)?;
    let blocking: Vec<&Found> =
        found.iter().filter(|finding| finding.level == Level::Error).collect();
    if !blocking.is_empty() {
        return Ok(Finish::Blocked(blocking.into_iter().map(view).collect()));
    }
    let plan = Plan::make(device, &sheet, &found)?;
    let numbers = device.write(|tx| plan.write(tx))?;
    Ok(Finish::Done(finished::finished(device, &sheet, &numbers)?))
}

fn view(finding: &Found) -> FindingView {
    FindingView {
        section: finding.section.key().to_owned(),
        doc: finding.doc.clone(),
        key: finding.key.clone(),
        text: finding.text.clone(),
    }
}

/// Everything that is decided before the transaction begins.
struct Plan<'s> {
    sheet: &'s Sheet,
    became: Became,
    pen: Pen,
    ahead_s: Option<i64>,
    cases: Vec<CasePlan<'s>>,
}

struct CasePlan<'s> {
    leaf: &'s Leaf,
    event: Ulid,
    made: Wanted,
    similar: Vec<DocId>,
    private: bool,
    kept: Vec<String>,
}

impl<'s> Plan<'s> {
    fn make(device: &Device, sheet: &'s Sheet, found: &[Found]) -> Result<Self, DeviceError> {
        let db = &device.db;
        let mut cases = Vec::new();
        for leaf in sheet.of_kind(DocKind::Case) {
            let warned =
                |finding: &&Found| finding.level == Level::Warning && finding.doc == leaf.doc;
            let kept = found.iter().filter(warned).filter_map(|finding| finding.check);
            cases.push(CasePlan {
                leaf,
                event: device.ulid()?,
                made: form_made(&View::case(db, sheet, leaf)?, leaf),
                similar: similar::open_cases(db, sheet, leaf)?,
                private: private::is_private(db, sheet, leaf)?,
                kept: kept.map(|check| check.key().to_owned()).collect(),
            });
        }
        let contact = meta::number(db, Fact::LastContact)?;
        let server = meta::number(db, Fact::ServerTime)?;
        Ok(Self {
            sheet,
            became: identity::decide(db, sheet)?,
            pen: device.pen(Some(sheet.id), &sheet.visit.id)?,
            ahead_s: contact.zip(server).map(|(tablet, server)| tablet - server),
            cases,
        })
    }

    fn write(&self, tx: &Transaction<'_>) -> Result<Vec<Numbered>, DeviceError> {
        let household = self.household(tx)?;
        for person in self.sheet.members() {
            self.person(tx, person, household)?;
        }
        let mut numbers = Vec::new();
        for case in &self.cases {
            numbers.push(self.case(tx, case)?);
        }
        let (visit, now) = (&self.sheet.visit.id, self.pen.now);
        visits::finish(tx, visit, household, now)?;
        for leaf in &self.sheet.leaves {
            visits::settle_part(tx, visit, leaf.part.doc, self.became.of(leaf.part.doc))?;
        }
        drafts::forget_all(tx, visit)?;
        Ok(numbers)
    }

    fn household(&self, tx: &Transaction<'_>) -> Result<DocId, DeviceError> {
        let leaf = self.sheet.household().ok_or(DeviceError::Stored("visit"))?;
        let target = self.target(tx, leaf)?;
        let event = events::visit(self.sheet, |id| self.became.of(id), self.ahead_s);
        let mut edits = self.edits(tx, leaf, target, Wanted::new())?;
        edits.push(events::put(&self.sheet.id, &event));
        edit::write(tx, target, &edits, &self.pen)?;
        Ok(target.id)
    }

    fn person(
        &self,
        tx: &Transaction<'_>,
        leaf: &Leaf,
        household: DocId,
    ) -> Result<(), DeviceError> {
        // Somebody who was put on the form and never named is no record.
        let nobody =
            leaf.register.is_none() && leaf.row.is_none() && leaf.text("f/name").is_empty();
        if leaf.typed.is_empty() || nobody {
            return Ok(());
        }
        let mut made = Wanted::new();
        if facts::with_household(self.sheet, leaf).contains_key("f/household") {
            let family = Value::Bytes(household.0.to_vec());
            made.insert("f/household".to_owned(), Some(family));
        }
        let target = self.target(tx, leaf)?;
        let edits = self.edits(tx, leaf, target, made)?;
        if !edits.is_empty() {
            edit::write(tx, target, &edits, &self.pen)?;
        }
        Ok(())
    }

    fn case(&self, tx: &Transaction<'_>, case: &CasePlan<'_>) -> Result<Numbered, DeviceError> {
        let target = self.case_target(tx, case)?;
        let number = number::take(tx, &self.sheet.moment)?;
        let mut made = case.made.clone();
        made.insert("f/number".to_owned(), Some(Value::Str(number.to_string())));
        let event = events::of_case(
            self.sheet,
            case.leaf,
            case.private,
            (case.similar.clone(), case.kept.clone()),
        );
        let mut edits = self.edits(tx, case.leaf, target, made)?;
        edits.push(events::put(&case.event, &event));
        edit::write(tx, target, &edits, &self.pen)?;
        Ok(Numbered {
            number,
            kind: case.leaf.text("f/kind"),
            program: case.leaf.text("f/program"),
            private: case.private,
        })
    }

    /// Returns the document that a part goes to; one that exists stays in its scope.
    fn target(&self, tx: &Transaction<'_>, leaf: &Leaf) -> Result<Target, DeviceError> {
        let id = self.became.of(leaf.part.doc);
        let scope: ScopeId = documents::scope(tx, id)?.unwrap_or(self.sheet.scope.id);
        Ok(Target { kind: leaf.part.kind, id, scope })
    }

    /// A private case begins in a private scope that holds nothing else.
    fn case_target(
        &self,
        tx: &Transaction<'_>,
        case: &CasePlan<'_>,
    ) -> Result<Target, DeviceError> {
        let target = self.target(tx, case.leaf)?;
        if !case.private || documents::scope(tx, target.id)?.is_some() {
            return Ok(target);
        }
        let spare = scopes::spare(tx)?.first().copied();
        let refused = DeviceError::refused("f/subcat", words::NO_PRIVATE_ROOM);
        Ok(Target { scope: spare.ok_or(refused)?, ..target })
    }

    fn edits(
        &self,
        tx: &Transaction<'_>,
        leaf: &Leaf,
        target: Target,
        made: Wanted,
    ) -> Result<Vec<jangkau_sync::Edit>, DeviceError> {
        let now = documents::register(tx, target.id)?;
        let mut wanted = edits::wanted(leaf, &self.became);
        wanted.extend(made);
        let over_row = now.as_ref().is_none_or(|register| register.winner("f/reg_row").is_none());
        if over_row && !wanted.is_empty() {
            let row = row_under(tx, target)?.map(|row| Value::Str(row.row_id));
            wanted.extend(row.map(|row| ("f/reg_row".to_owned(), Some(row))));
        }
        Ok(edits::edits(leaf.part.kind, now.as_ref(), wanted))
    }
}

/// Returns the register row under a document, also where its NIK or KK was only just typed.
fn row_under(tx: &Transaction<'_>, target: Target) -> Result<Option<RegisterRow>, DeviceError> {
    match target.kind {
        DocKind::Person => register::of_person(tx, target.id),
        DocKind::Household => Ok(register::family(tx, target.id)?.into_iter().next()),
        DocKind::Case => Ok(None),
    }
}

/// Returns what the form itself puts on a case.
fn form_made(view: &View<'_>, leaf: &Leaf) -> Wanted {
    let made = view.case_values().into_iter().flatten();
    made.filter(|(key, _)| !leaf.merged.contains_key(*key))
        .map(|(key, value)| (key.clone(), Some(value.clone())))
        .collect()
}
