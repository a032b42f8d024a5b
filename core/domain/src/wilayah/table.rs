//! The areas that are known, looked up in memory.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::area::Area;
use super::code::{Code, Level};

/// Every known area by its code; a pure index built from rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    areas: BTreeMap<Code, Area>,
}

/// Says that a code is not valid on a day and that no valid code follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the wilayah code is closed and nothing took its place")]
pub struct Closed;

impl Table {
    /// Builds the index; the last row of a code wins.
    pub fn new(rows: impl IntoIterator<Item = Area>) -> Self {
        Self { areas: rows.into_iter().map(|area| (area.code, area)).collect() }
    }

    /// Returns the number of areas.
    pub fn len(&self) -> usize {
        self.areas.len()
    }

    /// Returns whether no area is known.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Returns the row of a code, valid or closed.
    pub fn get(&self, code: Code) -> Option<&Area> {
        self.areas.get(&code)
    }

    /// Returns the name of an area.
    pub fn name(&self, code: Code) -> Option<&str> {
        self.get(code).map(|area| area.name.as_str())
    }

    /// Returns the areas just below one, in the order of their codes.
    pub fn children(&self, parent: Code) -> impl Iterator<Item = &Area> {
        self.within(parent).filter(move |area| area.code.parent() == Some(parent))
    }

    /// Returns an area and all inside it, in the order of their codes.
    pub fn within(&self, outer: Code) -> impl Iterator<Item = &Area> {
        self.areas
            .range(outer..)
            .map(|(_, area)| area)
            .take_while(move |area| area.code.lies_within(outer))
    }

    /// Returns the areas of one level.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Area> {
        self.areas.values().filter(move |area| area.code.level() == level)
    }

    /// Returns whether six digits name a kecamatan, now or once.
    pub fn knows_region(&self, six_digits: &str) -> bool {
        six_digits.parse().is_ok_and(|code: Code| {
            code.level() == Level::Kecamatan && self.areas.contains_key(&code)
        })
    }

    /// Returns the code that stands for another on a day: itself or the last of its successors.
    ///
    /// # Errors
    ///
    /// [`Closed`] where the chain ends without a valid code, runs in a circle, or starts outside
    /// the table: a person must choose.
    pub fn current(&self, code: Code, day: Date) -> Result<Code, Closed> {
        let mut here = code;
        for _ in 0..=self.areas.len() {
            let area = self.get(here).ok_or(Closed)?;
            if area.is_valid_on(day) {
                return Ok(here);
            }
            here = area.successor.ok_or(Closed)?;
        }
        Err(Closed)
    }

    /// Returns the names from the area itself up to its province; unknown levels are left out.
    pub fn path(&self, code: Code) -> Vec<&str> {
        std::iter::successors(Some(code), |code| code.parent())
            .filter_map(|code| self.name(code))
            .collect()
    }

    /// Returns the areas of a level whose name is written alike, apart from case and signs.
    pub fn named(&self, name: &str, level: Level) -> impl Iterator<Item = &Area> {
        let wanted = folded(name);
        self.of_level(level).filter(move |area| folded(&area.name) == wanted)
    }
}

fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    fn code(text: &str) -> Code {
        text.parse().unwrap()
    }

    /// Sukamaju became Sukamakmur at the start of 2024; two codes point at each other.
    fn table() -> Table {
        let end = date(2023, 12, 31);
        Table::new([
            Area::new(code("99"), "Nusa Rekaan"),
            Area::new(code("9901"), "Kabupaten Rekaan Utara"),
            Area::new(code("990101"), "Jatirekso"),
            Area::new(code("9901012001"), "Sukamaju").closed(end, Some(code("9901012002"))),
            Area {
                valid_from: Some(date(2024, 1, 1)),
                ..Area::new(code("9901012002"), "Ma'rang Jaya")
            },
            Area::new(code("9901012003"), "Hilang").closed(end, None),
            Area::new(code("9901012004"), "Lingkar A").closed(end, Some(code("9901012005"))),
            Area::new(code("9901012005"), "Lingkar B").closed(end, Some(code("9901012004"))),
            Area::new(code("990102"), "Jatisari"),
        ])
    }

    #[rstest]
    #[case::valid_then("9901012001", date(2023, 6, 1), Ok("9901012001"))]
    #[case::last_day("9901012001", date(2023, 12, 31), Ok("9901012001"))]
    #[case::replaced("9901012001", date(2024, 1, 1), Ok("9901012002"))]
    #[case::not_yet("9901012002", date(2023, 6, 1), Err(Closed))]
    #[case::nothing_followed("9901012003", date(2025, 1, 1), Err(Closed))]
    #[case::circle("9901012004", date(2025, 1, 1), Err(Closed))]
    #[case::unknown("9901012999", date(2025, 1, 1), Err(Closed))]
    fn follows_successors(
        #[case] from: &str,
        #[case] day: Date,
        #[case] expected: Result<&str, Closed>,
    ) {
        assert_eq!(table().current(code(from), day), expected.map(code));
    }

    #[test]
    fn lists_what_lies_just_below() {
        let table = table();
        let below: Vec<_> = table.children(code("9901")).map(|area| area.name.as_str()).collect();
        assert_eq!(below, ["Jatirekso", "Jatisari"]);
        assert_eq!(table.within(code("990101")).count(), 6);
        assert_eq!(table.of_level(Level::Desa).count(), 5);
    }

    #[test]
    fn names_the_way_up() {
        let expected = ["Ma'rang Jaya", "Jatirekso", "Kabupaten Rekaan Utara", "Nusa Rekaan"];
        assert_eq!(table().path(code("9901012002")), expected);
    }

    #[test]
    fn finds_a_name_whatever_its_signs() {
        assert_eq!(table().named("MARANG JAYA", Level::Desa).count(), 1);
        assert_eq!(table().named("Marang Jaya", Level::Kecamatan).count(), 0);
    }

    #[rstest]
    #[case("990101", true)]
    #[case("990199", false)]
    #[case("9901", false)]
    #[case("x", false)]
    fn knows_regions(#[case] digits: &str, #[case] known: bool) {
        assert_eq!(table().knows_region(digits), known);
    }
}
