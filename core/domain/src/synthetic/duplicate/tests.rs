//! Whether what is planted has its shares, and whether matching judges it well.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::*;
use crate::matching::{self, NameFrequency, Record, Scope, Verdict};
use crate::synthetic::{Kecamatan, Size, Village};

static SAMPLE: LazyLock<Vec<Kecamatan>> =
    LazyLock::new(|| (11..=15).map(|seed| Kecamatan::generate(seed, Size::M)).collect());

fn duplicates() -> impl Iterator<Item = &'static Duplicate> {
    SAMPLE.iter().flat_map(|one| &one.truth.duplicates)
}

#[track_caller]
fn near(count: usize, total: usize, wanted: f64) {
    let found = count as f64 * 100.0 / total as f64;
    assert!((found - wanted).abs() <= 1.0, "found {found:.2} %, wanted {wanted:.2} %");
}

/// Returns the faithful record of every person by number.
fn records(kecamatan: &Kecamatan) -> BTreeMap<u32, Record> {
    let of_village = |village: &'static Village| {
        village.people().map(move |(family, one)| {
            (one.number, WrittenPerson::of(village, family, one).record())
        })
    };
    // The sample is a static, so its villages are.
    let kecamatan = SAMPLE.iter().find(|one| std::ptr::eq(*one, kecamatan)).unwrap();
    kecamatan.villages.iter().flat_map(of_village).collect()
}

fn scope(records: &BTreeMap<u32, Record>) -> Scope {
    let names = NameFrequency::counted(records.values().map(|record| &record.name));
    Scope { desa_count: 12, names }
}

#[test]
fn shares_are_those_promised() {
    let people: usize = SAMPLE.iter().map(Kecamatan::people).sum();
    let total = duplicates().count();
    near(total, people, 6.0);
    near(SAMPLE.iter().map(|one| one.truth.look_alikes.len()).sum(), people, 2.0);
    for (cause, wanted) in Cause::SHARES {
        near(duplicates().filter(|one| one.cause == cause).count(), total, f64::from(wanted));
    }
    for (slip, wanted) in Slip::SHARES {
        let count = duplicates().filter(|one| one.slips.contains(&slip)).count();
        near(count, total, f64::from(wanted) / 100.0);
    }
}

/// Of the planted second records nearly all reach a person or are linked.
#[test]
fn matching_finds_nearly_all_second_records() {
    let (mut found, mut linked, mut total) = (0, 0, 0);
    for kecamatan in SAMPLE.iter().take(2) {
        let records = records(kecamatan);
        let scope = scope(&records);
        for duplicate in &kecamatan.truth.duplicates {
            let verdict =
                matching::judge(&records[&duplicate.of], &duplicate.copy.record(), &scope).verdict;
            total += 1;
            found += usize::from(verdict <= Verdict::Desk);
            linked += usize::from(verdict == Verdict::Same);
        }
    }
    let (found, linked) = (found as f64 / total as f64, linked as f64 / total as f64);
    assert!(found > 0.985, "found {found:.4}");
    assert!(linked > 0.80, "linked {linked:.4}");
}

#[test]
fn nobody_is_linked_to_a_look_alike() {
    for kecamatan in SAMPLE.iter() {
        let records = records(kecamatan);
        let scope = scope(&records);
        for look_alike in &kecamatan.truth.look_alikes {
            let judgement =
                matching::judge(&records[&look_alike.to], &look_alike.other.record(), &scope);
            assert_ne!(judgement.verdict, Verdict::Same, "{:?}: {judgement:?}", look_alike.kind);
        }
    }
}

/// Candidates meet by a shared key, and two people who meet are rarely taken for one.
#[test]
fn blocking_finds_candidates_and_strangers_stay_apart() {
    let kecamatan = &SAMPLE[0];
    let records = records(kecamatan);
    let scope = scope(&records);
    let mut index: BTreeMap<matching::BlockKey, Vec<u32>> = BTreeMap::new();
    for (number, record) in &records {
        for key in matching::stored_keys(record, &scope.names) {
            index.entry(key).or_default().push(*number);
        }
    }
    let (mut met, mut strangers, mut mistaken) = (0, 0u32, 0u32);
    for duplicate in &kecamatan.truth.duplicates {
        let record = duplicate.copy.record();
        let candidates: std::collections::BTreeSet<u32> =
            matching::query_keys(&record, &scope.names)
                .iter()
                .flat_map(|key| index.get(key).into_iter().flatten().copied())
                .collect();
        met += usize::from(candidates.contains(&duplicate.of));
        for other in candidates.into_iter().filter(|other| *other != duplicate.of) {
            strangers += 1;
            let verdict = matching::judge(&records[&other], &record, &scope).verdict;
            assert!(verdict != Verdict::Same || is_double(kecamatan, duplicate.of, other));
            mistaken += u32::from(verdict <= Verdict::Likely);
        }
    }
    let recall = met as f64 / kecamatan.truth.duplicates.len() as f64;
    assert!(recall > 0.99, "blocking recall {recall:.4}");
    let share = f64::from(mistaken) / f64::from(strangers);
    assert!(share < 0.002, "{mistaken} of {strangers} strangers taken for one person");
}

fn is_double(kecamatan: &Kecamatan, one: u32, other: u32) -> bool {
    let pair = (one.min(other), one.max(other));
    kecamatan.truth.double_niks.iter().any(|double| (double.first, double.second) == pair)
}
