//! A case that has become private: the copy keeps the number, the open document is gone (T25).

use jangkau_domain::event::{EventBody, Submit};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Input, RefusalCode, StepId};
use jangkau_domain::{DocKind, Value};
use jangkau_sync::HeldCode;
use jangkau_sync::message::{Outcome, ScopeKind};
use jangkau_sync::row::{Row, RowKind};

use super::input;
use super::stage::{Stage, Subject};
use crate::step::tests::tablet::number;
use crate::step::tests::world::{KAB, refused};
use crate::store::dump::{self, Detail};
use crate::store::{case_files, documents, feed, rows, scopes};

const STORY: &str = "Belum pernah menerima sembako";

fn open_case(path: &str) -> Stage {
    let mut stage = Stage::draft(Subject::read("grievance"));
    stage.walk(path);
    stage
}

/// Returns the tables in which a text stands, as text or as bytes.
fn tables_with(stage: &Stage, text: &str) -> Vec<String> {
    let bytes = hex::encode(text);
    let all = stage.world.read(|conn| dump::dump(conn, KAB, Detail::All).unwrap());
    let holds = |row: &String| row.contains(text) || row.contains(&bytes);
    let found = all.iter().filter(|table| table.rows.iter().any(holds));
    found.map(|table| table.name.clone()).collect()
}

#[test]
fn rule_12_the_open_document_is_gone_and_the_number_still_answers() {
    let mut stage = open_case("T1 T6 T7");
    let (old, newest) = (stage.case, stage.newest());
    assert_eq!(tables_with(&stage, STORY), ["doc"]);
    stage.walk("T25");
    let copy = stage.case;
    assert_ne!(copy, old);
    // The number answers, with the copy.
    let file = stage.world.read(move |conn| case_files::find(conn, KAB, &copy).unwrap()).unwrap();
    assert_eq!(file.number.as_deref(), Some(number(stage.visited.case).as_str()));
    assert_eq!(file.subcat.as_deref(), Some("k08"));
    assert_eq!(stage.row().state.key(), "with_manager");
    // What it said stands in the private copy alone.
    let (gone, kept) = stage.world.read(move |conn| {
        (documents::find(conn, KAB, &old).unwrap(), documents::find(conn, KAB, &copy).unwrap())
    });
    assert!(gone.is_none());
    let scope = kept.unwrap().scope;
    let made = stage.world.read(move |conn| scopes::find(conn, KAB, scope).unwrap()).unwrap();
    assert_eq!((made.kind, made.owner), (ScopeKind::Private, Some(stage.world.user("fop"))));
    assert_eq!(tables_with(&stage, STORY), ["doc"]);
    let left = tables_with(&stage, &old.to_string());
    // Its id alone: in the names of rows, and in the notes of a return that went with the copy.
    let names: [&str; 4] = ["feed_row", "purged", "queue", "return_note"];
    assert!(left.iter().all(|name| names.contains(&name.as_str())), "{left:?}");
    // The tablets of the desa hear that it is gone, and nothing else of it.
    let (desa, fs) = (stage.world.desa, stage.world.user("fs"));
    let kinds = stage.world.read(move |conn| {
        let of = rows::of_doc(conn, KAB, &old).unwrap();
        assert!(matches!(Row::read(&of[0]).unwrap(), Row::Purge(purge) if purge.doc == old));
        let news = feed::after(conn, KAB, desa, fs, newest).unwrap();
        news.items
            .into_iter()
            .filter_map(|one| match one.item {
                feed::Item::Row(row) => Some(row.kind),
                feed::Item::Doc(..) => None,
            })
            .collect::<Vec<_>>()
    });
    assert_eq!(kinds, [RowKind::Purge as u8]);
    stage.world.follows_from_the_log();
}

#[test]
fn what_a_tablet_still_sends_for_the_open_document_is_held_without_its_bytes() {
    let mut stage = open_case("T1");
    let old = stage.case;
    stage.walk("T25");
    stage.tablet.edit(DocKind::Case, old, None, &[("f/story", "Rahasia sekali".into())]);
    let sent = stage.tablet.outbox.pop().unwrap();
    let answer = stage.world.push(&stage.tablet, &sent);
    let purged = |one: &Outcome| matches!(one, Outcome::Held { code: HeldCode::Purged, .. });
    assert!(answer.iter().all(purged));
    assert_eq!(tables_with(&stage, "Rahasia sekali"), Vec::<String>::new());
    stage.world.follows_from_the_log();
}

#[test]
fn rule_11_a_private_case_waits_in_no_list_but_its_managers_and_its_authors() {
    let mut stage = open_case("T1");
    stage.walk("T25");
    let sees = |stage: &Stage, login: &str| !stage.world.waits(login, Queue::Manager).is_empty();
    assert!(sees(&stage, "mj"));
    for login in ["spv", "fs", "fo", "bo", "bop", "kp", "adm", "pp", "kprov", "seknas"] {
        assert!(!sees(&stage, login), "{login}");
    }
    // A named back officer handles it, another does not.
    let unit = Input { handler: Some(stage.world.user("bo").0), ..input::full(&stage) };
    let nobody = refused(stage.by(("mj", Role::Mj), StepId::T10, input::full(&stage)));
    assert_eq!(nobody.guard, Guard::UnitReady);
    stage.by(("mj", Role::Mj), StepId::T10, unit).unwrap();
    assert_eq!(stage.world.waits("bo", Queue::BackOffice).len(), 1);
    let ask = input::full(&stage);
    let other = refused(stage.by(("bo2", Role::Bo), StepId::T11a, ask.clone()));
    assert_eq!(other.code, RefusalCode::NotAllowed);
    let alone = refused(stage.by(("bo", Role::Bo), StepId::T11, ask.clone()));
    assert_eq!(alone.guard, Guard::ClosingRight);
    stage.by(("bo", Role::Bo), StepId::T11a, ask.clone()).unwrap();
    stage.by(("mj", Role::Mj), StepId::T11b, ask).unwrap();
    assert_eq!(stage.state().key(), "resolved");
    stage.world.follows_from_the_log();
}

#[test]
fn the_recorder_makes_it_private_from_the_tablet() {
    let mut stage = open_case("T1");
    let submit =
        Submit { route: "private".into(), similar: Vec::new(), still_new: None, kept: Vec::new() };
    stage.tell(EventBody::Submit(submit));
    stage.case = stage.copy();
    assert!(stage.row().private);
    let case = stage.case;
    let hidden = stage.world.read(move |conn| {
        let stored = documents::find(conn, KAB, &case).unwrap().unwrap();
        stored.register.winner("f/hide_reporter").and_then(Value::as_bool)
    });
    assert_eq!(hidden, Some(true));
    stage.world.follows_from_the_log();
}

#[test]
fn nothing_goes_private_without_a_reason_or_twice() {
    let mut stage = open_case("T1");
    let plain = Input { keys: None, ..input::full(&stage) };
    let no = refused(stage.by(("mj", Role::Mj), StepId::T25, plain));
    assert_eq!(no.guard, Guard::BecamePrivate);
    stage.walk("T25");
    let again = Input { subcat: Some("k08".into()), ..input::full(&stage) };
    let no = refused(stage.by(("mj", Role::Mj), StepId::T25, again));
    assert_eq!(no.guard, Guard::BecamePrivate);
}
