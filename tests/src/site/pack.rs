//! The register of an invented village, imported as an office would.

use jangkau_domain::synthetic::{RegisterKind, RegisterRow, Village, register};
use jangkau_server::ingest::{Imported, NewPack};
use jangkau_server::store::packs::PackRow;

use super::Site;

impl Site {
    /// Imports the register rows of a village, at most so many.
    ///
    /// # Panics
    ///
    /// Where the village has no scope, or the import fails.
    pub fn import_register(&self, village: &Village, most: usize) -> Imported {
        let rows = register(village, RegisterKind::Dtsen);
        let mut rows: Vec<PackRow> = rows.iter().take(most).map(row).collect();
        rows.sort_by(|one, other| one.row_id.cmp(&other.row_id));
        let pack = NewPack {
            scope: self.scope(village.code.digits()),
            source: "dtsen".to_owned(),
            release: "dtsen-2025-2".to_owned(),
            released_on: "2025-06-30".to_owned(),
            rows,
        };
        self.app().ingest.import_now(None, vec![pack]).expect("the pack is imported")
    }
}

fn row(row: &RegisterRow) -> PackRow {
    PackRow {
        row_id: row.row_id.clone(),
        family: Some(row.household_id.clone()),
        nik: row.nik.as_ref().map(|nik| nik.digits().to_owned()),
        kk: row.kk.as_ref().map(|kk| kk.digits().to_owned()),
        name: row.name.clone(),
        birth_date: Some(row.birth_date.to_string()),
        sex: Some(row.sex.key().to_owned()),
        relation: Some(row.relation.to_owned()),
        mother: Some(row.mother.clone()),
        address: Some(row.address.clone()),
        rt: Some(row.rt.clone()),
        rw: Some(row.rw.clone()),
        desil: Some(row.desil),
        programs: row.programs.iter().map(|code| (*code).to_owned()).collect(),
        gone: false,
    }
}
