//! How frequent names are: two people called Nurhayati prove little.

use std::collections::BTreeMap;

use crate::name::NameKey;

/// Full names with their bearers among about 285 million (counts published by Dukcapil).
const FREQUENT: &[(&str, f64)] = &[
    ("NURHAYATI", 254_922.0),
    ("SUTRISNO", 144_497.0),
    ("SLAMET", 115_354.0),
    ("MULYADI", 111_685.0),
    ("HERMAN", 101_990.0),
    ("SUPARDI", 93_202.0),
    ("ISMAIL", 89_732.0),
    ("SUPRIYANTO", 87_929.0),
    ("WAHYUDI", 85_502.0),
    ("JUNAIDI", 85_375.0),
    ("SUPARMAN", 84_749.0),
];

const PEOPLE: f64 = 285_000_000.0;

/// The share of a name that no table knows.
const UNKNOWN: f64 = 1e-4;

/// A share from which a name counts as one of the frequent hundred.
const TOP: f64 = 2.5e-4;

/// The shares of names, known or counted, by their sound.
#[derive(Clone, Debug)]
pub struct NameFrequency {
    shares: BTreeMap<String, f64>,
    unknown: f64,
}

impl Default for NameFrequency {
    /// Returns the published shares.
    fn default() -> Self {
        let share = |(name, bearers): &(&str, f64)| {
            (NameKey::read(name).phonetic().to_owned(), bearers / PEOPLE)
        };
        Self { shares: FREQUENT.iter().map(share).collect(), unknown: UNKNOWN }
    }
}

impl NameFrequency {
    /// Counts the names of the records at hand, on top of the published shares.
    ///
    /// A name's share is the larger of both: a small sample never makes a frequent name rare.
    pub fn counted<'a>(names: impl IntoIterator<Item = &'a NameKey>) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let mut total = 0u32;
        for name in names {
            *counts.entry(name.phonetic()).or_default() += 1;
            total = total.saturating_add(1);
        }
        let mut frequency = Self::default();
        for (sound, count) in counts.into_iter().filter(|(_, count)| *count > 1) {
            let share = f64::from(count) / f64::from(total.max(1));
            let known = frequency.shares.entry(sound.to_owned()).or_insert(frequency.unknown);
            *known = known.max(share);
        }
        frequency
    }

    /// Returns the share of people who bear a name, between 0 and 1.
    pub fn share(&self, name: &NameKey) -> f64 {
        self.shares.get(name.phonetic()).copied().unwrap_or(self.unknown)
    }

    /// Returns whether it is one of the hundred most frequent names.
    pub fn is_top(&self, name: &NameKey) -> bool {
        self.share(name) >= TOP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_published_names_however_written() {
        let frequency = NameFrequency::default();
        assert!(frequency.is_top(&NameKey::read("Nur Hayati")));
        assert!(frequency.is_top(&NameKey::read("Selamet")));
        assert!(!frequency.is_top(&NameKey::read("Kenzo Alfarizqi")));
    }

    #[test]
    fn counting_never_makes_a_name_rarer() {
        let names = ["Nurhayati", "Ani Lestari", "Ani Lestari", "Budi"].map(NameKey::read);
        let frequency = NameFrequency::counted(&names);
        assert!(frequency.share(&NameKey::read("Nurhayati")) > 8e-4);
        assert!((frequency.share(&NameKey::read("Ani Lestari")) - 0.5).abs() < 1e-9);
        assert!((frequency.share(&NameKey::read("Budi")) - UNKNOWN).abs() < 1e-9);
    }
}
