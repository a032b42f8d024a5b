//! A correction is a small visit: its typed fields lie on disk until it is sent.

use jangkau_domain::{DocId, DocKind};
use jangkau_sync::row::{Return, RowBody, RowId};
use rusqlite::{Connection, Transaction};

use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::store::visits::{self, Part, Visit};
use crate::store::{documents, persons, rows};

/// Returns an open return row.
pub fn returned(db: &Connection, id: &str) -> Result<(RowId, Return), DeviceError> {
    let id = RowId::from_hex(id).ok_or(DeviceError::NotFound)?;
    let row = rows::get(db, Return::KIND as u8, &id.0)?.ok_or(DeviceError::NotFound)?;
    let returned = Return::from_bytes(&row.body).map_err(|_| DeviceError::Stored("row"))?;
    if returned.closed.is_some() || visits::was_corrected(db, &id.0)? {
        return Err(DeviceError::NotFound);
    }
    Ok((id, returned))
}

/// Returns the id of the correction that answers a return row; begins it the first time.
pub fn correction_of(device: &mut Device, id: &str) -> Result<String, DeviceError> {
    let (id, returned) = returned(&device.db, id)?;
    if let Some(open) = visits::correction(&device.db, &id.0)? {
        return Ok(open.id);
    }
    let moment = device.moment();
    let household = family::of_doc(&device.db, returned.doc, &moment)?.household;
    let scope = documents::scope(&device.db, returned.doc)?.ok_or(DeviceError::NotFound)?;
    let visit = Visit {
        id: device.ulid()?.to_string(),
        returned: Some(id.0.to_vec()),
        scope,
        household: household.unwrap_or(returned.doc),
        row: None,
        started_s: moment.now,
        saved_s: moment.now,
        finished_s: None,
        sent_s: None,
    };
    device.write(|tx| {
        visits::add(tx, &visit)?;
        add_parts(tx, &visit, &returned, household)
    })?;
    Ok(visit.id)
}

/// Puts the family on the form, so that the checks see it, and every returned document.
fn add_parts(
    tx: &Transaction<'_>,
    visit: &Visit,
    returned: &Return,
    household: Option<DocId>,
) -> Result<(), DeviceError> {
    let mut docs: Vec<DocId> = household.into_iter().collect();
    if let Some(household) = household {
        let members = persons::of_household(tx, household)?;
        docs.extend(members.into_iter().filter_map(|member| member.doc));
    }
    docs.push(returned.doc);
    docs.extend(returned.fields.iter().map(|note| note.doc));
    for doc in docs {
        if let Some(kind) = kind(tx, doc)? {
            let part = Part { n: 0, kind, doc, fresh: false, row: None };
            visits::add_part(tx, &visit.id, &part)?;
        }
    }
    Ok(())
}

fn kind(tx: &Transaction<'_>, doc: DocId) -> Result<Option<DocKind>, DeviceError> {
    Ok(documents::register(tx, doc)?.map(|register| register.kind()))
}
