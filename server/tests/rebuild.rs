//! Every table but the log, accounts and scopes is a function of the log.

use jangkau_domain::role::Role;
use jangkau_domain::{DocKind, Value};
use jangkau_server::access;
use jangkau_server::ingest::{Edited, IngestError, PageEdit};
use jangkau_server::projection;
use jangkau_server::store::dump::Detail;
use jangkau_server::store::{conflicts, documents, visits};
use jangkau_sync::{Actor, Edit};

use crate::harness::{DESA, Site, differing};
use crate::tablet::{Tablet, visit};

const NIK: &str = "9901017112580003";

async fn busy_site() -> (Site, Tablet, Tablet) {
    let site = Site::new().await;
    let mut one = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut two = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    for (n, tablet) in [&mut one, &mut two].into_iter().enumerate() {
        let doc = tablet.person(NIK);
        let name = ["SUMIATI", "SUMIYATI"][n];
        tablet.edit(doc, Some(visit(n as u8)), &[("f/name", name.into()), ("f/nik", NIK.into())]);
        let household = tablet.household("9901010101100001");
        tablet.edit(household, Some(visit(n as u8)), &[("f/size", Value::Int(n as i64 + 3))]);
        tablet.push(&site).await;
        site.clock.advance(600);
    }
    (site, one, two)
}

#[tokio::test(flavor = "multi_thread")]
async fn replaying_the_log_gives_every_row_again() {
    let (site, ..) = busy_site().await;
    let before = site.dump(Detail::All).await;
    let rebuilt = site.expect_rebuild_gives_the_same().await;
    assert_eq!(rebuilt.entries, 4);
    let after = site.dump(Detail::All).await;
    assert_eq!(differing(&before, &after), Vec::<String>::new());
    let names: Vec<&str> = before.iter().map(|table| table.name.as_str()).collect();
    for table in ["doc", "person", "household", "conflict", "candidate", "visit", "search_key"] {
        let at = names.iter().position(|name| *name == table).unwrap();
        assert!(!before[at].rows.is_empty(), "{table} has nothing to compare");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_the_log_does_not_give_is_found_and_put_right() {
    let (site, ..) = busy_site().await;
    let before = site.dump(Detail::All).await;
    let bend = |writer: &jangkau_server::ingest::Writer<'_>| {
        writer.conn().execute("UPDATE person SET name = 'LAIN'", [])?;
        Ok(())
    };
    site.app.ingest.run(bend).await.unwrap();
    let ingest = site.app.ingest.clone();
    let rebuilt = crate::harness::blocking(move || ingest.rebuild_now()).await.unwrap();
    assert_eq!(rebuilt.differing, [("person".to_owned(), 1, 1)]);
    assert_eq!(differing(&before, &site.dump(Detail::All).await), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saves_on_the_version_that_it_showed() {
    let (site, mut one, _) = busy_site().await;
    let doc = one.person(NIK);
    let kab = site.app.config.kab;
    let read = move |conn: &rusqlite::Connection| documents::find(conn, kab, &doc);
    let shown = site.app.store.read(read).await.unwrap().unwrap();
    // Meanwhile the tablet's next edit arrives.
    one.edit(doc, Some(visit(7)), &[("f/mother", "PAINEM".into())]);
    one.push(&site).await;
    let office = site.user("fo01", Role::Fo, "9901").await;
    let sender =
        site.app.store.read(move |conn| access::sender(conn, kab, office, None)).await.unwrap();
    let edit = PageEdit {
        kind: DocKind::Person,
        doc,
        scope: shown.scope,
        heads: shown.register.heads().to_vec(),
        edits: vec![Edit::put("f/mother", "PAIYEM".into())],
        visit: None,
        actor: Actor::new([9; 8]),
    };
    let saved = site.app.ingest.edit(sender.clone(), edit.clone()).await.unwrap();
    assert!(matches!(saved, Edited::Stored(_)));
    let after = site.app.store.read(read).await.unwrap().unwrap();
    assert_eq!(after.register.candidates("f/mother").len(), 2, "neither overwrote the other");
    let mother = projection::shown(&after.register, "f/mother").unwrap();
    assert_eq!(mother.clash, projection::Clash::Review);
    let clashes =
        site.app.store.read(move |conn| conflicts::of_doc(conn, kab, &doc)).await.unwrap();
    let mother = clashes.iter().find(|one| one.key == "f/mother").unwrap();
    assert_eq!(mother.sides.iter().filter(|side| side.device.is_none()).count(), 1);
    // A field that is not this person's to put is refused whole.
    let viewer = site.user("view", Role::View, "9901").await;
    let viewer =
        site.app.store.read(move |conn| access::sender(conn, kab, viewer, None)).await.unwrap();
    let refused =
        site.app.ingest.edit(viewer, PageEdit { actor: Actor::new([8; 8]), ..edit }).await;
    assert!(matches!(refused, Err(IngestError::Refused(_))));
    site.expect_rebuild_gives_the_same().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_names_all_that_it_touched() {
    let (site, one, _) = busy_site().await;
    let kab = site.app.config.kab;
    let (found, parts) = site
        .app
        .store
        .read(move |conn| {
            let id = visit(0);
            Ok::<_, jangkau_server::store::StoreError>((
                visits::find(conn, kab, &id)?,
                visits::parts(conn, kab, &id)?,
            ))
        })
        .await
        .unwrap();
    let found = found.unwrap();
    assert_eq!((found.user, found.device), (one.user, Some(one.id)));
    let kinds: Vec<DocKind> = parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [DocKind::Household, DocKind::Person]);
}
