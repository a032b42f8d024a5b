//! What the guards look at: facts of a case, gathered by whoever stores them.

use crate::UserId;
use crate::case::subcat::ABOUT_PAPERS;
use crate::case::{Ask, CaseKind, CaseState, Subcat, Unit};
use crate::referral::Level;

/// Whether a person stands in the register, as known when the case was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Register {
    /// Listed.
    Listed,
    /// Not listed.
    NotListed,
    /// Not looked up yet.
    #[default]
    Unchecked,
}

impl Register {
    /// Reads the key of the code list.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "listed" => Some(Self::Listed),
            "not_listed" => Some(Self::NotListed),
            "unchecked" => Some(Self::Unchecked),
            _ => None,
        }
    }
}

/// The facts of a case that guards look at.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// Its kind.
    pub kind: CaseKind,
    /// Where it stands.
    pub state: CaseState,
    /// Where it stood before papers were waited for, or before it was merged.
    pub earlier: Option<CaseState>,
    /// Who returned it: the state that it left for correction.
    pub returned_from: Option<CaseState>,
    /// The category.
    pub subcat: Option<String>,
    /// Whether its scope is private.
    pub private: bool,
    /// Whether something in it makes it private (category, PPKS, hidden reporter).
    pub must_be_private: bool,
    /// Whether the province's coordinator holds it, since it complains about the secretariat.
    pub held_by_province: bool,
    /// The office that holds it.
    pub unit: Option<Unit>,
    /// What waits for an approval, and who asked.
    pub ask: Option<(Ask, UserId)>,
    /// Who recorded it, and who was named instead.
    pub author: Option<UserId>,
    /// The worker named instead of the author.
    pub stand_in: Option<UserId>,
    /// Whether NIK or KK is missing for a reason that waits for papers.
    pub papers_needed: bool,
    /// Whether the minimum profile (in an emergency the quick one) is complete.
    pub minimum: bool,
    /// Whether the full profile is complete, consent included.
    pub full: bool,
    /// Whether basic profile, mother's name and proposal of a listing are complete.
    pub listing_complete: bool,
    /// Whether similar records were shown and none is left unexplained.
    pub similar_explained: bool,
    /// Whether an answer stands in the case.
    pub answered: bool,
    /// Register status of the person.
    pub register: Register,
    /// Keys with an open must-review clash on person or household.
    pub conflicts: Vec<String>,
    /// Whether a verdict "same" on person or household is undecided.
    pub pair_undecided: bool,
    /// Whether an emergency mode covers it.
    pub mode: bool,
    /// Whether it is urgent.
    pub urgent: bool,
    /// First and last day that a target may name as its own, where the server knows the day.
    pub own_dates: Option<(String, String)>,
    /// Whether the recorder asked for a withdrawal.
    pub withdraw_asked: bool,
    /// Whether a data request is open.
    pub data_request_open: bool,
    /// Whether an objection waits.
    pub objection_open: bool,
    /// Whether the window to reopen is still open.
    pub reopen_open: bool,
    /// The open or last referral: program, target, level, whether the target has a login.
    pub referral: Option<ReferralFacts>,
    /// Whether the Puskesos in question has an active back officer.
    pub active_bop: bool,
    /// Whether the Puskesos in question has an active coordinator.
    pub active_kp: bool,
    /// Whether the program of the step requires the register.
    pub program_requires_register: bool,
}

/// The facts of a case's open or last referral.
#[derive(Clone, PartialEq, Eq)]
pub struct ReferralFacts {
    /// The program, where one is named.
    pub program: Option<String>,
    /// Key of the target.
    pub target: String,
    /// The level that it stands at.
    pub level: Level,
    /// Whether the target answers by login.
    pub login: bool,
    /// Whether it was passed on at its own level: to the program's owner, there is none above.
    pub at_owner: bool,
}

impl CaseFacts {
    /// Begins with a kind and a state; nothing else is known.
    pub const fn new(kind: CaseKind, state: CaseState) -> Self {
        Self {
            kind,
            state,
            earlier: None,
            returned_from: None,
            subcat: None,
            private: false,
            must_be_private: false,
            held_by_province: false,
            unit: None,
            ask: None,
            author: None,
            stand_in: None,
            papers_needed: false,
            minimum: false,
            full: false,
            listing_complete: false,
            similar_explained: true,
            answered: false,
            register: Register::Unchecked,
            conflicts: Vec::new(),
            pair_undecided: false,
            mode: false,
            urgent: false,
            own_dates: None,
            withdraw_asked: false,
            data_request_open: false,
            objection_open: false,
            reopen_open: false,
            referral: None,
            active_bop: false,
            active_kp: false,
            program_requires_register: false,
        }
    }

    /// Tells whether this case waits for papers (T4): a need or grievance that lacks NIK or KK,
    /// unless it is about the papers, private, or made in an emergency (Guideline IV.C.3).
    pub fn waits_for_papers(&self) -> bool {
        let about_papers =
            self.subcat.as_deref().is_some_and(|subcat| ABOUT_PAPERS.contains(&subcat));
        matches!(self.kind, CaseKind::Grievance | CaseKind::Need)
            && self.papers_needed
            && !about_papers
            && !self.private
            && !self.mode
    }

    /// Tells whether the case must become private and is not yet.
    pub fn must_become_private(&self) -> bool {
        let by_category = self.subcat.as_deref().and_then(Subcat::find).is_some_and(|s| s.private);
        !self.private && (self.must_be_private || by_category)
    }

    /// Tells whether a Puskesos holds it.
    pub const fn at_puskesos(&self) -> bool {
        matches!(self.unit, Some(Unit::Puskesos(_)))
    }
}
