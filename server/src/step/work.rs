//! What every part of the engine needs: the transaction, the cause, deadlines, the feed.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jangkau_domain::calendar::{Calendar, WorkWeek, Zone, national_seed};
use jangkau_domain::clock::{Clock, Deadlines};
use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use jangkau_sync::row::{RowBody, RowId};
use jiff::Timestamp;
use rusqlite::Connection;

use crate::ingest::{Cause, IngestError, Writer};
use crate::store::queue::{self, Done, Waiting, Which};
use crate::store::rows::{self, NewRow};
use crate::store::{scopes, users};

/// One entry of the log, and the right to write what follows from it.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) writer: &'a Writer<'a>,
    pub(super) cause: &'a Cause,
}

/// A row for the feed, but its body.
pub(super) struct To {
    pub(super) id: RowId,
    pub(super) scope: ScopeId,
    pub(super) user: Option<UserId>,
    pub(super) doc: Option<DocId>,
}

impl<'a> Work<'a> {
    pub(super) fn conn(&self) -> &'a Connection {
        self.writer.conn()
    }

    pub(super) fn kab(&self) -> Kab {
        self.writer.kab()
    }

    /// Returns when the server received what this follows from.
    pub(super) fn at(&self) -> i64 {
        self.cause.recv_at
    }

    /// Returns when a row of this clock is due: working days from the server's receipt.
    pub(super) fn due(&self, clock: Clock) -> i64 {
        self.due_in(Deadlines::default().days(clock))
    }

    /// Returns the end of the so-manieth working day.
    pub(super) fn due_in(&self, days: u16) -> i64 {
        calendar(self.kab()).due(moment(self.at()), days).as_second()
    }

    /// Returns a due moment moved on by the working days since a moment.
    pub(super) fn moved(&self, due: i64, since: i64) -> i64 {
        let calendar = calendar(self.kab());
        let zone = calendar.zone();
        let still = calendar.working_days(zone.day(moment(since)), zone.day(moment(self.at())));
        let last = calendar.add_working_days(zone.day(moment(due)), still);
        zone.end_of(last).as_second().max(due)
    }

    /// Returns the end of a day that somebody named, such as `2025-08-14`.
    pub(super) fn end_of(&self, date: &str) -> Option<i64> {
        let date = date.parse().ok()?;
        Some(calendar(self.kab()).zone().end_of(date).as_second())
    }

    /// Returns the desa of a scope.
    pub(super) fn desa(&self, scope: ScopeId) -> Result<Option<String>, IngestError> {
        let found = scopes::find(self.conn(), self.kab(), scope)?;
        Ok(found.and_then(|scope| scope.wilayah).filter(|code| code.len() == 10))
    }

    /// Returns the name of a person, as rows for their colleagues show it.
    pub(super) fn name(&self, user: Option<UserId>) -> Result<String, IngestError> {
        let Some(user) = user else { return Ok("Sistem".to_owned()) };
        let found = users::find(self.conn(), self.kab(), user)?;
        Ok(found.map_or_else(String::new, |user| user.name))
    }

    /// Opens a queue row; one that waits already stays as it is.
    pub(super) fn open(&self, row: &Waiting) -> Result<(), IngestError> {
        Ok(queue::open(self.conn(), self.kab(), row)?)
    }

    /// Closes queue rows; returns how many waited.
    pub(super) fn close(
        &self,
        which: Which<'_>,
        by: Option<UserId>,
        step: &str,
    ) -> Result<usize, IngestError> {
        let done = Done { pos: self.cause.pos, at: self.at(), by, step };
        Ok(queue::close(self.conn(), self.kab(), which, &done)?)
    }

    /// Hands out a row; one of the same name is replaced.
    pub(super) fn hand_out<B: RowBody>(&self, to: &To, body: &B) -> Result<(), IngestError> {
        let row = NewRow {
            id: to.id,
            kind: B::KIND,
            scope: to.scope,
            to_user: to.user,
            doc: to.doc,
            body: &body.to_bytes(),
        };
        Ok(rows::put(self.conn(), self.kab(), self.cause, &row)?)
    }
}

/// Reads the name of a row: 32 hexadecimal digits.
pub(super) fn row_named(text: &str) -> Option<RowId> {
    DocId::from_hex(text).map(|id| RowId(id.0))
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}

/// Returns the working days of a kabupaten; built once, holidays are data of the program.
pub(super) fn calendar(kab: Kab) -> Arc<Calendar> {
    static KNOWN: LazyLock<Mutex<BTreeMap<Kab, Arc<Calendar>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(known.entry(kab).or_insert_with(|| {
        let province = u8::try_from(kab.0 / 100).unwrap_or(99);
        let zone = Zone::of_province(province);
        let area = kab.0.to_string().parse();
        let rows = if area.is_ok() { national_seed() } else { Vec::new() };
        // A number that is no code of a kabupaten has no regional holidays; any area serves.
        let area = area.or_else(|_| "9901".parse()).expect("9901 is a code");
        Arc::new(Calendar::new(rows, WorkWeek::ToFriday, zone, area))
    }))
}
