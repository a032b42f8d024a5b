//! The register under the documents: packs as they arrive, and which document lies over a row.

use jangkau_domain::kk::Kk;
use jangkau_domain::nik::Nik;
use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::keys::{ScopeKey, Source};
use rusqlite::Transaction;

use crate::error::DeviceError;
use crate::project;
use crate::store::register::{self, Pack, RegisterRow};

/// Returns the document that lies, or would lie, over a row's person: made of the NIK where it is
/// one, else of source and row.
pub fn person_of(key: &ScopeKey, row: &RegisterRow) -> DocId {
    match row.nik.parse::<Nik>() {
        Ok(nik) => key.person_id(&nik),
        Err(_) => key.register_person_id(source(row), &row.row_id),
    }
}

/// Returns the document that lies, or would lie, over a row's family.
pub fn household_of(key: &ScopeKey, row: &RegisterRow) -> DocId {
    match row.kk.parse::<Kk>() {
        Ok(kk) => key.household_id(&kk),
        Err(_) => key.register_household_id(source(row), &row.row_id),
    }
}

fn source(row: &RegisterRow) -> Source {
    if row.source == Source::Dtks.as_str() { Source::Dtks } else { Source::Dtsen }
}

/// Takes a whole release in.
pub fn take(
    tx: &Transaction<'_>,
    scope: ScopeId,
    key: &ScopeKey,
    pack: &Pack,
    rows: Vec<RegisterRow>,
) -> Result<(), DeviceError> {
    register::begin(tx, scope, pack)?;
    for mut row in rows {
        row.source.clone_from(&pack.source);
        row.person = Some(person_of(key, &row));
        row.household = Some(household_of(key, &row));
        let (normal, sound) = project::names(&row.name);
        register::put(tx, scope, &pack.release, &row, (&normal, &sound))?;
    }
    register::list_families(tx, scope, &pack.source)
}
