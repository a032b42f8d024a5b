//! An enrolment reaches the beneficiary's document, once, and from there the tablets.

use jangkau_domain::{DocId, Value};
use jangkau_sync::{Author, Change};

use super::input;
use super::stage::{Stage, Subject};
use crate::ingest::{self, IngestError};
use crate::step::Decision;
use crate::step::tests::world::KAB;
use crate::store::{documents, feed, history, participations};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};

fn approved(words: &str) -> Stage {
    let mut stage = Stage::draft(Subject::read(words));
    stage.walk("T1 T8 T15 T16");
    stage
}

fn value(stage: &Stage, doc: DocId, key: &'static str) -> Option<String> {
    stage.world.read(move |conn| {
        let stored = documents::find(conn, KAB, &doc).unwrap().unwrap();
        stored.register.winner(key).and_then(Value::as_str).map(str::to_owned)
    })
}

fn changes(stage: &Stage, doc: DocId) -> Vec<Change> {
    stage.world.read(move |conn| history::changes(conn, KAB, &doc).unwrap())
}

#[test]
fn a_delivery_is_put_into_the_familys_document_by_whoever_recorded_it() {
    let mut stage = approved("need");
    let family = stage.visited.household;
    let before = (changes(&stage, family).len(), stage.newest());
    stage.walk("T19");
    assert_eq!(value(&stage, family, "prog/sembako/status"), Some("receiving".into()));
    assert_eq!(value(&stage, family, "prog/sembako/source"), Some("owner".into()));
    assert_eq!(value(&stage, family, "prog/sembako/since"), Some("2025-07-20".into()));
    let all = changes(&stage, family);
    assert_eq!(all.len(), before.0 + 1, "one change");
    let author: Author = all.last().unwrap().message.as_deref().unwrap().parse().unwrap();
    let (mj, decision) = (stage.world.user("mj"), stage.world.decision());
    assert_eq!((author.user, author.device, author.visit), (Some(mj), None, Some(decision)));
    // The read table and the feed of the desa have it.
    let kept = stage.world.read(move |conn| participations::of_doc(conn, KAB, &family).unwrap());
    let row = kept.iter().find(|one| one.program == "sembako").unwrap();
    assert_eq!(row.status.as_deref(), Some("receiving"));
    let (scope, fs) = (stage.world.desa, stage.world.user("fs"));
    let heard = stage.world.read(move |conn| {
        let news = feed::after(conn, KAB, scope, fs, before.1).unwrap();
        news.items.iter().any(|one| matches!(&one.item, feed::Item::Doc(doc, _) if *doc == family))
    });
    assert!(heard, "the next visit finds it on the tablet");
    stage.world.follows_from_the_log();
}

#[test]
fn a_program_of_persons_is_put_into_the_persons_document() {
    let mut stage = approved("need");
    let delivered = Input { program: Some("pbi".into()), outcome: None, ..input::full(&stage) };
    stage.by(("mj", Role::Mj), StepId::T19, delivered).unwrap();
    let person = stage.visited.person;
    assert_eq!(value(&stage, person, "prog/pbi/status"), Some("receiving".into()));
    assert_eq!(stage.row().outcome.as_deref(), Some("alternative_program"));
}

#[test]
fn a_closing_at_the_office_enrols_from_that_day_and_what_was_only_put_right_enrols_nobody() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T10 T11");
    let family = stage.visited.household;
    assert_eq!(value(&stage, family, "prog/sembako/since"), Some("2025-07-14".into()));
    let mut other = Stage::draft(Subject::read("grievance"));
    other.walk("T1 T8 T10 T11");
    assert_eq!(value(&other, other.visited.household, "prog/sembako/status"), Some("never".into()));
}

#[test]
fn a_crash_between_decision_and_change_leaves_neither_and_a_repeated_one_makes_no_second() {
    let mut stage = approved("need");
    let family = stage.visited.household;
    let (count, newest) = (changes(&stage, family).len(), stage.newest());
    let body =
        Decision::on_case(StepId::T19, Role::Mj, stage.case, stage.row().n, input::full(&stage));
    let decision = ingest::Decision { id: stage.ulid(), body: body.to_bytes(), edits: Vec::new() };
    let sender = stage.world.sender("mj", None);
    let (who, what) = (sender.clone(), decision.clone());
    let crashed = stage.world.ingest.run_now(move |writer| -> Result<(), IngestError> {
        ingest::decide(writer, &who, &what)?;
        Err(IngestError::Lost)
    });
    assert!(crashed.is_err());
    assert_eq!((changes(&stage, family).len(), stage.newest()), (count, newest));
    let again = move |writer: &ingest::Writer<'_>| ingest::decide(writer, &sender, &decision);
    stage.world.ingest.run_now(again.clone()).unwrap();
    assert!(stage.world.ingest.run_now(again).is_err(), "the same decision acts once");
    assert_eq!(changes(&stage, family).len(), count + 1);
    stage.world.follows_from_the_log();
}

#[test]
fn a_reclassification_stands_in_the_case_itself() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T24");
    assert_eq!(value(&stage, stage.case, "f/subcat"), Some("k13".into()));
    stage.world.follows_from_the_log();
}

#[test]
fn a_need_that_turns_out_a_suggestion_ends_on_the_agenda() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8");
    let suggestion = Input {
        kind: Some("suggestion".into()),
        subcat: Some("k99".into()),
        ..input::full(&stage)
    };
    stage.by(("mj", Role::Mj), StepId::T24, suggestion).unwrap();
    assert_eq!(stage.state().key(), "resolved");
    assert_eq!(value(&stage, stage.case, "f/kind"), Some("suggestion".into()));
    stage.world.follows_from_the_log();
}
