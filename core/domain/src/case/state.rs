//! The states of a case and of a listing; a state is decided by the server, never by a tablet.

use super::{CaseKind, Kinds, Unit, Word};
use crate::{Label, role::Role};

/// Says where a case stands (Guideline IV.C, III.D.2; listings: IV.B).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseState {
    /// The author still writes; in no queue and no count.
    Draft,
    /// Waits for the supervisor.
    Submitted,
    /// Came back to its author with a note per field.
    NeedsCorrection,
    /// Waits for NIK or KK.
    AwaitingPapers,
    /// An office's back office handles it.
    WithBackOffice,
    /// The manager decides.
    WithManager,
    /// Somebody asked to refer or to close.
    AwaitingApproval,
    /// A program owner was asked.
    Referred,
    /// The program owner looks further, until its own date.
    FurtherReview,
    /// The program agreed; that alone ends nothing.
    Approved,
    /// The program refused; the manager decides what next.
    RefusedByProgram,
    /// Ended with an outcome.
    Resolved,
    /// Ended without what was asked.
    Refused,
    /// Ended by the citizen's wish or as a wrong entry.
    Withdrawn,
    /// Counted as another case.
    Merged,
    /// A proposal for the register, as first noted.
    Prelisted,
    /// A proposal that came back to its author.
    PrelistReturned,
    /// The supervisor agreed.
    PrelistReviewed,
    /// Taken to the village meeting.
    VillageMeeting,
    /// Verified and validated outside (SIKS-NG).
    Verified,
    /// Proposed by the bupati or wali kota.
    Proposed,
    /// In the register.
    Registered,
    /// Not taken into the register.
    NotRegistered,
}

use CaseState::{
    Approved, AwaitingApproval, AwaitingPapers, Draft, FurtherReview, Merged, NeedsCorrection,
    NotRegistered, PrelistReturned, PrelistReviewed, Prelisted, Proposed, Referred, Refused,
    RefusedByProgram, Registered, Resolved, Submitted, Verified, VillageMeeting, WithBackOffice,
    WithManager, Withdrawn,
};

/// Q, S, G, N states that are neither an end nor a draft.
pub const OPEN: &[CaseState] = &[
    Submitted,
    NeedsCorrection,
    AwaitingPapers,
    WithBackOffice,
    WithManager,
    AwaitingApproval,
    Referred,
    FurtherReview,
    Approved,
    RefusedByProgram,
];

/// `OPEN` without its first three.
pub const DESK: &[CaseState] = &[
    WithBackOffice,
    WithManager,
    AwaitingApproval,
    Referred,
    FurtherReview,
    Approved,
    RefusedByProgram,
];

/// The open states of a listing.
pub const OPEN_L: &[CaseState] =
    &[Prelisted, PrelistReturned, PrelistReviewed, VillageMeeting, Verified, Proposed];

struct Row(CaseState, &'static str, Label, Kinds, Option<Word>, &'static str);

const fn row(
    state: CaseState,
    key: &'static str,
    id: &'static str,
    en: &'static str,
    kinds: &str,
    word: Option<Word>,
    held_by: &'static str,
) -> Row {
    Row(state, key, Label::new(id, en), Kinds::of(kinds), word, held_by)
}

const IN: Option<Word> = Some(Word::Received);
const GOING: Option<Word> = Some(Word::InProgress);
const DONE: Option<Word> = Some(Word::Done);
const NO: Option<Word> = Some(Word::Refused);

