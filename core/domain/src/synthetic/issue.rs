//! Giving out numbers as the offices do: serials count up by region and day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::draw::Draw;
use super::region;
use crate::kk::Kk;
use crate::nik::{Nik, Sex};
use crate::wilayah::Code;

/// The offices of one kecamatan; what it gives out for other regions lies in a range of its own,
/// so that kecamatan made one by one never give the same number twice.
pub(super) struct Offices {
    home: Code,
    place: u16,
    regions: Vec<Code>,
    niks: BTreeMap<String, u16>,
    kks: BTreeMap<String, u16>,
    phones: u32,
}

impl Offices {
    pub(super) fn new(home: Code) -> Self {
        let regions = region::kecamatan();
        let place = regions.iter().position(|code| *code == home).unwrap_or(0);
        Self {
            home,
            place: u16::try_from(place).unwrap_or(0),
            regions,
            niks: BTreeMap::new(),
            kks: BTreeMap::new(),
            phones: 0,
        }
    }

    /// Returns the kecamatan where somebody was first registered: here for most.
    pub(super) fn region(&self, draw: &mut Draw) -> Code {
        if draw.happens(1200) { *draw.one_of(&self.regions) } else { self.home }
    }

    /// Gives out an identity number.
    pub(super) fn nik(&mut self, region: Code, birth: Date, sex: Sex) -> Option<Nik> {
        let day = birth.day() + if sex == Sex::Female { 40 } else { 0 };
        let head = format!("{region}{day:02}{:02}{:02}", birth.month(), birth.year() % 100);
        let first = self.first_serial(region);
        number(&mut self.niks, head, first)?.parse().ok()
    }

    /// Gives out the number of a family card recorded on a day.
    pub(super) fn kk(&mut self, region: Code, recorded: Date) -> Option<Kk> {
        let head = format!(
            "{region}{:02}{:02}{:02}",
            recorded.day(),
            recorded.month(),
            recorded.year() % 100
        );
        let first = self.first_serial(region);
        number(&mut self.kks, head, first)?.parse().ok()
    }

    /// Gives out a telephone number from a range that is nobody's, `6281200…`.
    pub(super) fn phone(&mut self) -> String {
        self.phones += 1;
        format!("6281200{:06}", u32::from(self.place) * 150_000 + self.phones)
    }

    /// Returns the number that a village makes for who has none: 0, its code, a serial.
    pub(super) fn temporary(&mut self, desa: Code) -> Option<String> {
        let head = format!("0{desa}");
        let serial = self.niks.entry(head.clone()).or_insert(0);
        *serial = serial.checked_add(1)?;
        Some(format!("{head}{serial:05}"))
    }

    fn first_serial(&self, region: Code) -> u16 {
        if region == self.home { 0 } else { 3000 + self.place * 1000 }
    }
}

fn number(given: &mut BTreeMap<String, u16>, head: String, first: u16) -> Option<String> {
    let serial = given.entry(head.clone()).or_insert(first);
    *serial = serial.checked_add(1)?;
    Some(format!("{head}{serial:04}"))
}
