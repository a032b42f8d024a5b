//! What a decision beside the cases is about: an emergency, an account, a cross-check.

use jangkau_domain::Ulid;
use minicbor::{Decode, Encode};

/// What a decision brings that no step of a case asks for.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub enum Matter {
    /// A mode of emergency is declared (E1).
    #[n(0)]
    Mode(#[n(0)] NewMode),
    /// One is ended (E2).
    #[n(1)]
    ModeOff(#[n(0)] Ulid),
    /// An account is proposed, made, or given other roles (A1).
    #[n(2)]
    Account(#[n(0)] NewAccount),
    /// One is ended (A1).
    #[n(3)]
    EndAccount(#[n(0)] EndAccount),
    /// A cross-check is given (X1); the household is the decision's document.
    #[n(4)]
    CrossCheck(#[n(0)] NewCheck),
}

/// A mode of emergency (Guideline IV.E).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NewMode {
    /// Undotted code of where it holds.
    #[n(0)]
    pub wilayah: String,
    /// Code of `list:emergency`.
    #[n(1)]
    pub kind: String,
    /// From when, seconds since 1970 UTC.
    #[n(2)]
    pub from_s: i64,
    /// Until when, seconds since 1970 UTC.
    #[n(3)]
    pub until_s: i64,
    /// What to know.
    #[n(4)]
    pub text: String,
}

/// An account as it is to be.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NewAccount {
    /// What the person types to log in.
    #[n(0)]
    pub login: String,
    /// The person's name.
    #[n(1)]
    pub name: String,
    /// Pairs of role and undotted code of its area.
    #[n(2)]
    pub grants: Vec<(String, String)>,
    /// Number of the decree; a proposal has none yet.
    #[n(3)]
    pub decree: Option<String>,
}

/// The end of an account.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EndAccount {
    /// Which.
    #[n(0)]
    pub user: u32,
    /// What became of the unsent data of its tablets: `came` or `given_up`; none without tablets.
    #[n(1)]
    pub unsent: Option<String>,
}

/// A cross-check (Guideline VI, figure 6).
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NewCheck {
    /// The facilitator of another desa who looks.
    #[n(0)]
    pub to: u32,
    /// The facilitator whose work is looked at.
    #[n(1)]
    pub about: Option<u32>,
}
