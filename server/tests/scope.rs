//! A tablet reads and writes in its own scopes; of all else it hears nothing.

use jangkau_domain::role::Role;
use jangkau_domain::{DocKind, ScopeId};
use jangkau_sync::HeldCode;
use jangkau_sync::frame::Form;
use jangkau_sync::message::{self, ErrorAnswer, ErrorCode, Outcome, ScopeKind};

use crate::harness::{DESA, OTHER_DESA, Site};
use crate::tablet::Tablet;

const NIK: &str = "9901017112580003";

fn code(body: &[u8]) -> ErrorCode {
    message::decode::<ErrorAnswer>(body).unwrap().code
}

#[tokio::test(flavor = "multi_thread")]
async fn another_desa_sounds_like_none_at_all() {
    let site = Site::new().await;
    let mut mine = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let other = Tablet::of(&site, "fs02", Role::Fs, OTHER_DESA).await;
    let theirs = mine.ask(&site, other.desa(), 0, false).await;
    let nobodys = mine.ask(&site, ScopeId(9_999), 0, false).await;
    assert_eq!((theirs.status, theirs.body), (nobodys.status, nobodys.body.clone()));
    assert_eq!(code(&nobodys.body), ErrorCode::NotYourScope);
    // A document that they have, and one that nobody has.
    let mut writer = Tablet::of(&site, "fs03", Role::Fs, OTHER_DESA).await;
    let known = writer.person(NIK);
    writer.edit(known, None, &[("f/name", "SUMIATI".into())]);
    writer.push(&site).await;
    let mut outcomes = Vec::new();
    for (doc, scope) in [(known, other.desa()), (jangkau_domain::DocId([7; 16]), other.desa())] {
        mine.document(DocKind::Person, doc, scope);
        mine.edit(doc, None, &[("f/name", "X".into())]);
        let frame = mine.frame_in(Form::Raw);
        outcomes.push(mine.send(&site, frame).await.outcomes);
    }
    assert_eq!(outcomes[0], outcomes[1]);
    assert!(matches!(outcomes[0][0], Outcome::Held { code: HeldCode::NotAllowed, .. }));
    assert_eq!(site.count("SELECT count(*) FROM doc").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_of_another_desa_is_not_reached_through_ones_own() {
    let site = Site::new().await;
    let mut mine = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut other = Tablet::of(&site, "fs02", Role::Fs, OTHER_DESA).await;
    let doc = other.person(NIK);
    other.edit(doc, None, &[("f/name", "SUMIATI".into())]);
    other.push(&site).await;
    let desa = mine.desa();
    mine.document(DocKind::Person, doc, desa);
    mine.edit(doc, None, &[("f/name", "X".into())]);
    let answer = mine.push(&site).await;
    assert!(matches!(answer.outcomes[0], Outcome::Held { code: HeldCode::NotAllowed, .. }));
    assert_eq!(site.count("SELECT changes FROM doc").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_case_reaches_its_author_only() {
    let site = Site::new().await;
    let mut author = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let colleague = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let private = author.scope(ScopeKind::Private);
    assert!(colleague.scopes.iter().all(|scope| scope.id != private));
    let doc = author.document(DocKind::Case, jangkau_domain::DocId([3; 16]), private);
    author.edit(doc, None, &[("f/subcat", "k08".into())]);
    author.push(&site).await;
    assert_eq!(colleague.ask(&site, private, 0, false).await.status, 403);
    assert!(colleague.pull(&site, colleague.desa(), 0).await.frame.is_empty());
    assert!(!author.ask(&site, private, 0, true).await.body.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_records_nothing_writes_nothing() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let viewer = Tablet::of(&site, "view", Role::View, "9901").await;
    assert!(viewer.scopes.iter().all(|scope| scope.kind != ScopeKind::Desa));
    let desa = tablet.desa();
    let person = tablet.person(NIK);
    tablet.edit(person, None, &[("f/name", "X".into())]);
    let frame = tablet.frame_in(Form::Raw);
    let answer = viewer.send(&site, frame).await;
    assert!(matches!(answer.outcomes[0], Outcome::Held { code: HeldCode::NotAllowed, .. }));
    assert_eq!(viewer.ask(&site, desa, 0, false).await.status, 403);
}
