//! The walk of the first issue: recorded, reviewed, returned, corrected, forwarded; nothing twice.

use jangkau_domain::case::CaseState;
use jangkau_domain::event::{Correct, EventBody};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{FieldNote, Input, RefusalCode, StepId};
use jangkau_domain::{DocKind, Ulid};
use jangkau_sync::message::Outcome;
use jangkau_sync::row::{Row, RowId};

use super::tablet::{Tablet, Visited};
use super::world::{KAB, World, refused};
use crate::ingest::IngestError;
use crate::step::Decision;
use crate::store::visit_state::{self, VisitState};
use crate::store::{acted, case_step, returns, rows};

fn review(id: StepId, visited: &Visited, round: u32, input: Input) -> Decision {
    Decision::on_visit(id, Role::Spv, visited.visit, round, input)
}

fn note(doc: jangkau_domain::DocId, key: &str) -> FieldNote {
    FieldNote { doc: doc.to_string(), key: key.into(), note: "Mohon dicek lagi".into() }
}

fn returned(world: &World, visited: &Visited) -> Vec<returns::Returned> {
    let visit = visited.visit;
    world.read(move |conn| returns::of_visit(conn, KAB, &visit).unwrap())
}

fn correct(row: &returns::Returned) -> EventBody {
    EventBody::Correct(Correct { returned: RowId(row.id).to_string(), text: None })
}

/// Corrects each returned document; the case goes on with the last one.
fn answer_all(world: &World, tablet: &mut Tablet, visited: &Visited) {
    let rows = returned(world, visited);
    for (n, row) in (1..).zip(&rows) {
        let kind = if row.doc == visited.case { DocKind::Case } else { DocKind::Household };
        tablet.edit(kind, row.doc, Some(visited.visit), &[("f/note", "sudah benar".into())]);
        let event = Ulid([3, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        tablet.tell(kind, row.doc, Some(visited.visit), event, correct(row));
        world.sync(tablet);
        let state = world.case(visited.case).state;
        let expected = if usize::from(n) == rows.len() {
            CaseState::Submitted
        } else {
            CaseState::NeedsCorrection
        };
        assert_eq!(state, expected, "it goes on when every document is corrected");
    }
}

#[test]
fn a_visit_is_returned_corrected_and_forwarded_and_the_case_stands_with_the_manager() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    assert_eq!(world.case(visited.case).state, CaseState::Submitted);
    let waiting = world.waits("spv", Queue::Review);
    assert_eq!(waiting.len(), 1, "one row for the visit, none for its case");

    let fields = vec![note(visited.household, "f/kk"), note(visited.case, "f/story")];
    let input = Input { fields: Some(fields), ..Input::default() };
    world.decide("spv", &review(StepId::V3, &visited, 1, input)).unwrap();
    assert_eq!(world.case(visited.case).state, CaseState::NeedsCorrection);
    assert!(world.waits("spv", Queue::Review).is_empty());
    assert_eq!(world.waits("fs", Queue::Correction).len(), 2, "one a document");

    answer_all(&world, &mut tablet, &visited);
    assert!(world.waits("fs", Queue::Correction).is_empty());
    let again = world.waits("spv", Queue::Review);
    assert_eq!(again.len(), 1);
    assert!(again[0].cause.ends_with(":2"), "{}", again[0].cause);

    world.decide("spv", &review(StepId::V2, &visited, 2, Input::default())).unwrap();
    assert_eq!(world.case(visited.case).state, CaseState::WithManager);
    assert!(world.waits("spv", Queue::Review).is_empty());
    assert_eq!(world.waits("mj", Queue::Manager).len(), 1);
    assert_eq!(world.waits("fs", Queue::Inform).len(), 1, "the word changed to Dalam proses");
    let steps = world.read(move |conn| case_step::list(conn, KAB, &visited.case).unwrap());
    let names: Vec<_> = steps.iter().map(|taken| taken.step.as_str()).collect();
    assert_eq!(names, ["T1", "T6", "T7", "T8"]);
    world.follows_from_the_log();
}

#[test]
fn rule_1_a_visit_without_a_case_is_reviewed_just_the_same() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    world.sync(&mut tablet);
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
    world.decide("spv", &review(StepId::V2, &visited, 1, Input::default())).unwrap();
    assert!(world.waits("spv", Queue::Review).is_empty());
}

