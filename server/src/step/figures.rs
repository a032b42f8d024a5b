//! The figures of a quarterly report: what is counted how carries a version.

use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

use super::work::Work;
use crate::ingest::IngestError;
use crate::store::figures::{self, Span, Tally};

/// Version 1: a case counts once, in the quarter of its recording where that was not closed, else
/// as susulan in the quarter of its receipt; merged cases and drafts count nowhere, cases of an
/// emergency in lines of their own, private ones from the kabupaten up only.
pub(super) const DEFINITIONS: u32 = 1;

/// The figures of one unit for one quarter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Figures {
    /// The version of what is counted how.
    #[n(0)]
    pub definitions: u32,
    /// The unit.
    #[n(1)]
    pub unit: String,
    /// The quarter.
    #[n(2)]
    pub quarter: String,
    /// Cases recorded in the quarter.
    #[n(3)]
    pub cases: Vec<Tally>,
    /// Cases received in the quarter, too late for the one that they were recorded in.
    #[n(4)]
    pub susulan: Vec<Tally>,
}

impl Figures {
    /// Counts.
    pub(super) fn count(
        work: &Work<'_>,
        quarter: &str,
        span: &Span<'_>,
    ) -> Result<Self, IngestError> {
        Ok(Self {
            definitions: DEFINITIONS,
            unit: span.unit.to_owned(),
            quarter: quarter.to_owned(),
            cases: figures::of_quarter(work.conn(), work.kab(), span)?,
            susulan: figures::susulan(work.conn(), work.kab(), span)?,
        })
    }

    /// Reads the figures of a report.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }

    /// Returns the bytes that are hashed.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes all bytes")
    }

    /// Returns how many cases it counts, susulan included.
    pub fn total(&self) -> u32 {
        self.cases.iter().chain(&self.susulan).map(|tally| tally.count).sum()
    }
}

/// Returns the hash that an accepted report is known by.
pub(super) fn hash(figures: &[u8]) -> [u8; 32] {
    Sha256::digest(figures).into()
}
