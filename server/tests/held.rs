//! What cannot be taken is kept aside with its reason, and does not undo the rest.

use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::frame::Form;
use jangkau_sync::message::{Outcome, ScopeKind};
use jangkau_sync::{Author, HeldCode};

use crate::harness::{DESA, Site};
use crate::tablet::{Tablet, visit};

fn case(n: u8) -> DocId {
    DocId([n; 16])
}

#[tokio::test(flavor = "multi_thread")]
async fn ninety_nine_of_a_hundred_commit_and_one_is_held() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let desa = tablet.desa();
    for n in 0..100 {
        let doc = tablet.document(DocKind::Case, case(n), desa);
        // One in the midst names somebody else as its author.
        let author = Author {
            user: Some(jangkau_domain::UserId(if n == 50 { 999 } else { tablet.user.0 })),
            device: Some(tablet.id),
            visit: Some(visit(1)),
        };
        tablet.edit_as(doc, &author, &[("f/kind", "need".into()), ("f/story", "x".into())]);
    }
    let answer = tablet.push(&site).await;
    let stored = answer.outcomes.iter().filter(|one| **one == Outcome::Stored).count();
    assert_eq!(stored, 99);
    let held = &answer.outcomes[50];
    assert!(matches!(held, Outcome::Held { code: HeldCode::NotAllowed, .. }), "{held:?}");
    assert_eq!(answer.docs.len(), 99);
    assert_eq!(site.count("SELECT count(*) FROM case_file").await, 99);
    assert_eq!(site.count("SELECT count(*) FROM held WHERE state = 'held'").await, 1);
    site.expect_rebuild_gives_the_same().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_change_is_held_once_however_often_it_comes() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let desa = tablet.desa();
    let doc = tablet.document(DocKind::Case, case(1), desa);
    tablet.edit(doc, None, &[("f/subcat", "k08".into())]);
    let frame = tablet.frame();
    for _ in 0..3 {
        let answer = tablet.send(&site, frame.clone()).await;
        let held = &answer.outcomes[0];
        assert!(matches!(held, Outcome::Held { code: HeldCode::NotAllowed, .. }), "{held:?}");
        assert!(answer.docs.is_empty(), "nothing of the document is on the server");
    }
    assert_eq!(site.count("SELECT count(*) FROM held").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM doc").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sensitive_case_goes_into_a_private_scope() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let private = tablet.scope(ScopeKind::Private);
    let doc = tablet.document(DocKind::Case, case(1), private);
    tablet.edit(doc, None, &[("f/kind", "grievance".into()), ("f/subcat", "k08".into())]);
    assert_eq!(tablet.push(&site).await.outcomes, [Outcome::Stored]);
    let person = tablet.document(DocKind::Person, case(2), private);
    tablet.edit(person, None, &[("f/name", "ASEP".into())]);
    let answer = tablet.push(&site).await;
    let held = &answer.outcomes[0];
    assert!(matches!(held, Outcome::Held { code: HeldCode::NotAllowed, .. }), "{held:?}");
    let spare = |answer: &jangkau_sync::message::HelloAnswer| {
        answer.scopes.iter().filter(|scope| scope.kind == ScopeKind::Private).count()
    };
    let before = spare(&tablet.open(&site).await);
    assert_eq!(before, 5, "the used one, and four in reserve again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_another_change_is_applied_when_it_comes() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let person = tablet.person("9901017112580003");
    let mut frames = Vec::new();
    for (n, name) in ["A", "B", "C", "D"].iter().enumerate() {
        tablet.edit(
            person,
            None,
            &[("f/name", (*name).into()), ("f/size_x", Value::Int(n as i64))],
        );
        frames.push(tablet.frame_in(Form::Raw));
    }
    for late in [3, 2, 1] {
        let answer = tablet.send(&site, frames[late].clone()).await;
        assert!(matches!(answer.outcomes[0], Outcome::NeedsHash(_)), "{:?}", answer.outcomes);
    }
    assert_eq!(site.count("SELECT count(*) FROM person").await, 0);
    let answer = tablet.send(&site, frames[0].clone()).await;
    assert_eq!(answer.outcomes, [Outcome::Stored]);
    assert_eq!(site.count("SELECT changes FROM doc").await, 4, "the three others followed");
    assert_eq!(site.count("SELECT count(*) FROM held WHERE state = 'held'").await, 0);
    for again in frames {
        assert_eq!(tablet.send(&site, again).await.outcomes, [Outcome::Duplicate]);
    }
    site.expect_rebuild_gives_the_same().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn orphans_beyond_the_limit_stay_on_the_tablet() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let person = tablet.person("9901017112580003");
    tablet.edit(person, None, &[("f/name", "A".into())]);
    let first = tablet.frame_in(Form::Raw);
    for n in 0..80 {
        tablet.edit(person, None, &[("f/note", format!("{n}").as_str().into())]);
    }
    let frame = tablet.frame_in(Form::Raw);
    let answer = tablet.send(&site, frame).await;
    assert_eq!(answer.outcomes.len(), 80);
    let held = site.count("SELECT count(*) FROM held").await;
    assert!((1..=64).contains(&held), "{held} kept");
    assert_eq!(tablet.send(&site, first).await.outcomes, [Outcome::Stored]);
}
