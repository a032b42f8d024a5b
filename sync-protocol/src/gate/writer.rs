//! Who offers a change, as the session knows it.

use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DeviceId, UserId};

/// Who offers a change, as the session knows it; the change itself only claims it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The account; none where the server itself writes.
    pub user: Option<UserId>,
    /// The tablet; none for a page.
    pub device: Option<DeviceId>,
    /// What the account is trusted with.
    pub roles: Roles,
    /// Whether the change carries out a decision that the server has just recorded; then it may
    /// put what only decisions put.
    pub decides: bool,
    /// Whether the server's own receipt covers this very change: it was let in before a restore,
    /// whoever wrote it, and is let in again.
    pub may_offer_others: bool,
}

impl Writer {
    /// A tablet that pushes what its user wrote.
    pub fn tablet(user: UserId, device: DeviceId, roles: Roles) -> Self {
        Self { user: Some(user), device: Some(device), ..Self::server(roles) }
    }

    /// A page on which a user edits.
    pub fn page(user: UserId, roles: Roles) -> Self {
        Self { user: Some(user), ..Self::server(roles) }
    }

    /// A change that carries out a decision, of a user or of the server itself.
    pub fn decision(user: Option<UserId>, roles: Roles) -> Self {
        Self { user, decides: true, ..Self::server(roles) }
    }

    fn server(roles: Roles) -> Self {
        Self { user: None, device: None, roles, decides: false, may_offer_others: false }
    }

    pub(super) fn any_role(&self, may: impl Fn(Role) -> bool) -> bool {
        self.roles.iter().any(may)
    }
}
