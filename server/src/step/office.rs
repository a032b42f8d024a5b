//! Which office takes a step: that which holds the case, or that of the referral's level.

use jangkau_domain::case::{CaseState, Unit};
use jangkau_domain::referral::Level;
use jangkau_domain::role::Role;
use jangkau_domain::step::StepId;

use super::actor::{self, Thing};
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;

/// Tells whether a role's office is the one whose step this is.
pub(super) fn may(
    work: &Work<'_>,
    role: Role,
    step: StepId,
    thing: &Thing<'_>,
) -> Result<bool, IngestError> {
    let Some(case) = thing.case else { return Ok(true) };
    if !holds(case, role, step) {
        return Ok(false);
    }
    match thing.referral {
        Some(referral) if answers(step) && referral.state.is_open() => {
            on_behalf(work, role, referral.level, thing.desa)
        }
        _ => Ok(true),
    }
}

/// What an office holds its own people handle; others are asked, they do not take it.
fn holds(case: &CaseRow, role: Role, step: StepId) -> bool {
    use StepId::{T11, T11a, T11b, T12, T13, T13b, T14, T17};
    let asked = match case.state {
        CaseState::WithBackOffice => matches!(step, T11 | T11a | T12 | T14 | T17),
        CaseState::AwaitingApproval => matches!(step, T11b | T13 | T13b),
        _ => false,
    };
    let at_puskesos = matches!(case.unit, Some(Unit::Puskesos(_)));
    match role {
        Role::Bop | Role::Kp if asked => at_puskesos,
        Role::Bo if asked => !at_puskesos,
        _ => true,
    }
}

const fn answers(step: StepId) -> bool {
    use StepId::{T16, T16f, T16r, T19, T19n};
    matches!(step, T16 | T16r | T16f | T19 | T19n)
}

/// The office of the level types in the answer of a target without a login: the Puskesos for the
/// village, the secretariat for the kabupaten, the coordinators above; where a level has nobody,
/// the secretariat.
fn on_behalf(
    work: &Work<'_>,
    role: Role,
    level: Level,
    desa: Option<&str>,
) -> Result<bool, IngestError> {
    let own = match level {
        Level::Village => Role::Bop,
        Level::Kab => Role::Mj,
        Level::Prov => Role::Kprov,
        Level::National => Role::Seknas,
    };
    Ok(match role {
        Role::Mj | Role::Bo => level == Level::Kab || !actor::exists(work, own, desa)?,
        Role::Bop => level == Level::Village,
        _ => true,
    })
}
