//! The guards as pure functions over the facts of a case.

use super::input::given;
use super::{CaseFacts, Guard, Hand, Input, RefusalCode};
use crate::case::{Ask, CaseKind, CaseState, Outcome, Reason, Subcat, Unit};
use crate::referral::{Level, is_target, is_village_target};
use crate::role::Role;

/// A guard that does not hold: the kind of refusal, and the fields in the way.
pub(super) struct Failed(pub RefusalCode, pub Vec<String>);

/// Everything that a guard looks at.
pub(super) struct Look<'a> {
    pub facts: &'a CaseFacts,
    pub input: &'a Input,
    pub hand: Hand,
}

impl Look<'_> {
    /// Checks one guard.
    pub(super) fn check(&self, guard: Guard) -> Result<(), Failed> {
        if self.holds(guard) {
            return Ok(());
        }
        let clash = matches!(guard, Guard::Clean | Guard::CleanIfEnrolling);
        let fields = if clash { self.facts.conflicts.clone() } else { Vec::new() };
        Err(Failed(code_of(guard), fields))
    }

    fn holds(&self, guard: Guard) -> bool {
        match guard {
            Guard::State | Guard::Kind | Guard::Role => true, // looked at before the guards
            Guard::Minimum
            | Guard::Full
            | Guard::Open
            | Guard::Private
            | Guard::PapersThere
            | Guard::PapersMissing
            | Guard::SimilarShown
            | Guard::ListingComplete
            | Guard::BecamePrivate
            | Guard::ReopenWindow
            | Guard::ObjectionOpen
            | Guard::ModeOrUrgent
            | Guard::Clean
            | Guard::CleanIfEnrolling
            | Guard::Register => self.of_the_case(guard),
            Guard::SuggestionByField
            | Guard::ReturnStage
            | Guard::AuthorOrStandIn
            | Guard::Own
            | Guard::ClosingRight
            | Guard::CloseAskedByUnit
            | Guard::Eyes
            | Guard::CloserOfUnit
            | Guard::VillageTarget
            | Guard::UnableOrRecall
            | Guard::WithdrawAsked
            | Guard::NextLevel
            | Guard::ProposedByHand
            | Guard::Behalf => self.of_the_hand(guard),
            _ => self.of_the_input(guard),
        }
    }

    fn of_the_case(&self, guard: Guard) -> bool {
        let facts = self.facts;
        match guard {
            Guard::Minimum => facts.minimum,
            Guard::Full => facts.full,
            Guard::Open => !facts.private,
            Guard::Private => facts.private,
            Guard::PapersThere => !facts.waits_for_papers(),
            Guard::PapersMissing => facts.waits_for_papers(),
            Guard::SimilarShown => facts.similar_explained,
            Guard::ListingComplete => facts.listing_complete,
            Guard::BecamePrivate => facts.must_become_private(),
            Guard::ReopenWindow => facts.reopen_open,
            Guard::ObjectionOpen => facts.objection_open,
            Guard::ModeOrUrgent => facts.mode || facts.urgent,
            Guard::Clean => self.clean(),
            Guard::CleanIfEnrolling => !self.enrols() || self.clean(),
            _ => facts.register != super::Register::NotListed || !facts.program_requires_register,
        }
    }

    fn of_the_hand(&self, guard: Guard) -> bool {
        let facts = self.facts;
        let role = self.role();
        let user = self.hand.user;
        let by = |person| user.is_some() && user == person;
        match guard {
            Guard::SuggestionByField => {
                facts.kind != CaseKind::Suggestion || role == Some(Role::Fs)
            }
            Guard::ReturnStage => role != Some(Role::Spv) || facts.state == CaseState::Submitted,
            Guard::AuthorOrStandIn => by(facts.author) || by(facts.stand_in),
            Guard::Own => by(facts.author),
            Guard::ClosingRight if role == Some(Role::Bop) => facts.kind == CaseKind::Question,
            Guard::ClosingRight => !facts.private,
            Guard::CloseAskedByUnit => role != Some(Role::Bo) || facts.private,
            Guard::Eyes => facts.ask.is_none_or(|(_, asker)| user.is_some() && user != Some(asker)),
            Guard::CloserOfUnit if role == Some(Role::Mj) => {
                !facts.at_puskesos() || !facts.active_kp
            }
            Guard::CloserOfUnit => facts.at_puskesos(),
            Guard::VillageTarget => {
                !matches!(role, Some(Role::Bop | Role::Kp)) || self.target_is(is_village_target)
            }
            Guard::UnableOrRecall => {
                let village =
                    facts.referral.as_ref().is_some_and(|one| is_village_target(&one.target));
                given(self.input.why.as_ref()) && (role == Some(Role::Mj) || village)
            }
            Guard::WithdrawAsked => role != Some(Role::Spv) || facts.withdraw_asked,
            Guard::NextLevel => self.next_level(),
            Guard::ProposedByHand => role.is_none() || facts.state == CaseState::Proposed,
            _ => self.behalf(),
        }
    }

    fn of_the_input(&self, guard: Guard) -> bool {
        let input = self.input;
        let text = |cell: &Option<String>| given(cell.as_ref());
        match guard {
            Guard::Answer => {
                let better = self.facts.state == CaseState::Resolved;
                text(&input.text) || (self.facts.answered && !better)
            }
            Guard::Why => text(&input.why),
            Guard::Note => text(&input.note),
            Guard::FieldNotes => input.fields.as_ref().is_some_and(|fields| {
                !fields.is_empty() && fields.iter().all(|one| given(Some(&one.note)))
            }),
            Guard::UnitReady => self.unit_ready(),
            Guard::Outcome => self.outcome().is_some_and(|one| one.fits(self.facts.kind)),
            Guard::Enrolment => {
                self.facts.kind != CaseKind::Need || (text(&input.program) && text(&input.proof))
            }
            Guard::AsksClose => self.asks(Ask::Close),
            Guard::AsksRefer => self.asks(Ask::Refer),
            Guard::Draft => self.target_is(is_target) && text(&input.letter),
            Guard::Target => self.target_is(is_target) && self.level().is_some(),
            Guard::OtherTarget => self.other_target(),
            Guard::Reason => self.reason().is_some() && text(&input.sentence),
            Guard::RefusingReason => self.reason().is_some_and(Reason::refuses),
            Guard::OwnDate => self.own_date(),
            Guard::Question => {
                let fields = input.keys.as_ref().is_some_and(|keys| !keys.is_empty());
                text(&input.question) && fields
            }
            Guard::Reply => text(&input.text) && self.facts.data_request_open,
            Guard::Delivery => text(&input.date) && text(&input.program) && text(&input.proof),
            Guard::WithdrawReason => {
                let reasons = crate::list::find("withdraw");
                let reason = input.reason.as_deref().zip(reasons);
                reason.is_some_and(|(reason, list)| list.code(reason).is_some())
            }
            Guard::Survivor => text(&input.survivor),
            Guard::Objection => text(&input.text),
            Guard::Reclassified => self.reclassified(),
            _ => self.of_the_papers(guard),
        }
    }

    /// What a listing's outside steps hand in.
    fn of_the_papers(&self, guard: Guard) -> bool {
        let input = self.input;
        let text = |cell: &Option<String>| given(cell.as_ref());
        match guard {
            Guard::Minutes => text(&input.date) && text(&input.number) && text(&input.proof),
            Guard::Verification => text(&input.date) && text(&input.result),
            Guard::RegentLetter => text(&input.letter),
            _ => false,
        }
    }

    /// Returns the role whose rights count: the province's coordinator stands in for the manager.
    fn role(&self) -> Option<Role> {
        let province = self.facts.held_by_province && self.hand.role == Some(Role::Kprov);
        if province { Some(Role::Mj) } else { self.hand.role }
    }

    fn clean(&self) -> bool {
        self.facts.conflicts.is_empty() && !self.facts.pair_undecided
    }

    fn enrols(&self) -> bool {
        self.facts.kind == CaseKind::Need || self.outcome().is_some_and(Outcome::enrols)
    }

    fn outcome(&self) -> Option<Outcome> {
        self.input.outcome.as_deref().and_then(Outcome::from_key)
    }

    fn reason(&self) -> Option<&'static Reason> {
        self.input.reason.as_deref().and_then(Reason::find)
    }

    fn level(&self) -> Option<Level> {
        self.input.level.as_deref().and_then(Level::from_key)
    }

    fn target_is(&self, test: fn(&str) -> bool) -> bool {
        self.input.target.as_deref().is_some_and(test)
    }

    fn asks(&self, ask: Ask) -> bool {
        self.facts.ask.is_some_and(|(asked, _)| asked == ask)
    }

    /// A date of the target's own, at most sixty working days away; dates compare as text.
    fn own_date(&self) -> bool {
        let bounds = self.facts.own_dates.as_ref();
        self.input.date.as_ref().is_some_and(|date| {
            let named = given(Some(date));
            let is_day = || date.parse::<jiff::civil::Date>().is_ok();
            named && bounds.is_none_or(|(from, to)| (from..=to).contains(&date) && is_day())
        })
    }

    fn unit_ready(&self) -> bool {
        let unit = self.input.unit.as_deref().and_then(|unit| unit.parse().ok());
        match unit {
            Some(Unit::Slrt) => !self.facts.private || self.input.handler.is_some(),
            Some(Unit::Puskesos(_)) => {
                self.facts.active_bop && (!self.facts.private || self.input.handler.is_some())
            }
            Some(Unit::Province(_)) | None => false,
        }
    }

    fn other_target(&self) -> bool {
        self.facts.referral.as_ref().is_none_or(|last| {
            self.input.program != last.program
                || self.level().is_some_and(|level| level != last.level)
        })
    }

    fn next_level(&self) -> bool {
        let level = self.facts.referral.as_ref().map(|referral| referral.level);
        match self.hand.role {
            Some(Role::Mj) => level == Some(Level::Kab),
            Some(Role::Kprov) => level == Some(Level::Prov),
            // From the national secretariat it goes to the ministry that owns the program.
            Some(Role::Seknas) => {
                let at_owner = self.facts.referral.as_ref().is_some_and(|one| one.at_owner);
                level == Some(Level::National) && !at_owner
            }
            _ => false,
        }
    }

    fn behalf(&self) -> bool {
        let login = self.facts.referral.as_ref().is_some_and(|referral| referral.login);
        if self.hand.role == Some(Role::Pp) {
            return login;
        }
        !login && self.input.behalf.as_ref().is_some_and(super::Behalf::is_complete)
    }

    fn reclassified(&self) -> bool {
        let kind = self.input.kind.as_deref().map_or(Some(self.facts.kind), CaseKind::from_key);
        let subcat = self.input.subcat.as_ref().or(self.facts.subcat.as_ref());
        let subcat = subcat.and_then(|subcat| Subcat::find(subcat));
        kind.zip(subcat).is_some_and(|(kind, subcat)| {
            let fits = self.facts.state.kinds().has(kind) && subcat.kinds.has(kind);
            // What makes a case private takes it into a private scope first (T25).
            !kind.is_listing() && fits && (!subcat.private || self.facts.private)
        })
    }
}

const fn code_of(guard: Guard) -> RefusalCode {
    match guard {
        Guard::SuggestionByField
        | Guard::ReturnStage
        | Guard::AuthorOrStandIn
        | Guard::Own
        | Guard::ClosingRight
        | Guard::CloseAskedByUnit
        | Guard::Eyes
        | Guard::CloserOfUnit
        | Guard::VillageTarget
        | Guard::Open
        | Guard::Private
        | Guard::WithdrawAsked => RefusalCode::NotAllowed,
        Guard::ReopenWindow => RefusalCode::Late,
        Guard::AsksClose | Guard::AsksRefer | Guard::ProposedByHand => RefusalCode::Illegal,
        _ => RefusalCode::Missing,
    }
}
