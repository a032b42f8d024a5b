//! Sending a correction: edits and the event that names the return row, in one transaction.

use std::collections::BTreeSet;

use jangkau_domain::check::Level;
use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocId, Ulid};
use jangkau_sync::Edit;
use jangkau_sync::row::{Return, RowId};
use rusqlite::{Connection, Transaction};

use super::begin::{correction_of, returned};
use crate::device::Device;
use crate::edit::{self, Pen, Target};
use crate::error::DeviceError;
use crate::ffi::view::{Fact, FindingView, Finish, Finished};
use crate::moment::Moment;
use crate::store::{documents, drafts, rows, visits};
use crate::visit::{Leaf, Sheet, correction_fields};
use crate::words::{returned as words, visit as visit_words};

/// The longest explanation.
const EXPLANATION: usize = 500;

/// Sends the correction of a return row. Each returned field is corrected, or the text explains.
pub fn correct(device: &mut Device, id: &str, text: &str) -> Result<Finish, DeviceError> {
    let text = text.trim();
    if text.chars().count() > EXPLANATION {
        return Err(DeviceError::refused("text", words::TOO_LONG));
    }
    let (row, returned) = returned(&device.db, id)?;
    let visit = correction_of(device, id)?;
    let sheet = Sheet::load(device, &visit)?;
    let blocked = blocking(&device.db, &sheet, &returned, text)?;
    if !blocked.is_empty() {
        return Ok(Finish::Blocked(blocked));
    }
    let pen = device.pen(returned.visit, &visit)?;
    let event = Event {
        at_s: pen.now,
        seen: Some(newest_state(&device.db, returned.doc)?),
        body: EventBody::Correct(event::Correct {
            returned: row.to_string(),
            text: (!text.is_empty()).then(|| text.to_owned()),
        }),
    };
    let correction = Correction { sheet: &sheet, row, doc: returned.doc, pen, event };
    let ulid = device.ulid()?;
    let count = device.write(|tx| correction.write(tx, ulid))?;
    Ok(Finish::Done(finished(&device.moment(), count, text)))
}

/// Returns what is wrong with the typed fields, and which returned ones nobody has handled.
fn blocking(
    db: &Connection,
    sheet: &Sheet,
    returned: &Return,
    text: &str,
) -> Result<Vec<FindingView>, DeviceError> {
    let found = correction_fields::findings(db, sheet)?;
    let errors = found.iter().filter(|finding| finding.level == Level::Error);
    let view = |doc: &str, key: &str, text: &str| FindingView {
        section: "returned".to_owned(),
        doc: doc.to_owned(),
        key: key.to_owned(),
        text: text.to_owned(),
    };
    let mut blocked: Vec<FindingView> =
        errors.map(|finding| view(&finding.doc, &finding.key, &finding.text)).collect();
    if text.is_empty() {
        for note in &returned.fields {
            let doc = note.doc.to_string();
            let key = correction_fields::control(&note.key);
            let handled = sheet.leaf(&doc).is_some_and(|leaf| leaf.typed.contains_key(&key));
            if !handled {
                blocked.push(view(&doc, &key, sheet.moment.say(words::NOT_HANDLED)));
            }
        }
    }
    Ok(blocked)
}

struct Correction<'s> {
    sheet: &'s Sheet,
    row: RowId,
    doc: DocId,
    pen: Pen,
    event: Event,
}

impl Correction<'_> {
    /// Writes the edits of each document, the event among those of the returned one.
    fn write(&self, tx: &Transaction<'_>, event: Ulid) -> Result<usize, DeviceError> {
        let mut corrected = 0;
        let mut written = BTreeSet::new();
        for leaf in &self.sheet.leaves {
            let mut edits = correction_fields::edits(leaf);
            corrected += edits.len();
            if leaf.part.doc == self.doc {
                edits.push(crate::visit::put_event(&event, &self.event));
                written.insert(self.doc);
            }
            self.put(tx, leaf, &edits)?;
        }
        if written.is_empty() {
            return Err(DeviceError::Stored("returned document"));
        }
        let visit = &self.sheet.visit;
        visits::finish(tx, &visit.id, visit.household, self.pen.now)?;
        drafts::forget_all(tx, &visit.id)?;
        Ok(corrected)
    }

    fn put(&self, tx: &Transaction<'_>, leaf: &Leaf, edits: &[Edit]) -> Result<(), DeviceError> {
        if edits.is_empty() {
            return Ok(());
        }
        let scope = documents::scope(tx, leaf.part.doc)?.unwrap_or(self.sheet.scope.id);
        let target = Target { kind: leaf.part.kind, id: leaf.part.doc, scope };
        edit::write(tx, target, edits, &self.pen)?;
        debug_assert_eq!(self.sheet.visit.returned.as_deref(), Some(self.row.0.as_slice()));
        Ok(())
    }
}

/// Returns the position of the newest state row that the author has seen.
pub fn newest_state(db: &Connection, doc: DocId) -> Result<u64, DeviceError> {
    use jangkau_sync::row::RowKind;
    let mut newest = 0;
    for kind in [RowKind::CaseState, RowKind::Return] {
        let rows = rows::of_doc(db, doc, kind as u8)?;
        newest = rows.iter().map(|row| row.pos).max().unwrap_or(0).max(newest);
    }
    Ok(newest)
}

fn finished(moment: &Moment, corrected: usize, text: &str) -> Finished {
    let fact = |label, value: String| Fact { label: moment.say(label).to_owned(), value };
    let mut recorded = vec![fact(words::CORRECTED, corrected.to_string())];
    if !text.is_empty() {
        recorded.push(fact(words::EXPLAINED, text.to_owned()));
    }
    Finished {
        numbers: Vec::new(),
        sentence: moment.say(words::SENTENCE).to_owned(),
        recorded,
        next: moment.say(words::NEXT).to_owned(),
        saved_text: format!("{} {}", moment.say(visit_words::SAVED), moment.time(moment.now)),
    }
}
