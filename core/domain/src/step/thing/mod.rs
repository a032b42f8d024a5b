//! Steps of things that are not a case: visits, conflicts, pairs, held changes, tasks, reports.

mod desk;
mod duty;
mod visit;

use super::{StepId, Who};
use crate::queue::Queue;

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A visit, the unit of review.
    Visit,
    /// Concurrent unequal values of a must-review key.
    Conflict,
    /// Two documents that may be one person or household.
    Pair,
    /// A change that was not accepted.
    Change,
    /// Telling the citizen.
    Task,
    /// A letter.
    Letter,
    /// Meeting material.
    Agenda,
    /// A mode of emergency.
    Mode,
    /// A case recorded in an emergency.
    QuickCase,
    /// A quarterly report.
    Report,
    /// An account.
    Account,
    /// A queue row.
    Row,
    /// A cross-check.
    CrossCheck,
    /// A registration number.
    Number,
}

/// One step of such a thing as data; an empty `from` means that the thing begins.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// Its name.
    pub id: StepId,
    /// What it is about.
    pub thing: Thing,
    /// Words of the states that it starts from.
    pub from: &'static [&'static str],
    /// Words of the states that it may lead to.
    pub to: &'static [&'static str],
    /// Who may take it.
    pub who: Who,
    /// The rule, in short.
    pub rule: &'static str,
    /// The queues that it closes a row in.
    pub closes: &'static [Queue],
    /// The queues that it opens a row in.
    pub opens: &'static [Queue],
}

impl Move {
    const fn new(
        id: StepId,
        thing: Thing,
        from: &'static [&'static str],
        to: &'static [&'static str],
        who: &str,
        rule: &'static str,
    ) -> Self {
        Self { id, thing, from, to, who: Who::of(who), rule, closes: &[], opens: &[] }
    }

    const fn closes(mut self, queues: &'static [Queue]) -> Self {
        self.closes = queues;
        self
    }

    const fn opens(mut self, queues: &'static [Queue]) -> Self {
        self.opens = queues;
        self
    }

    /// Tells whether it may start from a state.
    pub fn starts_from(&self, state: &str) -> bool {
        self.from.contains(&state)
    }
}

const SIZE: usize = visit::MOVES.len() + desk::MOVES.len() + duty::MOVES.len();

/// Every step of something else than a case.
pub const THINGS: &[Move] = &JOINED;

const JOINED: [Move; SIZE] = {
    let parts: [&[Move]; 3] = [&visit::MOVES, &desk::MOVES, &duty::MOVES];
    let mut joined = [visit::MOVES[0]; SIZE];
    let mut at = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut row = 0;
        while row < parts[part].len() {
            joined[at] = parts[part][row];
            at += 1;
            row += 1;
        }
        part += 1;
    }
    joined
};

/// Returns a step's row; none for a step of a case.
pub fn thing(id: StepId) -> Option<&'static Move> {
    THINGS.iter().find(|one| one.id == id)
}
