//! Lists from outside: all of a file or nothing, the same file twice changes nothing.

use std::collections::HashMap;

use jangkau_domain::ScopeId;
use jangkau_domain::role::Role;
use jangkau_domain::synthetic::{Kecamatan, RegisterKind, Size, register_csv, wilayah as areas};
use jangkau_domain::wilayah::Code;
use jangkau_server::ingest::{Imported, NewPack};
use jangkau_server::register::{self, Coding, DateOrder, Reading};
use jangkau_server::store::scopes;
use jangkau_server::wilayah::{self, WilayahError};
use jangkau_sync::message::ScopeKind;
use jangkau_sync::row::Row;

use crate::harness::{DESA, Site, blocking};
use crate::tablet::Tablet;

async fn scopes_of(site: &Site) -> HashMap<Code, ScopeId> {
    let kab = site.app.config.kab;
    let known = site.app.store.read(move |conn| scopes::list(conn, kab)).await.unwrap();
    let desa = known.into_iter().filter(|one| one.kind == ScopeKind::Desa);
    desa.filter_map(|one| Some((one.wilayah?.parse().ok()?, one.id))).collect()
}

fn packs(csv: &str, scopes: &HashMap<Code, ScopeId>, release: &str) -> Vec<NewPack> {
    let reading =
        Reading { columns: &[], coding: Coding::Kemendagri, dates: DateOrder::DayFirst, scopes };
    let file = register::read(csv.as_bytes(), &reading).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(file.refused, []);
    let pack = |(scope, rows)| NewPack {
        scope,
        source: "dtsen".to_owned(),
        release: release.to_owned(),
        released_on: "2025-06-30".to_owned(),
        rows,
    };
    file.packs.into_iter().map(pack).collect()
}

async fn import(site: &Site, packs: Vec<NewPack>) -> Imported {
    let ingest = site.app.ingest.clone();
    blocking(move || ingest.import_now(None, packs)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_reaches_the_tablets_of_its_desa_and_twice_changes_nothing() {
    let site = Site::new().await;
    let tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let scopes = scopes_of(&site).await;
    let village = &Kecamatan::generate(7, Size::S).villages[0];
    let csv = register_csv(village, RegisterKind::Dtsen);
    let rows = csv.lines().count() - 1;
    let first = import(&site, packs(&csv, &scopes, "dtsen-2025-2")).await;
    assert_eq!(first, Imported { new: rows, ..Imported::default() });
    let log = site.count("SELECT count(*) FROM log").await;
    let again = import(&site, packs(&csv, &scopes, "dtsen-2025-2")).await;
    assert_eq!(again, Imported { same: rows, ..Imported::default() });
    assert_eq!(site.count("SELECT count(*) FROM log").await, log);
    // One row less, one changed: the rest stays, the gone one is marked.
    let mut lines: Vec<&str> = csv.lines().collect();
    lines.remove(2);
    let changed = format!("{},pkh-uji", lines[1]);
    lines[1] = &changed;
    let third = import(&site, packs(&lines.join("\n"), &scopes, "dtsen-2025-3")).await;
    assert_eq!((third.new, third.changed, third.gone), (0, 1, 1));
    expect_pack_on_the_tablet(&site, &tablet, rows - 1).await;
    site.expect_rebuild_gives_the_same().await;
}

async fn expect_pack_on_the_tablet(site: &Site, tablet: &Tablet, rows: usize) {
    let (mut cursor, mut found, mut parts) = (0, 0, Vec::new());
    loop {
        let page = tablet.pull(site, tablet.desa(), cursor).await;
        for row in page.feed_rows().unwrap() {
            let Row::Pack(pack) = Row::read(&row).unwrap() else { continue };
            assert_eq!((pack.desa.as_str(), pack.release.as_str()), (DESA, "dtsen-2025-3"));
            found += pack.rows.len();
            parts.push((pack.part, pack.parts));
        }
        cursor = page.next;
        if !page.more {
            break;
        }
    }
    assert_eq!(found, rows);
    let expected = u32::try_from(parts.len()).unwrap();
    assert!(parts.iter().enumerate().all(|(n, part)| *part == (n as u32, expected)), "{parts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_area_without_the_one_above_keeps_all_out() {
    let site = Site::new().await;
    let before = site.app.wilayah.len();
    let orphan = wilayah::read(b"code,name\n99.01,Baru\n98.01.01,Tanpa Induk\n").unwrap();
    let app = site.app.clone();
    let error = blocking(move || wilayah::import(&app, orphan).err()).await.unwrap();
    assert!(matches!(error, WilayahError::Faults(_)));
    assert!(error.to_string().contains("9801"), "{error}");
    let app = site.app.clone();
    let same = blocking(move || app.reopened_wilayah().unwrap().wilayah.len()).await;
    assert_eq!(same, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn importing_areas_again_opens_no_second_scope() {
    let site = Site::new().await;
    let scopes = site.count("SELECT count(*) FROM scope").await;
    let app = site.app.clone();
    let again = blocking(move || wilayah::import(&app, areas()).unwrap()).await;
    assert_eq!((again.new, again.scopes), (0, 0));
    assert_eq!(site.count("SELECT count(*) FROM scope").await, scopes);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renumbered_desa_keeps_its_scope() {
    let site = Site::new().await;
    let before = scopes_of(&site).await;
    let own = "code,name,valid_from,valid_until,successor\n\
               9901012001,Karangwulung,,2025-12-31,9901012099\n\
               9901012099,Karangwulung Baru,2026-01-01,,\n";
    let app = site.app.clone();
    let areas = wilayah::read(own.as_bytes()).unwrap();
    blocking(move || wilayah::import(&app, areas).unwrap()).await;
    let after = scopes_of(&site).await;
    let old: Code = DESA.parse().unwrap();
    let new: Code = "9901012099".parse().unwrap();
    assert_eq!(after.get(&new), before.get(&old), "ids of citizens hang on the scope");
    assert!(!after.contains_key(&old));
}
