//! Nomor pendaftaran: the registration number of a case, given at the door and final.
//!
//! `KKKK-YYMM-PPP-NNNN-C`: kabupaten, year and month, block of the tablet or counter, serial in the
//! block, check character. No I, L, O or U, so it can be read out and written down.

mod block;
mod check;
mod number;
mod spoken;

pub use block::{Block, NotBlock, Serial};
pub use number::{CaseNumber, NumberError};
