//! The table as it was agreed, written by hand a second time, against the table as built.

use super::TABLE;
use crate::case::CaseState;
use crate::case::state::{DESK, OPEN, OPEN_L};
use crate::queue::Queue;
use crate::role::Roles;
use crate::step::{Asked, Closes, Step, StepId, To, Who};

/// id | from | to | kinds | who | asked | queues.
const AGREED: &str = "\
T1 | draft | submitted | QSGN | fs fop bop | submit desk | +review
T1p | draft | with_manager | QSGN | fs fop fo bo bop | submit desk | +manager
T2 | draft | with_back_office | QGN | fo bo fop bop | submit desk | +back_office
T2s | draft | with_manager | S | fo fop bo bop | submit desk | +manager
T3 | draft submitted needs_correction resolved | resolved | Q | fs fop fo bo bop | answer desk | -review -correction +inform
T4 | draft submitted with_back_office | awaiting_papers | GN | fs fop fo bo bop | submit desk | -review -back_office +papers +print
T5 | awaiting_papers | submitted with_back_office | GN | fs fop fo bo bop system | papers auto | -papers +review +back_office +inform
T5c | awaiting_papers | with_manager | GN | mj | desk | -papers +manager +inform
T6 | submitted with_manager | needs_correction | QSGN | spv mj | desk | -review -manager +correction
T7 | needs_correction | submitted with_manager | QSGN | fs fop fo bo bop | correct desk | -correction +review +manager
T8 | submitted | with_manager | QSGN | spv mj | desk | -review +manager +inform
T9 | with_manager | resolved | S | mj system | auto desk | -manager +agenda +inform
T10 | with_manager | with_back_office | QGN | mj | desk | -manager +back_office
T20b | refused_by_program | with_back_office | QGN | mj | desk | -manager +back_office
T11 | with_back_office | resolved | QGN | bo bop | desk | -back_office +inform
T11a | with_back_office | awaiting_approval | QGN | bop bo | desk | -back_office +approval
T11b | awaiting_approval | resolved | QGN | kp mj | desk | -approval +inform
T12 | with_back_office | awaiting_approval | GN | bo bop | desk | -back_office +approval
T13 | awaiting_approval | referred | GN | mj kp | desk | -approval +program_answer +print +inform
T13b | awaiting_approval | with_back_office | QGN | mj kp | desk | -approval +back_office
T14 | with_back_office | submitted with_manager | QGN | bop kp bo | desk | -back_office +review +manager
T15 | with_manager | referred | GN | mj | desk | -manager +program_answer +print +inform
T20 | refused_by_program | referred | GN | mj | desk | -manager +program_answer +print +inform
T16 | referred further_review | approved | GN | pp mj bo bop kprov seknas | desk | -program_answer +realisation +inform
T16r | referred further_review | refused_by_program | GN | pp mj bo bop kprov seknas | desk | -program_answer +manager
T16f | referred | further_review | GN | pp mj bo bop kprov seknas | desk | +inform
T17 | with_back_office referred further_review approved | same | GN | pp mj bo bop kprov seknas | desk | +data_request
T17r | with_back_office referred further_review approved | same | GN | fs fop fo bo bop | note desk | -data_request
T18 | referred further_review | referred | GN | mj kprov seknas | desk | -program_answer +program_answer
T18d | referred further_review | with_manager | GN | kp mj | desk | -program_answer +manager
T19 | approved | resolved | GN | pp mj bo bop kprov seknas | desk | -realisation +inform
T19n | approved | with_manager | GN | pp mj bo bop kprov seknas | desk | -realisation +manager
T21 | refused_by_program with_manager | refused | QGN | mj | desk | -manager +print +inform
T22 | submitted needs_correction awaiting_papers OPEN_L | withdrawn | QSGNL | spv mj | desk | -review -correction -papers -listing
T22m | DESK | withdrawn | QGN | mj | desk | -all +inform
T22d | draft | withdrawn | QSGNL | fs fop fo bo bop | withdraw desk |
T22g | OPEN OPEN_L | merged | QSGNL | spv mj system | desk auto | -all
T22u | merged | earlier | QSGNL | spv mj | desk |
T23 | resolved refused withdrawn | with_manager | QGN | mj | desk | +manager +inform
T23o | resolved refused | same | QGN | fs fop fo bo bop | object desk | +manager
T23n | resolved refused | same | QGN | mj | desk | -manager +inform
T24 | OPEN | same | QSGN | spv mj bo | desk |
T25 | OPEN | with_manager | QSGN | fs fop fo bo bop spv mj | submit desk | -all +manager
L1 | draft | prelisted | L | fs fop fo bo bop | submit desk | +review
L2 | prelisted | prelist_reviewed | L | spv mj | desk | -review +listing +inform
L3 | prelisted | prelist_returned | L | spv mj | desk | -review +correction
L4 | prelist_returned | prelisted | L | fs fop fo bo bop | correct desk | -correction +review
L5 | prelist_reviewed | village_meeting | L | fop bop kp fo bo | desk |
L6 | village_meeting | verified | L | fo bo | desk import |
L7 | verified | proposed | L | fo bo | desk import |
L8 | OPEN_L | registered | L | fo bo system | desk import | -review -correction -listing +inform
L9 | village_meeting verified proposed | not_registered | L | fo bo | desk import | -listing +inform
L10 | prelist_reviewed village_meeting verified proposed | prelist_returned | L | fo bo | desk import | -listing +correction";

