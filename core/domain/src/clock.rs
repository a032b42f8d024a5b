//! Deadlines in working days: settings of a kabupaten, and which clocks stand still where.

use crate::case::{CaseKind, CaseState, Subcat};

/// A kind of deadline, counted in working days from the server's receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// The supervisor's review.
    Review,
    /// The manager's decision.
    Manager,
    /// The back office's work.
    BackOffice,
    /// An approval.
    Approval,
    /// A program owner's first answer.
    ProgramAnswer,
    /// A program owner's own date for a further look; the setting is its limit.
    Inspection,
    /// From approval to delivery.
    Realisation,
    /// A correction by the author.
    Correction,
    /// Waiting for NIK or KK.
    Papers,
    /// An answer to a question about data.
    DataRequest,
    /// Telling the citizen.
    Inform,
    /// Telling the citizen in an urgent case.
    InformUrgent,
    /// Deciding on an objection.
    Objection,
    /// How long an ended case can be opened again.
    Reopen,
    /// Printing and handing over a letter.
    Print,
    /// Each outside step of a listing.
    Listing,
    /// Settling a clash of data.
    Conflict,
    /// Deciding on a pair.
    Duplicate,
    /// Looking at a held change.
    Held,
    /// Giving on a leaver's work.
    Handover,
    /// A cross-check by a facilitator of another desa.
    CrossCheck,
    /// Completing quick cases after an emergency.
    Completion,
    /// A quarterly report.
    Report,
    /// Talking about a suggestion.
    Agenda,
}

/// The deadlines of a kabupaten; a running row keeps the value that it began with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines([u16; Clock::ALL.len()]);

impl Clock {
    /// Every clock.
    pub const ALL: [Self; 24] = [
        Self::Review,
        Self::Manager,
        Self::BackOffice,
        Self::Approval,
        Self::ProgramAnswer,
        Self::Inspection,
        Self::Realisation,
        Self::Correction,
        Self::Papers,
        Self::DataRequest,
        Self::Inform,
        Self::InformUrgent,
        Self::Objection,
        Self::Reopen,
        Self::Print,
        Self::Listing,
        Self::Conflict,
        Self::Duplicate,
        Self::Held,
        Self::Handover,
        Self::CrossCheck,
        Self::Completion,
        Self::Report,
        Self::Agenda,
    ];

    const fn row(self) -> (&'static str, u16) {
        match self {
            Self::Review => ("review", 3),
            Self::Manager => ("manager", 3),
            Self::BackOffice => ("back_office", 3),
            Self::Approval => ("approval", 3),
            Self::ProgramAnswer => ("program_answer", 5),
            Self::Inspection => ("inspection", 60),
            Self::Realisation => ("realisation", 60),
            Self::Correction => ("correction", 5),
            Self::Papers => ("papers", 20),
            Self::DataRequest => ("data_request", 5),
            Self::Inform => ("inform", 5),
            Self::InformUrgent => ("inform_urgent", 2),
            Self::Objection => ("objection", 3),
            Self::Reopen => ("reopen", 10),
            Self::Print => ("print", 1),
            Self::Listing => ("listing", 60),
            Self::Conflict => ("conflict", 3),
            Self::Duplicate => ("duplicate", 5),
            Self::Held => ("held", 2),
            Self::Handover => ("handover", 5),
            Self::CrossCheck => ("cross_check", 10),
            Self::Completion => ("completion", 20),
            Self::Report => ("report", 10),
            Self::Agenda => ("agenda", 60),
        }
    }

    /// Returns the key in the settings.
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// Reads the key in the settings.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clock| clock.key() == key)
    }

    /// Returns the working days that hold unless a kabupaten sets others (tiers of SP4N-LAPOR!).
    pub const fn default_days(self) -> u16 {
        self.row().1
    }
}

impl Default for Deadlines {
    fn default() -> Self {
        Self(Clock::ALL.map(Clock::default_days))
    }
}

impl Deadlines {
    /// Returns the working days of a clock.
    pub fn days(&self, clock: Clock) -> u16 {
        self.0[clock as usize]
    }

    /// Sets the working days of a clock; rows that run keep theirs.
    pub fn set(&mut self, clock: Clock, days: u16) {
        self.0[clock as usize] = days;
    }
}

/// Tells whether the stage and total clocks stand still: while papers are waited for, or a data
/// request is open; never while the author corrects.
pub fn paused(state: CaseState, data_request_open: bool) -> bool {
    state == CaseState::AwaitingPapers || data_request_open
}

/// Returns the working days for the whole case, from first receipt; none for a listing.
pub fn total(kind: CaseKind, subcat: &str) -> Option<u16> {
    if kind.is_listing() {
        return None;
    }
    Subcat::find(subcat).map(|subcat| subcat.total_for(kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn settings_change_one_clock_only() {
        let mut deadlines = Deadlines::default();
        deadlines.set(Clock::Review, 2);
        assert_eq!(deadlines.days(Clock::Review), 2);
        for clock in Clock::ALL.into_iter().filter(|clock| *clock != Clock::Review) {
            assert_eq!(deadlines.days(clock), clock.default_days());
            assert_eq!(Clock::from_key(clock.key()), Some(clock));
        }
    }

    #[rstest]
    #[case::papers(CaseState::AwaitingPapers, false, true)]
    #[case::request(CaseState::Referred, true, true)]
    #[case::correction(CaseState::NeedsCorrection, false, false)]
    fn clocks_stand_still_for_papers_and_questions(
        #[case] state: CaseState,
        #[case] request: bool,
        #[case] still: bool,
    ) {
        assert_eq!(paused(state, request), still);
    }

    #[rstest]
    #[case(CaseKind::Question, "k15", Some(2))]
    #[case(CaseKind::Need, "k99", Some(60))]
    #[case(CaseKind::Listing, "", None)]
    fn the_category_gives_the_time_for_all(
        #[case] kind: CaseKind,
        #[case] subcat: &str,
        #[case] days: Option<u16>,
    ) {
        assert_eq!(total(kind, subcat), days);
    }
}
