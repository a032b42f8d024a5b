//! Letters: the receipt at once, the others numbered as each office hands them over.

use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, RefusalCode, StepId};

use super::stage::{Stage, Subject};
use crate::step::Decision;
use crate::step::tests::world::{KAB, refused};
use crate::store::letters::{self, Letter};

fn letters(stage: &Stage) -> Vec<Letter> {
    let case = stage.case;
    stage.world.read(move |conn| letters::of_case(conn, KAB, &case).unwrap())
}

fn hand_over(stage: &mut Stage, login: &str, role: Role) {
    let waiting = stage.world.waits(login, Queue::Print);
    let cause = waiting.first().expect("a letter waits").cause.clone();
    let done = Decision::on_row(StepId::P1, role, &cause, Input::default());
    stage.world.decide(login, &done).unwrap();
}

#[test]
fn a_receipt_goes_out_at_once_and_waits_for_nobody() {
    for words in ["need", "suggestion"] {
        let mut stage = Stage::draft(Subject::read(words));
        stage.walk(if words == "need" { "T2" } else { "T2s" });
        let all = letters(&stage);
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].letter.as_str(), all[0].no), ("receipt", None));
        assert_eq!(all[0].office, "puskesos:9901012001");
        assert!(stage.world.waits("fop", Queue::Print).is_empty());
    }
}

#[test]
fn each_of_the_four_letters_waits_under_its_name() {
    let ways = [
        ("need no_nik", "T4", "civil_papers"),
        ("need", "T1 T8 T10 T12 T13", "referral"),
        ("need", "T1 T8 T15", "referral"),
        ("need", "T1 T8 T15 T16r T20", "referral"),
        ("need", "T1 T8 T21", "refusal"),
    ];
    for (words, path, letter) in ways {
        let mut stage = Stage::draft(Subject::read(words));
        stage.walk(path);
        let waiting = stage.world.waits("fo", Queue::Print);
        let last = waiting.last().expect("a letter waits");
        assert_eq!(last.key.as_deref(), Some(letter), "{path}");
    }
}

#[test]
fn each_office_counts_its_own_letters() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T15");
    hand_over(&mut stage, "fo", Role::Fo);
    stage.walk("T16r T20");
    hand_over(&mut stage, "fop", Role::Fop);
    stage.walk("T16r T21");
    hand_over(&mut stage, "mj", Role::Mj);
    let all = letters(&stage);
    let numbers: Vec<_> =
        all.iter().map(|one| (one.office.as_str(), one.year, one.no.unwrap_or(0))).collect();
    assert_eq!(numbers, [("slrt", 2025, 1), ("puskesos:9901012001", 2025, 1), ("slrt", 2025, 2)]);
    assert!(stage.world.waits("fo", Queue::Print).is_empty());
    stage.world.follows_from_the_log();
}

#[test]
fn only_a_letter_is_handed_over_and_only_once() {
    let mut stage = Stage::draft(Subject::read("need"));
    stage.walk("T1 T8 T15");
    let rows = stage.rows();
    let cause = |queue: Queue| rows.iter().rfind(|row| row.queue == queue).unwrap().cause.clone();
    let hand = |cause: &str| Decision::on_row(StepId::P1, Role::Fo, cause, Input::default());
    let answer = hand(&cause(Queue::ProgramAnswer));
    assert_eq!(refused(stage.world.decide("fo", &answer)).code, RefusalCode::Illegal);
    let letter = hand(&cause(Queue::Print));
    stage.world.decide("fo", &letter).unwrap();
    assert_eq!(refused(stage.world.decide("fo", &letter)).code, RefusalCode::Late);
    assert_eq!(letters(&stage).len(), 1);
}
