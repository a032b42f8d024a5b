//! Who visits whom in the week before today.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jangkau_domain::synthetic::visits::{self, Document, Visit, Week};
use jangkau_domain::synthetic::{Family, Kecamatan, Size};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::invitation::{Demo, Tablet};
use crate::{beside, oddity};

/// Visits of the Puskesos' own tablet.
const AT_THE_PUSKESOS: usize = 6;

/// One visit with what is known of the family.
pub struct Task<'p> {
    /// What is to be recorded.
    pub visit: &'p Visit,
    /// The family as the village has it.
    pub family: &'p Family,
    /// What must be recorded first where the family is new to this tablet: a second worker who
    /// knows of no earlier visit records all of it, and then what changed.
    pub before: &'p [Document],
    /// Whether no register has the family.
    pub unlisted: bool,
    /// When it begins, seconds since 1970 UTC; no other task of the tablet begins then.
    pub at: i64,
}

/// The week of every tablet.
pub struct Plan {
    kecamatan: Kecamatan,
    /// The first visit of each household that recorded something, by the family's number.
    first: BTreeMap<u64, Vec<Document>>,
    weeks: Vec<Vec<Visit>>,
    /// Families that no register has under the numbers that they show.
    odd: BTreeSet<u64>,
}

impl Plan {
    /// Makes the plan of the week that starts on a Monday.
    pub fn of_week(demo: &Demo, monday: Date) -> Self {
        let kecamatan = Kecamatan::generate(demo.seed, Size::M);
        let count = u32::try_from(demo.tablets.len()).unwrap_or(1);
        let week = visits::week(&kecamatan, count, demo.seed, monday);
        let of = |(place, tablet): (usize, &Tablet)| match tablet.role.as_str() {
            "fop" => at_the_puskesos(&kecamatan, demo.seed, tablet, monday),
            _ => of_worker(&week, place, tablet),
        };
        let mut weeks: Vec<Vec<Visit>> = demo.tablets.iter().enumerate().map(of).collect();
        for place in 1..weeks.len() {
            let met = beside::meetings(&weeks[place - 1], &demo.tablets[place], place);
            weeks[place].extend(met);
        }
        let odd = oddity::happen(&mut weeks);
        Self { first: first_visits(&week), kecamatan, weeks, odd }
    }

    /// Returns the tasks of a tablet in their order; at most so many, 0 for all.
    pub fn of(&self, place: usize, most: usize) -> Vec<Task<'_>> {
        let most = if most == 0 { usize::MAX } else { most };
        let visits = self.weeks.get(place).into_iter().flatten();
        let mut tasks: Vec<Task<'_>> = visits.filter_map(|visit| self.task(visit)).collect();
        tasks.sort_by_key(|task| task.at);
        for place in 1..tasks.len() {
            // Two visits never begin at once: the minute tells them apart when work goes on.
            tasks[place].at = tasks[place].at.max(tasks[place - 1].at + 60);
        }
        tasks.truncate(most);
        tasks
    }

    fn task<'p>(&'p self, visit: &'p Visit) -> Option<Task<'p>> {
        let number = visit.household.unique;
        let villages = self.kecamatan.villages.iter();
        let mut families = villages.flat_map(|village| &village.families);
        let family = families.find(|family| u64::from(family.number) == number)?;
        let midnight = visit.day.to_zoned(TimeZone::get("Asia/Jakarta").ok()?).ok()?;
        let at = midnight.timestamp().as_second() + i64::from(visit.from_minute) * 60;
        let all = self.first.get(&number).map(Vec::as_slice);
        let before = all.filter(|_| visit.beside.is_some()).unwrap_or_default();
        let unlisted = !family.in_dtsen || self.odd.contains(&number);
        Some(Task { visit, family, before, unlisted, at })
    }
}

fn first_visits(week: &Week) -> BTreeMap<u64, Vec<Document>> {
    let mut first = BTreeMap::new();
    for visit in week.visits.iter().filter(|visit| !visit.documents.is_empty()) {
        let of = |one: &Document| one.ending.is_none();
        let documents = || visit.documents.iter().filter(|one| of(one)).cloned().collect();
        first.entry(visit.household.unique).or_insert_with(documents);
    }
    first
}

/// Returns the visits of a worker in the desa that are his or hers.
fn of_worker(week: &Week, place: usize, tablet: &Tablet) -> Vec<Visit> {
    let here = |visit: &Visit| tablet.desa.iter().any(|desa| desa.code == visit.desa.digits());
    let own = |visit: &&Visit| visit.fasilitator as usize == place && here(visit);
    week.visits.iter().filter(own).cloned().collect()
}

/// Returns what people of a desa bring to their Puskesos.
fn at_the_puskesos(kecamatan: &Kecamatan, seed: u64, tablet: &Tablet, monday: Date) -> Vec<Visit> {
    let mut only = kecamatan.clone();
    let own = tablet.desa.first().map_or("", |desa| desa.code.as_str());
    only.villages.retain(|village| village.code.digits() == own);
    if only.villages.is_empty() {
        return Vec::new();
    }
    let mut week = visits::week(&only, 1, seed + 1, monday);
    let with_case = |visit: &Visit| visit.documents.iter().any(|one| one.ending.is_some());
    week.visits.sort_by_key(|visit| !with_case(visit));
    week.visits.truncate(AT_THE_PUSKESOS);
    for visit in &mut week.visits {
        visit.place = "puskesos";
        visit.purpose = "office";
    }
    week.visits
}

/// Returns the Monday of the last whole week, or the one that was begun with in this folder: work
/// that goes on next week is still last week's.
pub fn begun_week(data: &Path, now_s: i64) -> Result<Date, String> {
    let file = data.join("week");
    if let Ok(text) = std::fs::read_to_string(&file) {
        return text.trim().parse().map_err(|_| format!("{} holds no date", file.display()));
    }
    let monday = last_monday(now_s);
    std::fs::create_dir_all(data)
        .and_then(|()| std::fs::write(&file, monday.to_string()))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(monday)
}

fn last_monday(now_s: i64) -> Date {
    let moment = jiff::Timestamp::from_second(now_s).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let zone = TimeZone::get("Asia/Jakarta").unwrap_or(TimeZone::UTC);
    let today = moment.to_zoned(zone).date();
    let since = today.weekday().since(Weekday::Monday);
    today.checked_sub((7 + i32::from(since)).days()).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_before_this_one() {
        // Monday 14 July 2025, 09.41 in Jakarta.
        assert_eq!(last_monday(1_752_460_860), jiff::civil::date(2025, 7, 7));
        // The Sunday before, a minute before midnight in Jakarta.
        assert_eq!(last_monday(1_752_425_940), jiff::civil::date(2025, 6, 30));
    }

    #[test]
    fn work_goes_on_in_the_week_that_was_begun() {
        let folder = tempfile::tempdir().unwrap();
        let begun = begun_week(folder.path(), 1_752_460_860).unwrap();
        let later = begun_week(folder.path(), 1_752_460_860 + 30 * 86_400).unwrap();
        assert_eq!(begun, later);
    }
}
