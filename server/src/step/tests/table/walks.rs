//! Each row of the table, written by hand: what is recorded, the way to the state, the step, where
//! it leads, the queue rows that it closes and opens.

use std::collections::BTreeSet;

use jangkau_domain::case::CaseState;
use jangkau_domain::queue::Queue;
use jangkau_domain::step::{self, StepId};

use super::stage::{Stage, Subject};
use crate::step::tests::tablet::number;
use crate::store::queue::Waiting;

/// step | recorded | the way | from | to | closes | opens
const WALKS: &str = "\
T1   | need            |                     | draft              | submitted          |                | review
T1p  | grievance private |                   | draft              | with_manager       |                | manager
T2   | need            |                     | draft              | with_back_office   |                | back_office
T2s  | suggestion      |                     | draft              | with_manager       |                | manager agenda inform
T3   | question        |                     | draft              | resolved           |                | inform
T3   | question        | T1                  | submitted          | resolved           | review         | inform
T3   | question        | T1 T6               | needs_correction   | resolved           | correction     | inform
T4   | need no_nik     |                     | draft              | awaiting_papers    |                | papers print
T5   | need no_nik     | T4                  | awaiting_papers    | submitted          | papers         | review inform
T5c  | need no_nik urgent | T4               | awaiting_papers    | with_manager       | papers         | manager inform
T6   | need            | T1                  | submitted          | needs_correction   | review         | correction
T7   | need            | T1 T6               | needs_correction   | submitted          | correction     | review
T8   | need            | T1                  | submitted          | with_manager       | review         | manager inform
T9   | suggestion      | T2s                 | with_manager       | resolved           | manager        | agenda inform
T10  | need            | T1 T8               | with_manager       | with_back_office   | manager        | back_office
T20b | need            | T1 T8 T15 T16r      | refused_by_program | with_back_office   | manager        | back_office
T11  | need            | T1 T8 T10           | with_back_office   | resolved           | back_office    | inform
T11a | question        | T2                  | with_back_office   | awaiting_approval  | back_office    | approval
T11b | question        | T2 T11a             | awaiting_approval  | resolved           | approval       | inform
T12  | need            | T1 T8 T10           | with_back_office   | awaiting_approval  | back_office    | approval
T13  | need            | T1 T8 T10 T12       | awaiting_approval  | referred           | approval       | program_answer print inform
T13b | need            | T1 T8 T10 T12       | awaiting_approval  | with_back_office   | approval       | back_office
T14  | need            | T2                  | with_back_office   | submitted          | back_office    | review
T14  | need            | T1 T8 T10           | with_back_office   | with_manager       | back_office    | manager
T15  | need            | T1 T8               | with_manager       | referred           | manager        | program_answer print inform
T20  | need            | T1 T8 T15 T16r      | refused_by_program | referred           | manager        | program_answer print inform
T16  | need            | T1 T8 T15           | referred           | approved           | program_answer | realisation inform
T16r | need            | T1 T8 T15           | referred           | refused_by_program | program_answer | manager
T16f | need            | T1 T8 T15           | referred           | further_review     |                | inform
T17  | need            | T1 T8 T10           | with_back_office   | with_back_office   |                | data_request
T17r | need            | T1 T8 T10 T17       | with_back_office   | with_back_office   | data_request   |
T18  | need            | T1 T8 T15           | referred           | referred           | program_answer | program_answer
T18d | need            | T1 T8 T15           | referred           | with_manager       | program_answer | manager
T19  | need            | T1 T8 T15 T16       | approved           | resolved           | realisation    | inform
T19n | need            | T1 T8 T15 T16       | approved           | with_manager       | realisation    | manager
T21  | need            | T1 T8               | with_manager       | refused            | manager        | print inform
T22  | need            | T1                  | submitted          | withdrawn          | review         |
T22m | need            | T1 T8 T15           | referred           | withdrawn          | program_answer print inform | inform
T22d | need            |                     | draft              | withdrawn          |                |
T22g | need            | T1                  | submitted          | merged             | review         |
T22u | need            | T1 T22g             | merged             | submitted          |                | review
T23  | need            | T1 T8 T21           | refused            | with_manager       |                | manager inform
T23o | need            | T1 T8 T21           | refused            | refused            |                | manager
T23n | need            | T1 T8 T21 T23o      | refused            | refused            | manager        | inform
T24  | need            | T1                  | submitted          | submitted          |                |
T25  | grievance       | T1                  | submitted          | with_manager       | review         | manager
L1   | listing         |                     | draft              | prelisted          |                | review
L2   | listing         | L1                  | prelisted          | prelist_reviewed   | review         | listing inform
L3   | listing         | L1                  | prelisted          | prelist_returned   | review         | correction
L4   | listing         | L1 L3               | prelist_returned   | prelisted          | correction     | review
L5   | listing         | L1 L2               | prelist_reviewed   | village_meeting    |                |
L6   | listing         | L1 L2 L5            | village_meeting    | verified           |                |
L7   | listing         | L1 L2 L5 L6         | verified           | proposed           |                |
L8   | listing         | L1 L2 L5 L6 L7      | proposed           | registered         | listing        | inform
L9   | listing         | L1 L2 L5 L6         | verified           | not_registered     | listing        | inform
L10  | listing         | L1 L2 L5            | village_meeting    | prelist_returned   | listing        | correction";

