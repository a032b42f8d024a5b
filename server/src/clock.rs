//! The only place of the server that asks for the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Tells the time: the machine's, or one that a test moves.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    Machine,
    /// Milliseconds since 1970 UTC.
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// Returns a clock that stands still at `unix_s` until [`Clock::advance`] moves it.
    pub fn held_at(unix_s: i64) -> Self {
        Self(Source::Held(Arc::new(AtomicI64::new(unix_s * 1000))))
    }

    /// Returns the seconds since 1970 UTC.
    pub fn now_s(&self) -> i64 {
        self.now_ms() / 1000
    }

    /// Returns the milliseconds since 1970 UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the server's clock")]
    pub fn now_ms(&self) -> i64 {
        match &self.0 {
            Source::Machine => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
            Source::Held(at) => at.load(Ordering::Relaxed),
        }
    }

    /// Moves a held clock; the machine's clock is left alone.
    pub fn advance(&self, seconds: i64) {
        if let Source::Held(at) = &self.0 {
            at.fetch_add(seconds * 1000, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_clock_moves_for_all_who_share_it() {
        let clock = Clock::held_at(1_752_460_500);
        let other = clock.clone();
        other.advance(90);
        assert_eq!(clock.now_s(), 1_752_460_590);
    }
}
