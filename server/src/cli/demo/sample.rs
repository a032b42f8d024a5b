//! What the demo begins with: the areas of province 99, the register of one kecamatan, workers.

use std::collections::HashMap;

use jangkau_domain::ScopeId;
use jangkau_domain::synthetic::{self, Kecamatan, RegisterKind, Size, register_csv};
use jangkau_domain::wilayah::{Area, Code, Level};
use jangkau_sync::message::ScopeKind;

use super::super::say::note;
use super::{Demo, people};
use crate::App;
use crate::ingest::NewPack;
use crate::register::{self, Coding, DateOrder, Reading};
use crate::store::scopes;
use crate::wilayah;

const RELEASE: &str = "dtsen-2025-2";
const RELEASED_ON: &str = "2025-06-30";

/// Fills an empty server.
///
/// `most` bounds the desa, for a smaller demo.
pub(super) fn make(app: &App, seed: u64, most: usize) -> Result<Demo, Box<dyn std::error::Error>> {
    let areas = synthetic::wilayah();
    wilayah::import(app, areas.clone())?;
    let mut kecamatan = Kecamatan::generate(seed, Size::M);
    kecamatan.villages.truncate(most);
    note(format!("{} invented people in {} desa", kecamatan.people(), kecamatan.villages.len()));
    import(app, &kecamatan)?;
    let inside = |area: &&Area| area.code.at(Level::Kecamatan) == Some(kecamatan.code);
    let desa: Vec<Area> = areas
        .iter()
        .filter(inside)
        .filter(|area| area.code.level() == Level::Desa)
        .take(most)
        .cloned()
        .collect();
    let (logins, tablets) = people::make(app, &desa)?;
    note(format!("{} accounts, {} tablets may join", logins.len(), tablets.len()));
    Ok(Demo { seed, address: String::new(), logins, tablets })
}

/// Takes the register over as an office would: from the CSV of each desa.
fn import(app: &App, kecamatan: &Kecamatan) -> Result<(), Box<dyn std::error::Error>> {
    let kab = app.config.kab;
    let known = app.store.read_now(|conn| scopes::list(conn, kab))?;
    let scopes: HashMap<Code, ScopeId> = known
        .into_iter()
        .filter(|scope| scope.kind == ScopeKind::Desa)
        .filter_map(|scope| Some((scope.wilayah?.parse().ok()?, scope.id)))
        .collect();
    let reading = Reading {
        columns: &[],
        coding: Coding::Kemendagri,
        dates: DateOrder::DayFirst,
        scopes: &scopes,
    };
    let mut rows = 0;
    for village in &kecamatan.villages {
        let csv = register_csv(village, RegisterKind::Dtsen);
        let file = register::read(csv.as_bytes(), &reading)?;
        let pack = |(scope, rows)| NewPack {
            scope,
            source: RegisterKind::Dtsen.source().to_owned(),
            release: RELEASE.to_owned(),
            released_on: RELEASED_ON.to_owned(),
            rows,
        };
        let done = app.ingest.import_now(None, file.packs.into_iter().map(pack).collect())?;
        rows += done.new;
    }
    note(format!("{rows} rows of the register"));
    Ok(())
}
