//! Whatever arrives first, and however often: the same tables, both people's work kept.

use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind, Value};
use jangkau_server::store::dump::{Detail, Table};
use jangkau_server::store::{conflicts, persons};
use jangkau_sync::message::Outcome;
use tempfile::TempDir;

use crate::harness::{DESA, Site, differing};
use crate::tablet::{Tablet, visit};

const NIK: &str = "9901017112580003";
const KK: &str = "9901010101100001";
const CASE: DocId = DocId([0xca; 16]);

/// What two tablets recorded while apart, and the server that knows them.
struct Week {
    folder: TempDir,
    tablets: [Tablet; 2],
    frames: [Vec<[Vec<u8>; 2]>; 2],
    person: DocId,
}

/// Both register one NIK, and edit one household, one case and one program, in three frames each.
async fn week() -> Week {
    let site = Site::new().await;
    let mut tablets = [
        Tablet::of(&site, "fs01", Role::Fs, DESA).await,
        Tablet::of(&site, "fs02", Role::Fs, DESA).await,
    ];
    share_case(&site, &mut tablets).await;
    let mut frames = [Vec::new(), Vec::new()];
    let mut person = CASE;
    for (n, tablet) in tablets.iter_mut().enumerate() {
        let (at, first) = (n as u8 + 1, n == 0);
        let word = |a: &str, b: &str| Value::from(if first { a } else { b });
        let v = Some(visit(at));
        person = tablet.person(NIK);
        let household = tablet.household(KK);
        tablet.edit(
            person,
            v,
            &[
                ("f/name", word("SUMIATI", "SUMIYATI BINTI KARTO")),
                ("f/nik", NIK.into()),
                ("f/birth_date", word("1958-12-31", "1958")),
                ("f/household", Value::Bytes(household.0.to_vec())),
            ],
        );
        tablet.edit(
            household,
            v,
            &[
                ("f/kk", KK.into()),
                ("f/desa", DESA.into()),
                ("f/address", word("Dsn. Krajan", "Dusun Krajan RT 3")),
                ("prog/sembako/status", word("never", "receiving")),
                ("prog/sembako/source", word("seen", "said")),
            ],
        );
        frames[n].push(tablet.frames());
        tablet.edit(
            CASE,
            v,
            &[("f/story", word("Belum pernah menerima", "Tidak pernah dapat sembako"))],
        );
        tablet.edit(person, v, &[("f/mother", word("PAINEM", "PAINEM B"))]);
        frames[n].push(tablet.frames());
        tablet.edit(
            household,
            v,
            &[("f/rt", "003".into()), ("f/size", Value::Int(3 + i64::from(at)))],
        );
        tablet.edit(person, v, &[("f/x_new", word("a", "b"))]);
        frames[n].push(tablet.frames());
    }
    Week { folder: site.stop().await, tablets, frames, person }
}

/// The case that both will edit was recorded by one of them, and the other has read it.
async fn share_case(site: &Site, tablets: &mut [Tablet; 2]) {
    let desa = tablets[0].desa();
    let case = tablets[0].document(DocKind::Case, CASE, desa);
    tablets[0].edit(case, None, &[("f/kind", "need".into()), ("f/subcat", "k01".into())]);
    tablets[0].push(site).await;
    let page = tablets[1].pull(site, desa, 0).await;
    tablets[1].take(&page);
}

impl Week {
    /// Opens a copy of the server.
    async fn site(&self) -> Site {
        let copy = tempfile::tempdir().unwrap();
        copy_folder(self.folder.path(), copy.path());
        Site::in_folder(copy).await
    }

    /// Sends frames in an order, each one to three times, and writes the tables out.
    async fn run(&self, order: &[(usize, usize)], seed: usize) -> (Site, Vec<Table>) {
        let site = self.site().await;
        for (step, (tablet, frame)) in order.iter().enumerate() {
            let times = 1 + (seed * 7 + step * 5 + frame) % 3;
            for n in 0..times {
                let frame = &self.frames[*tablet][*frame];
                let answer = self.tablets[*tablet].send_both(&site, frame).await;
                let known =
                    |one: &Outcome| matches!(one, Outcome::Duplicate | Outcome::NeedsHash(_));
                assert!(n == 0 || answer.outcomes.iter().all(known), "{:?}", answer.outcomes);
            }
        }
        let dump = site.dump(Detail::WithoutArrival).await;
        (site, dump)
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns every way to put two tablets' frames in a row, each tablet's in its own order.
fn interleavings() -> Vec<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    for mask in 0u32..64 {
        if mask.count_ones() != 3 {
            continue;
        }
        let mut next = [0; 2];
        let order = (0..6).map(|bit| {
            let tablet = (mask >> bit & 1) as usize;
            next[tablet] += 1;
            (tablet, next[tablet] - 1)
        });
        found.push(order.collect());
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_order_gives_the_same_tables() {
    let week = week().await;
    let orders = interleavings();
    assert_eq!(orders.len(), 20);
    let (site, expected) = week.run(&orders[0], 0).await;
    expect_both_kept(&site, week.person).await;
    site.expect_rebuild_gives_the_same().await;
    for (seed, order) in orders.iter().enumerate().skip(1) {
        let (_, found) = week.run(order, seed).await;
        assert_eq!(differing(&expected, &found), Vec::<String>::new(), "order {order:?}");
    }
}

/// One person, every clash with both values and both authors.
async fn expect_both_kept(site: &Site, person: DocId) {
    let kab = site.app.config.kab;
    assert_eq!(site.count("SELECT count(*) FROM person").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM doc").await, 3);
    let (clashes, row) = site
        .app
        .store
        .read(move |conn| {
            Ok::<_, jangkau_server::store::StoreError>((
                conflicts::of_doc(conn, kab, &person)?,
                persons::find(conn, kab, &person)?,
            ))
        })
        .await
        .unwrap();
    let reviewed: Vec<&str> =
        clashes.iter().filter(|one| one.review).map(|one| one.key.as_str()).collect();
    assert_eq!(reviewed, ["f/birth_date", "f/mother", "f/name"]);
    assert_eq!(row.map(|row| row.review), Some(3));
    for clash in &clashes {
        assert_eq!(clash.sides.len(), 2, "{}", clash.key);
        assert_ne!(clash.sides[0].user, clash.sides[1].user);
        assert_ne!(clash.sides[0].visit, clash.sides[1].visit);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_that_overtake_each_other_wait_and_then_count() {
    let week = week().await;
    let mut all: Vec<(usize, usize)> = (0..2).flat_map(|t| (0..3).map(move |f| (t, f))).collect();
    let (_, expected) = week.run(&all, 0).await;
    // What was held and then applied stays on record, so those tables may differ.
    let kept = |tables: &[Table]| -> Vec<Table> {
        let other = |table: &&Table| !matches!(table.name.as_str(), "held" | "queue" | "feed_row");
        tables.iter().filter(other).cloned().collect()
    };
    for seed in 0..12 {
        all.rotate_left(1 + seed % 2);
        all.swap(seed % 6, (seed * 5 + 2) % 6);
        let (site, found) = week.run(&all, seed).await;
        let differing = differing(&kept(&expected), &kept(&found));
        assert_eq!(differing, Vec::<String>::new(), "order {all:?}");
        assert_eq!(site.count("SELECT count(*) FROM held WHERE state = 'held'").await, 0);
        site.expect_rebuild_gives_the_same().await;
    }
}
