//! Private cases: each lies in a private scope of its own from its first save (Law 27/2022).

use jangkau_domain::{DocKind, ScopeId};
use jangkau_sync::message::ScopeKind;
use rusqlite::Connection;

use super::facts::View;
use super::leaf::Leaf;
use super::sheet::Sheet;
use crate::error::DeviceError;
use crate::store::{documents, scopes};

/// Returns whether what stands on the form makes a case private.
pub fn is_private(db: &Connection, sheet: &Sheet, case: &Leaf) -> Result<bool, DeviceError> {
    Ok(View::case(db, sheet, case)?.with(|facts| facts.is_private()))
}

/// Returns the private cases of a form that no private scope is left for: those that lie in the
/// desa already, and those beyond what the tablet holds in reserve.
pub fn without_room(db: &Connection, sheet: &Sheet) -> Result<Vec<String>, DeviceError> {
    let mut room = scopes::spare(db)?.len();
    let mut without = Vec::new();
    for case in sheet.of_kind(DocKind::Case) {
        if !is_private(db, sheet, case)? {
            continue;
        }
        let lies = documents::scope(db, case.part.doc)?;
        let fits = match lies {
            Some(scope) => scope_is_private(db, scope)?,
            None => room > 0,
        };
        if !fits {
            without.push(case.doc.clone());
        } else if lies.is_none() {
            room -= 1;
        }
    }
    Ok(without)
}

/// Returns whether only author and handlers read a scope.
pub fn scope_is_private(db: &Connection, scope: ScopeId) -> Result<bool, DeviceError> {
    Ok(scopes::find(db, scope)?.is_some_and(|scope| scope.kind == ScopeKind::Private))
}
