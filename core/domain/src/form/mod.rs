//! Forms: sections in order, what is asked when, what is still missing, what is computed.
//!
//! Tablet and server read the same rows; both give the values through [`Record`].

mod case;
mod computed;
mod eligibility;
#[cfg(test)]
pub(crate) mod example;
mod facts;
mod holds;
mod layout;
#[cfg(test)]
mod layout_tests;
mod office;
mod profile;
mod record;
mod table;
#[cfg(test)]
mod tests;
mod visit;

pub use computed::{
    MemberCounts, RoofLookup, age, dependants, disabled, has_kk, has_nik, heap_day, is_head,
    krt_perempuan, members, nik_birth, nik_sex, papers_needed, roof_root, sector,
};
pub use eligibility::{Hint, hint};
pub use facts::{Facts, Known, Register, RegisterStatus};
pub use layout::{Entry, Form, Section, Slot};
pub use profile::{Missing, missing, reached, to_submit};
pub use record::{Empty, Record};
pub use table::{all, find};
