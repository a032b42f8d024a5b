//! What waits, as this person sees it: rows, counts, and the row of one thing.

use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, Ulid, UserId};
use rusqlite::Connection;

use crate::queue::{self, Filter, Viewer, Waiting};
use crate::store::StoreError;
use crate::store::queue::{Which, list_open};
use crate::web::desk::Desk;

/// Rows of the desk's list at most.
const DESK: u32 = 200;

/// A filter of the chips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Everything.
    All,
    /// Past its date.
    Late,
    /// Urgent.
    Urgent,
}

impl Wanted {
    /// Reads the filter of an address; an unknown one shows everything.
    pub fn from_key(key: &str) -> Self {
        match key {
            "late" => Self::Late,
            "urgent" => Self::Urgent,
            _ => Self::All,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Late => "late",
            Self::Urgent => "urgent",
        }
    }

    fn filter(self, now_s: i64, skip: u32, limit: u32) -> Filter {
        Filter {
            urgent: self == Self::Urgent,
            due_before: (self == Self::Late).then_some(now_s),
            skip,
            limit,
            ..Filter::default()
        }
    }
}

/// Returns the address of a queue with a filter and a page.
pub fn address(base: &str, wanted: Wanted, page: u32) -> String {
    match (wanted.key(), page) {
        ("", 1) => base.to_owned(),
        ("", page) => format!("{base}?p={page}"),
        (key, 1) => format!("{base}?f={key}"),
        (key, page) => format!("{base}?f={key}&p={page}"),
    }
}

/// How many rows each filter leaves.
pub struct Counts {
    all: u64,
    late: u64,
    urgent: u64,
}

impl Counts {
    /// Returns the count of a filter.
    pub const fn of(&self, wanted: Wanted) -> u64 {
        match wanted {
            Wanted::All => self.all,
            Wanted::Late => self.late,
            Wanted::Urgent => self.urgent,
        }
    }
}

/// Returns the person as the queues know them.
pub fn viewer(desk: &Desk) -> Viewer {
    Viewer { user: desk.viewer.user, grants: desk.signed.user.grants.clone() }
}

/// Returns a page of a queue.
pub fn list(
    conn: &Connection,
    desk: &Desk,
    queue: Queue,
    wanted: Wanted,
    skip: u32,
    limit: u32,
) -> Result<Vec<Waiting>, StoreError> {
    queue::list(conn, desk.kab, &viewer(desk), queue, &wanted.filter(desk.now_s, skip, limit))
}

/// Returns the open rows of a desk's list.
pub fn open_rows(conn: &Connection, desk: &Desk, queue: Queue) -> Result<Vec<Waiting>, StoreError> {
    list(conn, desk, queue, Wanted::All, 0, DESK)
}

/// Returns how many rows each filter of a queue leaves.
pub fn counts(conn: &Connection, desk: &Desk, queue: Queue) -> Result<Counts, StoreError> {
    let all = queue::count(conn, desk.kab, &viewer(desk), desk.now_s)?;
    let one = all.iter().find(|count| count.queue == queue);
    let urgent = list(conn, desk, queue, Wanted::Urgent, 0, DESK)?.len() as u64;
    Ok(Counts {
        all: one.map_or(0, |count| count.all),
        late: one.map_or(0, |count| count.late),
        urgent,
    })
}

/// Returns who has a row open.
pub fn holder(conn: &Connection, desk: &Desk, cause: &str) -> Result<Option<UserId>, StoreError> {
    queue::holder(conn, desk.kab, cause, desk.now_s)
}

/// Returns the open row of a visit in a queue.
pub fn of_visit(
    conn: &Connection,
    desk: &Desk,
    visit: &Ulid,
    queue: Queue,
) -> Result<Option<Waiting>, StoreError> {
    Ok(list_open(conn, desk.kab, Which::Visit(*visit, queue))?.into_iter().next())
}

/// Returns the open row of a case that says where it waits: side rows such as informing come last.
pub fn of_case(
    conn: &Connection,
    desk: &Desk,
    case: &DocId,
) -> Result<Option<Waiting>, StoreError> {
    let mut rows = list_open(conn, desk.kab, Which::AllOfCase(*case))?;
    let aside = |queue: Queue| {
        matches!(queue, Queue::Inform | Queue::Print | Queue::Overdue | Queue::Agenda)
    };
    rows.sort_by_key(|row| aside(row.queue));
    Ok(rows.into_iter().next())
}

/// Returns the open row of a case, or that of the visit whose review decides on it.
pub fn of_case_or_visit(
    conn: &Connection,
    desk: &Desk,
    case: &DocId,
    visit: Option<Ulid>,
) -> Result<Option<Waiting>, StoreError> {
    match (of_case(conn, desk, case)?, visit) {
        (None, Some(visit)) => of_visit(conn, desk, &visit, Queue::Review),
        (found, _) => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_its_filter_and_reads_back() {
        for wanted in [Wanted::All, Wanted::Late, Wanted::Urgent] {
            assert_eq!(Wanted::from_key(wanted.key()), wanted);
        }
        assert_eq!(address("/antrean/review", Wanted::Late, 2), "/antrean/review?f=late&p=2");
        assert_eq!(address("/antrean/review", Wanted::All, 1), "/antrean/review");
    }
}
