//! The only place of this package that asks the clock.

use std::time::Instant;

/// Runs something and returns what it gave with the seconds it took.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
pub fn seconds<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

/// Returns the seconds that this process has had a core, all its threads together.
pub fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in brackets may hold anything: what follows it is counted.
    let after = text.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place).and_then(|text| text.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / TICKS
}

/// Ticks of a second in `/proc`, on every Linux of the last decades.
const TICKS: f64 = 100.0;

/// Returns the time that half of all stay below, in milliseconds.
pub fn median_ms(mut times_s: Vec<f64>) -> f64 {
    times_s.sort_by(f64::total_cmp);
    times_s.get(times_s.len() / 2).copied().unwrap_or(0.0) * 1000.0
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
