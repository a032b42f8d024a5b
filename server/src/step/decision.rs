//! What a person decided on a page, or the clock made due, as it stands in the log.

use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, Ulid, Value};
use jangkau_sync::row::Chosen;
use minicbor::{Decode, Encode};

use super::matter::Matter;

/// A decision: a step, in whose role, on what, with what was typed.
///
/// It has no `Debug`: notes and values are a citizen's data.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Decision {
    #[n(0)]
    step: String,
    #[n(1)]
    role: Option<String>,
    /// The case, or the document in conflict.
    #[n(2)]
    pub doc: Option<DocId>,
    /// The visit.
    #[n(3)]
    pub visit: Option<Ulid>,
    /// The number of the case's state row, or the visit's round, that the page showed.
    #[n(4)]
    pub seen: Option<u64>,
    /// What was typed.
    #[n(5)]
    pub input: Input,
    /// The key in conflict.
    #[n(6)]
    pub key: Option<String>,
    /// The set of values that the page showed.
    #[n(7)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: Option<[u8; 32]>,
    /// The other document of a pair.
    #[n(8)]
    pub other: Option<DocId>,
    /// A queue row.
    #[n(9)]
    pub cause: Option<String>,
    /// The value that was chosen.
    #[n(10)]
    pub chosen: Option<Chosen>,
    /// What it brings beside the cases.
    #[n(11)]
    pub matter: Option<Matter>,
}

impl Decision {
    /// Begins a decision of a person in a role.
    pub fn new(step: StepId, role: Role) -> Self {
        Self { role: Some(role.key().to_owned()), ..Self::by_system(step) }
    }

    /// Begins what the clock made due.
    pub(crate) fn by_system(step: StepId) -> Self {
        Self {
            step: step.key().to_owned(),
            role: None,
            doc: None,
            visit: None,
            seen: None,
            input: Input::default(),
            key: None,
            hash: None,
            other: None,
            cause: None,
            chosen: None,
            matter: None,
        }
    }

    /// Begins what the clock made due for a queue row.
    pub(crate) fn by_system_on(step: StepId, cause: &str) -> Self {
        Self { cause: Some(cause.to_owned()), ..Self::by_system(step) }
    }

    /// A step beside the cases (E1, E2, A1).
    pub fn about(step: StepId, role: Role, matter: Matter, input: Input) -> Self {
        Self { matter: Some(matter), input, ..Self::new(step, role) }
    }

    /// A cross-check of a household (X1).
    pub fn cross_check(role: Role, household: DocId, matter: Matter, input: Input) -> Self {
        Self { doc: Some(household), ..Self::about(StepId::X1, role, matter, input) }
    }

    /// A question to the authors of clashing values (C4).
    pub fn look_again(role: Role, doc: DocId, key: &str, hash: [u8; 32], question: &str) -> Self {
        Self {
            doc: Some(doc),
            key: Some(key.to_owned()),
            hash: Some(hash),
            input: Input { question: Some(question.to_owned()), ..Input::default() },
            ..Self::new(StepId::C4, role)
        }
    }

    /// A decision on a held change (H2, H3), by its hash.
    pub fn on_held(step: StepId, role: Role, doc: DocId, hash: [u8; 32], input: Input) -> Self {
        Self { doc: Some(doc), hash: Some(hash), input, ..Self::new(step, role) }
    }

    /// The end of a quick case's completion (E3).
    pub fn on_quick(role: Role, case: DocId, input: Input) -> Self {
        Self { doc: Some(case), input, ..Self::new(StepId::E3, role) }
    }

    /// A step of a case, upon the state row that the page showed.
    pub fn on_case(step: StepId, role: Role, case: DocId, seen: u64, input: Input) -> Self {
        Self { doc: Some(case), seen: Some(seen), input, ..Self::new(step, role) }
    }

    /// The review of a visit (V2, V3), in the round that the page showed.
    pub fn on_visit(step: StepId, role: Role, visit: Ulid, round: u32, input: Input) -> Self {
        Self { visit: Some(visit), seen: Some(u64::from(round)), input, ..Self::new(step, role) }
    }

    /// The choice between clashing values (C2); the value itself is put as an edit beside it.
    pub fn on_conflict(
        role: Role,
        doc: DocId,
        key: &str,
        hash: [u8; 32],
        chosen: Value,
        why: &str,
    ) -> Self {
        Self {
            doc: Some(doc),
            key: Some(key.to_owned()),
            hash: Some(hash),
            chosen: Some(Chosen(chosen)),
            input: Input { why: Some(why.to_owned()), ..Input::default() },
            ..Self::new(StepId::C2, role)
        }
    }

    /// A mark or a verdict on a pair (D1, D2, D3, D4, D6).
    pub fn on_pair(step: StepId, role: Role, one: DocId, other: DocId, input: Input) -> Self {
        Self { doc: Some(one), other: Some(other), input, ..Self::new(step, role) }
    }

    /// A step on a queue row (P1, M1, O2, R2, R3, A2).
    pub fn on_row(step: StepId, role: Role, cause: &str, input: Input) -> Self {
        Self { cause: Some(cause.to_owned()), input, ..Self::new(step, role) }
    }

    /// Returns the step; none for a name that this program does not know.
    pub fn step(&self) -> Option<StepId> {
        StepId::from_key(&self.step)
    }

    /// Returns the role; none for the system.
    pub fn role(&self) -> Option<Role> {
        self.role.as_deref().and_then(Role::from_key)
    }

    /// Returns the bytes that stand in the log.
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes all bytes")
    }

    /// Reads the bytes that stand in the log.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }
}
