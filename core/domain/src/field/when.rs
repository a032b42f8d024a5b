//! Conditions of needs, sections and questions, as data.

use crate::DocKind;

/// A condition over what is known of a visit, its citizen and the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Holds always.
    Always,
    /// Holds if the key has a value.
    Filled(DocKind, &'static str),
    /// Holds if the key has one of the values.
    Is(DocKind, &'static str, &'static [&'static str]),
    /// Holds if the yes-or-no key is yes.
    Yes(DocKind, &'static str),
    /// Holds if another attribute of the same program has one of the values.
    Beside(&'static str, &'static [&'static str]),
    /// Holds if the other condition does not.
    Not(&'static When),
    /// Holds if every condition does.
    All(&'static [When]),
    /// Holds if one of the conditions does.
    Any(&'static [When]),
    /// Holds if the person's age in years is known and between both, inclusive.
    Age(u16, u16),
    /// Holds if the person is under 18 or cannot do one of the nine things at all (Law 27/2022
    /// art. 25–26: a guardian consents).
    Guarded,
    /// Holds until the gate question "ada kesulitan?" was answered, that is: no grade recorded.
    DifficultyOpen,
    /// Holds if the form is the quick one of an emergency.
    Quick,
    /// Holds if the case lies or will lie in a private scope.
    Private,
    /// Holds if a person speaks for the citizen.
    OnBehalf,
    /// Holds if the catalogue requires an answer for this program here and today.
    Asked,
    /// Holds if the catalogue asks papers for the case's program.
    PapersAsked,
    /// Holds if the desa lists its hamlets.
    HamletsListed,
    /// Holds if the case, or else the visit, came in by one of the channels.
    Channel(&'static [&'static str]),
    /// Holds if the visit ended so.
    Outcome(&'static [&'static str]),
    /// Holds if the person has an open proposal for the register.
    HasListing,
}
