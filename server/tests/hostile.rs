//! Whatever comes, a clear answer goes back and the process lives.

use jangkau_domain::role::Role;
use jangkau_sync::limit;
use jangkau_sync::message::{self, ErrorAnswer, ErrorCode, Outcome};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use crate::harness::{DESA, Site};
use crate::tablet::{Tablet, visit};

const PATHS: [&str; 4] =
    [message::enrol::PATH, message::hello::PATH, message::push::PATH, message::pull::PATH];

fn code(body: &[u8]) -> ErrorCode {
    message::decode::<ErrorAnswer>(body).unwrap().code
}

#[rstest]
#[case::empty(vec![])]
#[case::noise(vec![0x5a; 300])]
#[case::json(br#"{"a":1}"#.to_vec())]
#[case::only_a_head(b"JK\x01\x01".to_vec())]
#[case::deep_cbor([b"JK\x01\x12".as_slice(), &[0x81; 5_000]].concat())]
#[case::newer(b"JK\x09\x01rest".to_vec())]
#[tokio::test(flavor = "multi_thread")]
async fn malformed_bodies_get_a_clear_answer(#[case] body: Vec<u8>) {
    let site = Site::new().await;
    let tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    for path in PATHS {
        let answer = tablet.post(&site, path, body.clone()).await;
        assert!((400..500).contains(&answer.status), "{path} {}", answer.status);
        let known = matches!(
            code(&answer.body),
            ErrorCode::BadMessage | ErrorCode::BadFrame | ErrorCode::UnknownDictionary
        );
        assert!(known, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_beyond_the_limit_is_not_read() {
    let site = Site::new().await;
    let tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    for path in PATHS {
        let answer = tablet.post(&site, path, vec![0; limit::FRAME_BYTES + 1]).await;
        assert_eq!(answer.status, 413, "{path}");
    }
}

#[rstest]
#[case::none(None)]
#[case::no_bearer(Some("Basic abc"))]
#[case::short(Some("Bearer abc"))]
#[case::unknown(Some("Bearer 0000000000000000000000000000000000000000000000000000000000000000"))]
#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_nothing_is_taken(#[case] header: Option<&str>) {
    let site = Site::new().await;
    let headers: Vec<(&str, &str)> =
        header.into_iter().map(|value| ("authorization", value)).collect();
    for path in [message::push::PATH, message::pull::PATH] {
        let answer = site.post(path, &headers, vec![1, 2, 3]).await;
        assert_eq!((answer.status, code(&answer.body)), (401, ErrorCode::SessionOver));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bent_frames_store_nothing_that_was_not_written() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let person = tablet.person("9901017112580003");
    tablet.edit(person, Some(visit(1)), &[("f/name", "SUMIATI".into()), ("f/phone", "62".into())]);
    let frame = tablet.frame();
    let seed = 20_250_714;
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    for round in 0..400 {
        let mut bent = frame.clone();
        for _ in 0..rng.random_range(1..4) {
            let at = rng.random_range(0..bent.len());
            bent[at] ^= 1 << rng.random_range(0..8u8);
        }
        let answer = tablet.post(&site, message::push::PATH, bent).await;
        assert!(answer.status < 500, "seed {seed} round {round}: {}", answer.status);
    }
    assert_eq!(tablet.send(&site, frame.clone()).await.outcomes, [Outcome::Stored]);
    assert_eq!(tablet.send(&site, frame).await.outcomes, [Outcome::Duplicate]);
    assert_eq!(site.count("SELECT changes FROM doc WHERE kind = 1").await, 1);
    site.expect_rebuild_gives_the_same().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_of_work_that_panics_costs_itself_alone() {
    let site = Site::new().await;
    let lost = site
        .app
        .ingest
        .run(|writer| -> Result<(), jangkau_server::ingest::IngestError> {
            writer.conn().execute("DELETE FROM scope", [])?;
            panic!("a fault of ours")
        })
        .await;
    assert!(matches!(lost, Err(jangkau_server::ingest::IngestError::Lost)));
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let person = tablet.person("9901017112580003");
    tablet.edit(person, None, &[("f/name", "SUMIATI".into())]);
    assert_eq!(tablet.push(&site).await.outcomes, [Outcome::Stored]);
}
