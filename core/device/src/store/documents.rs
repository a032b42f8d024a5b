//! Documents: automerge's bytes and beside them what they mean.

use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::Hash;
use jangkau_sync::register::Register;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::digests;
use crate::error::DeviceError;

/// One stored document.
pub struct Stored {
    /// Which kind.
    pub kind: DocKind,
    /// Names it.
    pub id: DocId,
    /// Who may see it.
    pub scope: ScopeId,
    /// automerge's bytes.
    pub save: Vec<u8>,
    /// What they mean.
    pub register: Register,
    /// The same at the version that the server confirmed; none before the first time.
    pub confirmed: Option<Register>,
    /// The server's proof over that version.
    pub receipt: Option<Vec<u8>>,
    /// Receipt and heads with which others' changes are offered after a restore.
    pub offer: Option<Vec<u8>>,
}

const COLUMNS: &str = "SELECT doc_id, kind, scope, save, register, confirmed_heads, confirmed,
     receipt, offer FROM document";

fn read(row: &Row<'_>) -> rusqlite::Result<Result<Stored, DeviceError>> {
    let (id, kind): ([u8; 16], u8) = (row.get(0)?, row.get(1)?);
    let register: Vec<u8> = row.get(4)?;
    let heads: Option<Vec<u8>> = row.get(5)?;
    let confirmed: Option<Vec<u8>> = row.get(6)?;
    let (scope, save) = (ScopeId(row.get(2)?), row.get(3)?);
    let (receipt, offer) = (row.get(7)?, row.get(8)?);
    Ok((|| {
        let kind = DocKind::from_number(kind).ok_or(DeviceError::Stored("kind"))?;
        let register = decoded(&register)?;
        let confirmed = match (heads, confirmed) {
            (None, _) => None,
            (Some(_), None) => Some(register.clone()),
            (Some(_), Some(bytes)) => Some(decoded(&bytes)?),
        };
        Ok(Stored { kind, id: DocId(id), scope, save, register, confirmed, receipt, offer })
    })())
}

fn decoded(bytes: &[u8]) -> Result<Register, DeviceError> {
    Register::decode(bytes).map_err(|_| DeviceError::Stored("register"))
}

/// Returns a document by its id.
pub fn get(db: &Connection, id: DocId) -> Result<Option<Stored>, DeviceError> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} WHERE doc_id = ?1"))?;
    statement.query_row([id.0], read).optional()?.transpose()
}

/// Returns only what a document means.
pub fn register(db: &Connection, id: DocId) -> Result<Option<Register>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT register FROM document WHERE doc_id = ?1")?;
    let bytes: Option<Vec<u8>> = statement.query_row([id.0], |row| row.get(0)).optional()?;
    bytes.map(|bytes| decoded(&bytes)).transpose()
}

/// Returns the scope of a document.
pub fn scope(db: &Connection, id: DocId) -> Result<Option<ScopeId>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT scope FROM document WHERE doc_id = ?1")?;
    Ok(statement.query_row([id.0], |row| Ok(ScopeId(row.get(0)?))).optional()?)
}

