//! What a program owner answers, and what becomes of it (Guideline IV.C.1.c, IV.C.3(4)).

use crate::case::CaseState::{
    Approved, FurtherReview, Referred, RefusedByProgram, Resolved, WithBackOffice, WithManager,
};
use crate::clock::Clock;
use crate::queue::Queue;
use crate::referral::ReferralState;
use crate::step::Asked::{Desk, Note};
use crate::step::Guard as G;
use crate::step::To::{One, Same};
use crate::step::{Effect, Step, StepId as S, Time};

const ANSWERS: &str = "mj bo bop pp kprov seknas";

pub(super) const STEPS: [Step; 9] = [
    Step::new(S::T16, "Catat persetujuan program", "Record the approval")
        .way(&[&[Referred, FurtherReview]], One(Approved))
        .by("GN", ANSWERS)
        .must(&[G::Clean, G::Behalf])
        .closes(&[Queue::ProgramAnswer])
        .opens(&[Queue::Realisation, Queue::Inform])
        .then(&[Effect::Referral(ReferralState::Approved)])
        .time(&[Time::Start(Clock::Realisation)]),
    Step::new(S::T16r, "Catat penolakan program", "Record the refusal")
        .way(&[&[Referred, FurtherReview]], One(RefusedByProgram))
        .by("GN", ANSWERS)
        .must(&[G::Reason, G::RefusingReason, G::Behalf])
        .closes(&[Queue::ProgramAnswer])
        .opens(&[Queue::Manager])
        .then(&[Effect::Referral(ReferralState::Refused)])
        .time(&[Time::Start(Clock::Manager)]),
    Step::new(S::T16f, "Telaah lebih lanjut", "Look further")
        .way(&[&[Referred]], One(FurtherReview))
        .by("GN", ANSWERS)
        .must(&[G::Note, G::OwnDate, G::Behalf])
        .opens(&[Queue::Inform])
        .then(&[Effect::Referral(ReferralState::FurtherReview)])
        .time(&[Time::Start(Clock::Inspection), Time::OwnDate]),
    Step::new(S::T17, "Minta data", "Ask for data")
        .way(&[&[WithBackOffice, Referred, FurtherReview, Approved]], Same)
        .by("GN", ANSWERS)
        .must(&[G::Question])
        .opens(&[Queue::DataRequest])
        .time(&[Time::Pause]),
    Step::new(S::T17r, "Jawab permintaan data", "Reply to the data request")
        .way(&[&[WithBackOffice, Referred, FurtherReview, Approved]], Same)
        .by("GN", "fs fop fo bo bop")
        .must(&[G::Reply])
        .asked(&[Note, Desk])
        .closes(&[Queue::DataRequest])
        .time(&[Time::GoOn]),
    Step::new(S::T18, "Teruskan ke tingkat berikutnya", "Pass on to the next level")
        .way(&[&[Referred, FurtherReview]], One(Referred))
        .by("GN", "mj kprov seknas")
        .must(&[G::NextLevel])
        .closes(&[Queue::ProgramAnswer])
        .opens(&[Queue::ProgramAnswer])
        .then(&[Effect::Referral(ReferralState::PassedOn), Effect::Child])
        .time(&[Time::Start(Clock::ProgramAnswer)]),
    Step::new(S::T18d, "Tarik ke Manajer", "Bring back to the manager")
        .way(&[&[Referred, FurtherReview]], One(WithManager))
        .by("GN", "mj kp")
        .must(&[G::UnableOrRecall])
        .closes(&[Queue::ProgramAnswer])
        .opens(&[Queue::Manager])
        .then(&[Effect::PassedOrRecalled])
        .time(&[Time::Start(Clock::Manager)]),
    Step::new(S::T19, "Catat realisasi", "Record the delivery")
        .way(&[&[Approved]], One(Resolved))
        .by("GN", ANSWERS)
        .must(&[G::Clean, G::Delivery, G::Behalf])
        .closes(&[Queue::Realisation])
        .opens(&[Queue::Inform])
        .then(&[Effect::Referral(ReferralState::Realised), Effect::Enrol])
        .time(&[Time::End]),
    Step::new(S::T19n, "Tidak terealisasi", "Not delivered")
        .way(&[&[Approved]], One(WithManager))
        .by("GN", ANSWERS)
        .must(&[G::Why, G::Behalf])
        .closes(&[Queue::Realisation])
        .opens(&[Queue::Manager])
        .then(&[Effect::Referral(ReferralState::NotRealised)])
        .time(&[Time::Start(Clock::Manager)]),
];
