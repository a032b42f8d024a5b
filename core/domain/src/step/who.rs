//! Who may take a step: roles, or the system itself.

use crate::UserId;
use crate::role::{Role, Roles};

/// The cell "who" of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// The roles.
    pub roles: Roles,
    /// Whether the system takes it by itself.
    pub system: bool,
}

impl Who {
    /// Reads a cell such as `fs fop` or `mj system`.
    pub const fn of(words: &str) -> Self {
        let text = words.as_bytes();
        if ends_with(text, b"system") && text.len() == 6 {
            return Self { roles: Roles::NONE, system: true };
        }
        if ends_with(text, b" system") {
            let (roles, _) = words.split_at(text.len() - 7);
            return Self { roles: Roles::of(roles), system: true };
        }
        Self { roles: Roles::of(words), system: false }
    }

    /// Tells whether this hand may.
    pub const fn has(self, hand: Hand) -> bool {
        match hand.role {
            Some(role) => self.roles.has(role),
            None => self.system,
        }
    }

    /// Returns the cell as the tables write it.
    pub fn words(self) -> String {
        let mut words: Vec<_> = self.roles.iter().map(Role::key).collect();
        if self.system {
            words.push("system");
        }
        words.join(" ")
    }
}

const fn ends_with(text: &[u8], tail: &[u8]) -> bool {
    if text.len() < tail.len() {
        return false;
    }
    let mut at = 0;
    while at < tail.len() {
        if text[text.len() - tail.len() + at] != tail[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The hand that takes a step: a person in one of their roles, or the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The person; none for the system.
    pub user: Option<UserId>,
    /// The role; none for the system.
    pub role: Option<Role>,
}

impl Hand {
    /// The system.
    pub const SYSTEM: Self = Self { user: None, role: None };

    /// Returns the hand of a person in a role.
    pub const fn of(user: UserId, role: Role) -> Self {
        Self { user: Some(user), role: Some(role) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_a_cell() {
        for words in ["fs fop bop", "mj system", "system", "mj"] {
            assert_eq!(Who::of(words).words(), words);
        }
        assert!(Who::of("mj system").has(Hand::SYSTEM));
        assert!(!Who::of("mj").has(Hand::SYSTEM));
        assert!(Who::of("mj").has(Hand::of(UserId(1), Role::Mj)));
    }
}
