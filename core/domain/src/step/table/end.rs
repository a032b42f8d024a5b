//! Refusal, withdrawal, merging, reopening, and what changes a case's nature.

use crate::case::CaseState::{
    AwaitingPapers, Draft, Merged, NeedsCorrection, Refused, RefusedByProgram, Resolved, Submitted,
    WithManager, Withdrawn,
};
use crate::case::state::{DESK, OPEN, OPEN_L};
use crate::clock::Clock;
use crate::queue::Queue;
use crate::step::Asked::{Auto, Desk, Object, Submit, Withdraw};
use crate::step::Guard as G;
use crate::step::To::{Earlier, One, Same};
use crate::step::{Effect, Letter, Step, StepId as S, Time};

pub(super) const STEPS: [Step; 11] = [
    Step::new(S::T21, "Tolak", "Refuse")
        .way(&[&[RefusedByProgram, WithManager]], One(Refused))
        .by("QGN", "mj")
        .must(&[G::Reason])
        .closes(&[Queue::Manager])
        .opens(&[Queue::Print, Queue::Inform])
        .then(&[Effect::Print(Letter::Refusal)])
        .time(&[Time::End]),
    Step::new(S::T22, "Batalkan", "Withdraw")
        .way(&[&[Submitted, NeedsCorrection, AwaitingPapers], OPEN_L], One(Withdrawn))
        .by("QSGNL", "spv mj")
        .must(&[G::WithdrawReason, G::WithdrawAsked])
        .closes(&[Queue::Review, Queue::Correction, Queue::Papers, Queue::Listing])
        .time(&[Time::End]),
    Step::new(S::T22m, "Batalkan", "Withdraw")
        .way(&[DESK], One(Withdrawn))
        .by("QGN", "mj")
        .must(&[G::WithdrawReason, G::Why])
        .closes_all()
        .opens(&[Queue::Inform])
        .then(&[Effect::RecallOpen])
        .time(&[Time::End]),
    Step::new(S::T22d, "Hapus draf", "Discard the draft")
        .way(&[&[Draft]], One(Withdrawn))
        .by("QSGNL", "fs fop fo bo bop")
        .must(&[G::Own])
        .asked(&[Withdraw, Desk]),
    Step::new(S::T22g, "Gabungkan", "Merge")
        .way(&[OPEN, OPEN_L], One(Merged))
        .by("QSGNL", "spv mj system")
        .must(&[G::Survivor])
        .asked(&[Desk, Auto])
        .closes_all()
        .then(&[Effect::Alias, Effect::RecallOpen])
        .time(&[Time::End]),
    Step::new(S::T22u, "Pisahkan kembali", "Undo the merge")
        .way(&[&[Merged]], Earlier)
        .by("QSGNL", "spv mj")
        .must(&[G::Why])
        .then(&[Effect::AliasClosed, Effect::RowsBack])
        .time(&[Time::GoOn]),
    Step::new(S::T23, "Buka kembali", "Reopen")
        .way(&[&[Resolved, Refused, Withdrawn]], One(WithManager))
        .by("QGN", "mj")
        .must(&[G::ReopenWindow, G::Why])
        .opens(&[Queue::Manager, Queue::Inform])
        .then(&[Effect::Reopened])
        .time(&[Time::Start(Clock::Manager), Time::Total]),
    Step::new(S::T23o, "Catat keberatan", "Record an objection")
        .way(&[&[Resolved, Refused]], Same)
        .by("QGN", "fs fop fo bo bop")
        .must(&[G::Objection])
        .asked(&[Object, Desk])
        .opens(&[Queue::Manager])
        .then(&[Effect::Objection])
        .time(&[Time::Start(Clock::Objection)]),
    Step::new(S::T23n, "Tolak keberatan", "Turn the objection down")
        .way(&[&[Resolved, Refused]], Same)
        .by("QGN", "mj")
        .must(&[G::ObjectionOpen, G::Reason])
        .closes(&[Queue::Manager])
        .opens(&[Queue::Inform]),
    Step::new(S::T24, "Ubah jenis atau kategori", "Change kind or category")
        .way(&[OPEN], Same)
        .by("QSGN", "spv mj bo")
        .must(&[G::Reclassified, G::Why])
        .then(&[Effect::SuggestionEnds])
        .time(&[Time::NewTier]),
    Step::new(S::T25, "Jadikan khusus", "Make private")
        .way(&[OPEN], One(WithManager))
        .by("QSGN", "fs fop fo bo bop spv mj")
        .must(&[G::BecamePrivate])
        .asked(&[Submit, Desk])
        .closes_all()
        .opens(&[Queue::Manager])
        .then(&[Effect::PrivateCopy])
        .time(&[Time::Start(Clock::Manager)]),
];
