//! How the person signed in stands to a thing; what follows from it the policy alone decides.

use jangkau_domain::UserId;
use jangkau_domain::policy::{self, Capability, Denied, Purpose, Relation, Scope};
use jangkau_domain::role::Role;
use jangkau_domain::step::StepId;

use super::session::SignedIn;

/// What a right is asked for.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    /// Ten digits of the desa where it lies.
    pub desa: Option<String>,
    /// Whether it stands in a private scope.
    pub private: bool,
    /// Who recorded it.
    pub author: Option<UserId>,
    /// The named handler of a private case.
    pub handler: Option<UserId>,
    /// Whether a field of it waits for an admin.
    pub in_question: bool,
    /// The person's roles to which a referral of the case is routed.
    pub routed: Vec<Role>,
}

/// The person signed in, with every role that they hold.
pub struct Viewer {
    /// Who.
    pub user: UserId,
    grants: Vec<(Role, String)>,
}

impl Viewer {
    /// Reads the roles of a login.
    pub fn of(signed: &SignedIn) -> Self {
        let grants = signed.roles().map(|(role, wilayah)| (role, wilayah.to_owned())).collect();
        Self { user: signed.user.id, grants }
    }

    /// Returns the roles with the part of the wilayah each reaches.
    pub fn grants(&self) -> &[(Role, String)] {
        &self.grants
    }

    /// Says whether any role of the person allows something for a thing.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why the role that came closest does not.
    pub fn may(
        &self,
        capability: Capability,
        thing: &Thing,
        purpose: Option<Purpose>,
    ) -> Result<Scope, Denied> {
        self.any(|role, relation| policy::may(role, capability, relation, purpose), thing)
    }

    /// Says whether the person may open a record: the right differs for private ones.
    ///
    /// # Errors
    ///
    /// As [`Viewer::may`].
    pub fn may_open(&self, capability: Capability, thing: &Thing) -> Result<Scope, Denied> {
        let needed = if thing.private { Capability::PrivateCases } else { capability };
        self.may(needed, thing, None)
    }

    /// Returns the roles in which the person may take a step for a thing.
    pub fn roles_for(&self, step: StepId, thing: &Thing) -> Vec<Role> {
        let allowed = |(role, wilayah): &(Role, String)| {
            let relation = relation(*role, wilayah, self.user, thing);
            policy::may_step(*role, step, &relation, false).is_ok().then_some(*role)
        };
        self.grants.iter().filter_map(allowed).collect()
    }

    /// Returns the areas in which lists may show a person something, as prefixes of desa codes.
    pub fn areas(&self, capability: Capability) -> Vec<String> {
        let reaches = |(role, wilayah): &(Role, String)| {
            let all =
                Relation { desa: true, kecamatan: true, kabupaten: true, ..Relation::default() };
            policy::may(*role, capability, &all, None).is_ok().then(|| wilayah.clone())
        };
        let mut areas: Vec<String> = self.grants.iter().filter_map(reaches).collect();
        areas.sort();
        areas.dedup();
        areas
    }

    fn any(
        &self,
        ask: impl Fn(Role, &Relation) -> Result<Scope, Denied>,
        thing: &Thing,
    ) -> Result<Scope, Denied> {
        let mut closest = Denied::NotYours;
        for (role, wilayah) in &self.grants {
            match ask(*role, &relation(*role, wilayah, self.user, thing)) {
                Ok(scope) => return Ok(scope),
                Err(Denied::NotYours) => {}
                Err(nearer) => closest = nearer,
            }
        }
        Err(closest)
    }
}

/// Returns how a person in one role stands to a thing.
fn relation(role: Role, wilayah: &str, user: UserId, thing: &Thing) -> Relation {
    let inside = thing.desa.as_ref().is_some_and(|desa| desa.starts_with(wilayah));
    let own = thing.author == Some(user);
    Relation {
        own,
        desa: inside,
        kecamatan: inside && wilayah.len() <= 6,
        kabupaten: inside && wilayah.len() <= 4,
        province: inside && wilayah.len() <= 2,
        area: inside,
        routed: inside && thing.routed.contains(&role),
        handler: thing.handler == Some(user),
        in_question: thing.in_question && inside && role == Role::AdmKab,
        barred: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn viewer(role: Role, wilayah: &str) -> Viewer {
        Viewer { user: UserId(7), grants: vec![(role, wilayah.to_owned())] }
    }

    fn in_desa(private: bool) -> Thing {
        Thing { desa: Some("9901012001".to_owned()), private, ..Thing::default() }
    }

    #[rstest]
    #[case::own_kecamatan(Role::Spv, "990101", false, true)]
    #[case::other_kecamatan(Role::Spv, "990102", false, false)]
    #[case::supervisor_sees_nothing_private(Role::Spv, "990101", true, false)]
    #[case::manager(Role::Mj, "9901", true, true)]
    #[case::manager_elsewhere(Role::Mj, "9902", false, false)]
    #[case::own_desa(Role::Fop, "9901012001", false, true)]
    #[case::other_desa(Role::Fop, "9901012002", false, false)]
    #[case::admin_without_a_question(Role::AdmKab, "9901", false, false)]
    #[case::technical_help(Role::Ta, "9901", false, false)]
    fn opens_only_what_the_role_reaches(
        #[case] role: Role,
        #[case] wilayah: &str,
        #[case] private: bool,
        #[case] opens: bool,
    ) {
        let answer = viewer(role, wilayah).may_open(Capability::Cases, &in_desa(private));
        assert_eq!(answer.is_ok(), opens);
    }

    #[test]
    fn the_author_of_a_private_case_opens_it() {
        let thing = Thing { author: Some(UserId(7)), ..in_desa(true) };
        assert!(viewer(Role::Fop, "9901012001").may_open(Capability::Cases, &thing).is_ok());
    }
}
