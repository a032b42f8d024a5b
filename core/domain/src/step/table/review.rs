//! Review, return and correction (Guideline III.D.2.b: the supervisor reviews, never rejects).

use crate::case::CaseState::{
    NeedsCorrection, RefusedByProgram, Resolved, Submitted, WithBackOffice, WithManager,
};
use crate::clock::Clock;
use crate::queue::Queue;
use crate::step::Asked::{Auto, Correct, Desk};
use crate::step::Guard as G;
use crate::step::To::{Either, One};
use crate::step::{Effect, Step, StepId as S, Time};

pub(super) const STEPS: [Step; 6] = [
    Step::new(S::T6, "Kembalikan untuk diperbaiki", "Return for correction")
        .way(&[&[Submitted, WithManager]], One(NeedsCorrection))
        .by("QSGN", "spv mj")
        .must(&[G::FieldNotes, G::ReturnStage])
        .closes(&[Queue::Review, Queue::Manager])
        .opens(&[Queue::Correction])
        .then(&[Effect::ReturnRows])
        .time(&[Time::Start(Clock::Correction)]),
    Step::new(S::T7, "Kirim perbaikan", "Send the correction")
        .way(&[&[NeedsCorrection]], Either(Submitted, WithManager))
        .by("QSGN", "fs fop fo bo bop")
        .must(&[G::AuthorOrStandIn])
        .asked(&[Correct, Desk])
        .closes(&[Queue::Correction])
        .opens(&[Queue::Review, Queue::Manager])
        .then(&[Effect::NextRound])
        .time(&[Time::Start(Clock::Review), Time::Start(Clock::Manager)]),
    Step::new(S::T8, "Teruskan ke Manajer", "Forward to the manager")
        .way(&[&[Submitted]], One(WithManager))
        .by("QSGN", "spv mj")
        .must(&[G::Note])
        .closes(&[Queue::Review])
        .opens(&[Queue::Manager, Queue::Inform])
        .then(&[Effect::StaffDone])
        .time(&[Time::Start(Clock::Manager)]),
    Step::new(S::T9, "Catat sebagai bahan pembahasan", "Note for the agenda")
        .way(&[&[WithManager]], One(Resolved))
        .by("S", "mj system")
        .asked(&[Auto, Desk])
        .closes(&[Queue::Manager])
        .opens(&[Queue::Agenda, Queue::Inform])
        .then(&[Effect::StaffDone])
        .time(&[Time::End]),
    Step::new(S::T10, "Tugaskan ke Back Office", "Assign to a back office")
        .way(&[&[WithManager]], One(WithBackOffice))
        .by("QGN", "mj")
        .must(&[G::UnitReady])
        .closes(&[Queue::Manager])
        .opens(&[Queue::BackOffice])
        .time(&[Time::Start(Clock::BackOffice)]),
    Step::new(S::T20b, "Tugaskan kembali ke Back Office", "Assign to a back office again")
        .way(&[&[RefusedByProgram]], One(WithBackOffice))
        .by("QGN", "mj")
        .must(&[G::UnitReady])
        .closes(&[Queue::Manager])
        .opens(&[Queue::BackOffice])
        .time(&[Time::Start(Clock::BackOffice)]),
];
