//! What goes wrong in any week: papers that nobody has, and a NIK typed for the wrong person.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::synthetic::visits::{Document, Visit};
use jangkau_domain::{DocKind, Value};

/// Tablets on which a need is recorded for a family without papers.
const WITHOUT_PAPERS: usize = 2;

/// Tablets on which somebody gets the NIK of a citizen of another desa.
const MISTYPED: usize = 2;

/// Makes a few visits of the week odd, the same ones for the same week; returns their families:
/// no register has them under the numbers that they show.
pub fn happen(weeks: &mut [Vec<Visit>]) -> BTreeSet<u64> {
    let mut odd = BTreeSet::new();
    let times = visits_of_each(weeks);
    let once = |visit: &Visit| times.get(&visit.household.unique) == Some(&1);
    let needs = |visit: &&mut Visit| once(visit) && has_need(visit);
    let poor = weeks.iter_mut().filter_map(|week| week.iter_mut().find(needs));
    for visit in poor.take(WITHOUT_PAPERS) {
        take_papers(visit);
        odd.insert(visit.household.unique);
    }
    let mut known: Option<(String, Value)> = None;
    let mut left = MISTYPED;
    for week in weeks {
        let plain = |visit: &&mut Visit| once(visit) && !has_need(visit) && has_nik(visit);
        let Some(visit) = week.iter_mut().find(plain) else { continue };
        let desa = visit.desa.digits().to_owned();
        match &known {
            Some((other, nik)) if *other != desa && left > 0 => {
                mistype(visit, nik);
                odd.insert(visit.household.unique);
                known = None;
                left -= 1;
            }
            _ => known = nik_of(visit).cloned().map(|nik| (desa, nik)),
        }
    }
    odd
}

fn visits_of_each(weeks: &[Vec<Visit>]) -> BTreeMap<u64, usize> {
    let mut times = BTreeMap::new();
    for visit in weeks.iter().flatten() {
        *times.entry(visit.household.unique).or_default() += 1;
    }
    times
}

fn has_need(visit: &Visit) -> bool {
    let need = |(key, value): &(String, Value)| key == "f/kind" && value.as_str() == Some("need");
    visit.documents.iter().any(|one| one.puts.iter().any(need))
}

fn has_nik(visit: &Visit) -> bool {
    nik_of(visit).is_some()
}

/// Returns the number of the first member who has one.
fn nik_of(visit: &Visit) -> Option<&Value> {
    let mut puts = visit.documents.iter().flat_map(|one| &one.puts);
    puts.find(|(key, _)| key == "f/nik").map(|(_, value)| value)
}

/// Lets a flood take card and certificates of the whole family.
fn take_papers(visit: &mut Visit) {
    for document in &mut visit.documents {
        let (gone, why, what) = match document.subject.kind {
            DocKind::Household => ("f/kk", "f/no_kk_why", "lost"),
            DocKind::Person => ("f/nik", "f/no_nik_why", "not_at_hand"),
            DocKind::Case => continue,
        };
        document.puts.retain(|(key, _)| key != gone && key != why && !key.starts_with("set/"));
        document.puts.push((why.to_owned(), Value::from(what)));
    }
}

/// Gives the first member with a number somebody else's.
fn mistype(visit: &mut Visit, nik: &Value) {
    let mut puts = visit.documents.iter_mut().flat_map(|one: &mut Document| &mut one.puts);
    if let Some((_, value)) = puts.find(|(key, _)| key == "f/nik") {
        *value = nik.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau_domain::synthetic::visits::week;
    use jangkau_domain::synthetic::{Kecamatan, Size};

    #[test]
    fn the_same_week_has_the_same_oddities() {
        let kecamatan = Kecamatan::generate(99, Size::M);
        let visits = week(&kecamatan, 12, 99, jiff::civil::date(2025, 7, 7)).visits;
        let of = |place: u32| {
            visits.iter().filter(move |visit| visit.fasilitator == place).cloned().collect()
        };
        let mut weeks: Vec<Vec<Visit>> = (0..12).map(of).collect();
        let mut again = weeks.clone();
        let odd = happen(&mut weeks);
        assert_eq!(odd.len(), WITHOUT_PAPERS + MISTYPED);
        assert_eq!(odd, happen(&mut again));
        let all = || weeks.iter().flatten().filter(|visit| odd.contains(&visit.household.unique));
        assert_eq!(all().filter(|visit| !has_nik(visit)).count(), WITHOUT_PAPERS);
        let twice = |visit: &&Visit| {
            let same = |other: &&Visit| nik_of(other) == nik_of(visit) && other.desa != visit.desa;
            has_nik(visit) && weeks.iter().flatten().any(|other| same(&other))
        };
        assert_eq!(all().filter(twice).count(), MISTYPED);
    }
}
