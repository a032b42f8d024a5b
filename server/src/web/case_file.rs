//! The page of a case, built from its document and the newest row of its state.

use jangkau_domain::field::{Field, Sens};
use jangkau_domain::role::Role;
use jangkau_domain::step::{self, Asked, Step, StepId};
use jangkau_domain::{DocId, DocKind, Lang, clock};
use jiff::Timestamp;
use rusqlite::Connection;

use super::case_input::{self, Typed};
use super::case_offer::{self, Offer};
use super::case_person;
use super::desk::{Desk, Shut};
use super::page::case::{CasePage, Deadline};
use super::read::opened::Opened;
use super::read::{history, row, sight};
use super::view::{Badge, Fact, Hold, NumberText, Stop, StopState, TimelineItem, Tone};
use super::words::case as words;
use super::{case_referral, hold, review, say, show, url};
use crate::projection::Shown;
use crate::store::case_state::{self, CaseRow};
use crate::store::queue::Waiting;
use crate::store::{StoreError, case_step};

/// Fields of a case that its header or story already show.
const SHOWN_APART: [&str; 9] = [
    "f/kind",
    "f/subcat",
    "f/number",
    "f/person",
    "f/program",
    "f/sector",
    "f/story",
    "f/urgent",
    "f/reg_release",
];

/// A case that the person may open.
pub struct CaseFile {
    /// Its document.
    pub opened: Opened,
    row: CaseRow,
}

impl CaseFile {
    /// Opens a case.
    ///
    /// # Errors
    ///
    /// [`Shut::NotFound`] if there is none, or none that the person may know of.
    pub fn find(conn: &Connection, desk: &Desk, id: &str) -> Result<Self, Shut> {
        let doc = DocId::from_hex(id).ok_or(Shut::NotFound)?;
        let opened = Opened::find(conn, desk, DocKind::Case, doc)?;
        let row = case_state::find(conn, desk.kab, &doc)?.ok_or(Shut::NotFound)?;
        Ok(Self { opened, row })
    }

    /// Builds the page.
    ///
    /// # Errors
    ///
    /// [`Shut`] if something cannot be read.
    pub fn page(
        &self,
        conn: &Connection,
        desk: &Desk,
        typed: &Typed,
        problems: Vec<String>,
    ) -> Result<CasePage, Shut> {
        let doc = self.opened.stored.register.id();
        let number = self.opened.text("f/number").unwrap_or_else(|| "–".to_owned());
        let waiting = self.waits(conn, desk)?;
        let hold = self.hold(conn, desk)?;
        // A form that came back keeps what was typed, whoever has the case now.
        let free = hold.by.is_empty() || !typed.get("step").is_empty();
        let steps = if free { self.steps(desk) } else { Vec::new() };
        let offer = Offer::find(conn, desk, &self.row)?;
        let choices = case_input::choices(desk, &steps, self.row.state, &offer, typed);
        let (queue_href, queue_name) = waiting.as_ref().map_or_else(Default::default, |row| {
            let title = jangkau_domain::queue::of(row.queue).title;
            (url::queue(row.queue.key()), desk.say(title).to_owned())
        });
        let person = case_person::find(conn, desk, &self.opened)?;
        let for_whom = person
            .as_ref()
            .map_or_else(String::new, |person| format!("{} {}", desk.say(words::FOR), person.name));
        let mut frame = desk.frame(conn, &number, &queue_href)?;
        frame.banner = review::held(desk, &hold).filter(|_| problems.is_empty());
        Ok(CasePage {
            f: frame,
            queue_href,
            queue_name,
            number: NumberText::new(&number),
            badges: self.badges(desk),
            deadline: waiting.as_ref().map(|row| self.deadline(desk, row)),
            subject: self.subject(desk),
            for_whom,
            facts_line: self.facts_line(desk),
            stops: self.stops(conn, desk)?,
            problems,
            person,
            recorded_line: self.recorded_line(conn, desk)?,
            story: self.opened.text("f/story").unwrap_or_default(),
            facts: self.facts(desk),
            aside: choices.iter().filter(|step| step.aside).count(),
            aside_open: choices.iter().any(|step| step.aside && step.chosen),
            steps: choices,
            referral: case_referral::find(conn, desk, &doc)?,
            hold,
            action: url::case(&doc),
            seen: self.row.n.to_string(),
            note: typed.get("note").to_owned(),
            waits_for: self.waits_for(desk),
            timeline: self.timeline(conn, desk, &doc)?,
        })
    }

