//! What the clock makes due: silent visits, late rows, ended emergencies, reports, likely doubles.

use jangkau_domain::step::StepId;
use jangkau_sync::Author;

use super::decision::Decision;
use super::matter::Matter;
use super::work::Work;
use super::{decide, likeness, report};
use crate::ingest::{Cause, IngestError, Writer};
use crate::store::emergencies;

/// Returns the bodies of the decisions that are due.
pub(super) fn all(writer: &Writer<'_>) -> Result<Vec<Vec<u8>>, IngestError> {
    let (conn, kab, now_s) = (writer.conn(), writer.kab(), writer.now_s());
    let mut due = decide::due(conn, kab, now_s)?;
    // Only to look around: what is written follows from the decisions' own entries.
    let nobody = Author { user: None, device: None, visit: None };
    let now = Cause { pos: i64::MAX, recv_at: now_s, author: nobody };
    let work = Work { writer, cause: &now };
    for id in emergencies::past(conn, kab, now_s)? {
        let mut off = Decision::by_system(StepId::E2);
        off.matter = Some(Matter::ModeOff(id));
        due.push(off.to_bytes());
    }
    for cause in report::lacking(&work)? {
        due.push(Decision::by_system_on(StepId::R1, &cause).to_bytes());
    }
    due.extend(likeness::scan(&work)?);
    Ok(due)
}
