//! What stands out about a possible NIK; it is kept all the same, since codes and dates change.

use jiff::civil::Date;

use super::number::Nik;
use super::sex::Sex;
use crate::birth::BirthDate;
use crate::wilayah::{Code, Table};

/// One thing to check with the card in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NikNotice {
    /// The six-digit region is not in the table (Merauke was 91 before 2022).
    RegionUnknown,
    /// The date inside differs from the stated birth date.
    DateDiffers,
    /// The sex inside differs from the stated one.
    SexDiffers,
    /// The stated age and the age inside are about a hundred years apart.
    CenturyUnclear,
    /// First registered in another kecamatan; 8.68 % live away from their card (SP2020).
    RegisteredElsewhere,
}

impl NikNotice {
    /// Returns whether it stays with the record as a warning; the others only inform.
    pub const fn warns(self) -> bool {
        !matches!(self, Self::RegisteredElsewhere)
    }
}

/// What the citizen or the card says beside the number.
#[derive(Clone, Copy, Default)]
pub struct Stated {
    /// The stated birth date.
    pub birth: Option<BirthDate>,
    /// The stated sex.
    pub sex: Option<Sex>,
    /// The desa of residence.
    pub desa: Option<Code>,
}

/// Returns all that stands out, in a fixed order.
pub fn notices(nik: &Nik, stated: &Stated, table: &Table, today: Date) -> Vec<NikNotice> {
    let elsewhere = |desa: Code| !desa.digits().starts_with(nik.region());
    [
        (NikNotice::RegionUnknown, !table.knows_region(nik.region())),
        (NikNotice::DateDiffers, stated.birth.is_some_and(|birth| date_differs(nik, birth))),
        (NikNotice::SexDiffers, stated.sex.is_some_and(|sex| sex != nik.sex())),
        (
            NikNotice::CenturyUnclear,
            stated.birth.is_some_and(|birth| century_unclear(nik, birth, today)),
        ),
        (NikNotice::RegisteredElsewhere, stated.desa.is_some_and(elsewhere)),
    ]
    .into_iter()
    .filter_map(|(notice, holds)| holds.then_some(notice))
    .collect()
}

/// Returns whether the stated date can be none of the two dates that the number allows.
pub fn date_differs(nik: &Nik, stated: BirthDate) -> bool {
    !nik.birth_dates().into_iter().flatten().any(|date| stated.covers(date))
}

/// Returns whether the likely date of the number and the stated year are about a hundred years
/// apart.
///
/// People of a hundred years exist, so the form asks instead of guessing.
pub fn century_unclear(nik: &Nik, stated: BirthDate, today: Date) -> bool {
    nik.birth_date(today)
        .is_some_and(|likely| (98..=102).contains(&(likely.year() - stated.year()).abs()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::wilayah::Area;

    fn table() -> Table {
        Table::new(["99", "9901", "990101"].map(|code| Area::new(code.parse().unwrap(), "Rekaan")))
    }

    fn stated(birth: &str, sex: Sex, desa: &str) -> Stated {
        Stated { birth: birth.parse().ok(), sex: Some(sex), desa: desa.parse().ok() }
    }

    #[rstest]
    #[case::all_fits("9901017112580003", "1958-12-31", Sex::Female, "9901012001", &[])]
    #[case::year_alone_fits("9901017112580003", "1958~", Sex::Female, "9901012001", &[])]
    #[case::other_date("9901017112580003", "1958-12-30", Sex::Female, "9901012001",
        &[NikNotice::DateDiffers])]
    #[case::other_sex("9901017112580003", "1958-12-31", Sex::Male, "9901012001",
        &[NikNotice::SexDiffers])]
    #[case::unknown_region("9105017112580003", "1958-12-31", Sex::Female, "9901012001",
        &[NikNotice::RegionUnknown, NikNotice::RegisteredElsewhere])]
    #[case::moved("9901017112580003", "1958-12-31", Sex::Female, "9902012001",
        &[NikNotice::RegisteredElsewhere])]
    #[case::old_man("9901010107240003", "1924-07-01", Sex::Male, "9901012001",
        &[NikNotice::CenturyUnclear])]
    #[case::two_years_beside_a_century("9901010107000003", "1899-07-01", Sex::Male, "9901012001",
        &[NikNotice::DateDiffers, NikNotice::CenturyUnclear])]
    fn tells_what_stands_out(
        #[case] nik: Nik,
        #[case] birth: &str,
        #[case] sex: Sex,
        #[case] desa: &str,
        #[case] expected: &[NikNotice],
    ) {
        assert_eq!(notices(&nik, &stated(birth, sex, desa), &table(), date(2025, 7, 14)), expected);
    }

    #[test]
    fn living_elsewhere_only_informs() {
        assert!(!NikNotice::RegisteredElsewhere.warns());
        assert!(NikNotice::DateDiffers.warns());
    }
}
