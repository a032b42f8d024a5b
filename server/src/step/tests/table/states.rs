//! The way to every state, and the steps that start from many of them.

use jangkau_domain::case::CaseState;
use jangkau_domain::step::{Input, StepId, of};

use super::input;
use super::stage::{Stage, Subject};

/// Every state, with what is recorded and the way to it.
pub(super) const STATES: [(&str, &str, &str); 23] = [
    ("draft", "need", ""),
    ("submitted", "need", "T1"),
    ("needs_correction", "need", "T1 T6"),
    ("awaiting_papers", "need no_nik", "T4"),
    ("with_back_office", "need", "T1 T8 T10"),
    ("with_manager", "need", "T1 T8"),
    ("awaiting_approval", "need", "T1 T8 T10 T12"),
    ("referred", "need", "T1 T8 T15"),
    ("further_review", "need", "T1 T8 T15 T16f"),
    ("approved", "need", "T1 T8 T15 T16"),
    ("refused_by_program", "need", "T1 T8 T15 T16r"),
    ("resolved", "need", "T1 T8 T15 T16 T19"),
    ("refused", "need", "T1 T8 T21"),
    ("withdrawn", "need", "T1 T8 T22m"),
    ("merged", "need", "T1 T22g"),
    ("prelisted", "listing", "L1"),
    ("prelist_returned", "listing", "L1 L3"),
    ("prelist_reviewed", "listing", "L1 L2"),
    ("village_meeting", "listing", "L1 L2 L5"),
    ("verified", "listing", "L1 L2 L5 L6"),
    ("proposed", "listing", "L1 L2 L5 L6 L7"),
    ("registered", "listing", "L1 L2 L5 L6 L7 L8"),
    ("not_registered", "listing", "L1 L2 L5 L6 L9"),
];

pub(super) fn stand(state: CaseState) -> Stage {
    let (_, words, path) = STATES
        .into_iter()
        .find(|(key, _, _)| *key == state.key())
        .unwrap_or_else(|| panic!("no way to {}", state.key()));
    let mut stage = Stage::draft(Subject::read(words));
    stage.walk(path);
    assert_eq!(stage.state(), state, "the way");
    stage
}

#[test]
fn what_starts_from_many_states_is_taken_from_each() {
    use StepId::{L10, T17, T22, T22g, T22m, T24, T25};
    for id in [T17, T22, T22m, T22g, T24, T25, L10] {
        for from in of(id).expect("a row").origins() {
            let mut stage = stand(from);
            let (login, role, mut input) = input::of(&mut stage, id);
            if id == T25 {
                let keys = Some(vec!["f/hide_reporter".to_owned()]);
                input = Input { subcat: None, keys, ..input };
            }
            let taken = stage.by((login, role), id, input);
            taken.unwrap_or_else(|no| panic!("{id} from {}: {no}", from.key()));
            if id == T25 {
                stage.case = stage.copy();
            }
            let leads = of(id).expect("a row").leads_to(from);
            assert!(leads.contains(&stage.state()), "{id} from {}", from.key());
            let open = stage.rows().into_iter().filter(|row| row.done_at.is_none());
            let closes_all = matches!(id, T22m | T22g | T25);
            assert!(!closes_all || open.count() <= 1, "{id} from {}", from.key());
            stage.world.follows_from_the_log();
        }
    }
}
