//! The names of the queues.

/// One of the 21 queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Queue {
    /// Visits and cases that the supervisor has not looked at.
    Review,
    /// What came back to its author.
    Correction,
    /// Cases that wait for NIK or KK.
    Papers,
    /// Cases that a back office handles.
    BackOffice,
    /// Cases that wait for the manager.
    Manager,
    /// Requests to refer or close.
    Approval,
    /// Referrals without an answer.
    ProgramAnswer,
    /// Approvals without delivery.
    Realisation,
    /// Citizens to be told.
    Inform,
    /// Questions about data.
    DataRequest,
    /// Meeting material.
    Agenda,
    /// Register proposals on their way outside.
    Listing,
    /// Quick cases to be completed.
    Completion,
    /// Letters to print and hand over.
    Print,
    /// Clashes of data.
    Conflict,
    /// Pairs that may be one.
    Duplicate,
    /// Changes that were not accepted.
    Held,
    /// A leaver's work.
    Handover,
    /// Cross-checks by another desa's facilitator.
    CrossCheck,
    /// Quarterly reports.
    Report,
    /// What is past its date.
    Overdue,
}

impl Queue {
    /// Every queue, in the order of the tables.
    pub const ALL: [Self; 21] = [
        Self::Review,
        Self::Correction,
        Self::Papers,
        Self::BackOffice,
        Self::Manager,
        Self::Approval,
        Self::ProgramAnswer,
        Self::Realisation,
        Self::Inform,
        Self::DataRequest,
        Self::Agenda,
        Self::Listing,
        Self::Completion,
        Self::Print,
        Self::Conflict,
        Self::Duplicate,
        Self::Held,
        Self::Handover,
        Self::CrossCheck,
        Self::Report,
        Self::Overdue,
    ];

    /// Returns the key in addresses and on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Correction => "correction",
            Self::Papers => "papers",
            Self::BackOffice => "back_office",
            Self::Manager => "manager",
            Self::Approval => "approval",
            Self::ProgramAnswer => "program_answer",
            Self::Realisation => "realisation",
            Self::Inform => "inform",
            Self::DataRequest => "data_request",
            Self::Agenda => "agenda",
            Self::Listing => "listing",
            Self::Completion => "completion",
            Self::Print => "print",
            Self::Conflict => "conflict",
            Self::Duplicate => "duplicate",
            Self::Held => "held",
            Self::Handover => "handover",
            Self::CrossCheck => "cross_check",
            Self::Report => "report",
            Self::Overdue => "overdue",
        }
    }

    /// Reads the key in addresses and on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.key() == key)
    }
}