#[test]
fn rule_2_ten_replays_by_two_devices_change_the_state_once_and_leave_one_row() {
    let world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    let sent = tablet.outbox.clone();
    world.sync(&mut tablet);
    for _ in 0..10 {
        for change in &sent {
            assert_eq!(world.push(&tablet, change), [Outcome::Duplicate]);
        }
    }
    // The other device holds the same documents and asks for the same.
    let mut other = world.tablet("fs2", 2);
    other.docs = std::mem::take(&mut tablet.docs);
    other.submit(visited.case, None, 3, "review");
    world.sync(&mut other);
    let steps = world.read(move |conn| case_step::list(conn, KAB, &visited.case).unwrap());
    assert_eq!(steps.len(), 1);
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
    let no = world.read(move |conn| acted::refusals(conn, KAB, &visited.case).unwrap());
    assert_eq!(no.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["repeated"]);
}

#[test]
fn a_case_sent_with_route_own_stands_with_the_back_office_of_its_puskesos() {
    let world = World::new();
    let mut tablet = world.tablet("fop", 4);
    let visited = tablet.visit(3, "", "");
    tablet.case(&visited, "need", "k01", "puskesos");
    tablet.submit(visited.case, Some(visited.visit), 3, "own");
    world.sync(&mut tablet);
    let case = world.case(visited.case);
    assert_eq!(case.state, CaseState::WithBackOffice);
    assert_eq!(case.unit.unwrap().to_string(), "puskesos:9901012001");
    assert_eq!(world.waits("bop", Queue::BackOffice).len(), 1);
    assert!(world.waits("bo", Queue::BackOffice).is_empty(), "not the secretariat's");
    assert!(world.waits("spv", Queue::Review).is_empty(), "an office contact is only counted");
}

#[test]
fn a_changed_visit_comes_back_to_review_with_only_what_is_new() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "", "");
    world.sync(&mut tablet);
    world.decide("spv", &review(StepId::V2, &visited, 1, Input::default())).unwrap();
    tablet.edit(
        DocKind::Household,
        visited.household,
        Some(visited.visit),
        &[("f/rt", "003".into())],
    );
    world.sync(&mut tablet);
    let again = world.waits("spv", Queue::Review);
    assert_eq!(again.len(), 1);
    assert!(again[0].cause.ends_with(":2"));
    let row = world.read(move |conn| visit_state::find(conn, KAB, &visited.visit).unwrap());
    let row = row.unwrap();
    assert_eq!(row.state, VisitState::Waiting);
    assert!(row.from_pos > 0, "only later changes are new");
}

#[test]
fn a_stale_page_is_told_so_and_nothing_happens() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let accept = review(StepId::V2, &visited, 1, Input::default());
    world.decide("spv", &accept).unwrap();
    assert_eq!(refused(world.decide("spv", &accept)).code, RefusalCode::Repeated);
    let stale = Decision::on_case(StepId::T21, Role::Mj, visited.case, 1, Input::default());
    assert_eq!(refused(world.decide("mj", &stale)).code, RefusalCode::Late);
    assert_eq!(world.waits("mj", Queue::Manager).len(), 1);
}

#[test]
fn somebody_elses_supervisor_may_not_decide() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let accept = review(StepId::V2, &visited, 1, Input::default());
    let answer = refused(world.decide("mj", &accept));
    assert_eq!(answer.code, RefusalCode::NotAllowed, "mj holds no role of a supervisor");
    assert!(matches!(world.decide("fs", &accept), Err(IngestError::Step(_))));
    assert_eq!(world.waits("spv", Queue::Review).len(), 1);
}

#[test]
fn the_tablet_hears_of_return_and_state_in_its_feed() {
    let mut world = World::new();
    let mut tablet = world.tablet("fs", 1);
    let visited = tablet.visit(3, "need", "k01");
    world.sync(&mut tablet);
    let fields = vec![note(visited.case, "f/story")];
    let input = Input { fields: Some(fields), note: Some("Lengkapi".into()), ..Input::default() };
    world.decide("spv", &review(StepId::V3, &visited, 1, input)).unwrap();
    let feed = world.read(move |conn| rows::of_doc(conn, KAB, &visited.case).unwrap());
    let mut seen = Vec::new();
    for row in &feed {
        match Row::read(row).unwrap() {
            Row::CaseState(state) => seen.push(state.state),
            Row::Return(back) => {
                assert_eq!(back.fields[0].key, "f/story");
                assert_eq!((back.by.as_str(), back.note.as_str()), ("SPV", "Lengkapi"));
                seen.push("return".to_owned());
            }
            _ => {}
        }
    }
    seen.sort();
    assert_eq!(seen, ["needs_correction", "return"]);
}
