//! Reads bytes that nobody vouches for: every length is compared before it is used.

use std::cell::Cell;

use super::hostile::Hostile;
use super::leb;

/// What reading a change has cost, in units that no clock disturbs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Numbers, runs and values looked at.
    pub steps: u64,
    /// Bytes asked of the allocator.
    pub allocated: u64,
}

/// Counts the cost while several readers share it.
#[derive(Default)]
pub(crate) struct Meter(Cell<Cost>);

impl Meter {
    pub(crate) fn step(&self) {
        let mut cost = self.0.get();
        cost.steps += 1;
        self.0.set(cost);
    }

    pub(crate) fn allocate(&self, bytes: usize) {
        let mut cost = self.0.get();
        cost.allocated += bytes as u64;
        self.0.set(cost);
    }

    pub(crate) fn total(&self) -> Cost {
        self.0.get()
    }
}

/// The rest of a byte string.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    meter: &'a Meter,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8], meter: &'a Meter) -> Self {
        Self { rest: bytes, meter }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn meter(&self) -> &'a Meter {
        self.meter
    }

    pub(crate) fn unsigned(&mut self) -> Result<u64, Hostile> {
        self.meter.step();
        leb::unsigned(|| take_byte(&mut self.rest)).ok_or(Hostile::Cut)
    }

    pub(crate) fn signed(&mut self) -> Result<i64, Hostile> {
        self.meter.step();
        leb::signed(|| take_byte(&mut self.rest)).ok_or(Hostile::Cut)
    }

    /// Passes over a number with or without sign.
    pub(crate) fn number(&mut self) -> Result<(), Hostile> {
        self.meter.step();
        let last = self.rest.iter().take(10).position(|byte| byte & 0x80 == 0);
        self.rest = &self.rest[last.ok_or(Hostile::Cut)? + 1..];
        Ok(())
    }

    /// Takes so many bytes; the length comes from the bytes themselves and may be anything.
    pub(crate) fn take(&mut self, length: u64) -> Result<&'a [u8], Hostile> {
        self.meter.step();
        let length = usize::try_from(length).map_err(|_| Hostile::Cut)?;
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Hostile::Cut)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn prefixed(&mut self) -> Result<&'a [u8], Hostile> {
        let length = self.unsigned()?;
        self.take(length)
    }

    /// Reads how many items follow, none of which is shorter than `least` bytes.
    pub(crate) fn count(&mut self, limit: usize, least: usize) -> Result<usize, Hostile> {
        let count = self.unsigned()?;
        if count > limit as u64 {
            return Err(Hostile::TooMany);
        }
        let count = count as usize;
        if count.saturating_mul(least) > self.rest.len() {
            return Err(Hostile::Cut);
        }
        Ok(count)
    }
}

fn take_byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, others) = rest.split_first()?;
    *rest = others;
    Some(*first)
}
