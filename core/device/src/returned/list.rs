//! The records that came back and wait for this worker.

use jangkau_sync::row::{Return, RowId};
use rusqlite::Connection;

use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{TaskCard, TaskKind};
use crate::home::due_text;
use crate::store::rows;
use crate::store::visits;
use crate::words::home as words;

/// Returns the return rows that are neither closed nor answered on this tablet.
pub fn open(db: &Connection) -> Result<Vec<(RowId, Return)>, DeviceError> {
    let mut open = Vec::new();
    for (stored, returned) in rows::read_all::<Return>(db)? {
        let id = RowId(stored.id.try_into().map_err(|_| DeviceError::Stored("row"))?);
        if returned.closed.is_none() && !visits::was_corrected(db, &id.0)? {
            open.push((id, returned));
        }
    }
    Ok(open)
}

/// Returns them as tasks, the earliest due first.
pub fn list(device: &Device) -> Result<Vec<TaskCard>, DeviceError> {
    let (db, moment) = (&device.db, device.moment());
    let mut open = open(db)?;
    open.sort_by_key(|(_, returned)| returned.due.unwrap_or(i64::MAX));
    open.into_iter()
        .map(|(id, returned)| {
            let title = family::of_doc(db, returned.doc, &moment)?;
            Ok(TaskCard {
                id: id.to_string(),
                kind: TaskKind::Returned,
                title: title.name,
                subtitle: words::returned(returned.fields.len(), &returned.by, moment.lang),
                place: title.place,
                due_text: due_text(returned.due, &moment),
                urgent: returned.due.is_some_and(|due| due < moment.now),
                household: title.household.map(|id| id.to_string()),
                visit: None,
            })
        })
        .collect()
}