/// Returns the ids of a scope's documents.
pub fn ids(db: &Connection, scope: ScopeId) -> Result<Vec<DocId>, DeviceError> {
    let mut statement = db.prepare_cached("SELECT doc_id FROM document WHERE scope = ?1")?;
    let ids =
        statement.query_map([scope.0], |row| Ok(DocId(row.get(0)?)))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// Stores a document whole.
pub fn put(tx: &Transaction<'_>, doc: &Stored) -> Result<(), DeviceError> {
    digests::moved(tx, doc)?;
    let heads = doc.confirmed.as_ref().map(|register| join(register.heads()));
    let apart = doc.confirmed.as_ref().filter(|known| known.heads() != doc.register.heads());
    tx.prepare_cached(
        "INSERT INTO document (doc_id, kind, scope, save, register, heads, confirmed_heads,
             confirmed, receipt, offer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (doc_id) DO UPDATE SET scope = excluded.scope, save = excluded.save,
             register = excluded.register, heads = excluded.heads,
             confirmed_heads = excluded.confirmed_heads, confirmed = excluded.confirmed,
             receipt = excluded.receipt, offer = excluded.offer",
    )?
    .execute(rusqlite::params![
        doc.id.0,
        doc.kind as u8,
        doc.scope.0,
        doc.save,
        doc.register.encode(),
        join(doc.register.heads()),
        heads,
        apart.map(Register::encode),
        doc.receipt,
        doc.offer,
    ])?;
    Ok(())
}

/// A document as it stands in its scope's digest.
pub struct Confirmed {
    /// Whose digest.
    pub scope: ScopeId,
    /// The heads that the server named; none before the first time.
    pub heads: Option<Vec<Hash>>,
}

/// Returns a document as it stands in its scope's digest.
pub fn confirmed(db: &Connection, id: DocId) -> Result<Option<Confirmed>, DeviceError> {
    let mut statement =
        db.prepare_cached("SELECT scope, confirmed_heads FROM document WHERE doc_id = ?1")?;
    let found: Option<(u32, Option<Vec<u8>>)> =
        statement.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let read = |(scope, bytes): (u32, Option<Vec<u8>>)| {
        let heads = bytes.map(|bytes| heads(&bytes)).transpose()?;
        Ok(Confirmed { scope: ScopeId(scope), heads })
    };
    found.map(read).transpose()
}

/// Returns whether a document was erased by law.
pub fn was_purged(db: &Connection, id: DocId) -> Result<bool, DeviceError> {
    let mut statement = db.prepare_cached("SELECT 1 FROM purged WHERE doc_id = ?1")?;
    Ok(statement.exists([id.0])?)
}

/// Returns the documents of a scope whose id begins with six bytes, two at most.
pub fn by_prefix(
    db: &Connection,
    scope: ScopeId,
    prefix: [u8; 6],
) -> Result<Vec<DocId>, DeviceError> {
    let (mut low, mut high) = ([0; 16], [0xff; 16]);
    low[..6].copy_from_slice(&prefix);
    high[..6].copy_from_slice(&prefix);
    let mut statement = db.prepare_cached(
        "SELECT doc_id FROM document WHERE doc_id BETWEEN ?1 AND ?2 AND scope = ?3 LIMIT 2",
    )?;
    let found = statement
        .query_map((low, high, scope.0), |row| Ok(DocId(row.get(0)?)))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Moves a document to another scope; it keeps its id.
pub fn move_to(tx: &Transaction<'_>, id: DocId, scope: ScopeId) -> Result<(), DeviceError> {
    if let Some(mut stored) = get(tx, id)? {
        stored.scope = scope;
        put(tx, &stored)?;
    }
    Ok(())
}

/// Erases a document by law, its unsent changes and drafts too; what still arrives for it is not
/// stored.
pub fn purge(tx: &Transaction<'_>, id: DocId) -> Result<(), DeviceError> {
    tx.prepare_cached("INSERT INTO purged (doc_id) VALUES (?1) ON CONFLICT DO NOTHING")?
        .execute([id.0])?;
    tx.prepare_cached("DELETE FROM draft WHERE doc = ?1")?.execute([id.to_string()])?;
    for sql in [
        "DELETE FROM outbox WHERE doc_id = ?1",
        "DELETE FROM visit_part WHERE doc_id = ?1",
        "DELETE FROM row WHERE doc_id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([id.0])?;
    }
    remove(tx, id)
}

/// Takes a document away that left this tablet's scopes. It has no unsent changes.
pub fn remove(tx: &Transaction<'_>, id: DocId) -> Result<(), DeviceError> {
    super::persons::remove(tx, id)?;
    digests::gone(tx, id)?;
    for sql in [
        "DELETE FROM household WHERE doc_id = ?1",
        "DELETE FROM kase WHERE doc_id = ?1",
        "DELETE FROM document WHERE doc_id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([id.0])?;
    }
    Ok(())
}

/// Reads heads that lie one behind the other.
pub fn heads(bytes: &[u8]) -> Result<Vec<Hash>, DeviceError> {
    bytes
        .chunks(32)
        .map(|chunk| Hash::from_slice(chunk).ok_or(DeviceError::Stored("heads")))
        .collect()
}

/// Lays heads one behind the other.
pub fn join(heads: &[Hash]) -> Vec<u8> {
    heads.iter().flat_map(|head| head.0).collect()
}
