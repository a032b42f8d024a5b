//! Guessing passwords gets slower and slower, per account and per source; nobody is locked out for
//! ever by somebody else's guesses (ASVS 6.3.1).

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Tries before the first wait.
pub const FREE_TRIES: u32 = 5;
const FIRST_WAIT_S: i64 = 30;
const LONGEST_WAIT_S: i64 = 15 * 60;
/// Entries kept; beyond it the oldest go, so memory does not grow with the guesses.
const KEPT: usize = 10_000;

#[derive(Clone, Copy, Default)]
struct Tries {
    failed: u32,
    until: i64,
    seen: i64,
}

/// Counts failed logins in memory.
#[derive(Default)]
pub struct Throttle(Mutex<HashMap<String, Tries>>);

impl Throttle {
    /// Returns how many seconds to wait before the next try; zero for at once.
    pub fn wait_s(&self, login: &str, source: Option<IpAddr>, now_s: i64) -> i64 {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = |key: &String| known.get(key).map_or(0, |tries| (tries.until - now_s).max(0));
        keys(login, source).iter().map(wait).max().unwrap_or(0)
    }

    /// Notes a failed try and returns how many are left before a wait.
    pub fn failed(&self, login: &str, source: Option<IpAddr>, now_s: i64) -> u32 {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            forget_oldest(&mut known);
        }
        let mut left = FREE_TRIES;
        for key in keys(login, source) {
            let tries = known.entry(key).or_default();
            tries.failed += 1;
            tries.seen = now_s;
            if tries.failed >= FREE_TRIES {
                let doubled = FIRST_WAIT_S << (tries.failed - FREE_TRIES).min(8);
                tries.until = now_s + doubled.min(LONGEST_WAIT_S);
            }
            left = left.min(FREE_TRIES.saturating_sub(tries.failed));
        }
        left
    }

    /// Forgets the failed tries of an account that got in from this source.
    pub fn succeeded(&self, login: &str, source: Option<IpAddr>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys(login, source) {
            known.remove(&key);
        }
    }
}

/// The account from this source, and the source alone: the owner still gets in from elsewhere.
fn keys(login: &str, source: Option<IpAddr>) -> [String; 2] {
    let source = source.map_or_else(|| "-".to_owned(), |address| address.to_string());
    [format!("{source} {}", login.to_lowercase()), source]
}

fn forget_oldest(known: &mut HashMap<String, Tries>) {
    let mut seen: Vec<i64> = known.values().map(|tries| tries.seen).collect();
    seen.sort_unstable();
    let middle = seen[seen.len() / 2];
    known.retain(|_, tries| tries.seen > middle);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_and_the_owner_gets_in_from_elsewhere() {
        let throttle = Throttle::default();
        let thief = Some(IpAddr::from([10, 0, 0, 1]));
        for left in (0..FREE_TRIES).rev() {
            assert_eq!(throttle.wait_s("ratna", thief, 100), 0);
            assert_eq!(throttle.failed("Ratna", thief, 100), left);
        }
        assert_eq!(throttle.wait_s("ratna", thief, 100), FIRST_WAIT_S);
        throttle.failed("ratna", thief, 200);
        assert_eq!(throttle.wait_s("ratna", thief, 200), 2 * FIRST_WAIT_S);
        assert_eq!(throttle.wait_s("ratna", thief, 200 + 2 * FIRST_WAIT_S), 0);
        for second in 0..1_000 {
            throttle.failed("ratna", thief, second);
        }
        assert!(throttle.wait_s("ratna", thief, 999) <= LONGEST_WAIT_S);
        assert_eq!(throttle.wait_s("ratna", Some(IpAddr::from([10, 0, 0, 2])), 999), 0);
    }

    #[test]
    fn a_stolen_guess_list_does_not_fill_the_memory() {
        let throttle = Throttle::default();
        for guess in 0..30_000u32 {
            let source = IpAddr::from(guess.to_be_bytes());
            throttle.failed(&guess.to_string(), Some(source), i64::from(guess));
        }
        assert!(throttle.0.lock().expect("no panic held it").len() <= KEPT + 2);
    }
}
