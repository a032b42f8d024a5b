//! News after a cursor: each change once, no position split, sums equal at the end.

use jangkau_domain::role::Role;
use jangkau_domain::{DocKind, Value};
use jangkau_sync::digest::Digest;
use jangkau_sync::frame::{Body, DocRef};
use jangkau_sync::message::{Heads, Outcome};

use crate::harness::{DESA, Site};
use crate::tablet::{Tablet, visit};

const NIK: &str = "9901017112580003";

#[tokio::test(flavor = "multi_thread")]
async fn two_tablets_see_each_others_work_and_their_sums_agree() {
    let site = Site::new().await;
    let mut one = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut two = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let doc = one.person(NIK);
    two.person(NIK);
    one.edit(doc, Some(visit(1)), &[("f/name", "SUMIATI".into()), ("f/nik", NIK.into())]);
    two.edit(doc, Some(visit(2)), &[("f/name", "SUMIYATI".into()), ("f/phone", "62812".into())]);
    assert_eq!(one.push(&site).await.outcomes, [Outcome::Stored]);
    let short = two.frame();
    let outcomes = two.send(&site, short).await.outcomes;
    assert_eq!(outcomes, [Outcome::Stored], "a new document travels short, whoever came first");
    for tablet in [&mut one, &mut two] {
        let page = tablet.pull(&site, tablet.desa(), 0).await;
        assert!(!page.more);
        tablet.take(&page);
        let register = tablet.register(doc);
        assert_eq!(register.candidates("f/name").len(), 2);
        assert_eq!(page.digest, Some(Digest::of(&doc, register.heads())));
        let receipt = page.documents().unwrap().unwrap().docs[0].receipt.unwrap();
        assert!(site.app.secrets.receipt.verify(&receipt, &doc, register.heads()));
        let again = tablet.pull(&site, tablet.desa(), page.next).await;
        assert!(again.frame.is_empty() && again.rows.is_empty() && again.next == page.next);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_to_a_push_names_the_heads_that_its_receipt_covers() {
    let site = Site::new().await;
    let mut one = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut two = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let doc = one.person(NIK);
    two.person(NIK);
    one.edit(doc, None, &[("f/name", "SUMIATI".into())]);
    one.edit(doc, None, &[("f/phone", "62812".into())]);
    let alone = one.push(&site).await;
    assert_eq!(alone.docs[0].heads, Heads::Change(1), "the second change of the frame");
    let heads = one.register(doc).heads().to_vec();
    assert!(site.app.secrets.receipt.verify(&alone.docs[0].receipt, &doc, &heads));
    two.edit(doc, None, &[("f/name", "SUMIYATI".into())]);
    let beside = two.push(&site).await;
    let Heads::List(both) = &beside.docs[0].heads else { panic!("two heads stand") };
    assert_eq!(both.len(), 2);
    assert!(both.contains(&heads[0]));
    assert!(site.app.secrets.receipt.verify(&beside.docs[0].receipt, &doc, both));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablets_own_changes_come_back_only_when_it_asks_for_all() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let doc = tablet.person(NIK);
    tablet.edit(doc, None, &[("f/name", "SUMIATI".into())]);
    tablet.push(&site).await;
    let page = tablet.pull(&site, tablet.desa(), 0).await;
    assert!(page.frame.is_empty());
    assert!(page.next > 0 && page.digest.is_some());
    let full = tablet.ask(&site, tablet.desa(), 0, true).await;
    let full: jangkau_sync::message::PullAnswer =
        jangkau_sync::message::decode(&full.body).unwrap();
    let frame = full.documents().unwrap().unwrap();
    assert!(matches!(frame.docs[0].doc, DocRef::Full(DocKind::Person, id) if id == doc));
    assert!(frame.docs[0].records().iter().all(jangkau_sync::frame::Record::is_raw));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_pages_hold_each_change_once() {
    let site = Site::new().await;
    let mut writer = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut reader = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let desa = writer.desa();
    for round in 0..3u8 {
        for n in 0..150u8 {
            let doc = writer.document(DocKind::Case, jangkau_domain::DocId([n; 16]), desa);
            let story = format!("keluhan {n} putaran {round} ").repeat(12);
            writer.edit(
                doc,
                None,
                &[("f/kind", "need".into()), ("f/story", story.as_str().into())],
            );
        }
        writer.push(&site).await;
    }
    let (mut cursor, mut pages, mut changes) = (0, 0, 0);
    loop {
        let page = reader.pull(&site, desa, cursor).await;
        changes += page.documents().unwrap().map_or(0, |frame| frame.records().count());
        reader.take(&page);
        pages += 1;
        assert!(page.next > cursor && page.frame.len() < 64 * 1024);
        cursor = page.next;
        if !page.more {
            break;
        }
    }
    assert_eq!(changes, 450);
    assert!(pages > 1, "one page would prove nothing");
    assert_eq!(
        reader.open(&site).await.states.iter().find(|one| one.scope == desa).unwrap().position,
        cursor
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_while_somebody_reads_page_by_page_leaves_no_gap() {
    let site = Site::new().await;
    let mut writer = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut reader = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let desa = writer.desa();
    let story = |n: u8, round: u8| format!("keluhan {n} putaran {round} ").repeat(20);
    for n in 0..200u8 {
        let doc = writer.document(DocKind::Case, jangkau_domain::DocId([n; 16]), desa);
        writer.edit(
            doc,
            None,
            &[("f/kind", "need".into()), ("f/story", story(n, 0).as_str().into())],
        );
    }
    writer.push(&site).await;
    let (mut cursor, mut round) = (0, 0);
    loop {
        let page = reader.pull(&site, desa, cursor).await;
        reader.take(&page);
        cursor = page.next;
        if !page.more {
            break;
        }
        // What was on this page, and what still comes, is edited before the next one.
        round += 1;
        for n in [0u8, 100, 199].into_iter().filter(|_| round < 5) {
            let doc = jangkau_domain::DocId([n; 16]);
            writer.edit(doc, None, &[("f/story", story(n, round).as_str().into())]);
        }
        writer.push(&site).await;
    }
    assert!(round > 1, "one page would prove nothing");
    for n in 0..200u8 {
        let doc = jangkau_domain::DocId([n; 16]);
        assert!(reader.register(doc) == writer.register(doc), "document {n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_history_travels_as_a_snapshot() {
    let site = Site::new().await;
    let mut writer = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let mut reader = Tablet::of(&site, "fs02", Role::Fs, DESA).await;
    let doc = writer.person(NIK);
    for n in 0..40 {
        writer.edit(doc, None, &[("f/note", format!("catatan {n}").as_str().into())]);
    }
    writer.push(&site).await;
    let page = reader.pull(&site, reader.desa(), 0).await;
    let frame = page.documents().unwrap().unwrap();
    assert!(matches!(frame.docs[0].body, Body::Snapshot(_)));
    reader.take(&page);
    assert_eq!(reader.register(doc).heads(), writer.register(doc).heads());
    writer.edit(doc, None, &[("f/name", Value::from("SUMIATI"))]);
    writer.push(&site).await;
    let next = reader.pull(&site, reader.desa(), page.next).await;
    let frame = next.documents().unwrap().unwrap();
    assert!(matches!(frame.docs[0].doc, DocRef::Prefix(_)), "the tablet has it already");
    reader.take(&next);
    assert_eq!(reader.register(doc).heads(), writer.register(doc).heads());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_of_another_epoch_gets_the_present_epoch_only() {
    let site = Site::new().await;
    let mut tablet = Tablet::of(&site, "fs01", Role::Fs, DESA).await;
    let epoch = tablet.epoch;
    tablet.epoch = epoch ^ 1;
    let page = tablet.pull(&site, tablet.desa(), 5).await;
    assert_eq!((page.epoch, page.next, page.digest), (epoch, 5, None));
}