struct Walk {
    id: StepId,
    subject: Subject,
    path: &'static str,
    from: CaseState,
    to: CaseState,
    closes: BTreeSet<&'static str>,
    opens: BTreeSet<&'static str>,
}

fn walks() -> Vec<Walk> {
    let read = |line: &'static str| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let queues = |at: usize| {
            cells[at].split_whitespace().map(|key| Queue::from_key(key).expect("a queue").key())
        };
        Walk {
            id: StepId::from_key(cells[0]).expect("a step"),
            subject: Subject::read(cells[1]),
            path: cells[2],
            from: CaseState::from_key(cells[3]).expect("a state"),
            to: CaseState::from_key(cells[4]).expect("a state"),
            closes: queues(5).collect(),
            opens: queues(6).collect(),
        }
    };
    WALKS.lines().map(read).collect()
}

fn causes(rows: &[Waiting]) -> BTreeSet<&str> {
    rows.iter().map(|row| row.cause.as_str()).collect()
}

fn take(walk: &Walk) {
    let id = walk.id;
    let mut stage = Stage::draft(walk.subject);
    // A suggestion does not rest with the manager: T9 follows by itself.
    let (path, asked) = if id == StepId::T9 { ("", StepId::T2s) } else { (walk.path, id) };
    stage.walk(path);
    let before = stage.rows();
    let (steps, newest) = (stage.history().len(), stage.newest());
    if asked == id {
        assert_eq!(stage.state(), walk.from, "{id}: the way");
    }
    stage.ask(asked).unwrap_or_else(|no| panic!("{id}: {no}"));
    assert_eq!(stage.refusals(), Vec::<String>::new(), "{id}");
    let history = stage.history();
    let at = history.iter().rposition(|taken| taken.step == id.key());
    let taken = &history[at.unwrap_or_else(|| panic!("{id} is not in the history"))];
    assert!(history.len() > steps, "{id}");
    assert_eq!((taken.from.as_str(), taken.to.as_str()), (walk.from.key(), walk.to.key()), "{id}");
    let by_system = matches!(id, StepId::T5 | StepId::T9);
    assert_eq!((taken.user.is_none(), taken.role.is_none()), (by_system, by_system), "{id}: who");
    assert!(newest < taken.pos && taken.pos <= stage.newest(), "{id}");
    check_rows(&stage, walk, &before);
    check_feed(&stage, walk, taken.pos);
    stage.world.follows_from_the_log();
}

fn check_rows(stage: &Stage, walk: &Walk, before: &[Waiting]) {
    let id = walk.id;
    let after = stage.rows();
    let waited: BTreeSet<&str> =
        before.iter().filter(|row| row.done_at.is_none()).map(|row| row.cause.as_str()).collect();
    let done = |row: &&Waiting| {
        let by = row.done_step.as_deref();
        let now = waited.contains(row.cause.as_str()) && row.done_at.is_some();
        // A newer word ends the task that told the older one.
        assert!(
            !now || by == Some(id.key()) || by == Some("I2") || id == StepId::T9,
            "{id}: {by:?}"
        );
        now && by == Some(id.key())
    };
    let mut closed: BTreeSet<&str> = after.iter().filter(done).map(|row| row.queue.key()).collect();
    let known = causes(before);
    let come: Vec<&Waiting> =
        after.iter().filter(|row| !known.contains(row.cause.as_str())).collect();
    let mut opened: BTreeSet<&str> = come.iter().map(|row| row.queue.key()).collect();
    if id == StepId::T9 {
        // T2s brought it to the manager in the same decision.
        closed.extend(opened.take("manager"));
    } else {
        assert_eq!(opened.len(), come.len(), "{id}: one row a cause");
    }
    assert_eq!(closed, walk.closes, "{id}: closes");
    assert_eq!(opened, walk.opens, "{id}: opens");
}

fn check_feed(stage: &Stage, walk: &Walk, taken: i64) {
    let id = walk.id;
    let (row, told) = stage.told().unwrap_or_else(|| panic!("{id}: the tablets hear nothing"));
    // The agenda follows at once.
    let to = if id == StepId::T2s { CaseState::Resolved } else { walk.to };
    assert_eq!(told.state, to.key(), "{id}: feed");
    // The private copy has its row by the entry that made it.
    let place = taken + i64::from(id == StepId::T25);
    assert_eq!(row.position, place.unsigned_abs(), "{id}: place in the feed");
    assert_eq!(told.number.as_deref(), Some(number(stage.visited.case).as_str()), "{id}");
}

#[test]
fn every_step_of_the_table_is_walked() {
    let walked: BTreeSet<StepId> = walks().iter().map(|walk| walk.id).collect();
    let table: BTreeSet<StepId> = step::TABLE.iter().map(|step| step.id).collect();
    assert_eq!(walked, table, "a step without a walk");
}

#[test]
fn each_walk_takes_its_step_and_moves_what_the_table_says() {
    let mut failed = Vec::new();
    for walk in walks() {
        let (id, path) = (walk.id, walk.path);
        if std::panic::catch_unwind(|| take(&walk)).is_err() {
            failed.push(format!("{id} after {path}"));
        }
    }
    assert_eq!(failed, Vec::<String>::new(), "each says above why");
}
