//! The page of a visit under review.

use jangkau_domain::policy::Capability;
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::StepId;
use jangkau_domain::{DocKind, Lang, Ulid};
use rusqlite::Connection;

use super::desk::{Desk, Shut};
use super::page::visit::{Count, Neighbours, VisitPage};
use super::read::opened::Opened;
use super::read::visit::{Counts, Notes, groups};
use super::read::{history, sight};
use super::view::{Badge, Banner, Hold, Problem, Tone};
use super::viewer::Thing;
use super::words::visit as words;
use super::{hold, household, say, show, url};
use crate::store::visit_state::{self, VisitRow, VisitState};
use crate::store::visits::{self, Visit};
use crate::store::{StoreError, persons, returns, scopes};

/// A visit, where its review stands, and the person's right to it.
pub struct Review {
    /// The visit.
    pub visit: Visit,
    /// Where its review stands.
    pub row: VisitRow,
    /// Its cases.
    pub cases: usize,
    thing: Thing,
}

/// What was typed and what is wrong with it.
#[derive(Default)]
pub struct Typed<'a> {
    /// Notes by document and key.
    pub notes: Option<&'a Notes>,
    /// The note that goes on with the visit.
    pub review_note: &'a str,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Whether unchanged fields are shown too.
    pub unfolded: bool,
}

impl Typed<'_> {
    /// What somebody wrote and can no longer send: it is shown, so that nothing is lost.
    fn texts(&self) -> Vec<String> {
        let notes = self.notes.into_iter().flatten().map(|(_, note)| note.clone());
        let all = notes.chain(Some(self.review_note.to_owned()));
        all.filter(|text| !text.is_empty()).collect()
    }
}

impl Review {
    /// Finds a visit that the person may open.
    ///
    /// # Errors
    ///
    /// [`Shut::NotFound`] if there is none, or none that they may know of.
    pub fn find(conn: &Connection, desk: &Desk, id: &str) -> Result<Self, Shut> {
        let id: Ulid = id.parse().map_err(|_| Shut::NotFound)?;
        let visit = visits::find(conn, desk.kab, &id)?.ok_or(Shut::NotFound)?;
        let row = visit_state::find(conn, desk.kab, &id)?.ok_or(Shut::NotFound)?;
        let scope = scopes::find(conn, desk.kab, visit.scope)?;
        let thing = Thing {
            desa: scope.and_then(|scope| scope.wilayah),
            author: Some(visit.user),
            ..Thing::default()
        };
        if desk.viewer.may_open(Capability::People, &thing).is_err() {
            return Err(Shut::NotFound);
        }
        let parts = visits::parts(conn, desk.kab, &id)?;
        let cases = parts.iter().filter(|part| part.kind == DocKind::Case).count();
        Ok(Self { visit, row, thing, cases })
    }

    /// Tells whether the person may decide now.
    pub fn may_decide(&self, desk: &Desk) -> bool {
        self.row.state == VisitState::Waiting && !self.roles(desk).is_empty()
    }

    /// Returns the roles in which the person may decide.
    pub fn roles(&self, desk: &Desk) -> Vec<Role> {
        desk.viewer.roles_for(StepId::V2, &self.thing)
    }

    /// Says that a colleague decided meanwhile, and what.
    pub fn moved(&self, desk: &Desk) -> Option<String> {
        (self.row.state != VisitState::Waiting).then(|| {
            let state = desk.say(self.state().0);
            format!("{} {state}.", desk.say(super::words::case::CHANGED_NOW))
        })
    }

    /// Returns what the page is drawn from: a later change or a decision makes it another.
    pub fn seen(&self) -> String {
        format!("{}:{}", self.row.round, self.visit.last_pos)
    }