fn from_words(step: &Step) -> String {
    let words: Vec<_> = step
        .from
        .iter()
        .flat_map(|group| match *group {
            group if group == OPEN => vec!["OPEN"],
            group if group == DESK => vec!["DESK"],
            group if group == OPEN_L => vec!["OPEN_L"],
            group => group.iter().map(|state| state.key()).collect(),
        })
        .collect();
    words.join(" ")
}

fn to_words(step: &Step) -> String {
    match step.to {
        To::One(state) => state.key().to_owned(),
        To::Either(one, other) => format!("{} {}", one.key(), other.key()),
        To::Same => "same".to_owned(),
        To::Earlier => "earlier".to_owned(),
    }
}

fn queue_words(step: &Step) -> String {
    let closes = match step.closes {
        Closes::All => vec!["-all".to_owned()],
        Closes::Only(queues) => queues.iter().map(|queue| format!("-{}", queue.key())).collect(),
    };
    let opens = step.opens.iter().map(|queue| format!("+{}", queue.key()));
    closes.into_iter().chain(opens).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_is_the_agreed_one() {
    let lines: Vec<_> = AGREED.lines().collect();
    assert_eq!(lines.len(), TABLE.len());
    for line in lines {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let id = StepId::from_key(cells[0]).expect("a step");
        let step = super::of(id).expect("a row");
        assert_eq!(from_words(step), cells[1], "{id}: from");
        assert_eq!(to_words(step), cells[2], "{id}: to");
        assert_eq!(step.kinds.letters(), cells[3], "{id}: kinds");
        let who: Roles = cells[4].split(' ').filter_map(crate::role::Role::from_key).collect();
        let system = cells[4].contains("system");
        assert_eq!(step.who, Who { roles: who, system }, "{id}: who");
        let asked: Vec<_> = step.asked.iter().copied().map(Asked::key).collect();
        assert_eq!(asked.join(" "), cells[5], "{id}: asked");
        assert_eq!(queue_words(step), cells[6], "{id}: queues");
    }
}

#[test]
fn each_step_stands_once() {
    for id in StepId::ALL {
        let rows = TABLE.iter().filter(|step| step.id == *id).count();
        let moves = crate::step::THINGS.iter().filter(|one| one.id == *id).count();
        assert_eq!(rows + moves, 1, "{id}");
    }
}

#[test]
fn a_step_goes_only_where_its_kinds_can_stand() {
    for step in TABLE {
        for from in step.origins() {
            let meets = step.kinds.iter().any(|kind| from.kinds().has(kind));
            assert!(meets, "{}: nobody of its kinds stands in {}", step.id, from.key());
        }
        if let To::One(to) = step.to {
            assert!(step.kinds.within(to.kinds()), "{}: {} is not for all", step.id, to.key());
        }
    }
}

#[test]
fn each_queue_that_a_step_opens_is_closed_by_some_step() {
    for queue in Queue::ALL {
        let opens = TABLE.iter().any(|step| step.opens.contains(&queue))
            || crate::step::THINGS.iter().any(|one| one.opens.contains(&queue));
        let closes = TABLE
            .iter()
            .any(|step| matches!(step.closes, Closes::Only(queues) if queues.contains(&queue)))
            || crate::step::THINGS.iter().any(|one| one.closes.contains(&queue));
        assert!(opens && closes, "{}", queue.key());
    }
}

#[test]
fn each_open_state_has_a_way_on_and_each_state_a_way_in() {
    for state in CaseState::ALL {
        let out = TABLE.iter().any(|step| step.starts_from(state));
        let lands = |step: &&Step| step.origins().any(|from| step.leads_to(from).contains(&state));
        assert!(out || state.is_end(), "{} is a dead end", state.key());
        assert!(state == CaseState::Draft || TABLE.iter().any(|s| lands(&s)), "{}", state.key());
    }
}
