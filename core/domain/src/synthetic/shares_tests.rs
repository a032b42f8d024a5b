//! Whether a large sample meets the published shares, within one point.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use rstest::rstest;

use super::*;
use crate::nik::Sex;

/// Large enough that chance stays within one point: 432,000 people in three kecamatan.
static SAMPLE: LazyLock<Vec<Kecamatan>> =
    LazyLock::new(|| (1..=3).map(|seed| Kecamatan::generate(seed, Size::L)).collect());

/// As people live: twelve desa of different size.
static MIDDLE: LazyLock<Kecamatan> = LazyLock::new(|| Kecamatan::generate(1, Size::M));

fn people() -> impl Iterator<Item = (&'static Family, &'static Person)> {
    SAMPLE.iter().flat_map(|one| &one.villages).flat_map(Village::people)
}

fn families() -> impl Iterator<Item = &'static Family> {
    SAMPLE.iter().flat_map(|one| &one.villages).flat_map(|village| &village.families)
}

/// Returns the share in percent of those that hold among all.
fn share<T>(all: impl Iterator<Item = T>, holds: impl Fn(&T) -> bool) -> f64 {
    let (mut count, mut total) = (0u32, 0u32);
    for one in all {
        total += 1;
        count += u32::from(holds(&one));
    }
    f64::from(count) * 100.0 / f64::from(total.max(1))
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1.0, "found {found:.2} %, wanted {wanted:.2} %");
}

#[test]
fn families_have_the_published_sizes() {
    for (size, wanted) in [(1, 14.0), (2, 22.0), (3, 27.0), (4, 23.0), (5, 9.0)] {
        near(share(families(), |family| family.members.len() == size), wanted);
    }
    near(share(families(), |family| family.members.len() >= 6), 5.0);
    let mean = people().count() as f64 / families().count() as f64;
    assert!((mean - 3.07).abs() < 0.03, "mean {mean}");
}

#[test]
fn ages_and_sexes_are_those_of_the_census() {
    near(share(people(), |(_, one)| one.age < 15), 23.33);
    near(share(people(), |(_, one)| (15..65).contains(&one.age)), 70.72);
    near(share(people(), |(_, one)| one.age >= 65), 5.95);
    near(share(people(), |(_, one)| one.sex == Sex::Male), 50.58);
    near(share(families(), |family| family.members[0].sex == Sex::Female), 16.0);
}

#[test]
fn every_family_has_one_head_older_than_the_children() {
    for family in families() {
        let heads = family.members.iter().filter(|one| one.relation == "head").count();
        assert_eq!(heads, 1);
        let head = &family.members[0];
        let children = family.members.iter().filter(|one| one.relation == "child");
        assert!(children.clone().all(|child| child.age + 17 <= head.age));
        assert!(children.into_iter().all(|child| child.birth <= AS_OF));
    }
}

#[test]
fn dwellings_and_cards_are_shared_as_surveyed() {
    let roots: BTreeSet<_> = families().filter_map(|one| one.roof).collect();
    let dwellings = families().filter(|one| one.roof.is_none()).count() as f64;
    let joined = families().filter(|one| one.roof.is_some()).count() as f64;
    near(joined / dwellings * 100.0, 12.0);
    assert!(!roots.is_empty());
    near(share(people(), |(family, _)| family.kk_address.is_some()), 8.68);
    near(share(families(), |family| family.kk.is_none()), 1.0);
}

#[test]
fn some_go_without_a_number() {
    near(share(people(), |(_, one)| one.nik.is_none()), 1.5);
    near(share(people().filter(|(_, one)| one.age == 0), |(_, one)| one.nik.is_none()), 6.0);
    near(share(people().filter(|(_, one)| one.age >= 65), |(_, one)| one.nik.is_none()), 3.0);
    near(share(people(), |(_, one)| one.temporary.is_some()), 0.5);
}

fn is_three_days(date: Date) -> bool {
    matches!((date.month(), date.day()), (7, 1) | (12, 31) | (1, 1))
}

#[rstest]
#[case::before_1960(1900..1960, 35.0)]
#[case::to_1979(1960..1980, 13.0)]
#[case::to_1999(1980..2000, 3.0)]
#[case::later(2000..2026, 0.3)]
fn birth_dates_are_heaped(#[case] years: std::ops::Range<i16>, #[case] wanted: f64) {
    let born = people().filter(|(_, one)| years.contains(&one.birth.year()));
    near(share(born, |(_, one)| is_three_days(one.birth)), wanted);
}

#[test]
fn a_tenth_of_adults_was_born_on_three_days() {
    let adults = people().filter(|(_, one)| one.age >= 17);
    near(share(adults, |(_, one)| is_three_days(one.birth)), 9.0);
}

#[test]
fn names_carry_titles_and_short_forms() {
    let titled = |name: &str| name.starts_with("H. ") || name.starts_with("HJ. ");
    let over_50 = people().filter(|(_, one)| one.age > 50);
    near(share(over_50, |(_, one)| titled(&one.name)), 4.0);
    let short = |name: &str| {
        name.split(' ').any(|word| {
            !matches!(word, "H." | "HJ." | "I") && (word.len() == 1 || word.ends_with('.'))
        })
    };
    near(share(people(), |(_, one)| short(&one.name)), 6.0);
    let older = people().filter(|(_, one)| one.birth.year() < 1980);
    let single = share(older, |(_, one)| !one.name.contains(' '));
    assert!((10.0..30.0).contains(&single), "single names {single}");
}

