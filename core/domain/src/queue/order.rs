//! Which queues a role sees on its rail, and in which order its day meets them.

use super::{Queue, of};
use crate::role::Role;
use Queue::{
    Agenda, Approval, BackOffice, Completion, Conflict, Correction, CrossCheck, DataRequest,
    Duplicate, Handover, Held, Inform, Listing, Manager, Overdue, Papers, Print, ProgramAnswer,
    Realisation, Report, Review,
};

/// Returns a role's queues in the order of its day; a role without queues gets none.
pub fn rail(role: Role) -> Vec<Queue> {
    let first = first_of_the_day(role);
    let rest = Queue::ALL.into_iter().filter(|queue| !first.contains(queue));
    first.iter().copied().chain(rest).filter(|queue| of(*queue).owner(role).is_some()).collect()
}

const fn first_of_the_day(role: Role) -> &'static [Queue] {
    match role {
        Role::Fs => &[Correction, Inform, DataRequest, CrossCheck, Papers, Completion, Held],
        Role::Spv => &[Review, Correction, Handover, CrossCheck, Held],
        Role::Mj => &[
            Manager,
            Approval,
            Overdue,
            ProgramAnswer,
            Realisation,
            BackOffice,
            Review,
            Agenda,
            Duplicate,
        ],
        Role::Fo | Role::Fop => &[Papers, Print, Inform, DataRequest, Correction, Listing],
        Role::Bo | Role::Bop => &[BackOffice, ProgramAnswer, Print, Inform, Correction, Listing],
        Role::Kp => &[Approval, Print, BackOffice, Listing, Report],
        Role::Pj => &[Print],
        Role::Pp => &[ProgramAnswer, Realisation],
        Role::Kprov => &[ProgramAnswer, Manager, Overdue, Report],
        Role::Seknas => &[ProgramAnswer, Overdue, Report],
        Role::AdmKab => &[Conflict, Duplicate, Held],
        Role::View | Role::Ta | Role::AdmPusat => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rail_holds_each_queue_of_the_role_once() {
        for role in Role::ALL {
            let rail = rail(role);
            let owned = Queue::ALL.iter().filter(|queue| of(**queue).owner(role).is_some()).count();
            assert_eq!(rail.len(), owned, "{}", role.key());
            assert!(first_of_the_day(role).iter().all(|queue| rail.contains(queue)), "{role:?}");
        }
        assert_eq!(rail(Role::Spv)[0], Review);
        assert_eq!(rail(Role::View), []);
    }
}
