//! Private scopes in reserve: a sensitive case needs one of its own from its first save, offline.

use jangkau_domain::{Kab, UserId};
use jangkau_sync::message::ScopeKind;
use rusqlite::Connection;

use super::{Ingest, IngestError};
use crate::access::users;
use crate::store::{StoreError, scopes};

/// Empty private scopes that each recorder's tablet holds.
const SPARE: usize = 4;

impl Ingest {
    /// Fills a person's reserve of empty private scopes.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub async fn spare_scopes(&self, user: UserId) -> Result<(), IngestError> {
        self.run(move |writer| {
            let (conn, kab) = (writer.conn(), writer.kab());
            let home = home(conn, kab, user)?;
            for _ in 0..lacking(conn, kab, user)? {
                let kind = ScopeKind::Private;
                scopes::insert(conn, kab, kind, home.as_deref(), Some(user), "Khusus")?;
            }
            Ok(())
        })
        .await
    }
}

/// Returns how many empty private scopes a person lacks.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn lacking(conn: &Connection, kab: Kab, user: UserId) -> Result<usize, StoreError> {
    let own = scopes::personal(conn, kab, user)?;
    let spare = own
        .iter()
        .filter(|scope| scope.owner == Some(user) && scope.docs == 0)
        .filter(|scope| scope.kind == ScopeKind::Private);
    Ok(SPARE.saturating_sub(spare.count()))
}

/// Returns the first desa in which a person records.
fn home(conn: &Connection, kab: Kab, user: UserId) -> Result<Option<String>, StoreError> {
    let Some(account) = users::find(conn, kab, user)? else { return Ok(None) };
    let reach = crate::access::scopes_of(conn, kab, &account)?;
    let desa = reach.into_iter().find(|scope| scope.kind == ScopeKind::Desa);
    Ok(desa.and_then(|scope| scope.wilayah))
}
