//! One sum a scope over the versions that the server confirmed.

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::Digest;
use rusqlite::{Connection, OptionalExtension, Transaction};

use super::documents::{self, Confirmed, Stored};
use crate::error::DeviceError;

/// Returns the sum of a scope.
pub fn get(db: &Connection, scope: ScopeId) -> Result<Digest, DeviceError> {
    let mut statement = db.prepare_cached("SELECT sum FROM digest WHERE scope = ?1")?;
    let sum: Option<[u8; 32]> = statement.query_row([scope.0], |row| row.get(0)).optional()?;
    Ok(sum.map_or(Digest::ZERO, Digest::from_bytes))
}

/// Moves the sums before a document is stored with other confirmed heads or in another scope.
pub(super) fn moved(tx: &Transaction<'_>, doc: &Stored) -> Result<(), DeviceError> {
    let heads = doc.confirmed.as_ref().map(|register| register.heads());
    let before = documents::confirmed(tx, doc.id)?;
    let same = before
        .as_ref()
        .is_some_and(|known| known.scope == doc.scope && known.heads.as_deref() == heads);
    if same {
        return Ok(());
    }
    gone(tx, doc.id)?;
    match heads {
        Some(heads) => change(tx, doc.scope, |sum| sum.add(Digest::of(&doc.id, heads))),
        None => Ok(()),
    }
}

/// Takes a document out of its scope's sum.
pub(super) fn gone(tx: &Transaction<'_>, id: DocId) -> Result<(), DeviceError> {
    match documents::confirmed(tx, id)? {
        Some(Confirmed { scope, heads: Some(heads) }) => {
            change(tx, scope, |sum| sum.subtract(Digest::of(&id, &heads)))
        }
        _ => Ok(()),
    }
}

fn change(
    tx: &Transaction<'_>,
    scope: ScopeId,
    step: impl FnOnce(&mut Digest),
) -> Result<(), DeviceError> {
    let mut sum = get(tx, scope)?;
    step(&mut sum);
    tx.prepare_cached(
        "INSERT INTO digest (scope, sum) VALUES (?1, ?2)
         ON CONFLICT (scope) DO UPDATE SET sum = excluded.sum",
    )?
    .execute((scope.0, sum.as_bytes()))?;
    Ok(())
}
