//! What a person decided on a page, or the clock made due, as it stands in the log.

use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, Ulid, Value};
use jangkau_sync::row::Chosen;
use minicbor::{Decode, Encode};

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
        }
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

    /// A verdict on a pair (D2, D3, D4, D6).
    pub fn on_pair(step: StepId, role: Role, one: DocId, other: DocId, input: Input) -> Self {
        Self { doc: Some(one), other: Some(other), input, ..Self::new(step, role) }
    }

    /// A step on a queue row (P1, M1, O2).
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
