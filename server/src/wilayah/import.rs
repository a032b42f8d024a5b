//! Takes areas over: the table, and a scope for each desa of the kabupaten.

use std::collections::BTreeSet;

use jangkau_domain::wilayah::{Area, Code, Level, Table};
use jangkau_sync::message::ScopeKind;

use super::read::Faults;
use crate::app::App;
use crate::ingest::{IngestError, Writer};
use crate::sheet::Fault;
use crate::store::wilayah;
use crate::store::{StoreError, scopes};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WilayahImport {
    /// Areas that are known now.
    pub areas: usize,
    /// Areas that were not known before.
    pub new: usize,
    /// Desa of this kabupaten that got a scope.
    pub scopes: usize,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum WilayahError {
    /// The files do not fit together.
    #[error(transparent)]
    Faults(#[from] Faults),
    /// The table could not be written.
    #[error("the wilayah file could not be written")]
    Store(#[from] StoreError),
    /// The scopes could not be written.
    #[error("the scopes of the desa could not be written")]
    Ingest(#[from] IngestError),
}

/// Takes the areas of all files over, or none.
///
/// # Errors
///
/// [`WilayahError::Faults`] if an area above, or a successor, is neither in the files nor known.
pub fn import(app: &App, areas: Vec<Area>) -> Result<WilayahImport, WilayahError> {
    let before = wilayah::load(&app.files)?;
    let known: Vec<Area> = Level::ALL
        .into_iter()
        .flat_map(|level| before.of_level(level).cloned().collect::<Vec<_>>())
        .collect();
    let after = Table::new(known.into_iter().chain(areas.iter().cloned()));
    check(&after, &areas)?;
    wilayah::save(&app.files, &areas)?;
    let (kab, table) = (app.config.kab, after.clone());
    let scopes = app.ingest.run_now(move |writer| {
        let Ok(code) = Code::try_from(kab) else { return Ok(0) };
        open_scopes(writer, &table, code)
    })?;
    Ok(WilayahImport { areas: after.len(), new: after.len() - before.len(), scopes })
}

/// Every area needs the one above it, and every successor must be known.
fn check(after: &Table, areas: &[Area]) -> Result<(), Faults> {
    let mut missing = BTreeSet::new();
    for area in areas {
        missing.extend(area.code.parent().filter(|parent| after.get(*parent).is_none()));
        missing.extend(area.successor.filter(|next| after.get(*next).is_none()));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let what = |code: &Code| format!("the area {code} is named but not listed in any file");
    Err(Faults(missing.iter().map(|code| Fault::at(0, what(code))).collect()))
}

/// Gives a scope to each desa of the kabupaten that has none, and one to the kabupaten itself.
fn open_scopes(writer: &Writer<'_>, table: &Table, kab: Code) -> Result<usize, IngestError> {
    let (conn, number) = (writer.conn(), writer.kab());
    let known = scopes::list(conn, number)?;
    let has = |kind: ScopeKind, code: Code| {
        let digits = Some(code.digits());
        known.iter().find(|scope| scope.kind == kind && scope.wilayah.as_deref() == digits)
    };
    if has(ScopeKind::Kab, kab).is_none() {
        let name = table.name(kab).unwrap_or("Kabupaten");
        scopes::insert(conn, number, ScopeKind::Kab, Some(kab.digits()), None, name)?;
    }
    let mut opened = 0;
    for area in table.within(kab).filter(|area| area.code.level() == Level::Desa) {
        match has(ScopeKind::Desa, area.code) {
            Some(scope) => scopes::rename(conn, number, scope.id, &area.name)?,
            // A closed code hands its scope on: ids and documents stay where they are.
            None if area.valid_until.is_some() => {}
            None => {
                let before = table.within(kab).find(|old| old.successor == Some(area.code));
                match before.and_then(|old| has(ScopeKind::Desa, old.code)) {
                    Some(scope) => {
                        scopes::recode(conn, number, scope.id, area.code.digits(), &area.name)?;
                    }
                    None => {
                        let (kind, digits) = (ScopeKind::Desa, area.code.digits());
                        scopes::insert(conn, number, kind, Some(digits), None, &area.name)?;
                        opened += 1;
                    }
                }
            }
        }
    }
    Ok(opened)
}
