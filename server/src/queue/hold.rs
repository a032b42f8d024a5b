//! "Ambil": a person takes a row; without work it lapses.

use jangkau_domain::UserId;

use crate::ingest::{IngestError, Writer};
use crate::store::queue_view;

/// How long a holder keeps a row without work, in seconds.
pub const HOLD_S: i64 = 30 * 60;

/// Takes a row for a person, or keeps it longer; returns false while another one holds it.
///
/// A hold is no part of the log: it says who looks at a row now, never what became of it.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn take(writer: &Writer<'_>, cause: &str, user: UserId) -> Result<bool, IngestError> {
    let now_s = writer.now_s();
    let until = now_s + HOLD_S;
    Ok(queue_view::take(writer.conn(), writer.kab(), cause, user, now_s, until)?)
}

/// Gives a row back.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn give_back(writer: &Writer<'_>, cause: &str, user: UserId) -> Result<(), IngestError> {
    Ok(queue_view::give_back(writer.conn(), writer.kab(), cause, user)?)
}
