//! The only place of the tablet that asks for the time.

use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the time: the system's, or a fixed one for tests and pictures.
#[derive(Debug)]
pub struct Clock(AtomicI64);

impl Clock {
    /// Makes a clock that stands at `hint`, or follows the system where `hint` is 0.
    pub fn new(hint: i64) -> Self {
        Self(AtomicI64::new(hint))
    }

    /// Puts the clock to a time; 0 lets it follow the system again.
    pub fn set(&self, seconds: i64) {
        self.0.store(seconds, Ordering::Relaxed);
    }

    /// Returns seconds since 1970 UTC. The tablet's clock may be wrong: it orders nothing.
    pub fn now(&self) -> i64 {
        self.now_ms().div_euclid(1_000)
    }

    /// Returns milliseconds since 1970 UTC.
    pub fn now_ms(&self) -> i64 {
        match self.0.load(Ordering::Relaxed) {
            0 => system_ms(),
            fixed => fixed.saturating_mul(1_000),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the tablet's one clock")]
fn system_ms() -> i64 {
    match std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_still_where_it_was_put() {
        let clock = Clock::new(7);
        assert_eq!((clock.now(), clock.now_ms()), (7, 7_000));
        clock.set(9);
        assert_eq!(clock.now(), 9);
    }

    #[test]
    fn follows_the_system_otherwise() {
        let clock = Clock::new(7);
        clock.set(0);
        assert!(clock.now() > 1_750_000_000);
    }
}
