//! Keys with unequal values, and who wrote each.

use std::collections::HashSet;

use jangkau_domain::{DeviceId, DocId, Kab, Ulid, UserId, Value};
use jangkau_sync::Hash;
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A key with unequal values. It has no `Debug`: it holds a citizen's data.
#[derive(Clone)]
pub struct Conflict {
    /// The key.
    pub key: String,
    /// Whether an admin must choose; else a rule shows one.
    pub review: bool,
    /// Names the set of values, in any order.
    pub hash: [u8; 32],
    /// The log entry that brought this set.
    pub pos: i64,
    /// The values, the last one wins until it is settled.
    pub sides: Vec<Side>,
}

/// One of the values, and its evidence.
#[derive(Clone)]
pub struct Side {
    /// The value.
    pub value: Value,
    /// Whether it is what screens show.
    pub shown: bool,
    /// The change that wrote it.
    pub change: Hash,
    /// Who.
    pub user: Option<UserId>,
    /// On which tablet; none for a page.
    pub device: Option<DeviceId>,
    /// During which visit.
    pub visit: Option<Ulid>,
    /// When, by the writer's clock.
    pub claimed: i64,
    /// When the server received it.
    pub recv_at: i64,
}

/// A conflict without its sides.
pub(crate) struct Head {
    pub(crate) hash: [u8; 32],
    pub(crate) pos: i64,
}

/// Returns the conflicts of a document with their sides, by key.
///
/// # Errors
///
/// [`StoreError`] if the database fails or a value is damaged.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Conflict>, StoreError> {
    let sql = "SELECT key, review, hash, pos FROM conflict
               WHERE kab = ?1 AND doc = ?2 ORDER BY key";
    let mut query = conn.prepare_cached(sql)?;
    let heads = query.query_map((kab.0, doc.0), |row| {
        Ok(Conflict {
            key: row.get(0)?,
            review: row.get(1)?,
            hash: row.get(2)?,
            pos: row.get(3)?,
            sides: Vec::new(),
        })
    })?;
    let mut conflicts = heads.collect::<Result<Vec<_>, _>>()?;
    for conflict in &mut conflicts {
        conflict.sides = sides(conn, kab, doc, &conflict.key)?;
    }
    Ok(conflicts)
}

/// Returns the keys of a document that wait for an admin, each with the name of its set of values.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn for_review(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
) -> Result<Vec<(String, [u8; 32])>, StoreError> {
    let sql = "SELECT key, hash FROM conflict
               WHERE kab = ?1 AND doc = ?2 AND review = 1 ORDER BY key";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns how many keys of a document wait for an admin.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn count_for_review(conn: &Connection, kab: Kab, doc: &DocId) -> Result<i64, StoreError> {
    let sql = "SELECT count(*) FROM conflict WHERE kab = ?1 AND doc = ?2 AND review = 1";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0), |row| row.get(0))?)
}

/// Returns the keys of a document that clash.
pub(crate) fn keys(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
) -> Result<HashSet<String>, StoreError> {
    let sql = "SELECT key FROM conflict WHERE kab = ?1 AND doc = ?2";
    let mut query = conn.prepare_cached(sql)?;
    let keys = query.query_map((kab.0, doc.0), |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// Finds the conflict of a key.
pub(crate) fn find(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    key: &str,
) -> Result<Option<Head>, StoreError> {
    let sql = "SELECT hash, pos FROM conflict WHERE kab = ?1 AND doc = ?2 AND key = ?3";
    let read = |row: &Row<'_>| Ok(Head { hash: row.get(0)?, pos: row.get(1)? });
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0, key), read).optional()?)
}

/// Forgets a conflict that is none any more.
pub(crate) fn close(conn: &Connection, kab: Kab, doc: &DocId, key: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM conflict WHERE kab = ?1 AND doc = ?2 AND key = ?3";
    if conn.prepare_cached(sql)?.execute((kab.0, doc.0, key))? > 0 {
        delete_sides(conn, kab, doc, key)?;
    }
    Ok(())
}

/// Writes a conflict with its sides.
pub(crate) fn put(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    one: &Conflict,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO conflict (kab, doc, key, review, hash, pos)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (kab, doc, key) DO UPDATE SET
            review = excluded.review, hash = excluded.hash, pos = excluded.pos";
    let review = i64::from(one.review);
    conn.prepare_cached(sql)?.execute((kab.0, doc.0, &one.key, review, one.hash, one.pos))?;
    delete_sides(conn, kab, doc, &one.key)?;
    let sql = "INSERT INTO candidate
        (kab, doc, key, n, value, shown, hash, user_id, device_id, visit, claimed, recv_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let mut insert = conn.prepare_cached(sql)?;
    for (n, side) in (1i64..).zip(&one.sides) {
        insert.execute((
            kab.0,
            doc.0,
            &one.key,
            n,
            encode_value(&side.value),
            i64::from(side.shown),
            side.change.0,
            side.user.map(|user| user.0),
            side.device.map(|device| device.0),
            side.visit.map(|visit| visit.0),
            side.claimed,
            side.recv_at,
        ))?;
    }
    Ok(())
}

fn delete_sides(conn: &Connection, kab: Kab, doc: &DocId, key: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM candidate WHERE kab = ?1 AND doc = ?2 AND key = ?3";
    conn.prepare_cached(sql)?.execute((kab.0, doc.0, key))?;
    Ok(())
}

fn sides(conn: &Connection, kab: Kab, doc: &DocId, key: &str) -> Result<Vec<Side>, StoreError> {
    let sql = "SELECT value, shown, hash, user_id, device_id, visit, claimed, recv_at
               FROM candidate WHERE kab = ?1 AND doc = ?2 AND key = ?3 ORDER BY n";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, doc.0, key), |row| {
        let value: Vec<u8> = row.get(0)?;
        Ok(decode_value(&value).map(|value| (value, read_side(row))))
    })?;
    rows.map(|row| {
        let (value, side) = row?.ok_or(StoreError::Damaged { what: "candidate" })?;
        Ok(Side { value, ..side? })
    })
    .collect()
}

fn read_side(row: &Row<'_>) -> rusqlite::Result<Side> {
    Ok(Side {
        value: Value::Bool(false), // replaced by the caller, which has decoded it
        shown: row.get(1)?,
        change: Hash(row.get(2)?),
        user: row.get::<_, Option<u32>>(3)?.map(UserId),
        device: row.get::<_, Option<u32>>(4)?.map(DeviceId),
        visit: row.get::<_, Option<[u8; 16]>>(5)?.map(Ulid),
        claimed: row.get(6)?,
        recv_at: row.get(7)?,
    })
}

/// Writes a scalar as one CBOR item.
pub(crate) fn encode_value(value: &Value) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    let done = match value {
        Value::Str(text) => encoder.str(text),
        Value::Int(number) => encoder.i64(*number),
        Value::Bool(yes) => encoder.bool(*yes),
        Value::Bytes(bytes) => encoder.bytes(bytes),
    };
    done.map(drop).expect("a vector takes all bytes");
    encoder.into_writer()
}

fn decode_value(bytes: &[u8]) -> Option<Value> {
    let mut decoder = Decoder::new(bytes);
    Some(match decoder.datatype().ok()? {
        Type::String => Value::Str(decoder.str().ok()?.to_owned()),
        Type::Bool => Value::Bool(decoder.bool().ok()?),
        Type::Bytes => Value::Bytes(decoder.bytes().ok()?.to_vec()),
        _ => Value::Int(decoder.i64().ok()?),
    })
}
