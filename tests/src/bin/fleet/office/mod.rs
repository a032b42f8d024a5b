//! The offices of the demo: each role takes some steps through its own pages and leaves the rest
//! waiting, so that every queue has something to see.

mod cases;
mod person;
mod review;
mod steps;

use std::fmt;

use crate::invitation::{Demo, Login};
use person::Person;

/// What the offices did.
#[derive(Clone, Copy, Default)]
pub struct Done {
    /// Visits accepted.
    pub accepted: usize,
    /// Visits returned with a note.
    pub returned: usize,
    /// Steps of cases.
    pub steps: usize,
    /// Steps that were offered and refused, because something was missing.
    pub refused: usize,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { accepted, returned, steps, refused } = self;
        write!(f, "{accepted} visits accepted, {returned} returned, {steps} steps of cases")?;
        if *refused > 0 {
            write!(f, ", {refused} steps refused as they must be")?;
        }
        Ok(())
    }
}

/// Plays the week of the offices.
///
/// # Errors
/// Where a role of the demo has no login, or a page does not open.
pub fn play(demo: &Demo, server: &str) -> Result<Done, String> {
    let mut done = Done::default();
    let seat = |one: &Login| Person::enter(server, &one.login, &one.password);
    let enter = |role: &str| match demo.logins_of(role).next() {
        Some(login) => Ok(seat(login)),
        None => Err(format!("the demo has no login for {role}")),
    };
    review::play(&mut enter("spv")?, &mut done)?;
    let mut manager = enter("mj")?;
    cases::sort(&mut manager, &mut done)?;
    cases::handle(&mut enter("bo")?, steps::SECRETARIAT, &mut done)?;
    for puskesos in demo.logins_of("bop") {
        cases::handle(&mut seat(puskesos), steps::PUSKESOS, &mut done)?;
    }
    cases::approve(&mut manager, &mut done)?;
    cases::answer(&mut manager, &mut done)?;
    Ok(done)
}
