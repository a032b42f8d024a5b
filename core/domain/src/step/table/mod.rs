//! Every step of a case, in the order of its life.

mod end;
mod intake;
mod listing;
mod office;
mod referral;
mod review;

#[cfg(test)]
mod agreed;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod rules;

use super::{Step, StepId};

const SIZE: usize = intake::STEPS.len()
    + review::STEPS.len()
    + office::STEPS.len()
    + referral::STEPS.len()
    + end::STEPS.len()
    + listing::STEPS.len();

/// The table of a case's steps (Guideline IV.C, III.D.2; listings IV.B).
pub const TABLE: &[Step] = &JOINED;

const JOINED: [Step; SIZE] = {
    let parts: [&[Step]; 6] = [
        &intake::STEPS,
        &review::STEPS,
        &office::STEPS,
        &referral::STEPS,
        &end::STEPS,
        &listing::STEPS,
    ];
    let mut joined = [intake::STEPS[0]; SIZE];
    let mut at = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut row = 0;
        while row < parts[part].len() {
            joined[at] = parts[part][row];
            at += 1;
            row += 1;
        }
        part += 1;
    }
    joined
};

/// Returns a step's row; none for a step of something else than a case.
pub fn of(id: StepId) -> Option<&'static Step> {
    TABLE.iter().find(|step| step.id == id)
}
