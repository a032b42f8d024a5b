//! Rows for one worker or one tablet.

use jangkau_domain::{ScopeId, UserId};
use minicbor::{Decode, Encode};

/// The worker's account as the office keeps it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Account {
    /// The account.
    #[n(0)]
    pub user: UserId,
    /// The worker's roles, as keys of the role table.
    #[n(1)]
    pub roles: Vec<String>,
    /// The codes of the desa that the worker serves.
    #[n(2)]
    pub desa: Vec<String>,
    /// Who takes the worker's returned items over.
    #[n(3)]
    pub replacement: Option<UserId>,
    /// The worker's name.
    #[n(4)]
    pub name: Option<String>,
    /// When it was closed, seconds since 1970 UTC.
    #[n(5)]
    pub closed: Option<i64>,
}

/// Until when the tablet may work without having been in touch.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Lease {
    /// Seconds since 1970 UTC.
    #[n(0)]
    pub until: i64,
    /// The scopes that the tablet may hold.
    #[n(1)]
    pub scopes: Vec<ScopeId>,
    /// The scopes' keys, sealed to the device.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub wrapped_keys: Option<Vec<u8>>,
}
