//! Who visits whom in the week before today.

use jangkau_domain::synthetic::visits::{self, Visit, Week};
use jangkau_domain::synthetic::{Family, Kecamatan, Size};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::invitation::{Demo, Tablet};

/// Visits of the Puskesos' own tablet.
const AT_THE_PUSKESOS: usize = 6;

/// One visit with what is known of the family.
pub struct Task<'p> {
    /// What is to be recorded.
    pub visit: &'p Visit,
    /// The family as the village has it.
    pub family: &'p Family,
    /// When it begins, seconds since 1970 UTC; no other task of the tablet begins then.
    pub at: i64,
}

/// The week of every tablet.
pub struct Plan {
    kecamatan: Kecamatan,
    weeks: Vec<Vec<Visit>>,
}

impl Plan {
    /// Makes the plan of the last whole week before a moment.
    pub fn of_last_week(demo: &Demo, now_s: i64) -> Self {
        let kecamatan = Kecamatan::generate(demo.seed, Size::M);
        let monday = last_monday(now_s);
        let count = u32::try_from(demo.tablets.len()).unwrap_or(1);
        let week = visits::week(&kecamatan, count, demo.seed, monday);
        let of = |(place, tablet): (usize, &Tablet)| match tablet.role.as_str() {
            "fop" => {
                let desa = tablet.desa.first().map_or("", |desa| desa.code.as_str());
                at_the_puskesos(&kecamatan, demo.seed, desa, monday)
            }
            _ => of_worker(&week, place),
        };
        let weeks = demo.tablets.iter().enumerate().map(of).collect();
        Self { kecamatan, weeks }
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
        Some(Task { visit, family, at })
    }
}

/// Returns the visits of a worker.
fn of_worker(week: &Week, place: usize) -> Vec<Visit> {
    let own = |visit: &&Visit| visit.fasilitator as usize == place;
    week.visits.iter().filter(own).cloned().collect()
}

/// Returns what people of a desa bring to their Puskesos.
fn at_the_puskesos(kecamatan: &Kecamatan, seed: u64, desa: &str, monday: Date) -> Vec<Visit> {
    let mut only = kecamatan.clone();
    only.villages.retain(|village| village.code.digits() == desa);
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

/// Returns the Monday of the last whole week.
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
}
