//! A referral to a program owner: states, targets, levels (Guideline IV.C.1.c, IV.C.3(4)).

use crate::Label;

/// Says what became of a referral; one is open at a time, several stand in sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferralState {
    /// Went out.
    Sent,
    /// The target opened it.
    Read,
    /// The target looks further, until its own date.
    FurtherReview,
    /// The target agreed.
    Approved,
    /// The target said no, with a reason.
    Refused,
    /// Went on to the next level.
    PassedOn,
    /// Was taken back before an answer.
    Recalled,
    /// The citizen has it.
    Realised,
    /// Was agreed to and not delivered.
    NotRealised,
}

impl ReferralState {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Sent,
        Self::Read,
        Self::FurtherReview,
        Self::Approved,
        Self::Refused,
        Self::PassedOn,
        Self::Recalled,
        Self::Realised,
        Self::NotRealised,
    ];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Read => "read",
            Self::FurtherReview => "further_review",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::PassedOn => "passed_on",
            Self::Recalled => "recalled",
            Self::Realised => "realised",
            Self::NotRealised => "not_realised",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Sent => Label::new("Dikirim", "Sent"),
            Self::Read => Label::new("Dibaca", "Read"),
            Self::FurtherReview => Label::new("Ditelaah lebih lanjut", "Looked at further"),
            Self::Approved => Label::new("Disetujui", "Approved"),
            Self::Refused => Label::new("Ditolak", "Refused"),
            Self::PassedOn => Label::new("Diteruskan", "Passed on"),
            Self::Recalled => Label::new("Ditarik", "Recalled"),
            Self::Realised => Label::new("Direalisasikan", "Delivered"),
            Self::NotRealised => Label::new("Tidak terealisasi", "Not delivered"),
        }
    }

    /// Tells whether an answer is still waited for.
    pub const fn waits_for_answer(self) -> bool {
        matches!(self, Self::Sent | Self::Read | Self::FurtherReview)
    }

    /// Tells whether it is the open one of its case.
    pub const fn is_open(self) -> bool {
        self.waits_for_answer() || matches!(self, Self::Approved)
    }

    /// Tells whether one state may follow another.
    pub const fn leads_to(self, next: Self) -> bool {
        match next {
            Self::Sent => false,
            Self::Read => matches!(self, Self::Sent),
            Self::FurtherReview => matches!(self, Self::Sent | Self::Read),
            Self::Approved | Self::Refused | Self::PassedOn => self.waits_for_answer(),
            // A withdrawal or a merge may also take back one that was agreed to (T22m, T22g).
            Self::Recalled => self.is_open(),
            Self::Realised | Self::NotRealised => matches!(self, Self::Approved),
        }
    }
}

/// The level of a program owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Desa or kelurahan.
    Village,
    /// Kabupaten or kota.
    Kab,
    /// Province.
    Prov,
    /// The nation.
    National,
}

impl Level {
    /// Every level, from the village up.
    pub const ALL: [Self; 4] = [Self::Village, Self::Kab, Self::Prov, Self::National];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Village => "village",
            Self::Kab => "kab",
            Self::Prov => "prov",
            Self::National => "national",
        }
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    /// Returns where a referral for this level goes first: a national program is reached through
    /// the province (Guideline IV.C.1.c); a province without a coordinator is skipped, on record.
    pub const fn first_stop(self, province_has_coordinator: bool) -> Self {
        match self {
            Self::National if province_has_coordinator => Self::Prov,
            other => other,
        }
    }

    /// Returns the next level up.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Village => Some(Self::Kab),
            Self::Kab => Some(Self::Prov),
            Self::Prov => Some(Self::National),
            Self::National => None,
        }
    }
}

/// How a target is reached and answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerChannel {
    /// It has a login.
    Login,
    /// By letter; an office types the answer in, with the scan.
    Letter,
}

/// A body that a case can be referred to: key of the list, and whether it belongs to the village.
pub const TARGETS: [(&str, bool); 14] = [
    ("village_body", true),
    ("opd_kab", false),
    ("opd_prov", false),
    ("ministry", false),
    ("meeting", false),
    ("register", false),
    ("service", false),
    ("outside", false),
    ("religious", false),
    ("business", false),
    ("volunteer", false),
    ("ngo", false),
    ("women", false),
    ("psks", false),
];

/// Tells whether a key names a target at all.
pub fn is_target(key: &str) -> bool {
    TARGETS.iter().any(|(target, _)| *target == key)
}

/// Tells whether a coordinator of a Puskesos may refer there.
pub fn is_village_target(key: &str) -> bool {
    TARGETS.iter().any(|(target, village)| *target == key && *village)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReferralState::{Approved, FurtherReview, Read, Realised, Recalled, Refused, Sent};

    #[test]
    fn every_path_from_sent_ends_and_an_end_leads_nowhere() {
        for state in ReferralState::ALL {
            let follow =
                ReferralState::ALL.into_iter().filter(|next| state.leads_to(*next)).count();
            assert_eq!(follow == 0, !state.is_open(), "{}", state.key());
        }
        assert!(Sent.leads_to(Read) && Read.leads_to(FurtherReview));
        assert!(FurtherReview.leads_to(Approved) && FurtherReview.leads_to(Refused));
        assert!(Approved.leads_to(Realised) && Approved.leads_to(Recalled));
        assert!(!Refused.leads_to(Approved));
    }

    #[test]
    fn rule_13_a_national_referral_passes_the_province() {
        assert_eq!(Level::National.first_stop(true), Level::Prov);
        assert_eq!(Level::Prov.next(), Some(Level::National));
        assert_eq!(Level::National.first_stop(false), Level::National);
        assert_eq!(Level::Kab.first_stop(true), Level::Kab);
    }
}
