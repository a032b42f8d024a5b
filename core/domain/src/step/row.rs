//! One row of the transition table, and how a table writes it.

use super::{Asked, Effect, Guard, StepId, Time, Who};
use crate::Label;
use crate::case::{CaseState, Kinds};
use crate::queue::Queue;

/// Where a step leads; with two states, the guard says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// One state.
    One(CaseState),
    /// The first or the second.
    Either(CaseState, CaseState),
    /// Stays where it is.
    Same,
    /// Back to the state before the merge.
    Earlier,
}

/// Which rows of a case a step closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closes {
    /// The rows of these queues.
    Only(&'static [Queue]),
    /// Any row of the case.
    All,
}

/// One step of a case as data.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// The words on a button.
    pub label: Label,
    /// Groups of states that it starts from.
    pub from: &'static [&'static [CaseState]],
    /// Where it leads.
    pub to: To,
    /// The kinds of case that it is for.
    pub kinds: Kinds,
    /// Who may take it.
    pub who: Who,
    /// What must be true.
    pub guards: &'static [Guard],
    /// How it is asked for.
    pub asked: &'static [Asked],
    /// The queues that it opens a row in.
    pub opens: &'static [Queue],
    /// The rows that it closes.
    pub closes: Closes,
    /// What else it does.
    pub effects: &'static [Effect],
    /// What it does to the clocks.
    pub time: &'static [Time],
}

impl Step {
    /// Begins a row of the table.
    pub(super) const fn new(id: StepId, in_indonesian: &'static str, en: &'static str) -> Self {
        Self {
            id,
            label: Label::new(in_indonesian, en),
            from: &[],
            to: To::Same,
            kinds: Kinds::of(""),
            who: Who::of(""),
            guards: &[],
            asked: &[Asked::Desk],
            opens: &[],
            closes: Closes::Only(&[]),
            effects: &[],
            time: &[],
        }
    }

    pub(super) const fn way(mut self, from: &'static [&'static [CaseState]], to: To) -> Self {
        self.from = from;
        self.to = to;
        self
    }

    pub(super) const fn by(mut self, kinds: &str, who: &str) -> Self {
        self.kinds = Kinds::of(kinds);
        self.who = Who::of(who);
        self
    }

    pub(super) const fn must(mut self, guards: &'static [Guard]) -> Self {
        self.guards = guards;
        self
    }

    pub(super) const fn asked(mut self, asked: &'static [Asked]) -> Self {
        self.asked = asked;
        self
    }

    pub(super) const fn closes(mut self, queues: &'static [Queue]) -> Self {
        self.closes = Closes::Only(queues);
        self
    }

    pub(super) const fn closes_all(mut self) -> Self {
        self.closes = Closes::All;
        self
    }

    pub(super) const fn opens(mut self, queues: &'static [Queue]) -> Self {
        self.opens = queues;
        self
    }

    pub(super) const fn then(mut self, effects: &'static [Effect]) -> Self {
        self.effects = effects;
        self
    }

    pub(super) const fn time(mut self, time: &'static [Time]) -> Self {
        self.time = time;
        self
    }

    /// Tells whether it may start from this state.
    pub fn starts_from(&self, state: CaseState) -> bool {
        self.from.iter().any(|group| group.contains(&state))
    }

    /// Returns every state that it may start from.
    pub fn origins(&self) -> impl Iterator<Item = CaseState> {
        self.from.iter().copied().flatten().copied()
    }

    /// Returns the states that it may lead to, seen from one that it starts from.
    pub fn leads_to(&self, from: CaseState) -> Vec<CaseState> {
        match self.to {
            To::One(state) => vec![state],
            To::Either(one, other) => vec![one, other],
            To::Same => vec![from],
            To::Earlier => CaseState::ALL.into_iter().filter(|state| state.is_open()).collect(),
        }
    }

    /// Tells whether it closes the rows of a queue.
    pub fn closes_queue(&self, queue: Queue) -> bool {
        match self.closes {
            Closes::Only(queues) => queues.contains(&queue),
            Closes::All => true,
        }
    }

    /// Tells whether it does this.
    pub fn does(&self, effect: Effect) -> bool {
        self.effects.contains(&effect)
    }
}
