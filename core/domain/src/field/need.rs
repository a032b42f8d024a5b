//! When a field must be there, and how filled.

use super::{Profile, When};

/// What a value must be to meet a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any value.
    Filled,
    /// A birth date to the day, or marked as estimated.
    DayOrEstimated,
    /// Spoken, thumb-printed or signed consent; in an emergency also a vital interest.
    Consented,
    /// A register status other than "not checked".
    Checked,
}

/// One demand: from this profile on, if the condition holds, the value must have the shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The profile that first asks it.
    pub profile: Profile,
    /// The condition.
    pub when: When,
    /// What the value must be.
    pub shape: Shape,
}

/// Every demand on a field; none means optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need(pub &'static [Demand]);

impl Need {
    /// Nothing is demanded.
    pub const OPTIONAL: Self = Self(&[]);

    /// Returns the first profile that demands the field under some condition.
    pub fn first(self) -> Option<Profile> {
        self.0.iter().map(|demand| demand.profile).min()
    }
}

/// Demands a value from a profile on.
pub(super) const fn from(profile: Profile) -> Demand {
    only(profile, When::Always)
}

/// Demands a value from a profile on, if a condition holds.
pub(super) const fn only(profile: Profile, when: When) -> Demand {
    Demand { profile, when, shape: Shape::Filled }
}

/// Demands a shape from a profile on.
pub(super) const fn shaped(profile: Profile, shape: Shape) -> Demand {
    Demand { profile, when: When::Always, shape }
}
