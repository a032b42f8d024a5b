//! Tablets join, are made room for and are revoked.

use jangkau_domain::case_number::Block;
use jangkau_domain::{DeviceId, UserId};

use super::{Ingest, IngestError, Writer};
use crate::store::devices::{self, Device};
use crate::store::users;

impl Ingest {
    /// Lets a tablet join with the kept form of its code; none if it is wrong, used or expired.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub async fn enrol(
        &self,
        code: [u8; 32],
        name: String,
        public_key: [u8; 32],
    ) -> Result<Option<Device>, IngestError> {
        self.run(move |writer| join(writer, &code, &name, &public_key)).await
    }
}

fn join(
    writer: &Writer<'_>,
    code: &[u8; 32],
    name: &str,
    public_key: &[u8; 32],
) -> Result<Option<Device>, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let Some(device) = devices::by_code(conn, kab, code)? else { return Ok(None) };
    if users::find(conn, kab, device.user)?.is_none_or(|user| user.ended) {
        return Ok(None);
    }
    if !devices::join(conn, kab, device.id, name, public_key, writer.now_s())? {
        return Ok(None);
    }
    Ok(devices::find(conn, kab, device.id)?)
}

/// Makes room for a tablet that joins with a code until `until`; returns its number.
///
/// # Errors
///
/// [`IngestError::Refused`] if the account is unknown or ended, or the blocks of registration
/// numbers are used up.
pub fn make_room(
    writer: &Writer<'_>,
    user: UserId,
    code: &[u8; 32],
    until: i64,
) -> Result<DeviceId, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    if users::find(conn, kab, user)?.is_none_or(|user| user.ended) {
        return Err(IngestError::Refused("there is no such active account".to_owned()));
    }
    let id = devices::next_id(conn, kab)?;
    // Block 000 is the pages'; a reinstalled tablet is a new device with a new block.
    let block = u16::try_from(id.0).ok().and_then(Block::new);
    let block = block.ok_or_else(|| IngestError::Refused("no block is left".to_owned()))?;
    let device = Device {
        id,
        user,
        name: String::new(),
        block: block.to_string(),
        code_until: Some(until),
        public_key: None,
        joined_at: None,
        revoked_at: None,
    };
    devices::insert(conn, kab, writer.now_s(), &device, code)?;
    Ok(id)
}
