//! zstd dictionaries: what frames usually say, known to both sides beforehand.
//!
//! A dictionary is trained on synthetic records, gets a number and never changes again: old
//! tablets write with it for as long as they live. A newer one is added beside it, and `hello`
//! agrees on the newest that both sides hold.

use std::sync::OnceLock;

use zstd::dict::DecoderDictionary;

/// The newest dictionary, with which frames are written.
pub const NEWEST: u8 = 1;

/// Every dictionary that this build holds, the newest first.
pub const ALL: [u8; 1] = [NEWEST];

/// Bytes of a dictionary: larger ones gain little (2 B of 70 at four times the size).
pub const BYTES: usize = 16 * 1024;

static V1: &[u8] = include_bytes!("../dictionary/v1.dict");

/// Says that no dictionary came of the samples: there must be many, and not all alike.
#[derive(Debug, thiserror::Error)]
#[error("the samples did not give a dictionary")]
pub struct TrainError(#[source] std::io::Error);

/// Returns the bytes of a dictionary.
pub fn bytes(number: u8) -> Option<&'static [u8]> {
    (number == 1).then_some(V1)
}

/// Returns a dictionary prepared for reading; the work is done once.
pub(crate) fn decoder(number: u8) -> Option<&'static DecoderDictionary<'static>> {
    static PREPARED: OnceLock<DecoderDictionary<'static>> = OnceLock::new();
    (number == 1).then(|| PREPARED.get_or_init(|| DecoderDictionary::copy(V1)))
}

/// Trains a dictionary on what `FrameWriter::sample` gave for many frames of all sizes.
///
/// # Errors
/// Where the samples are too few or too small.
pub fn train(samples: &[Vec<u8>]) -> Result<Vec<u8>, TrainError> {
    zstd::dict::from_samples(samples, BYTES).map_err(TrainError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_bytes() {
        for number in ALL {
            assert_eq!(bytes(number).map(<[u8]>::len), Some(BYTES));
            assert!(decoder(number).is_some());
        }
        assert_eq!(ALL.first(), Some(&NEWEST));
        // 0 stands for "not compressed".
        assert!(bytes(0).is_none() && decoder(0).is_none());
        assert!(bytes(NEWEST + 1).is_none());
    }

    #[test]
    fn too_few_samples_give_none() {
        assert!(train(&[vec![1, 2, 3]]).is_err());
    }

    #[test]
    fn the_same_samples_give_the_same_dictionary() {
        let sample = |number: u32| (0..400).map(|at| (at * number % 251) as u8).collect();
        let samples: Vec<Vec<u8>> = (1..200).map(sample).collect();
        let dictionary = train(&samples).unwrap();
        assert!(dictionary.len() <= BYTES);
        assert_eq!(dictionary, train(&samples).unwrap());
    }
}
