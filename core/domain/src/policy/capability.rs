//! What can be allowed or not: the rows of the role table.

/// One row of the role table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capability {
    /// Aggregates.
    Aggregates,
    /// Persons, households, participation.
    People,
    /// Cases that are not private.
    Cases,
    /// Private cases.
    PrivateCases,
    /// NIK and KK unmasked; asks for a purpose.
    Unmask,
    /// Specific data of UU 27/2022.
    SpecFields,
    /// Export of names and listings.
    Export,
    /// The audit record; for technical assistance the technical log only.
    Audit,
    /// To record, edit, submit, answer, tell, object.
    Record,
    /// To review, return, withdraw early, merge.
    Review,
    /// To lift papers, assign, refer, refuse, reopen.
    Manage,
    /// To handle, close, ask.
    Handle,
    /// To hand on.
    HandOn,
    /// To approve closing or referral; recall, pass up.
    Approve,
    /// To answer or deliver a referral, ask for data.
    AnswerReferral,
    /// To pass on a level.
    PassOn,
    /// To reclassify.
    Reclassify,
    /// To make private.
    MakePrivate,
    /// The village step of a listing.
    ListingVillage,
    /// Later steps of a listing.
    ListingLater,
    /// To sign and hand over letters.
    Letters,
    /// Conflicts, verdicts, held changes.
    Settle,
    /// Second verdict, undo; emergency mode.
    SecondVerdict,
    /// To mark a pair.
    MarkPair,
    /// To complete quick cases.
    CompleteQuick,
    /// To submit a report.
    SubmitReport,
    /// To accept or return a report.
    AcceptReport,
    /// To make and end an account.
    Accounts,
    /// To give work to another.
    GiveWork,
    /// To move a date.
    MoveDate,
    /// To give a cross-check, coach.
    Coach,
    /// To do a cross-check.
    CrossCheck,
    /// Catalogue, wilayah, calendar, imports.
    MasterData,
}

impl Capability {
    /// Every row, in table order.
    pub const ALL: [Self; 33] = [
        Self::Aggregates,
        Self::People,
        Self::Cases,
        Self::PrivateCases,
        Self::Unmask,
        Self::SpecFields,
        Self::Export,
        Self::Audit,
        Self::Record,
        Self::Review,
        Self::Manage,
        Self::Handle,
        Self::HandOn,
        Self::Approve,
        Self::AnswerReferral,
        Self::PassOn,
        Self::Reclassify,
        Self::MakePrivate,
        Self::ListingVillage,
        Self::ListingLater,
        Self::Letters,
        Self::Settle,
        Self::SecondVerdict,
        Self::MarkPair,
        Self::CompleteQuick,
        Self::SubmitReport,
        Self::AcceptReport,
        Self::Accounts,
        Self::GiveWork,
        Self::MoveDate,
        Self::Coach,
        Self::CrossCheck,
        Self::MasterData,
    ];
}
