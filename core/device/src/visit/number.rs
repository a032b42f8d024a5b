//! Registration numbers: given on the tablet, final, never twice.

use jangkau_domain::Kab;
use jangkau_domain::case_number::{CaseNumber, Serial};
use rusqlite::Transaction;

use crate::error::DeviceError;
use crate::moment::Moment;
use crate::store::meta::{self, Fact};
use crate::store::numbers;
use crate::words::visit as words;

/// Takes the next number. Year and month are the later of the tablet's day and the last server
/// day, so a clock set back dates no case before its time.
///
/// # Errors
/// Where the blocks are used up: the next session brings a new one.
pub fn take(tx: &Transaction<'_>, moment: &Moment) -> Result<CaseNumber, DeviceError> {
    let (kab, block, serial) =
        numbers::take(tx)?.ok_or(DeviceError::refused("f/number", words::NO_NUMBERS))?;
    let server = meta::number(tx, Fact::ServerTime)?.map(|seconds| moment.day(seconds));
    let wrong = DeviceError::Stored("number block");
    let (Ok(block), Some(serial)) = (block.parse(), Serial::new(serial)) else {
        return Err(wrong);
    };
    CaseNumber::issue(Kab(kab), moment.today(), server, block, serial).ok_or(wrong)
}