    fn earlier_notes(&self, conn: &Connection, desk: &Desk) -> Result<Notes, StoreError> {
        let mut notes = Notes::new();
        if self.row.state == VisitState::Returned {
            for returned in returns::of_visit(conn, desk.kab, &self.visit.id)? {
                for (key, note) in returned.noted_fields() {
                    notes.insert((returned.doc, key), note);
                }
            }
        }
        Ok(notes)
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
        typed: Typed<'_>,
    ) -> Result<VisitPage, Shut> {
        let from_pos = if self.row.round > 1 { self.row.from_pos } else { 0 };
        let earlier = self.earlier_notes(conn, desk)?;
        let notes = typed.notes.unwrap_or(&earlier);
        let (groups, counts) = groups(conn, desk, &self.visit.id, from_pos, notes)?;
        let title = self.title(conn, desk)?;
        let waiting = sight::of_visit(conn, desk, &self.visit.id, Queue::Review)?;
        let hold = self.hold(conn, desk)?;
        // A form that came back keeps what was typed, whoever has the visit now.
        let may_decide = self.may_decide(desk) && (hold.by.is_empty() || typed.notes.is_some());
        let mut frame = desk.frame(conn, &title, &url::queue("review"))?;
        frame.banner = held(desk, &hold).filter(|_| typed.problems.is_empty());
        Ok(VisitPage {
            f: frame,
            hold,
            kept: if may_decide { Vec::new() } else { typed.texts() },
            unfolded: typed.unfolded,
            queue_href: url::queue("review"),
            queue_name: desk.say(jangkau_domain::queue::of(Queue::Review).title).to_owned(),
            beside: self.neighbours(conn, desk)?,
            badges: self.badges(desk),
            left: waiting.as_ref().map(|row| desk.left_long(row.due)),
            due: waiting.map_or_else(String::new, |row| desk.until(row.due)),
            facts_line: self.facts_line(conn, desk)?,
            action: url::visit(&self.visit.id),
            seen: self.seen(),
            problems: typed.problems,
            counts: count_words(&counts, desk.lang()),
            groups,
            conflict_badge: Badge::new(desk.say(say::DIFFERENT), Tone::Manggis, "conflict"),
            may_decide,
            review_note_label: desk.say(self.note_label()).to_owned(),
            review_note: typed.review_note.to_owned(),
            note_hint: if self.cases > 0 { desk.say(words::NOTE_HINT) } else { "" },
            timeline: self.timeline(conn, desk)?,
            decision_line: decision_line(&counts, desk.lang()),
            accept_name: desk.say(self.accept_name()).to_owned(),
            title,
        })
    }

    /// Returns who has the visit.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be read.
    pub fn hold(&self, conn: &Connection, desk: &Desk) -> Result<Hold, StoreError> {
        let row = sight::of_visit(conn, desk, &self.visit.id, Queue::Review)?;
        hold::of(conn, desk, row.as_ref(), self.may_decide(desk))
    }

    fn title(&self, conn: &Connection, desk: &Desk) -> Result<String, StoreError> {
        let family = match self.visit.doc {
            Some(doc) => persons::of_household(conn, desk.kab, &doc)?,
            None => Vec::new(),
        };
        Ok(format!("{} {}", desk.say(say::FAMILY), household::head_of(desk, &family)))
    }

    /// The visits before and after it, in the order of the queue.
    fn neighbours(&self, conn: &Connection, desk: &Desk) -> Result<Neighbours, StoreError> {
        let rows = sight::open_rows(conn, desk, Queue::Review)?;
        let visits: Vec<Ulid> = rows.iter().filter_map(|row| row.visit).collect();
        let Some(at) = visits.iter().position(|visit| *visit == self.visit.id) else {
            return Ok(Neighbours::default());
        };
        let of = if desk.lang() == Lang::Id { "dari" } else { "of" };
        let href = |at: Option<usize>| at.and_then(|at| visits.get(at)).map(url::visit);
        Ok(Neighbours {
            place: format!("{} {of} {}", at + 1, visits.len()),
            before: href(at.checked_sub(1)).unwrap_or_default(),
            after: href(at.checked_add(1)).unwrap_or_default(),
        })
    }

