//! A visit under review: what is new since the last look; a note per field goes back.

use askama::Template;

use crate::web::view::{Badge, DiffGroup, Frame, Hold, LeftTime, Problem, TimelineItem};
use crate::web::words::visit as words;
use crate::web::{say, sign};

/// A count of fields with its word.
pub struct Count {
    /// How many.
    pub number: usize,
    /// Of what.
    pub word: &'static str,
    /// Class of the style sheet.
    pub class: &'static str,
}

/// The visits before and after this one in the queue.
#[derive(Default)]
pub struct Neighbours {
    /// "5 dari 24", or nothing.
    pub place: String,
    /// Address of the one before, or nothing.
    pub before: String,
    /// Address of the one after, or nothing.
    pub after: String,
}

/// One visit with everything that it changed.
#[derive(Template)]
#[template(path = "page/visit.html")]
pub struct VisitPage {
    /// What surrounds it.
    pub f: Frame,
    /// Back to the queue.
    pub queue_href: String,
    /// Name of the queue.
    pub queue_name: String,
    /// Its place in the queue.
    pub beside: Neighbours,
    /// Whose family.
    pub title: String,
    /// State and round.
    pub badges: Vec<Badge>,
    /// Who has it.
    pub hold: Hold,
    /// What was written and can no longer be sent.
    pub kept: Vec<String>,
    /// Whether unchanged fields are shown.
    pub unfolded: bool,
    /// Time left, while it waits.
    pub left: Option<LeftTime>,
    /// Until when.
    pub due: String,
    /// Place, facilitator, time, consent.
    pub facts_line: String,
    /// Where the form goes.
    pub action: String,
    /// The version that was seen.
    pub seen: String,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
    /// Counts of new, changed and warned fields.
    pub counts: Vec<Count>,
    /// Cases first, then persons, participation, house.
    pub groups: Vec<DiffGroup>,
    /// The badge of a field in conflict.
    pub conflict_badge: Badge,
    /// Whether this viewer may decide now.
    pub may_decide: bool,
    /// Label of the note that goes on with it.
    pub review_note_label: String,
    /// What to write there, or nothing.
    pub note_hint: &'static str,
    /// The note as typed.
    pub review_note: String,
    /// History, newest first.
    pub timeline: Vec<TimelineItem>,
    /// What one decision covers.
    pub decision_line: String,
    /// Words of the accepting button.
    pub accept_name: String,
}
