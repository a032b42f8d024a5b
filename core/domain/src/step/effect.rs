//! What a step does besides the state and the queues: letters, return rows, clocks.

use crate::Label;
use crate::clock::Clock;
use crate::referral::ReferralState;

/// A letter of an office (Guideline III.D.2.d: surat resi, surat rekomendasi).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// Surat resi, printed at once.
    Receipt,
    /// Recommendation to the civil registry.
    CivilPapers,
    /// Referral.
    Referral,
    /// Explanation of a refusal.
    Refusal,
    /// Cover of a report.
    Cover,
}

impl Letter {
    /// Every letter.
    pub const ALL: [Self; 5] =
        [Self::Receipt, Self::CivilPapers, Self::Referral, Self::Refusal, Self::Cover];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::CivilPapers => "civil_papers",
            Self::Referral => "referral",
            Self::Refusal => "refusal",
            Self::Cover => "cover",
        }
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Receipt => Label::new("Surat resi", "Receipt"),
            Self::CivilPapers => {
                Label::new("Surat rekomendasi pengurusan NIK/KK", "Letter for NIK/KK papers")
            }
            Self::Referral => Label::new("Surat rekomendasi/rujukan", "Referral letter"),
            Self::Refusal => Label::new("Surat penjelasan", "Letter of explanation"),
            Self::Cover => Label::new("Pengantar laporan", "Cover of a report"),
        }
    }
}

/// What else a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The case goes the way over the supervisor.
    RouteReview,
    /// The case goes past supervisor and Puskesos.
    RoutePrivate,
    /// The case stays with the Puskesos that recorded it.
    RouteOwn,
    /// An office prints a letter.
    Print(Letter),
    /// A return row for each document with a note.
    ReturnRows,
    /// The next round of review begins.
    NextRound,
    /// The block for missing papers is lifted.
    BlockLifted,
    /// An outcome that enrols puts the participation into the beneficiary's document.
    Enrol,
    /// Recorded and passed on: the staff's part is done (Guideline IV.C.1).
    StaffDone,
    /// The referral takes this state.
    Referral(ReferralState),
    /// A meeting as the target puts the case on the agenda.
    MeetingAgenda,
    /// The referral ends as passed on and a child opens at the next level.
    Child,
    /// The referral ends as passed on (by the village) or recalled (by the manager).
    PassedOrRecalled,
    /// An open referral is taken back.
    RecallOpen,
    /// An alias row names the survivor.
    Alias,
    /// The alias row is closed.
    AliasClosed,
    /// Rows and clocks of the earlier state come back.
    RowsBack,
    /// The page says "dibuka kembali".
    Reopened,
    /// The citizen's objection is on record.
    Objection,
    /// What became a suggestion ends by T9.
    SuggestionEnds,
    /// A private copy keeps the number; the open document is purged.
    PrivateCopy,
    /// The register guard of the person's other cases passes.
    RegisterPasses,
    /// The step to the agenda (T9) follows at once.
    ThenAgenda,
}

/// What a step does to the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A stage clock starts with its row.
    Start(Clock),
    /// The clock of the whole case starts with the first receipt.
    Total,
    /// All clocks end.
    End,
    /// Stage and total clocks stand still.
    Pause,
    /// They go on.
    GoOn,
    /// The answer row takes the target's own date.
    OwnDate,
    /// The whole case gets the days of its new category.
    NewTier,
}
