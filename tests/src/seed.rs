//! Seeds that are printed when a run fails, and counts that can be raised from outside.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use jangkau_domain::synthetic::Draw;

/// Raises every count: `JANGKAU_TIMES=100 cargo test -p jangkau-tests`.
const TIMES: &str = "JANGKAU_TIMES";

/// Runs only one seed, the one that a failed run has printed.
const ONLY: &str = "JANGKAU_SEED";

/// Runs a property for so many seeds on two threads; a failure prints its seed.
///
/// # Panics
///
/// Where the property fails, or an environment variable holds no number.
pub fn each(name: &str, count: u64, property: impl Fn(u64, &mut Draw) + Sync) {
    if let Some(seed) = number(ONLY) {
        return property(seed, &mut Draw::new(seed, name));
    }
    halves(name, count * times(), &property);
}

/// Runs a property for exactly so many cases, whatever the environment says.
///
/// # Panics
///
/// Where the property fails.
pub fn each_once(name: &str, count: u64, property: impl Fn(u64, &mut Draw) + Sync) {
    halves(name, count, &property);
}

/// Returns by how much a long run raises the counts.
pub fn times() -> u64 {
    number(TIMES).unwrap_or(1)
}

/// Reads a number from the environment.
///
/// # Panics
///
/// Where the variable holds something else.
pub fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is not a number")))
}

fn halves(name: &str, count: u64, property: &(impl Fn(u64, &mut Draw) + Sync)) {
    let half = |first: u64| {
        for seed in (first..count).step_by(2) {
            let run = || property(seed, &mut Draw::new(seed, name));
            if let Err(panic) = catch_unwind(AssertUnwindSafe(run)) {
                eprintln!("{name} failed with {ONLY}={seed}");
                resume_unwind(panic);
            }
        }
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        half(0);
        other.join().unwrap_or_else(|panic| resume_unwind(panic));
    });
}
