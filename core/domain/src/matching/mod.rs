//! Whether two records are one person: candidates, evidence in bits, verdict and its reasons.
//!
//! Only an equal NIK with a like name and no contradicting birth date links by itself, undoably.
//! All else is a suggestion that a person decides.

mod blocking;
mod evidence;
mod frequency;
mod guard;
mod record;
mod verdict;

pub use blocking::{BlockKey, query_keys, stored_keys};
pub use evidence::{AddressLevel, Evidence, NameLevel, NikLevel, Weighed};
pub use frequency::NameFrequency;
pub use guard::Guard;
pub use record::{Record, Scope};
pub use verdict::{Judgement, Reason, Verdict, judge};