    /// Returns who has the case.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be read.
    pub fn hold(&self, conn: &Connection, desk: &Desk) -> Result<Hold, StoreError> {
        let row = self.waits(conn, desk)?;
        hold::of(conn, desk, row.as_ref(), !self.steps(desk).is_empty())
    }

    /// Returns the row in which the case waits.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be read.
    pub fn waits(&self, conn: &Connection, desk: &Desk) -> Result<Option<Waiting>, StoreError> {
        sight::of_case_or_visit(conn, desk, &self.opened.stored.register.id(), self.row.visit)
    }

    /// Says that the case moved on since its page was opened, and where it stands now.
    pub fn moved(&self, desk: &Desk, seen: &str) -> Option<String> {
        let state = desk.say(self.row.state.label());
        (seen != self.row.n.to_string())
            .then(|| format!("{} {state}.", desk.say(words::CHANGED_NOW)))
    }

    fn steps(&self, desk: &Desk) -> Vec<&'static Step> {
        step::legal(self.row.state, self.row.kind)
            .filter(|one| one.asked.contains(&Asked::Desk))
            .filter(|one| !one.who.roles.is_empty())
            // The supervisor's verdict on a visit carries the steps of its cases.
            .filter(|one| self.row.visit.is_none() || !is_of_visit(one.id))
            .filter(|one| !desk.viewer.roles_for(one.id, &self.opened.thing).is_empty())
            .collect()
    }

    fn badges(&self, desk: &Desk) -> Vec<Badge> {
        let mut badges = vec![show::state(self.row.state, desk.lang())];
        if self.row.urgent {
            let urgent = super::words::queue::URGENT;
            badges.push(Badge::new(desk.say(urgent), Tone::Bata, "urgent"));
        }
        if self.row.private {
            let private = super::words::queue::PRIVATE;
            badges.push(Badge::new(desk.say(private), Tone::Dark, "lock"));
        }
        if self.opened.in_review() > 0 {
            badges.push(Badge::new(desk.say(say::DIFFERENT), Tone::Manggis, "conflict"));
        }
        badges
    }

    /// Both clocks: that of the queue it waits in, and that of the whole case.
    fn deadline(&self, desk: &Desk, waiting: &Waiting) -> Deadline {
        let left = desk.left_long(waiting.due);
        let title = desk.say(jangkau_domain::queue::of(waiting.queue).title);
        let day = |at_s: i64| Timestamp::from_second(at_s).ok().map(|at| desk.zone.day(at));
        let subcat = self.opened.text("f/subcat").unwrap_or_default();
        let total = clock::total(self.row.kind, &subcat);
        let whole = match (self.row.first_at.and_then(day), day(desk.now_s), total) {
            (Some(first), Some(today), Some(total)) => {
                let day = desk.calendar.working_days(first, today) + 1;
                match desk.lang() {
                    Lang::Id => format!("Seluruh penanganan: hari kerja ke-{day} dari {total}"),
                    Lang::En => format!("Whole case: working day {day} of {total}"),
                }
            }
            _ => String::new(),
        };
        Deadline { title, until: desk.until(waiting.due), left, whole }
    }

    fn subject(&self, desk: &Desk) -> String {
        let kind = self.opened.words(desk, "f/kind");
        let program = self.opened.words(desk, "f/program");
        if program.is_empty() { kind } else { format!("{kind} · {program}") }
    }

    fn facts_line(&self, desk: &Desk) -> String {
        let desa = self.opened.thing.desa.as_deref();
        let mut facts = vec![
            desa.map_or_else(String::new, |desa| super::place::with_kecamatan(&desk.wilayah, desa)),
            self.opened.words(desk, "f/subcat"),
            self.opened.words(desk, "f/sector"),
        ];
        facts.extend(self.row.unit.as_ref().map(|unit| case_offer::unit_name(desk, unit)));
        facts.retain(|fact| !fact.is_empty());
        facts.join(" · ")
    }

    /// The five stops with the day on which the case came to each.
    fn stops(&self, conn: &Connection, desk: &Desk) -> Result<Vec<Stop>, StoreError> {
        let mut stops = show::stops(self.row.state, false, desk.lang());
        let doc = self.opened.stored.register.id();
        let mut came = [None; 5];
        came[0] = self.row.first_at;
        for taken in case_step::list(conn, desk.kab, &doc)? {
            if let Some(to) = jangkau_domain::case::CaseState::from_key(&taken.to) {
                came[show::stop_of(to)].get_or_insert(taken.at);
            }
        }
        for (stop, came) in stops.iter_mut().zip(came) {
            let Some(came) = came.filter(|_| stop.state != StopState::Later) else { continue };
            let day = desk.day(came);
            let since = if desk.lang() == Lang::Id { "sejak" } else { "since" };
            stop.date = if stop.state == StopState::Now { format!("{since} {day}") } else { day };
        }
        Ok(stops)
    }

    fn facts(&self, desk: &Desk) -> Vec<Fact> {
        let apart = |key: &String| SHOWN_APART.contains(&key.as_str());
        let shown = self.opened.fields().into_iter().filter(|(key, _, _)| !apart(key));
        shown.map(|(key, field, shown)| self.fact(desk, &key, field, &shown)).collect()
    }

    fn fact(&self, desk: &Desk, key: &str, field: &Field, shown: &Shown) -> Fact {
        let doc = self.opened.stored.register.id();
        let guarded = field.sens != Sens::Desa;
        let reveal = if guarded { url::reveal(&doc, key) } else { String::new() };
        let said = desk.keyed(key, field, &shown.value, false);
        let said = match self.opened.text("f/reg_release").filter(|_| key == "f/reg_status") {
            Some(release) => format!("{said} ({})", show::release(&release)),
            None => said,
        };
        Fact { reveal, ..Fact::new(row::label(desk, key, field), said) }
    }

    fn recorded_line(&self, conn: &Connection, desk: &Desk) -> Result<String, Shut> {
        let name = history::name_of(conn, desk, self.row.author)?;
        let Some(at) = self.row.first_at else { return Ok(name) };
        Ok(match desk.lang() {
            Lang::Id => format!("diterima {} dari {name}", desk.moment(at)),
            Lang::En => format!("received {} from {name}", desk.moment(at)),
        })
    }

    fn waits_for(&self, desk: &Desk) -> String {
        let roles = self.row.state.held_by(self.row.unit.as_ref());
        let names: Vec<&str> = roles.iter().map(|role: &Role| desk.say(role.label())).collect();
        if names.is_empty() {
            return String::new();
        }
        format!("{}: {}", desk.say(words::WAITS_FOR), names.join(", "))
    }

    fn timeline(
        &self,
        conn: &Connection,
        desk: &Desk,
        doc: &DocId,
    ) -> Result<Vec<TimelineItem>, Shut> {
        let mut items = Vec::new();
        if !self.row.state.is_end() {
            let state = desk.say(self.row.state.label()).to_owned();
            items.push(history::waiting(state, history::since(desk, self.row.since_at)));
        }
        items.extend(history::of_case(conn, desk, doc)?);
        Ok(items)
    }
}

const fn is_of_visit(step: StepId) -> bool {
    matches!(step, StepId::T8 | StepId::L2 | StepId::L3)
}
