//! Changes that are kept aside, with the reason.

use jangkau_domain::{DeviceId, DocId, DocKind, Kab, ScopeId, UserId};
use jangkau_sync::{Hash, HeldCode};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A change that is kept aside.
#[derive(Clone)]
pub struct Held {
    /// The document it was sent for.
    pub doc: DocId,
    /// The kind the sender named.
    pub kind: DocKind,
    /// The scope the sender named.
    pub scope: ScopeId,
    /// Its hash, or SHA-256 of bytes that are no change.
    pub hash: Hash,
    /// Why, as a word of the protocol.
    pub code: HeldCode,
    /// Why, in a sentence without personal data.
    pub why: String,
    /// The change that must come first.
    pub need: Option<Hash>,
    /// Who sent it.
    pub user: UserId,
    /// From which tablet.
    pub device: Option<DeviceId>,
    /// `held`, `applied`, `set_aside` or `re_entered`.
    pub state: String,
    /// The log entry that keeps it.
    pub pos: i64,
    /// When the server received it.
    pub recv_at: i64,
    /// What was sent; empty for a purged document.
    pub body: Vec<u8>,
}

const COLUMNS: &str =
    "doc, kind, scope, hash, code, why, need, user_id, device_id, state, pos, recv_at, body";

/// Finds a change that is or was kept aside.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    hash: &Hash,
) -> Result<Option<Held>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM held WHERE kab = ?1 AND doc = ?2 AND hash = ?3");
    let mut query = conn.prepare_cached(&sql)?;
    query.query_row((kab.0, doc.0, hash.0), read).optional()?.transpose()
}

/// Returns what is held now, oldest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab) -> Result<Vec<Held>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM held WHERE kab = ?1 AND state = 'held' ORDER BY pos");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map([kab.0], read)?;
    rows.map(|row| row?).collect()
}

/// Returns what waits for a change that has just come.
pub(crate) fn waiting_for(
    conn: &Connection,
    kab: Kab,
    need: &Hash,
) -> Result<Vec<Held>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM held
         WHERE kab = ?1 AND need = ?2 AND state = 'held' ORDER BY pos"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, need.0), read)?;
    rows.map(|row| row?).collect()
}

/// Returns how many changes wait for another one: of the document, and from the tablet.
pub(crate) fn waiting(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    device: Option<DeviceId>,
) -> Result<(u32, u32), StoreError> {
    let of_doc = "SELECT count(*) FROM held
                  WHERE kab = ?1 AND doc = ?2 AND state = 'held' AND need IS NOT NULL";
    let of_device = "SELECT count(*) FROM held
                     WHERE kab = ?1 AND device_id = ?2 AND state = 'held' AND need IS NOT NULL";
    let device = device.map(|device| device.0);
    Ok((
        conn.prepare_cached(of_doc)?.query_row((kab.0, doc.0), |row| row.get(0))?,
        conn.prepare_cached(of_device)?.query_row((kab.0, device), |row| row.get(0))?,
    ))
}

/// Keeps a change aside, or says anew why it is still kept.
pub(crate) fn put(conn: &Connection, kab: Kab, held: &Held) -> Result<(), StoreError> {
    let sql = "INSERT INTO held
        (kab, doc, kind, scope, hash, code, why, need, user_id, device_id, state, pos, recv_at, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (kab, doc, hash) DO UPDATE SET
            code = excluded.code, why = excluded.why, need = excluded.need,
            state = excluded.state, pos = excluded.pos";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        held.doc.0,
        held.kind as u8,
        held.scope.0,
        held.hash.0,
        held.code.as_str(),
        &held.why,
        held.need.map(|need| need.0),
        held.user.0,
        held.device.map(|device| device.0),
        &held.state,
        held.pos,
        held.recv_at,
        &held.body,
    ))?;
    Ok(())
}

/// Says what became of a held change: `applied` or `set_aside`.
pub(crate) fn settle(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    hash: &Hash,
    state: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE held SET state = ?4 WHERE kab = ?1 AND doc = ?2 AND hash = ?3";
    conn.prepare_cached(sql)?.execute((kab.0, doc.0, hash.0, state))?;
    Ok(())
}

/// Keeps who decided about a held change, and why.
pub(crate) fn decided(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    hash: &Hash,
    by: Option<UserId>,
    why: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "UPDATE held SET ended_by = ?4, ended_why = ?5
               WHERE kab = ?1 AND doc = ?2 AND hash = ?3";
    let key = (kab.0, doc.0, hash.0, by.map(|user| user.0), why);
    conn.prepare_cached(sql)?.execute(key)?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<Held, StoreError>> {
    let kind = DocKind::from_number(row.get(1)?);
    let code = HeldCode::from_word(row.get_ref(4)?.as_str()?);
    let (Some(kind), Some(code)) = (kind, code) else {
        return Ok(Err(StoreError::Damaged { what: "held change" }));
    };
    Ok(Ok(Held {
        doc: DocId(row.get(0)?),
        kind,
        scope: ScopeId(row.get(2)?),
        hash: Hash(row.get(3)?),
        code,
        why: row.get(5)?,
        need: row.get::<_, Option<[u8; 32]>>(6)?.map(Hash),
        user: UserId(row.get(7)?),
        device: row.get::<_, Option<u32>>(8)?.map(DeviceId),
        state: row.get(9)?,
        pos: row.get(10)?,
        recv_at: row.get(11)?,
        body: row.get(12)?,
    }))
}
