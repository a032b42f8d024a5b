//! The only place of this package that asks the clock.

use std::time::Instant;

/// Runs something and returns what it gave with the seconds it took.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
pub fn seconds<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

/// Returns the time that 95 of 100 stay below, in milliseconds.
pub fn p95_ms(mut times_s: Vec<f64>) -> f64 {
    times_s.sort_by(f64::total_cmp);
    let place = (times_s.len() * 95).div_ceil(100).saturating_sub(1);
    times_s.get(place).copied().unwrap_or(0.0) * 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_95th_of_a_hundred() {
        let times: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(p95_ms(times), 95_000.0);
        assert_eq!(p95_ms(Vec::new()), 0.0);
    }
}
