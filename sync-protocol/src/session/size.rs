//! How large the next frame shall be: what a link carries shows by trying.

use crate::limit;

/// Frames to succeed before a larger one is tried.
const SUCCESSES: u8 = 3;

/// Halves on failure, doubles after three successes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameSize {
    target: usize,
    successes: u8,
}

impl FrameSize {
    /// Starts in the middle.
    pub const fn new() -> Self {
        Self { target: limit::FRAME_TARGET, successes: 0 }
    }

    /// Returns the size to aim at, in bytes.
    pub const fn target(self) -> usize {
        self.target
    }

    /// Notes that a frame was answered.
    pub fn succeeded(&mut self) {
        self.successes += 1;
        if self.successes == SUCCESSES {
            self.successes = 0;
            self.target = (self.target * 2).min(limit::FRAME_TARGET_MAX);
        }
    }

    /// Notes that a frame got no answer, or was too large.
    pub fn failed(&mut self) {
        self.successes = 0;
        self.target = (self.target / 2).max(limit::FRAME_TARGET_MIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_at_once_and_grows_slowly() {
        let mut size = FrameSize::new();
        size.failed();
        assert_eq!(size.target(), 8 * 1024);
        (0..2).for_each(|_| size.succeeded());
        assert_eq!(size.target(), 8 * 1024);
        size.succeeded();
        assert_eq!(size.target(), 16 * 1024);
    }

    #[test]
    fn stays_between_its_limits() {
        let mut size = FrameSize::new();
        (0..20).for_each(|_| size.failed());
        assert_eq!(size.target(), limit::FRAME_TARGET_MIN);
        (0..60).for_each(|_| size.succeeded());
        assert_eq!(size.target(), limit::FRAME_TARGET_MAX);
    }
}
