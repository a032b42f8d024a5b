//! Random walks over the table: whatever is asked, a case stays where it may stand.

use proptest::prelude::*;

use crate::UserId;
use crate::case::{CaseKind, CaseState, Word};
use crate::role::Role;
use crate::step::{CaseFacts, FieldNote, Hand, Input, StepId, check, of};

/// An input that satisfies whatever an input can satisfy.
fn generous() -> Input {
    let text = || Some("isi".to_owned());
    Input {
        note: text(),
        why: text(),
        fields: Some(vec![FieldNote {
            doc: "ab".repeat(16),
            key: "f/kk".into(),
            note: "cek".into(),
        }]),
        reason: Some("f".into()),
        sentence: text(),
        text: text(),
        program: text(),
        target: Some("village_body".into()),
        level: Some("village".into()),
        letter: text(),
        proof: text(),
        date: text(),
        question: text(),
        keys: Some(vec!["f/kk".into()]),
        unit: Some("slrt".into()),
        survivor: text(),
        number: text(),
        result: text(),
        ..Input::default()
    }
}

fn willing(kind: CaseKind) -> CaseFacts {
    CaseFacts {
        subcat: Some("k99".into()),
        minimum: true,
        full: true,
        listing_complete: true,
        answered: true,
        author: Some(UserId(1)),
        reopen_open: true,
        objection_open: true,
        data_request_open: true,
        urgent: true,
        ..CaseFacts::new(kind, CaseState::Draft)
    }
}

proptest! {
    #[test]
    fn a_walk_never_leaves_the_states_of_its_kind(
        kind in 0usize..5,
        walk in prop::collection::vec((0usize..StepId::ALL.len(), 0usize..17, any::<bool>()), 1..200),
    ) {
        let kind = CaseKind::ALL[kind];
        let mut facts = willing(kind);
        let mut input = generous();
        let mut word: Option<Word> = None;
        for (step, role, papers) in walk {
            let id = StepId::ALL[step];
            let hand = Role::ALL.get(role).map_or(Hand::SYSTEM, |role| Hand::of(UserId(1), *role));
            facts.papers_needed = papers;
            input.outcome = crate::case::Outcome::ALL
                .into_iter()
                .find(|outcome| outcome.fits(kind))
                .map(|outcome| outcome.key().to_owned());
            let Ok(next) = check(id, &facts, &input, hand) else { continue };
            prop_assert!(next.kinds().has(kind), "{id} took {kind:?} to {next:?}");
            if facts.state.is_end() && next != facts.state {
                prop_assert!(matches!(id, StepId::T23 | StepId::T22u), "{id} left an end");
            }
            let step = of(id).expect("a row");
            prop_assert!(step.leads_to(facts.state).contains(&next), "{id} led to {next:?}");
            facts.earlier = Some(facts.state).filter(|state| state.is_open()).or(facts.earlier);
            facts.state = next;
            let shown = Word::after(word, next.word());
            let back = shown == Some(Word::Received) && word.is_some_and(|w| w != Word::Received);
            prop_assert!(!back, "the citizen's word went back to Diterima");
            word = shown;
        }
    }

    #[test]
    fn no_step_is_taken_by_a_role_that_the_table_does_not_name(
        step in 0usize..StepId::ALL.len(),
        state in 0usize..CaseState::ALL.len(),
        kind in 0usize..5,
        role in 0usize..16,
    ) {
        let (id, role) = (StepId::ALL[step], Role::ALL[role]);
        let facts = CaseFacts { state: CaseState::ALL[state], ..willing(CaseKind::ALL[kind]) };
        if check(id, &facts, &generous(), Hand::of(UserId(2), role)).is_ok() {
            prop_assert!(of(id).is_some_and(|step| step.who.roles.has(role)));
        }
    }
}
