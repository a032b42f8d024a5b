//! Who hands something in, as the session knows it.

use jangkau_domain::role::Roles;
use jangkau_domain::{DeviceId, ScopeId, UserId};

/// A person on a tablet or a page, with what they may reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The account.
    pub user: UserId,
    /// The tablet; none for a page.
    pub device: Option<DeviceId>,
    /// What the person is trusted with.
    pub roles: Roles,
    /// The scopes that the person may write in.
    pub scopes: Vec<ScopeId>,
}
