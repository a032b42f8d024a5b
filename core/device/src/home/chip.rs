//! The chip that tells the truth about sending.

use rusqlite::Connection;

use crate::error::DeviceError;
use crate::ffi::view::{ChipState, SyncChip};
use crate::moment::Moment;
use crate::returned;
use crate::store::meta::{self, Fact};
use crate::store::outbox;
use crate::words::sync as words;

/// Returns the chip. "Semua data sudah terkirim" stands only where nothing waits and both sides
/// held the same at the end of the last session.
pub fn chip(db: &Connection, moment: &Moment, sending: bool) -> Result<SyncChip, DeviceError> {
    let (waiting, held) = outbox::count(db)?;
    let action = held + i32::try_from(returned::open(db)?.len()).unwrap_or(i32::MAX);
    let last = meta::number(db, Fact::LastComplete)?;
    let equal = meta::number(db, Fact::Equal)? == Some(1);
    let last_text = last.map(|at| format!("{} {}", moment.say(words::LAST), moment.when(at)));
    let never = || moment.say(words::NEVER).to_owned();
    let (state, text) = if sending {
        (ChipState::Sending, moment.say(words::SENDING).to_owned())
    } else if held > 0 {
        (ChipState::NeedsAction, format!("{action} {}", moment.say(words::NEEDS_ACTION)))
    } else if waiting > 0 {
        let count = format!("{waiting} {}", moment.say(words::WAITING));
        (ChipState::Waiting, format!("{count}. {}", last_text.unwrap_or_else(never)))
    } else if last.is_none() {
        (ChipState::Never, never())
    } else if !equal {
        (ChipState::Waiting, moment.say(words::INCOMPLETE).to_owned())
    } else if action > 0 {
        (ChipState::NeedsAction, format!("{action} {}", moment.say(words::NEEDS_ACTION)))
    } else {
        let at = moment.when(last.unwrap_or_default());
        (ChipState::AllSent, format!("{}, {at}", moment.say(words::ALL_SENT)))
    };
    Ok(SyncChip { state, text, waiting, last_at: last.unwrap_or(0) })
}
