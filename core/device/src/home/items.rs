//! The list behind the sync chip, record by record.

use jangkau_domain::Label;
use jangkau_sync::row::RowKind;

use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{ItemState, OutboxItem};
use crate::store::visits::Visit;
use crate::store::{outbox as waiting, rows, visits};
use crate::visit::{Sheet, head_title};
use crate::words::home as words;

/// The most finished visits in the list.
const FINISHED: u32 = 50;

/// Returns the records: those that need action, drafts, what waits, what the server has.
pub fn outbox(device: &Device, sending: bool) -> Result<Vec<OutboxItem>, DeviceError> {
    let (db, moment) = (&device.db, device.moment());
    let mut items = Vec::new();
    for held in waiting::held(db)? {
        items.push(OutboxItem {
            title: family::of_doc(db, held.doc, &moment)?.name,
            state: ItemState::NeedsAction,
            state_text: moment.say(words::held(&held.code)).to_owned(),
            at_text: moment.when(held.saved_s),
        });
    }
    for visit in visits::open(db)? {
        let sheet = Sheet::load(device, &visit.id)?;
        items.push(OutboxItem {
            title: head_title(&sheet),
            state: ItemState::Draft,
            state_text: moment.say(words::STATE_DRAFT).to_owned(),
            at_text: moment.when(visit.saved_s),
        });
    }
    let finished = visits::finished(db, FINISHED)?;
    let (sent, unsent): (Vec<Visit>, Vec<Visit>) =
        finished.into_iter().partition(|visit| visit.sent_s.is_some());
    for visit in unsent.iter().chain(&sent) {
        items.push(finished_item(device, visit, sending)?);
    }
    Ok(items)
}

fn finished_item(device: &Device, visit: &Visit, sending: bool) -> Result<OutboxItem, DeviceError> {
    let moment = device.moment();
    let name = family::of_household(&device.db, visit.household, &moment)?.name;
    let (state, words, at) = match visit.sent_s {
        Some(at) => (ItemState::Received, words::STATE_RECEIVED, at),
        None if sending => (ItemState::Sending, words::STATE_SENDING, visit.saved_s),
        None => (ItemState::Ready, words::STATE_READY, visit.saved_s),
    };
    let title = match &visit.returned {
        Some(row) => format!("{}: {name}", moment.say(answered(device, row)?)),
        None => name,
    };
    let state_text = moment.say(words).to_owned();
    Ok(OutboxItem { title, state, state_text, at_text: moment.when(at) })
}

/// Returns what an answer to a row of the office is called.
fn answered(device: &Device, row: &[u8]) -> Result<Label, DeviceError> {
    for (kind, label) in
        [(RowKind::InformTask, words::INFORM), (RowKind::DataRequest, words::DATA_REQUEST)]
    {
        if rows::get(&device.db, kind as u8, row)?.is_some() {
            return Ok(label);
        }
    }
    Ok(words::CORRECTION)
}
