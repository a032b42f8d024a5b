//! Whether a step may be taken now, and where it leads.

use super::guards::Look;
use super::{CaseFacts, Guard, Hand, Input, RefusalCode, Refused, Step, StepId, TABLE, To, of};
use crate::case::{CaseKind, CaseState};
use crate::role::Role;

/// Decides a step: the state that it leads to, or why it is refused.
///
/// # Errors
/// Names the first condition that does not hold: state, kind, role, then the guards in table order.
pub fn check(
    id: StepId,
    facts: &CaseFacts,
    input: &Input,
    hand: Hand,
) -> Result<CaseState, Refused> {
    let Some(step) = of(id) else {
        return Err(Refused::new(id, RefusalCode::Illegal, Guard::State));
    };
    if !step.starts_from(facts.state) {
        let code = if happened(step, facts) { RefusalCode::Repeated } else { RefusalCode::Illegal };
        return Err(Refused::new(id, code, Guard::State));
    }
    if !step.kinds.has(facts.kind) {
        return Err(Refused::new(id, RefusalCode::Illegal, Guard::Kind));
    }
    if !permitted(step, facts, hand) {
        return Err(Refused::new(id, RefusalCode::NotAllowed, Guard::Role));
    }
    let look = Look { facts, input, hand };
    for guard in step.guards {
        look.check(*guard).map_err(|failed| Refused {
            step: id,
            code: failed.0,
            guard: *guard,
            fields: failed.1,
        })?;
    }
    Ok(target(step, facts, hand))
}

/// Tells whether this hand takes such steps at all on such a case.
pub fn permitted(step: &Step, facts: &CaseFacts, hand: Hand) -> bool {
    if facts.held_by_province && facts.private {
        match hand.role {
            Some(Role::Mj | Role::Bo | Role::Fo) => return false,
            Some(Role::Kprov) if step.who.roles.has(Role::Mj) => return true,
            _ => {}
        }
    }
    step.who.has(hand)
}

/// Returns the steps that the table has from a state for a kind.
pub fn legal(state: CaseState, kind: CaseKind) -> impl Iterator<Item = &'static Step> {
    TABLE.iter().filter(move |step| step.starts_from(state) && step.kinds.has(kind))
}

/// Returns where a case goes once its papers are there: the way it came.
pub fn way_after_papers(from: CaseState, recorded_by: Option<Role>, own: bool) -> CaseState {
    let office = matches!(recorded_by, Some(Role::Fo | Role::Bo));
    match from {
        CaseState::Draft if office || own => CaseState::WithBackOffice,
        CaseState::WithBackOffice => CaseState::WithBackOffice,
        _ => CaseState::Submitted,
    }
}

fn target(step: &Step, facts: &CaseFacts, hand: Hand) -> CaseState {
    match step.to {
        To::One(state) => state,
        To::Same => facts.state,
        To::Earlier => facts.earlier.unwrap_or(CaseState::WithManager),
        To::Either(first, second) => {
            let takes_second = match step.id {
                StepId::T5 => facts.earlier == Some(second),
                StepId::T7 => facts.returned_from == Some(second),
                StepId::T14 => hand.role == Some(Role::Bo),
                _ => false,
            };
            if takes_second { second } else { first }
        }
    }
}

/// A step has happened when the case stands where it leads, or was there and went on by itself.
fn happened(step: &Step, facts: &CaseFacts) -> bool {
    match step.to {
        To::One(state) => state == facts.state,
        To::Either(one, other) => one == facts.state || other == facts.state,
        To::Same | To::Earlier => false,
    }
}