    const fn state(&self) -> (jangkau_domain::Label, Tone, &'static str) {
        match self.row.state {
            VisitState::Waiting => (words::WAITING, Tone::Kunyit, "review"),
            VisitState::Accepted => (words::ACCEPTED, Tone::Padi, "done"),
            VisitState::Returned => (words::IS_RETURNED, Tone::Kunyit, "correction"),
            VisitState::Counted => (words::COUNTED, Tone::Plain, "done"),
        }
    }

    fn badges(&self, desk: &Desk) -> Vec<Badge> {
        let badge = self.state();
        let mut badges = vec![Badge::new(desk.say(badge.0), badge.1, badge.2)];
        if self.row.round > 1 {
            let text = format!("{}{}", desk.say(super::words::queue::ROUND), self.row.round);
            badges.push(Badge::new(text, Tone::Kunyit, "correction"));
        }
        badges
    }

    fn facts_line(&self, conn: &Connection, desk: &Desk) -> Result<String, Shut> {
        let mut facts = Vec::new();
        if let Some(doc) = self.visit.doc
            && let Ok(house) = Opened::find(conn, desk, DocKind::Household, doc)
        {
            facts.push(household::address(desk, &house));
        }
        facts.push(history::name_of(conn, desk, Some(self.visit.user))?);
        if let Some(told) = &self.visit.told {
            facts.push(desk.full_moment(told.claimed));
            facts.push(show::code("place", &told.place, desk.lang()));
            facts.push(show::code("visit_outcome", &told.outcome, desk.lang()));
        }
        facts.retain(|fact| !fact.is_empty());
        Ok(facts.join(" · "))
    }

    fn timeline(
        &self,
        conn: &Connection,
        desk: &Desk,
    ) -> Result<Vec<super::view::TimelineItem>, Shut> {
        let mut items = Vec::new();
        if self.row.state == VisitState::Waiting {
            let what = desk.say(words::WAITING).to_owned();
            items.push(history::waiting(what, history::since(desk, self.row.at)));
        }
        let mut docs = Vec::new();
        for part in visits::parts(conn, desk.kab, &self.visit.id)? {
            // The family's own returns stand in its history; a closed record's notes stay closed.
            let open = || Opened::find(conn, desk, part.kind, part.doc).is_ok();
            if part.kind != DocKind::Household && open() {
                docs.push((part.kind, part.doc));
            }
        }
        items.extend(history::of_visit(conn, desk, &self.visit, &docs)?);
        Ok(items)
    }

    const fn note_label(&self) -> jangkau_domain::Label {
        if self.cases > 0 { words::REVIEW_NOTE } else { words::REVIEW_NOTE_PLAIN }
    }

    const fn accept_name(&self) -> jangkau_domain::Label {
        if self.cases > 0 { words::FORWARD } else { words::ACCEPT }
    }
}

/// Says that a colleague has the row, and what is left to do.
pub fn held(desk: &Desk, hold: &Hold) -> Option<Banner> {
    (!hold.by.is_empty()).then(|| Banner {
        tone: Tone::Laut,
        first: format!("{} {}.", desk.say(say::HELD_BY), hold.by),
        second: desk.say(say::LOOK_ONLY).to_owned(),
    })
}

fn count_words(counts: &Counts, lang: Lang) -> Vec<Count> {
    let count = |number, id, en, class| Count {
        number,
        word: if lang == Lang::Id { id } else { en },
        class,
    };
    let all = [
        count(counts.changed, "berubah", "changed", ""),
        count(counts.new, "baru", "new", ""),
        count(counts.warned, "peringatan", "warnings", "warned-count"),
        count(counts.same, "tetap, dilipat", "unchanged, folded", "quiet"),
    ];
    all.into_iter().filter(|one| one.number > 0).collect()
}

fn decision_line(counts: &Counts, lang: Lang) -> String {
    let Counts { persons, programs, cases, .. } = counts;
    match lang {
        Lang::Id => format!(
            "Satu keputusan untuk {persons} orang, {programs} kepesertaan, dan {cases} keluhan."
        ),
        Lang::En => {
            format!("One decision. People: {persons}, programs: {programs}, cases: {cases}.")
        }
    }
}
