//! The scope that every read table repeats, so that a list is filtered without a join.

use jangkau_domain::{DocId, DocKind, Kab, ScopeId};
use rusqlite::Connection;

use super::StoreError;

/// Puts the read rows of a document into another scope.
pub(crate) fn move_to(
    conn: &Connection,
    kab: Kab,
    kind: DocKind,
    doc: &DocId,
    scope: ScopeId,
) -> Result<(), StoreError> {
    let statements: &[&str] = match kind {
        DocKind::Person => &[
            "UPDATE person SET scope = ?3 WHERE kab = ?1 AND doc = ?2",
            "UPDATE participation SET scope = ?3 WHERE kab = ?1 AND doc = ?2",
        ],
        DocKind::Household => &[
            "UPDATE household SET scope = ?3 WHERE kab = ?1 AND doc = ?2",
            "UPDATE participation SET scope = ?3 WHERE kab = ?1 AND doc = ?2",
        ],
        DocKind::Case => &["UPDATE case_file SET scope = ?3 WHERE kab = ?1 AND doc = ?2"],
    };
    for sql in statements {
        conn.prepare_cached(sql)?.execute((kab.0, doc.0, scope.0))?;
    }
    Ok(())
}