#[rstest]
#[case::pkh("pkh", [45.0, 32.0, 20.0, 10.0, 0.0])]
#[case::sembako("sembako", [62.0, 52.0, 40.0, 28.0, 18.0])]
#[case::blt("bltdd", [6.0, 4.0, 2.0, 1.0, 0.0])]
#[case::power("listrik", [85.0, 80.0, 70.0, 60.0, 50.0])]
#[case::gas("lpg3", [90.0; 5])]
fn families_take_part_by_desil(#[case] program: &str, #[case] wanted: [f64; 5]) {
    for (desil, wanted) in (1u8..).zip(wanted) {
        let tenth = families().filter(|family| family.desil == desil);
        near(share(tenth, |one| one.programs.iter().any(|row| row.program == program)), wanted);
    }
}

#[test]
fn people_take_part_by_desil() {
    let takes = |one: &Person, program| one.programs.iter().any(|row| row.program == program);
    for (desil, wanted) in (1u8..).zip([85.0, 78.0, 70.0, 60.0, 47.0, 20.0, 5.0]) {
        let tenth = people().filter(|(family, _)| family.desil == desil);
        near(share(tenth, |(_, one)| takes(one, "pbi")), wanted);
    }
    let pupils =
        people().filter(|(family, one)| family.desil <= 4 && one.school == Some("attending"));
    near(share(pupils, |(_, one)| takes(one, "pip")), 35.0);
    let farmers = families().filter(|family| family.farm);
    near(share(farmers, |one| one.programs.iter().any(|row| row.program == "pupuk")), 60.0);
    let rows = families().flat_map(|family| &family.programs);
    near(share(rows, |row| row.problem.is_some()), 7.0);
}

#[test]
fn registers_list_what_they_should() {
    near(share(families(), |family| family.in_dtsen), 97.0);
    near(share(families(), |family| family.in_dtks), 40.0);
    let village = &SAMPLE[0].villages[0];
    let listed = village.people().filter(|(family, _)| family.in_dtsen).count();
    assert_eq!(register(village, RegisterKind::Dtsen).len(), listed);
    assert!(register(village, RegisterKind::Dtks).len() < listed);
}

#[test]
fn every_number_passes_its_parser_and_is_nobodys() {
    for kecamatan in SAMPLE.iter() {
        let mut niks: BTreeMap<String, u32> = BTreeMap::new();
        for (family, person) in kecamatan.villages.iter().flat_map(Village::people) {
            if let Some(nik) = &person.nik {
                let again: crate::nik::Nik = nik.digits().parse().unwrap();
                assert!(again.digits().starts_with("99") && again.sex() == person.sex);
                assert!(again.birth_dates().contains(&Some(person.birth)));
                *niks.entry(nik.digits().to_owned()).or_default() += 1;
            }
            if let Some(kk) = &family.kk {
                let again = crate::kk::Kk::parse(kk.digits(), AS_OF).unwrap();
                assert!(again.digits().starts_with("99"));
            }
            if let Some(phone) = &person.phone {
                assert!(
                    phone.parse::<crate::phone::Phone>().unwrap().stored().starts_with("6281200")
                );
            }
            if let Some(temporary) = &person.temporary {
                assert!(crate::nik::is_temporary(temporary));
            }
        }
        let doubled = niks.values().filter(|count| **count > 1).count();
        assert_eq!(doubled, kecamatan.truth.double_niks.len());
    }
}

#[test]
fn a_number_is_doubled_once_in_20_000_people() {
    let doubles: usize = SAMPLE.iter().map(|one| one.truth.double_niks.len()).sum();
    let wanted = people().count() / 20_000;
    assert!(doubles.abs_diff(wanted) <= 4, "{doubles} doubled, {wanted} wanted");
}

#[test]
fn kecamatan_made_apart_share_no_number() {
    let of = |code: &str| {
        let kecamatan = Kecamatan::at(code.parse().unwrap(), 1, Size::S);
        let people = kecamatan.villages.iter().flat_map(Village::people);
        people.filter_map(|(_, one)| one.nik.clone()).collect::<BTreeSet<_>>()
    };
    assert!(of("990101").is_disjoint(&of("990102")));
}

#[test]
fn villages_have_the_promised_shape() {
    for village in &MIDDLE.villages {
        let people = village.people().count();
        assert!((600..=12_010).contains(&people), "{people}");
        assert!((3..=8).contains(&village.hamlets.len()));
    }
    assert_eq!(Kecamatan::generate(1, Size::S).villages.len(), 1);
    assert_eq!(MIDDLE.villages.len(), 12);
    let large = SAMPLE[0].people();
    assert!((144_000..144_200).contains(&large), "{large}");
}

fn text(kecamatan: &Kecamatan) -> String {
    let register = |village| register_csv(village, RegisterKind::Dtsen);
    let registers: String = kecamatan.villages.iter().map(register).collect();
    registers + &truth_csv(&kecamatan.truth)
}

#[test]
fn a_seed_gives_the_same_bytes() {
    assert!(text(&MIDDLE) == text(&Kecamatan::generate(1, Size::M)), "one seed gave two samples");
    assert!(text(&MIDDLE) != text(&Kecamatan::generate(2, Size::M)), "two seeds gave one sample");
}

/// The one desa of S is the first of M, planted truth apart.
#[test]
fn small_is_the_beginning_of_middle() {
    let small = Kecamatan::generate(1, Size::S);
    let register = |one: &Kecamatan| register_csv(&one.villages[0], RegisterKind::Dtks);
    assert!(register(&small) == register(&MIDDLE), "the first desa differs");
}
