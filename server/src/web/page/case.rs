//! A case: where it stands, who has it, by when, and what its viewer may do.

use askama::Template;

use super::form::Input;
use crate::web::view::{Badge, Fact, Frame, Hold, LeftTime, NumberText, Stop, TimelineItem};
use crate::web::words::case as words;
use crate::web::{say, sign};

/// The citizen of a case.
pub struct CasePerson {
    /// Name.
    pub name: String,
    /// Sex, age, relation.
    pub meta: String,
    /// The household's page.
    pub href: String,
    /// NIK (masked), address, register, programs.
    pub facts: Vec<Fact>,
}

/// A step that the viewer may take.
pub struct StepChoice {
    /// Id of the step.
    pub id: &'static str,
    /// What it does, as a verb.
    pub name: String,
    /// Where the case goes.
    pub effect: String,
    /// Whether it is preset or was chosen.
    pub chosen: bool,
    /// Whether it ends the case against the citizen's wish, or deletes.
    pub danger: bool,
    /// Whether it stands among the rarer ones.
    pub aside: bool,
    /// What it asks for.
    pub inputs: Vec<Input>,
}

/// Until when a case has to be passed on.
pub struct Deadline {
    /// Name of the queue.
    pub title: &'static str,
    /// Time left there.
    pub left: LeftTime,
    /// Until when.
    pub until: String,
    /// How long the whole case has taken, or nothing.
    pub whole: String,
}

/// Where a case was sent.
pub struct ReferralCard {
    /// To whom.
    pub title: String,
    /// What became of it.
    pub badge: Badge,
    /// Level, way, dates, who asked and approved.
    pub facts: Vec<Fact>,
}

/// One case.
#[derive(Template)]
#[template(path = "page/case.html")]
pub struct CasePage {
    /// What surrounds it.
    pub f: Frame,
    /// Back to the queue, or nothing.
    pub queue_href: String,
    /// Name of the queue, or nothing.
    pub queue_name: String,
    /// Registration number.
    pub number: NumberText,
    /// State, urgency, conflict.
    pub badges: Vec<Badge>,
    /// Its clocks, while it waits.
    pub deadline: Option<Deadline>,
    /// Kind and program.
    pub subject: String,
    /// "untuk SLAMET".
    pub for_whom: String,
    /// Place, category, sector.
    pub facts_line: String,
    /// The five stops.
    pub stops: Vec<Stop>,
    /// What is wrong with what was sent.
    pub problems: Vec<String>,
    /// Where it was sent, or nothing.
    pub referral: Option<ReferralCard>,
    /// Who has it.
    pub hold: Hold,
    /// The citizen, unless anonymous.
    pub person: Option<CasePerson>,
    /// Who recorded it, when.
    pub recorded_line: String,
    /// The citizen's words.
    pub story: String,
    /// Register, consent, papers shown.
    pub facts: Vec<Fact>,
    /// Steps the viewer may take.
    pub steps: Vec<StepChoice>,
    /// How many of them are rarer ones.
    pub aside: usize,
    /// Whether one of those is chosen.
    pub aside_open: bool,
    /// Where the form goes.
    pub action: String,
    /// The state row that was seen.
    pub seen: String,
    /// The note as typed.
    pub note: String,
    /// Who it waits for, where the viewer may do nothing.
    pub waits_for: String,
    /// History, newest first.
    pub timeline: Vec<TimelineItem>,
}
