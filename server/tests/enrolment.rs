//! A code lets one tablet in, once; a session lives for an hour; nobody is locked out by a lost
//! reply.

use ed25519_dalek::SigningKey;
use jangkau_domain::role::Role;
use jangkau_server::access::code::HOLDS_S;
use jangkau_sync::message::{self, EnrolAnswer, ErrorAnswer, ErrorCode, ScopeKind, StaleNonce};

use crate::harness::{DESA, Site, blocking};
use crate::tablet::{Tablet, enrol};

fn key(n: u8) -> SigningKey {
    SigningKey::from_bytes(&[n; 32])
}

fn code_of(body: &[u8]) -> ErrorCode {
    message::decode::<ErrorAnswer>(body).unwrap().code
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_works_once_and_in_time() {
    let site = Site::new().await;
    let user = site.user("fs01", Role::Fs, DESA).await;
    let code = site.code(user).await;
    let late = site.code(user).await;
    let (one, two) = (key(1), key(2));
    let (first, second) =
        tokio::join!(enrol(&site, &code, &one, "a"), enrol(&site, &code, &two, "b"));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403], "of two that race one wins");
    site.clock.advance(HOLDS_S + 1);
    let expired = enrol(&site, &late, &key(3), "c").await;
    let unknown = enrol(&site, "0000-0000-00000", &key(3), "c").await;
    let no_code = enrol(&site, "hello", &key(3), "c").await;
    for answer in [expired, unknown, no_code] {
        assert_eq!((answer.status, code_of(&answer.body)), (403, ErrorCode::BadCode));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tablet_gets_its_own_block_and_the_keys_of_its_desa() {
    let site = Site::new().await;
    let mut blocks = Vec::new();
    for n in 1..=3 {
        let user = site.user(&format!("fs{n}"), Role::Fs, DESA).await;
        let answer = enrol(&site, &site.code(user).await, &key(n), "tablet").await;
        let answer: EnrolAnswer = message::decode(&answer.body).unwrap();
        assert_eq!(answer.roles, ["fs"]);
        let desa = answer.scopes.iter().find(|scope| scope.kind == ScopeKind::Desa).unwrap();
        assert_eq!(desa.desa.as_deref(), Some(DESA));
        assert!(desa.key.is_some());
        let kab = answer.scopes.iter().find(|scope| scope.kind == ScopeKind::Kab).unwrap();
        assert!(kab.key.is_none());
        blocks.push(answer.number_block.block);
    }
    assert_eq!(blocks, ["001", "002", "003"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_nonce_gets_the_present_one() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let first = tablet.hello(&site).await; // its reply is lost
    assert_eq!(first.status, 200);
    let replayed = tablet.hello(&site).await;
    assert_eq!(replayed.status, 409);
    let stale: StaleNonce = message::decode(&replayed.body).unwrap();
    let again = tablet.hello_over(&site, &stale.nonce).await;
    assert_eq!(again.status, 200);
    tablet.token = String::new();
    let other = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    assert_ne!(other.id, tablet.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_of_another_key_opens_nothing() {
    let site = Site::new().await;
    let one = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut forged = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    forged.id = one.id;
    let answer = forged.hello(&site).await;
    assert_eq!((answer.status, code_of(&answer.body)), (401, ErrorCode::BadSignature));
    forged.id = jangkau_domain::DeviceId(9_999);
    let unknown = forged.hello(&site).await;
    assert_eq!((unknown.status, unknown.body), (answer.status, answer.body));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_an_hour_and_with_its_tablet() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let scope = tablet.desa();
    assert_eq!(tablet.ask(&site, scope, 0, false).await.status, 200);
    site.clock.advance(3600);
    let over = tablet.ask(&site, scope, 0, false).await;
    assert_eq!((over.status, code_of(&over.body)), (401, ErrorCode::SessionOver));
    tablet.open(&site).await;
    assert_eq!(tablet.ask(&site, scope, 0, false).await.status, 200);
    let (ingest, user) = (site.app.ingest.clone(), tablet.user);
    assert!(blocking(move || ingest.end_user_now(user)).await.unwrap());
    let revoked = tablet.ask(&site, scope, 0, false).await;
    assert_eq!((revoked.status, code_of(&revoked.body)), (403, ErrorCode::Revoked));
    let hello = tablet.hello(&site).await;
    assert_eq!((hello.status, code_of(&hello.body)), (403, ErrorCode::Revoked));
}
