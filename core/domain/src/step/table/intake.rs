//! From the citizen's words to an office (Guideline IV.C.3, steps 1–4).

use crate::case::CaseState::{
    AwaitingPapers, Draft, NeedsCorrection, Resolved, Submitted, WithBackOffice, WithManager,
};
use crate::clock::Clock;
use crate::queue::Queue;
use crate::step::Asked::{Answer, Auto, Desk, Papers, Submit};
use crate::step::Guard as G;
use crate::step::To::{Either, One};
use crate::step::{Effect, Letter, Step, StepId as S, Time};

pub(super) const STEPS: [Step; 8] = [
    Step::new(S::T1, "Kirim untuk ditelaah", "Send for review")
        .way(&[&[Draft]], One(Submitted))
        .by("QSGN", "fs fop bop")
        .must(&[G::Minimum, G::Open, G::PapersThere, G::SuggestionByField, G::SimilarShown])
        .asked(&[Submit, Desk])
        .opens(&[Queue::Review])
        .then(&[Effect::RouteReview])
        .time(&[Time::Start(Clock::Review), Time::Total]),
    Step::new(S::T1p, "Kirim khusus ke Manajer", "Send privately to the manager")
        .way(&[&[Draft]], One(WithManager))
        .by("QSGN", "fs fop fo bo bop")
        .must(&[G::Private])
        .asked(&[Submit, Desk])
        .opens(&[Queue::Manager])
        .then(&[Effect::RoutePrivate])
        .time(&[Time::Start(Clock::Manager), Time::Total]),
    Step::new(S::T2, "Tangani di kantor ini", "Handle at this office")
        .way(&[&[Draft]], One(WithBackOffice))
        .by("QGN", "fo bo fop bop")
        .must(&[G::Minimum, G::Open, G::PapersThere])
        .asked(&[Submit, Desk])
        .opens(&[Queue::BackOffice])
        .then(&[Effect::RouteOwn, Effect::Print(Letter::Receipt)])
        .time(&[Time::Start(Clock::BackOffice), Time::Total]),
    Step::new(S::T2s, "Kirim saran ke Manajer", "Send the suggestion to the manager")
        .way(&[&[Draft]], One(WithManager))
        .by("S", "fo fop bo bop")
        .must(&[G::Minimum])
        .asked(&[Submit, Desk])
        .opens(&[Queue::Manager])
        .then(&[Effect::Print(Letter::Receipt), Effect::ThenAgenda]),
    Step::new(S::T3, "Jawab pertanyaan", "Answer the question")
        .way(&[&[Draft, Submitted, NeedsCorrection, Resolved]], One(Resolved))
        .by("Q", "fs fop fo bo bop")
        .must(&[G::Answer])
        .asked(&[Answer, Desk])
        .closes(&[Queue::Review, Queue::Correction])
        .opens(&[Queue::Inform])
        .then(&[Effect::StaffDone])
        .time(&[Time::End]),
    Step::new(S::T4, "Tunggu NIK/KK", "Wait for NIK/KK")
        .way(&[&[Draft, Submitted, WithBackOffice]], One(AwaitingPapers))
        .by("GN", "fs fop fo bo bop")
        .must(&[G::PapersMissing])
        .asked(&[Submit, Desk])
        .closes(&[Queue::Review, Queue::BackOffice])
        .opens(&[Queue::Papers, Queue::Print])
        .then(&[Effect::Print(Letter::CivilPapers)])
        .time(&[Time::Start(Clock::Papers), Time::Pause]),
    Step::new(S::T5, "NIK/KK sudah lengkap", "NIK/KK are there")
        .way(&[&[AwaitingPapers]], Either(Submitted, WithBackOffice))
        .by("GN", "fs fop fo bo bop system")
        .must(&[G::PapersThere])
        .asked(&[Papers, Auto])
        .closes(&[Queue::Papers])
        .opens(&[Queue::Review, Queue::BackOffice, Queue::Inform])
        .time(&[Time::Start(Clock::Review), Time::Start(Clock::BackOffice), Time::GoOn]),
    Step::new(S::T5c, "Angkat syarat NIK/KK", "Lift the NIK/KK condition")
        .way(&[&[AwaitingPapers]], One(WithManager))
        .by("GN", "mj")
        .must(&[G::ModeOrUrgent, G::Why])
        .closes(&[Queue::Papers])
        .opens(&[Queue::Manager, Queue::Inform])
        .then(&[Effect::BlockLifted])
        .time(&[Time::Start(Clock::Manager), Time::GoOn]),
];
