//! Register packs arrive in parts; the old release stays until the new one is whole.

use std::collections::BTreeMap;

use jangkau_domain::ScopeId;
use jangkau_sync::row;
use rusqlite::Transaction;

use crate::error::DeviceError;
use crate::register;
use crate::store::register::{Pack, RegisterRow};
use crate::store::rows::{self, StoredRow};
use crate::store::scopes;

/// Looks whether the release of a part is whole now, and takes it in.
pub fn arrived(tx: &Transaction<'_>, scope: ScopeId, part: &row::Pack) -> Result<(), DeviceError> {
    let same = |(stored, other): &(StoredRow, row::Pack)| {
        stored.scope == scope
            && (&other.desa, &other.source, &other.release, other.parts)
                == (&part.desa, &part.source, &part.release, part.parts)
    };
    let parts: Vec<(StoredRow, row::Pack)> =
        rows::read_all::<row::Pack>(tx)?.into_iter().filter(same).collect();
    let distinct: BTreeMap<u32, &row::Pack> =
        parts.iter().map(|(_, part)| (part.part, part)).collect();
    let whole = (0..part.parts).all(|number| distinct.contains_key(&number));
    let Some(key) = scopes::find(tx, scope)?.and_then(|scope| scope.key) else {
        return Ok(());
    };
    if !whole {
        return Ok(());
    }
    let pack = Pack {
        source: part.source.clone(),
        release: part.release.clone(),
        released: part.released_on.clone(),
    };
    let all = distinct.into_values().flat_map(|part| &part.rows).map(row_of).collect();
    register::take(tx, scope, &key, &pack, all)?;
    // The rows stand in their own table now; the parts would only double them.
    for (stored, _) in &parts {
        rows::remove(tx, stored.kind, &stored.id)?;
    }
    Ok(())
}

fn row_of(row: &row::RegisterRow) -> RegisterRow {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    RegisterRow {
        row_id: row.row_id.clone(),
        nik: text(&row.nik),
        kk: text(&row.kk),
        name: row.name.clone(),
        birth: text(&row.birth_date),
        rt: text(&row.rt),
        rw: text(&row.rw),
        desil: row.desil,
        programs: row.programs.join(" "),
        ..RegisterRow::default()
    }
}
