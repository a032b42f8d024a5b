//! A case: where it stands, who has it, by when, and what its viewer may do.

use askama::Template;

use super::form::Input;
use crate::web::view::{Badge, Fact, Frame, LeftTime, NumberText, Stop, TimelineItem};
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
