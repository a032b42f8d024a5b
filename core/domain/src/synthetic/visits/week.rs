//! Who visited whom in a week.

use jiff::civil::Date;

use super::subject::{Document, Subject};
use super::{beside, case, household, person};
use crate::Kab;
use crate::case_number::{Block, CaseNumber, Serial};
use crate::synthetic::{Draw, Family, Kecamatan, Village};
use crate::wilayah::Code;

/// A worker of the week; no name, since accounts are the caller's.
#[derive(Clone)]
pub struct Fasilitator {
    /// Counts up from 0.
    pub number: u32,
    /// The desa of the assignment, one or two.
    pub desa: Vec<Code>,
    /// The block of registration numbers of the tablet.
    pub block: Block,
}

/// One visit.
#[derive(Clone)]
pub struct Visit {
    /// Who went.
    pub fasilitator: u32,
    /// Where.
    pub desa: Code,
    /// The day.
    pub day: Date,
    /// The start, minutes after local midnight.
    pub from_minute: u16,
    /// The length in minutes.
    pub minutes: u16,
    /// Whom.
    pub household: Subject,
    /// `list:place`.
    pub place: &'static str,
    /// `list:visit_purpose`.
    pub purpose: &'static str,
    /// `list:visit_outcome`.
    pub outcome: &'static str,
    /// `list:consent`; where somebody was met.
    pub consent: Option<&'static str>,
    /// What it put, in order.
    pub documents: Vec<Document>,
    /// The place in the week of another worker's visit that this one did not know of.
    pub beside: Option<usize>,
}

/// A week of a kecamatan.
#[derive(Clone)]
pub struct Week {
    /// The workers.
    pub fasilitators: Vec<Fasilitator>,
    /// First visits worker by worker, then what was edited again.
    pub visits: Vec<Visit>,
}

/// Makes the week that starts on a Monday.
///
/// A fifth of the workers makes about half of the visits and the last tenth none. No household is
/// registered twice, a few are edited again, and some of those by two who do not know of each other.
pub fn week(kecamatan: &Kecamatan, fasilitators: u32, seed: u64, monday: Date) -> Week {
    let mut maker = Maker {
        draw: Draw::new(seed, &format!("week:{}", kecamatan.code)),
        kecamatan,
        monday,
        cases: 0,
        next_family: vec![0; kecamatan.villages.len()],
        week: Week { fasilitators: Vec::new(), visits: Vec::new() },
    };
    for number in 0..fasilitators {
        maker.work(number, fasilitators);
    }
    maker.meet();
    maker.week
}

struct Maker<'a> {
    draw: Draw,
    kecamatan: &'a Kecamatan,
    monday: Date,
    cases: u64,
    next_family: Vec<usize>,
    week: Week,
}

impl Maker<'_> {
    /// Lets one worker go through the week.
    fn work(&mut self, number: u32, of: u32) {
        let count = self.kecamatan.villages.len();
        let (first, second) = (number as usize % count, (number as usize + 1) % count);
        let mut desa = vec![self.kecamatan.villages[first].code];
        if self.draw.happens(4000) && second != first {
            desa.push(self.kecamatan.villages[second].code);
        }
        let block =
            Block::new(u16::try_from(number % 32_768).unwrap_or(0)).unwrap_or_else(first_block);
        self.week.fasilitators.push(Fasilitator { number, desa: desa.clone(), block });
        let visits = match number * 10 / of.max(1) {
            0 | 1 => self.draw.between(18, 26),
            9 => 0,
            _ => self.draw.between(3, 8),
        };
        let mut serial = Some(Serial::FIRST);
        for step in 0..visits {
            let place = if desa.len() == 2 && self.draw.happens(3000) { second } else { first };
            let when = (step * 6 / visits.max(1), 480 + (step % 5) * 95);
            self.visit(number, block, &mut serial, place, when);
        }
    }

    fn visit(
        &mut self,
        fasilitator: u32,
        block: Block,
        serial: &mut Option<Serial>,
        place: usize,
        (day, minute): (i32, i32),
    ) {
        let village = &self.kecamatan.villages[place];
        let Some(family) = village.families.get(self.next_family[place]) else { return };
        self.next_family[place] += 1;
        let outcome = self.draw.weighted(&[
            ("met", 76),
            ("met_other", 8),
            ("not_home", 10),
            ("refused", 2),
            ("moved", 3),
            ("not_found", 1),
        ]);
        let mut visit = Visit {
            fasilitator,
            desa: village.code,
            day: self.monday.checked_add(jiff::ToSpan::days(day)).unwrap_or(self.monday),
            from_minute: (minute + self.draw.between(0, 40)) as u16,
            minutes: self.draw.between(12, 55) as u16,
            household: Subject::household(family),
            place: "home",
            purpose: "outreach",
            outcome,
            consent: None,
            documents: Vec::new(),
            beside: None,
        };
        match outcome {
            "met" => self.fill(&mut visit, village, family, block, serial),
            "refused" => visit.consent = Some("refused"),
            _ => {}
        }
        self.week.visits.push(visit);
    }

    /// Records the household, its members and, at two visits of five, a case.
    fn fill(
        &mut self,
        visit: &mut Visit,
        village: &Village,
        family: &Family,
        block: Block,
        serial: &mut Option<Serial>,
    ) {
        let draw = &mut self.draw;
        visit.consent = Some(draw.weighted(&[("spoken", 5), ("thumb", 3), ("signed", 2)]));
        visit.documents.push(household::first(draw, village, family));
        visit.documents.extend(family.members.iter().map(|one| person::first(draw, family, one)));
        let adult = family.members.iter().find(|one| one.age >= 17);
        let (Some(adult), true) = (adult, draw.happens(4000)) else { return };
        let kab = village.code.kab().unwrap_or(Kab(9901));
        let number =
            serial.and_then(|serial| CaseNumber::issue(kab, visit.day, None, block, serial));
        if let Some(number) = number {
            *serial = serial.and_then(Serial::next);
            self.cases += 1;
            visit.documents.push(case::draw(draw, self.cases, number, family, adult));
        }
    }

    /// Adds follow-ups: by the same worker, or by another who had not seen the first visit.
    fn meet(&mut self) {
        let first = self.week.visits.len();
        for place in 0..first {
            let known = !self.week.visits[place].documents.is_empty();
            if known && self.draw.happens(3000) {
                let follow_up = self.follow_up(place);
                self.week.visits.push(follow_up);
            }
        }
    }

    fn follow_up(&mut self, place: usize) -> Visit {
        let earlier = &self.week.visits[place];
        let workers = self.week.fasilitators.len() as u32;
        let other = workers > 1 && self.draw.happens(3500);
        let fasilitator =
            if other { (earlier.fasilitator + 1) % workers } else { earlier.fasilitator };
        let family = self
            .kecamatan
            .villages
            .iter()
            .flat_map(|village| &village.families)
            .find(|family| u64::from(family.number) == earlier.household.unique);
        let documents = family.map(|family| beside::again(&mut self.draw, family, place as u32));
        Visit {
            fasilitator,
            // The second worker comes at the same hour, the first one two hours later.
            from_minute: earlier.from_minute + if other { 0 } else { 120 },
            minutes: 10,
            purpose: "follow_up",
            documents: documents.unwrap_or_default(),
            beside: other.then_some(place),
            ..earlier.clone()
        }
    }
}

fn first_block() -> Block {
    Block::new(0).expect("0 is below the number of blocks")
}
