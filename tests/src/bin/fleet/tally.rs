//! What the tablets have done, in figures.

use std::fmt;
use std::iter::Sum;

/// Counts of one tablet, or of all.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// Visits saved.
    pub visits: usize,
    /// Cases in them.
    pub cases: usize,
    /// Visits that another worker made to the same household, unknown to this one.
    pub beside: usize,
    /// Visits that the form did not let through as planned: they stay undone.
    pub left: usize,
    /// Changes that the server took.
    pub sent: usize,
    /// Changes that the server holds back.
    pub held: usize,
    /// Fields that hold unequal values.
    pub conflicts: usize,
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            visits: sum.visits + one.visits,
            cases: sum.cases + one.cases,
            beside: sum.beside + one.beside,
            left: sum.left + one.left,
            sent: sum.sent + one.sent,
            held: sum.held + one.held,
            conflicts: sum.conflicts + one.conflicts,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} visits, {} cases", self.visits, self.cases)?;
        for (count, what) in [
            (self.beside, "in pairs on one household"),
            (self.conflicts, "fields that clash"),
            (self.left, "visits left undone"),
            (self.sent, "changes sent"),
            (self.held, "changes held"),
        ] {
            if count > 0 {
                write!(f, ", {count} {what}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_only_what_there_is() {
        let one = Tally { visits: 2, cases: 1, ..Tally::default() };
        let two = Tally { visits: 3, beside: 1, sent: 9, ..Tally::default() };
        let all: Tally = [one, two].into_iter().sum();
        assert_eq!(
            all.to_string(),
            "5 visits, 1 cases, 1 in pairs on one household, 9 changes sent"
        );
    }
}
