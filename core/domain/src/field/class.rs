//! What becomes of unequal values that two people recorded apart.

/// How a clash ends once equal values (after the type's normaliser) have collapsed.
///
/// Nothing is lost either way: the history shows every value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A person decides; the provisional winner is shown with a badge, steps that move money wait.
    Review,
    /// The winner that every replica computes.
    Last,
    /// All texts, joined.
    Both,
    /// Yes wins.
    Yes,
    /// No wins.
    No,
    /// The later entry of the list, the larger number, the later date.
    High,
    /// The earlier entry of the list, the smaller number, the earlier date.
    Low,
    /// The more precise.
    Fine,
    /// The side with the better source, then as `Last`.
    Best,
    /// An item that anybody holds is in the set.
    Set,
}
