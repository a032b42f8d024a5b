//! What stands still while a question is open, and how long an end can be opened again.

use jangkau_domain::event::{EventBody, Inform};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, StepId};
use jangkau_sync::row::RowId;

use super::input;
use super::stage::{Stage, Subject};
use crate::step::tests::world::{KAB, refused};
use crate::store::inform;

const DAY: i64 = 86_400;
/// Thursday 17 July and Tuesday 22 July 2025, 23.59 WIB.
const THURSDAY: i64 = 1_752_771_540;
const TUESDAY: i64 = 1_753_203_540;

fn due(stage: &Stage, queue: Queue) -> i64 {
    stage.rows().iter().rfind(|row| row.queue == queue).expect("a row").due
}

#[test]
fn a_question_stops_the_clocks_and_the_last_reply_lets_them_go_on() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T10");
    assert_eq!(due(&stage, Queue::BackOffice), THURSDAY);
    let total = stage.row().total_due.unwrap();
    stage.walk("T17");
    stage.world.clock.advance(DAY);
    stage.walk("T17");
    stage.world.clock.advance(DAY);
    stage.walk("T17r");
    assert!(stage.row().paused_at.is_some(), "one question is still open");
    assert_eq!(due(&stage, Queue::BackOffice), THURSDAY);
    stage.world.clock.advance(DAY);
    stage.walk("T17r");
    assert!(stage.row().paused_at.is_none());
    assert_eq!(due(&stage, Queue::BackOffice), TUESDAY, "three working days later");
    assert!(stage.row().total_due.unwrap() >= total + 3 * DAY);
    stage.world.follows_from_the_log();
}

#[test]
fn what_stands_still_is_not_late() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T10 T17");
    let late = |stage: &Stage| {
        let rows = stage.world.waits("mj", Queue::Overdue);
        rows.iter().any(|row| row.key.as_deref() == Some("back_office"))
    };
    stage.world.clock.advance(14 * DAY);
    stage.world.ingest.tick_now().unwrap();
    assert!(!late(&stage));
    stage.walk("T17r");
    stage.world.ingest.tick_now().unwrap();
    assert!(!late(&stage), "its date has moved on");
    stage.world.clock.advance(7 * DAY);
    stage.world.ingest.tick_now().unwrap();
    assert!(late(&stage));
}

#[test]
fn the_targets_own_date_is_the_date_of_the_answer_and_at_most_sixty_working_days_away() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T15");
    let mut far = input::full(&stage);
    far.date = Some("2025-12-31".into());
    let no = refused(stage.by(("mj", Role::Mj), StepId::T16f, far));
    assert_eq!(no.guard, Guard::OwnDate);
    stage.walk("T16f");
    // Sunday 20 July 2025, 23.59 WIB.
    assert_eq!(due(&stage, Queue::ProgramAnswer), 1_753_030_740);
}

#[test]
fn the_window_to_reopen_runs_from_the_day_the_citizen_was_told_of_the_end() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T21");
    stage.world.clock.advance(60 * DAY);
    let case = stage.case;
    let tasks = stage.world.read(move |conn| inform::of_doc(conn, KAB, &case).unwrap());
    let told = Inform {
        task: RowId(tasks.last().unwrap().id).to_string(),
        channel: "visit".into(),
        reached: "self".into(),
        on: "2025-09-12".into(),
        word: "refused".into(),
    };
    stage.tell(EventBody::Inform(told));
    stage.world.clock.advance(21 * DAY);
    let no = refused(stage.ask(StepId::T23));
    assert_eq!(no.guard, Guard::ReopenWindow);
}

#[test]
fn until_the_citizen_was_told_an_end_can_be_opened_again() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T21");
    stage.world.clock.advance(60 * DAY);
    let before = stage.row().total_due;
    stage.walk("T23");
    assert!(stage.row().total_due > before, "the whole time begins anew");
    stage.world.follows_from_the_log();
}

#[test]
fn an_undone_merge_goes_on_with_the_days_it_had() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1");
    let before = stage.row().total_due.unwrap();
    stage.walk("T22g");
    stage.world.clock.advance(7 * DAY);
    stage.walk("T22u");
    assert_eq!(stage.row().total_due.unwrap(), before + 7 * DAY);
    assert!(stage.row().paused_at.is_none());
    stage.world.follows_from_the_log();
}
