//! Seeds that are printed when a run fails, and counts that can be raised from outside.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Raises every count: `JANGKAU_ORACLE_TIMES=100 cargo test -p jangkau-sync`.
const TIMES: &str = "JANGKAU_ORACLE_TIMES";

/// Runs only one seed, the one that a failed run has printed.
const ONLY: &str = "JANGKAU_ORACLE_SEED";

/// Runs a property for so many seeds on both cores.
pub fn each_seed(count: u64, property: impl Fn(u64, &mut ChaCha8Rng) + Sync) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    if let Some(seed) = number(ONLY) {
        return property(seed, &mut ChaCha8Rng::seed_from_u64(seed));
    }
    let count = count * number(TIMES).unwrap_or(1);
    let half = |first: u64| {
        for seed in (first..count).step_by(2) {
            let run = || property(seed, &mut ChaCha8Rng::seed_from_u64(seed));
            if let Err(panic) = catch_unwind(AssertUnwindSafe(run)) {
                eprintln!("failed with {ONLY}={seed}");
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
