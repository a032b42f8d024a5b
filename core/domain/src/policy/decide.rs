//! The one function that decides.

use super::table::{TABLE, of};
use super::{Capability, Purpose, Relation, Scope};
use crate::role::Role;
use crate::step::StepId;

/// Why a right is not given; the person sees the same words for each but the missing purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The role has no such right, or it does not reach so far.
    #[error("the role's right does not reach this")]
    NotYours,
    /// The thing complains about the person's own unit.
    #[error("the complaint concerns the person's own unit")]
    Barred,
    /// A masked value opens only for a purpose.
    #[error("a purpose has to be named first")]
    PurposeMissing,
}

/// Decides whether a role that stands so to a thing may do this with it, and how far it reaches.
///
/// # Errors
/// Says why not; nothing outweighs a complaint about one's own unit.
pub fn may(
    role: Role,
    capability: Capability,
    relation: &Relation,
    purpose: Option<Purpose>,
) -> Result<Scope, Denied> {
    if relation.barred {
        return Err(Denied::Barred);
    }
    let scope = of(capability).scope(role).filter(|scope| scope.covers(relation));
    let scope = scope.ok_or(Denied::NotYours)?;
    if capability == Capability::Unmask && purpose.is_none() {
        return Err(Denied::PurposeMissing);
    }
    Ok(scope)
}

/// Returns the capability that a step needs; none for steps that only the system takes.
pub fn capability_of(step: StepId) -> Option<Capability> {
    TABLE.iter().find(|row| row.steps.contains(&step)).map(|row| row.capability)
}

/// Decides whether a role may take a step on a thing.
///
/// Where the province's coordinator holds a private case against the secretariat, they have the
/// manager's steps for it, as its named handler.
///
/// # Errors
/// Says why not.
pub fn may_step(
    role: Role,
    step: StepId,
    relation: &Relation,
    held_by_province: bool,
) -> Result<Scope, Denied> {
    if relation.barred {
        return Err(Denied::Barred);
    }
    let capability = capability_of(step).ok_or(Denied::NotYours)?;
    if held_by_province && role == Role::Kprov && of(capability).scope(Role::Mj).is_some() {
        return if relation.handler { Ok(Scope::Handler) } else { Err(Denied::NotYours) };
    }
    may(role, capability, relation, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::{TABLE as STEPS, THINGS};
    use rstest::rstest;

    fn in_kab() -> Relation {
        Relation { kabupaten: true, ..Relation::default() }
    }

    #[rstest]
    #[case::own_desa(Role::Fs, Capability::People, Relation { desa: true, ..Relation::default() }, Ok(Scope::Desa))]
    #[case::other_desa(Role::Fs, Capability::People, in_kab(), Err(Denied::NotYours))]
    #[case::manager(Role::Mj, Capability::PrivateCases, in_kab(), Ok(Scope::Kabupaten))]
    #[case::supervisor_never(Role::Spv, Capability::PrivateCases, Relation { kecamatan: true, ..in_kab() }, Err(Denied::NotYours))]
    #[case::figures_only(Role::Ta, Capability::Cases, Relation { kabupaten: true, area: true, ..Relation::default() }, Err(Denied::NotYours))]
    #[case::own_unit(Role::Mj, Capability::PrivateCases, Relation { barred: true, ..in_kab() }, Err(Denied::Barred))]
    fn a_right_holds_only_within_its_scope(
        #[case] role: Role,
        #[case] capability: Capability,
        #[case] relation: Relation,
        #[case] answer: Result<Scope, Denied>,
    ) {
        assert_eq!(may(role, capability, &relation, None), answer);
    }

    #[test]
    fn a_number_opens_only_for_a_purpose() {
        let open = |purpose| may(Role::Mj, Capability::Unmask, &in_kab(), purpose);
        assert_eq!(open(None), Err(Denied::PurposeMissing));
        assert_eq!(open(Some(Purpose::Referral)), Ok(Scope::Kabupaten));
    }

    #[test]
    fn the_province_has_the_managers_steps_for_a_case_against_the_secretariat() {
        let handler = Relation { handler: true, ..Relation::default() };
        let may = |held| may_step(Role::Kprov, StepId::T21, &handler, held);
        assert_eq!(may(true), Ok(Scope::Handler));
        assert_eq!(may(false), Err(Denied::NotYours));
    }

    #[test]
    fn whoever_may_take_a_step_has_a_scope_for_it() {
        let steps = STEPS.iter().map(|step| (step.id, step.who));
        let things = THINGS.iter().map(|thing| (thing.id, thing.who));
        for (id, who) in steps.chain(things) {
            let Some(capability) = capability_of(id) else {
                assert!(who.roles.is_empty(), "{id} stands in no row of the role table");
                continue;
            };
            for role in who.roles.iter() {
                assert!(of(capability).scope(role).is_some(), "{role:?} has no scope for {id}");
            }
        }
    }
}
