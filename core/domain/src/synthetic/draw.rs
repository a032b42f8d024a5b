//! Drawing by chance from a seed: the same seed gives the same bytes on every machine.
//!
//! Only whole numbers are drawn, so no rounding of a processor can tell two machines apart.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// A stream of chance, named so that one part's draws never shift another's.
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// Opens the stream of a name under a seed.
    pub fn new(seed: u64, stream: &str) -> Self {
        // FNV-1a, written out: a hasher of the standard library may change.
        let hash = stream.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&hash.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// Returns a number below a limit; 0 for the limit 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(limit)) >> 32) as u32
    }

    /// Returns a number between two, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u32::try_from(high.saturating_sub(low)).unwrap_or(0);
        low + self.below(span + 1).cast_signed()
    }

    /// Returns whether something happens that happens so often in 10,000 times.
    pub fn happens(&mut self, in_ten_thousand: u32) -> bool {
        self.below(10_000) < in_ten_thousand
    }

    /// Returns one of several, each as likely.
    ///
    /// # Panics
    ///
    /// On an empty slice: the tables of this module hold at least one entry each.
    pub fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u32) as usize]
    }

    /// Returns one of several by their weights.
    ///
    /// # Panics
    ///
    /// On an empty slice: the tables of this module hold at least one entry each.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        items[items.len() - 1].0
    }

    /// Mixes the order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u32 + 1) as usize;
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Golden: a change here changes every synthetic record, and so the trained dictionary.
    #[test]
    fn the_stream_never_changes() {
        let mut draw = Draw::new(7, "9901012001");
        let drawn: Vec<_> = (0..6).map(|_| draw.below(1000)).collect();
        assert_eq!(drawn, [81, 660, 643, 277, 760, 63]);
        let mut other = Draw::new(7, "9901012002");
        let others: Vec<_> = (0..6).map(|_| other.below(1000)).collect();
        assert_ne!(drawn, others);
    }

    #[test]
    fn stays_within_its_limits() {
        let mut draw = Draw::new(1, "limits");
        assert_eq!(draw.below(0), 0);
        for _ in 0..1000 {
            assert!((-3..=4).contains(&draw.between(-3, 4)));
            assert_eq!(draw.weighted(&[("never", 0), ("always", 3)]), "always");
        }
        assert!(!draw.happens(0) && draw.happens(10_000));
    }

    #[test]
    fn shuffling_loses_nothing() {
        let mut items: Vec<_> = (0..50).collect();
        Draw::new(1, "shuffle").shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
