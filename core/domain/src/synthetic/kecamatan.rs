//! A whole kecamatan from a seed.

use super::draw::Draw;
use super::duplicate::{self, Truth};
use super::family::Counters;
use super::issue::Offices;
use super::region;
use super::village::Village;
use crate::wilayah::{Code, Table};

/// How much to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One desa of about 3,000 people.
    S,
    /// All desa of the kecamatan, about 3,400 people each.
    M,
    /// All desa at the upper end, 12,000 people each.
    L,
}

/// Villages full of invented people, and what was planted among them.
#[derive(Clone)]
pub struct Kecamatan {
    /// Its code.
    pub code: Code,
    /// Its villages in the order of their codes.
    pub villages: Vec<Village>,
    /// The second records, doubled numbers and look-alikes that matching must judge.
    pub truth: Truth,
}

impl Kecamatan {
    /// Makes kecamatan 990101, which has twelve desa.
    pub fn generate(seed: u64, size: Size) -> Self {
        Self::at(region::known("990101"), seed, size)
    }

    /// Makes any kecamatan of province 99; of an unknown one nothing.
    pub fn at(code: Code, seed: u64, size: Size) -> Self {
        let table = Table::new(region::wilayah());
        let mut offices = Offices::new(code);
        let mut counters = Counters::default();
        let count = if size == Size::S { 1 } else { usize::MAX };
        let population = (size == Size::L).then_some(12_000);
        let mut villages = Vec::new();
        for area in table.children(code).take(count) {
            let mut draw = Draw::new(seed, &format!("village:{}", area.code));
            villages.push(Village::draw(
                &mut draw,
                area.code,
                &area.name,
                population,
                &mut offices,
                &mut counters,
            ));
        }
        let truth = duplicate::plant(&mut Draw::new(seed, &format!("truth:{code}")), &mut villages);
        Self { code, villages, truth }
    }

    /// Returns the number of people.
    pub fn people(&self) -> usize {
        self.villages
            .iter()
            .flat_map(|village| &village.families)
            .map(|one| one.members.len())
            .sum()
    }
}
