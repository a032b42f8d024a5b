//! Tablets: enrolled once by a code, known by their public key, revoked for ever.

use jangkau_domain::{DeviceId, Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A tablet.
#[derive(Clone, Debug)]
pub struct Device {
    /// Its number.
    pub id: DeviceId,
    /// Whose it is.
    pub user: UserId,
    /// What the office calls it.
    pub name: String,
    /// The three characters of its registration numbers.
    pub block: String,
    /// Until when its enrolment code holds; none once it was used.
    pub code_until: Option<i64>,
    /// Its Ed25519 key; none until it joined.
    pub public_key: Option<[u8; 32]>,
    /// When it joined.
    pub joined_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
}

const COLUMNS: &str =
    "device_id, user_id, name, block, code_until, public_key, joined_at, revoked_at";

/// Finds a tablet.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: DeviceId) -> Result<Option<Device>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM device WHERE kab = ?1 AND device_id = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, id.0), read).optional()?)
}

/// Returns every tablet, by number.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab) -> Result<Vec<Device>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM device WHERE kab = ?1 ORDER BY device_id");
    let mut query = conn.prepare_cached(&sql)?;
    let devices = query.query_map([kab.0], read)?;
    Ok(devices.collect::<Result<_, _>>()?)
}

/// Finds the tablet that an enrolment code was made for, used or not.
pub(crate) fn by_code(
    conn: &Connection,
    kab: Kab,
    code_hash: &[u8; 32],
) -> Result<Option<Device>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM device WHERE kab = ?1 AND code_hash = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, code_hash), read).optional()?)
}

/// Returns the number that the next tablet gets.
pub(crate) fn next_id(conn: &Connection, kab: Kab) -> Result<DeviceId, StoreError> {
    let sql = "SELECT coalesce(max(device_id), 0) + 1 FROM device WHERE kab = ?1";
    Ok(conn.query_row(sql, [kab.0], |row| row.get(0).map(DeviceId))?)
}

/// Makes a place for a tablet that will join with a code.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    now_s: i64,
    device: &Device,
    code_hash: &[u8; 32],
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO device (kab, device_id, user_id, name, block, code_hash, code_until, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            kab.0,
            device.id.0,
            device.user.0,
            &device.name,
            &device.block,
            code_hash,
            device.code_until,
            now_s,
        ),
    )?;
    Ok(())
}

/// Lets a tablet join and uses its code up; returns whether it still could.
pub(crate) fn join(
    conn: &Connection,
    kab: Kab,
    id: DeviceId,
    name: &str,
    public_key: &[u8; 32],
    now_s: i64,
) -> Result<bool, StoreError> {
    let sql = "UPDATE device
        SET name = ?3, public_key = ?4, joined_at = ?5, code_hash = NULL, code_until = NULL
        WHERE kab = ?1 AND device_id = ?2 AND code_until >= ?5
            AND joined_at IS NULL AND revoked_at IS NULL";
    Ok(conn.execute(sql, (kab.0, id.0, name, public_key, now_s))? == 1)
}

/// Revokes a tablet; returns whether it was not before.
pub(crate) fn revoke(
    conn: &Connection,
    kab: Kab,
    id: DeviceId,
    now_s: i64,
) -> Result<bool, StoreError> {
    let sql = "UPDATE device SET revoked_at = ?3, code_hash = NULL, code_until = NULL
               WHERE kab = ?1 AND device_id = ?2 AND revoked_at IS NULL";
    Ok(conn.execute(sql, (kab.0, id.0, now_s))? == 1)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Device> {
    Ok(Device {
        id: DeviceId(row.get(0)?),
        user: UserId(row.get(1)?),
        name: row.get(2)?,
        block: row.get(3)?,
        code_until: row.get(4)?,
        public_key: row.get(5)?,
        joined_at: row.get(6)?,
        revoked_at: row.get(7)?,
    })
}
