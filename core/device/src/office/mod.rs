//! What the office asks of the worker who knows the family: to tell the citizen what became of a
//! case, and to answer a question about it.

mod inform;
mod reply;
mod request;

use jangkau_sync::row::{RowId, RowKind};

pub use inform::is_over;
pub use request::is_replied;

use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{Finished, OfficeAnswer, OfficeTask};
use crate::store::rows;

/// Returns an open task of the office.
pub fn item(device: &Device, id: &str) -> Result<OfficeTask, DeviceError> {
    if is(device, id, RowKind::InformTask)? {
        inform::item(device, id)
    } else {
        request::item(device, id)
    }
}

/// Saves the answer to a task for sending.
pub fn answer(
    device: &mut Device,
    id: &str,
    answers: &[OfficeAnswer],
) -> Result<Finished, DeviceError> {
    let told = |key: &str| {
        let found = answers.iter().find(|answer| answer.key == key);
        found.map_or("", |answer| answer.value.trim())
    };
    if is(device, id, RowKind::InformTask)? {
        inform::answer(device, id, told(inform::CHANNEL), told(inform::REACHED))
    } else {
        request::answer(device, id, told(request::TEXT))
    }
}

fn is(device: &Device, id: &str, kind: RowKind) -> Result<bool, DeviceError> {
    let id = RowId::from_hex(id).ok_or(DeviceError::NotFound)?;
    Ok(rows::get(&device.db, kind as u8, &id.0)?.is_some())
}