#[rustfmt::skip]
const ROWS: [Row; 23] = [
    row(Draft, "draft", "Draf", "Draft", "QSGNL", None, "author"),
    row(Submitted, "submitted", "Menunggu telaah Supervisor", "Waits for the supervisor", "QSGN", IN, "spv"),
    row(NeedsCorrection, "needs_correction", "Perlu diperbaiki", "Needs correction", "QSGN", IN, "author"),
    row(AwaitingPapers, "awaiting_papers", "Menunggu NIK/KK", "Waits for NIK/KK", "GN", IN, "fop fo"),
    row(WithBackOffice, "with_back_office", "Ditangani Back Office", "With the back office", "QGN", GOING, "unit"),
    row(WithManager, "with_manager", "Di Manajer", "With the manager", "QSGN", GOING, "mj"),
    row(AwaitingApproval, "awaiting_approval", "Menunggu persetujuan", "Waits for approval", "QGN", GOING, "unit"),
    row(Referred, "referred", "Dirujuk", "Referred", "GN", GOING, "target"),
    row(FurtherReview, "further_review", "Ditelaah lebih lanjut", "Looked at further", "GN", GOING, "target"),
    row(Approved, "approved", "Disetujui, menunggu realisasi", "Approved, waits for delivery", "GN", GOING, "target"),
    row(RefusedByProgram, "refused_by_program", "Ditolak pengelola program", "Refused by the program", "GN", GOING, "mj"),
    row(Resolved, "resolved", "Selesai", "Done", "QSGN", DONE, ""),
    row(Refused, "refused", "Ditolak", "Refused", "QGN", NO, ""),
    row(Withdrawn, "withdrawn", "Dibatalkan", "Withdrawn", "QSGNL", DONE, ""),
    row(Merged, "merged", "Digabung", "Merged", "QSGNL", None, ""),
    row(Prelisted, "prelisted", "Daftar awal", "First list", "L", IN, "spv"),
    row(PrelistReturned, "prelist_returned", "Dikembalikan", "Returned", "L", IN, "author"),
    row(PrelistReviewed, "prelist_reviewed", "Ditelaah Supervisor", "Seen by the supervisor", "L", GOING, "fop bop kp"),
    row(VillageMeeting, "village_meeting", "Dibawa ke musdes/muskel", "Taken to the village meeting", "L", GOING, "fo bo"),
    row(Verified, "verified", "Diverval (SIKS-NG)", "Verified (SIKS-NG)", "L", GOING, "fo bo"),
    row(Proposed, "proposed", "Diajukan bupati/wali kota", "Proposed by the regent", "L", GOING, "fo bo"),
    row(Registered, "registered", "Ditetapkan", "In the register", "L", DONE, ""),
    row(NotRegistered, "not_registered", "Tidak ditetapkan", "Not in the register", "L", NO, ""),
];

impl CaseState {
    /// Every state, in the order of a case's life.
    pub const ALL: [Self; 23] = {
        let mut all = [Draft; 23];
        let mut at = 0;
        while at < ROWS.len() {
            assert!(ROWS[at].0 as usize == at, "each row stands at its state");
            all[at] = ROWS[at].0;
            at += 1;
        }
        all
    };

    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        self.row().1
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Returns the words on a screen of an office; the citizen gets [`CaseState::word`].
    pub const fn label(self) -> Label {
        self.row().2
    }

    /// Returns the kinds of case that can stand here.
    pub const fn kinds(self) -> Kinds {
        self.row().3
    }

    /// Returns the citizen's word; none for a draft, and for a merged case the survivor's counts.
    pub const fn word(self) -> Option<Word> {
        self.row().4
    }

    /// Tells whether nothing more happens unless somebody reopens it.
    pub const fn is_end(self) -> bool {
        matches!(self, Resolved | Refused | Withdrawn | Merged | Registered | NotRegistered)
    }

    /// Tells whether somebody works on it: neither draft nor end.
    pub const fn is_open(self) -> bool {
        !self.is_end() && !matches!(self, Draft)
    }

    /// Tells whether only a listing stands here.
    pub const fn is_listing(self) -> bool {
        !self.kinds().has(CaseKind::Question)
            && !self.kinds().has(CaseKind::Grievance)
            && !self.kinds().has(CaseKind::Suggestion)
    }

    /// Returns the roles that hold a case here; none where its author or a referral's target does.
    pub fn held_by(self, unit: Option<&Unit>) -> Vec<Role> {
        let puskesos = matches!(unit, Some(Unit::Puskesos(_)));
        let prov = matches!(unit, Some(Unit::Province(_)));
        match (self, self.row().5) {
            (WithBackOffice, _) => vec![if puskesos { Role::Bop } else { Role::Bo }],
            (AwaitingApproval, _) => vec![if puskesos { Role::Kp } else { Role::Mj }],
            (WithManager, _) if prov => vec![Role::Kprov],
            (_, held) => held.split(' ').filter_map(Role::from_key).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_every_key() {
        for state in CaseState::ALL {
            assert_eq!(CaseState::from_key(state.key()), Some(state));
        }
    }

    #[test]
    fn groups_hold_just_the_open_states() {
        let listed = |state: &CaseState| OPEN.contains(state) || OPEN_L.contains(state);
        assert!(CaseState::ALL.iter().all(|state| state.is_open() == listed(state)));
        assert_eq!(&OPEN[3..], DESK);
        assert!(OPEN_L.iter().all(|state| state.is_listing()));
    }

    #[test]
    fn the_unit_says_who_holds_a_case_at_an_office() {
        let puskesos = Unit::Puskesos("9901012001".into());
        assert_eq!(WithBackOffice.held_by(Some(&puskesos)), [Role::Bop]);
        assert_eq!(WithBackOffice.held_by(Some(&Unit::Slrt)), [Role::Bo]);
        assert_eq!(AwaitingApproval.held_by(Some(&puskesos)), [Role::Kp]);
        assert_eq!(WithManager.held_by(Some(&Unit::Province("99".into()))), [Role::Kprov]);
        assert_eq!(AwaitingPapers.held_by(None), [Role::Fop, Role::Fo]);
        assert_eq!(Resolved.held_by(None), []);
    }
}
