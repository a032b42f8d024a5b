//! Handling at an office, and the four eyes before closing or referring (Guideline III.D.2.e).

use crate::case::CaseState::{
    AwaitingApproval, Referred, RefusedByProgram, Resolved, Submitted, WithBackOffice, WithManager,
};
use crate::clock::Clock;
use crate::queue::Queue;
use crate::referral::ReferralState;
use crate::step::Guard as G;
use crate::step::To::{Either, One};
use crate::step::{Effect, Letter, Step, StepId as S, Time};

pub(super) const STEPS: [Step; 9] = [
    Step::new(S::T11, "Selesaikan", "Close")
        .way(&[&[WithBackOffice]], One(Resolved))
        .by("QGN", "bo bop")
        .must(&[G::Outcome, G::ClosingRight, G::Enrolment, G::CleanIfEnrolling])
        .closes(&[Queue::BackOffice])
        .opens(&[Queue::Inform])
        .then(&[Effect::Enrol])
        .time(&[Time::End]),
    Step::new(S::T11a, "Minta persetujuan tutup", "Ask to close")
        .way(&[&[WithBackOffice]], One(AwaitingApproval))
        .by("QGN", "bo bop")
        .must(&[G::Outcome, G::CloseAskedByUnit])
        .closes(&[Queue::BackOffice])
        .opens(&[Queue::Approval])
        .time(&[Time::Start(Clock::Approval)]),
    Step::new(S::T11b, "Setujui penutupan", "Approve the closing")
        .way(&[&[AwaitingApproval]], One(Resolved))
        .by("QGN", "mj kp")
        .must(&[G::AsksClose, G::Eyes, G::CloserOfUnit, G::CleanIfEnrolling])
        .closes(&[Queue::Approval])
        .opens(&[Queue::Inform])
        .then(&[Effect::Enrol])
        .time(&[Time::End]),
    Step::new(S::T12, "Minta persetujuan rujuk", "Ask to refer")
        .way(&[&[WithBackOffice]], One(AwaitingApproval))
        .by("GN", "bo bop")
        .must(&[G::Full, G::Draft, G::VillageTarget])
        .closes(&[Queue::BackOffice])
        .opens(&[Queue::Approval])
        .time(&[Time::Start(Clock::Approval)]),
    Step::new(S::T13, "Setujui rujukan", "Approve the referral")
        .way(&[&[AwaitingApproval]], One(Referred))
        .by("GN", "mj kp")
        .must(&[G::AsksRefer, G::Eyes, G::Full, G::Clean, G::Register, G::VillageTarget])
        .closes(&[Queue::Approval])
        .opens(&[Queue::ProgramAnswer, Queue::Print, Queue::Inform])
        .then(&[
            Effect::Referral(ReferralState::Sent),
            Effect::Print(Letter::Referral),
            Effect::StaffDone,
        ])
        .time(&[Time::Start(Clock::ProgramAnswer)]),
    Step::new(S::T13b, "Kembalikan ke Back Office", "Give back to the back office")
        .way(&[&[AwaitingApproval]], One(WithBackOffice))
        .by("QGN", "mj kp")
        .must(&[G::Note])
        .closes(&[Queue::Approval])
        .opens(&[Queue::BackOffice])
        .time(&[Time::Start(Clock::BackOffice)]),
    Step::new(S::T14, "Teruskan ke kabupaten", "Hand on to the kabupaten")
        .way(&[&[WithBackOffice]], Either(Submitted, WithManager))
        .by("QGN", "bo bop kp")
        .must(&[G::Note])
        .closes(&[Queue::BackOffice])
        .opens(&[Queue::Review, Queue::Manager])
        .time(&[Time::Start(Clock::Review), Time::Start(Clock::Manager)]),
    Step::new(S::T15, "Rujuk", "Refer")
        .way(&[&[WithManager]], One(Referred))
        .by("GN", "mj")
        .must(&[G::Full, G::Clean, G::Register, G::Target])
        .closes(&[Queue::Manager])
        .opens(&[Queue::ProgramAnswer, Queue::Print, Queue::Inform])
        .then(REFERS)
        .time(&[Time::Start(Clock::ProgramAnswer)]),
    Step::new(S::T20, "Rujuk ke program lain", "Refer to another program")
        .way(&[&[RefusedByProgram]], One(Referred))
        .by("GN", "mj")
        .must(&[G::Full, G::Clean, G::Register, G::Target, G::OtherTarget])
        .closes(&[Queue::Manager])
        .opens(&[Queue::ProgramAnswer, Queue::Print, Queue::Inform])
        .then(REFERS)
        .time(&[Time::Start(Clock::ProgramAnswer)]),
];

const REFERS: &[Effect] = &[
    Effect::Referral(ReferralState::Sent),
    Effect::Print(Letter::Referral),
    Effect::MeetingAgenda,
    Effect::StaffDone,
];
