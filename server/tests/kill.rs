//! An answer means that it is on the disk: a copy of the files taken at that moment has it.

use jangkau_domain::role::Role;
use jangkau_sync::message::Outcome;

use crate::harness::{DESA, Site};
use crate::tablet::Tablet;

/// Copies the main file and its WAL as they are, as a power cut would leave them.
fn snapshot(from: &std::path::Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    std::fs::create_dir(copy.path().join("keys")).unwrap();
    for name in [
        "main.db",
        "main.db-wal",
        "sessions.db",
        "sessions.db-wal",
        "audit.db",
        "audit.db-wal",
        "wilayah.db",
        "keys/store.key",
        "keys/kab-9901.key",
    ] {
        let source = from.join(name);
        if source.exists() {
            std::fs::copy(source, copy.path().join(name)).unwrap();
        }
    }
    copy
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_and_counts_once() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let desa = tablet.desa();
    let mut frames = Vec::new();
    for n in 0..12u8 {
        let doc =
            tablet.document(jangkau_domain::DocKind::Case, jangkau_domain::DocId([n; 16]), desa);
        tablet.edit(doc, None, &[("f/kind", "need".into())]);
        let frame = tablet.frame();
        assert_eq!(tablet.send(&site, frame.clone()).await.outcomes, [Outcome::Stored]);
        frames.push(frame);
        let reopened = Site::in_folder(snapshot(site.folder())).await;
        assert_eq!(reopened.count("SELECT count(*) FROM doc").await, i64::from(n) + 1);
        // The tablet never heard, and sends everything again.
        for frame in &frames {
            let answer = tablet.send(&reopened, frame.clone()).await;
            assert_eq!(answer.outcomes, [Outcome::Duplicate]);
        }
        assert_eq!(reopened.count("SELECT count(*) FROM log").await, i64::from(n) + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_of_many_tablets_share_commits_and_none_is_lost() {
    let site = Site::new().await;
    let mut tablets = Vec::new();
    for n in 0..8u8 {
        tablets.push(Tablet::of(&site, &format!("fs{n}"), Role::Fs, DESA).await);
    }
    for (n, tablet) in tablets.iter_mut().enumerate() {
        let desa = tablet.desa();
        for m in 0..20u8 {
            let id = jangkau_domain::DocId([n as u8 * 20 + m; 16]);
            let doc = tablet.document(jangkau_domain::DocKind::Case, id, desa);
            tablet.edit(doc, None, &[("f/kind", "need".into())]);
        }
    }
    let frames: Vec<Vec<u8>> = tablets.iter_mut().map(Tablet::frame).collect();
    let sent = tablets.iter().zip(frames).map(|(tablet, frame)| tablet.send(&site, frame));
    for answer in futures_of(sent).await {
        assert!(answer.outcomes.iter().all(|one| *one == Outcome::Stored));
    }
    assert_eq!(site.count("SELECT count(*) FROM doc").await, 160);
    assert_eq!(site.count("SELECT max(pos) FROM log").await, 160, "positions without a gap");
    site.expect_rebuild_gives_the_same().await;
}

async fn futures_of<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    // All are polled together on this task, so they meet in the writer's lane.
    let mut waiting: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|context| {
        let mut ready = true;
        for (future, output) in &mut waiting {
            if output.is_none() {
                match future.as_mut().poll(context) {
                    std::task::Poll::Ready(value) => *output = Some(value),
                    std::task::Poll::Pending => ready = false,
                }
            }
        }
        if ready { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, output)| output).collect()
}
