//! A step asked for from a state that its row does not start from is refused, and nothing moves.

use jangkau_domain::DocId;
use jangkau_domain::case::CaseState;
use jangkau_domain::event::{Answer, EventBody, Object, Papers};
use jangkau_domain::role::Role;
use jangkau_domain::step::{self, Guard, Input, RefusalCode, Step, StepId};

use super::input;
use super::stage::Stage;
use super::states::{STATES, stand};
use crate::step::Decision;
use crate::step::tests::world::{KAB, refused};
use crate::store::dump::{self, Detail, Table};

fn tables(stage: &Stage) -> Vec<Table> {
    stage.world.read(|conn| dump::dump(conn, KAB, Detail::All).unwrap())
}

/// Asks at a desk, as somebody whom the table lets take such steps.
fn ask(stage: &mut Stage, step: &Step) -> step::Refused {
    const PEOPLE: [(&str, Role); 10] = [
        ("mj", Role::Mj),
        ("bo", Role::Bo),
        ("fo", Role::Fo),
        ("spv", Role::Spv),
        ("fop", Role::Fop),
        ("bop", Role::Bop),
        ("kp", Role::Kp),
        ("pp", Role::Pp),
        ("kprov", Role::Kprov),
        ("seknas", Role::Seknas),
    ];
    let may = |(_, role): &&(&str, Role)| step.who.roles.has(*role);
    let (login, role) = *PEOPLE.iter().find(may).expect("somebody");
    let reason = if step.guards.contains(&Guard::WithdrawReason) { "citizen" } else { "f" };
    let input = Input {
        reason: Some(reason.into()),
        survivor: Some(DocId([0xcd; 16]).to_string()),
        subcat: Some("k99".into()),
        ..input::full(stage)
    };
    let decision = Decision::on_case(step.id, role, stage.case, stage.row().n, input);
    refused(stage.world.decide(login, &decision))
}

#[test]
fn every_state_has_a_way() {
    for state in CaseState::ALL {
        assert!(STATES.iter().any(|(key, _, _)| *key == state.key()), "{}", state.key());
    }
}

#[test]
fn each_step_from_a_state_that_it_does_not_start_from_is_refused_and_nothing_moves() {
    let mut asked = 0;
    for state in CaseState::ALL {
        let mut stage = stand(state);
        let before = tables(&stage);
        let newest = stage.newest();
        for step in step::TABLE.iter().filter(|step| !step.starts_from(state)) {
            let no = ask(&mut stage, step);
            let codes = [RefusalCode::Illegal, RefusalCode::Repeated, RefusalCode::NotAllowed];
            assert!(codes.contains(&no.code), "{} from {}: {no}", step.id, state.key());
            assert_eq!(stage.newest(), newest, "{} from {}", step.id, state.key());
            asked += 1;
        }
        assert!(tables(&stage) == before, "something moved in {}", state.key());
    }
    assert!(asked > 900, "{asked}");
}

#[test]
fn a_tablet_that_asks_for_what_has_no_row_gets_a_refusal_row_and_nothing_else() {
    let text = || "Warga bertanya lagi".to_owned();
    let cases = [
        ("with_manager", StepId::T3, EventBody::Answer(Answer { text: text(), catalogue: None })),
        ("with_manager", StepId::T5, EventBody::Papers(Papers { got: "nik".into() })),
        ("with_manager", StepId::T23o, EventBody::Object(Object { text: text() })),
        ("refused", StepId::T3, EventBody::Answer(Answer { text: text(), catalogue: None })),
    ];
    for (state, step, body) in cases {
        let mut stage = stand(CaseState::from_key(state).expect("a state"));
        let (n, rows) = (stage.row().n, stage.rows());
        stage.tell(body);
        assert_eq!(stage.row().n, n, "{step} from {state}");
        assert!(stage.rows() == rows, "{step} from {state}");
        assert_eq!(stage.refusals().len(), 1, "{step} from {state}");
        stage.world.follows_from_the_log();
    }
}
