//! A household: who lives here, what they get, what is open, what was said last.

use askama::Template;

use crate::web::view::{Badge, Fact, Frame, LeftTime, NumberText, Stop, TimelineItem};
use crate::web::words::household as words;
use crate::web::{say, sign};

/// One member.
pub struct Member {
    /// The person's page.
    pub href: String,
    /// Name.
    pub name: String,
    /// Relation to the head.
    pub relation: String,
    /// Birth date with its precision.
    pub born: String,
    /// Age.
    pub age: String,
    /// Masked NIK, or why there is none.
    pub nik: String,
    /// Conflict, no NIK …
    pub badges: Vec<Badge>,
}

/// One program.
pub struct ProgramRow {
    /// Name.
    pub name: String,
    /// A member's name, or the family.
    pub whose: String,
    /// Receiving, stopped, never.
    pub badge: Badge,
    /// Last received, and how it is known.
    pub meta: String,
}

/// One case.
pub struct CaseRow {
    /// Its page.
    pub href: String,
    /// Registration number.
    pub number: NumberText,
    /// Program or category.
    pub subject: String,
    /// Kind.
    pub kind: String,
    /// The five stops.
    pub stops: Vec<Stop>,
    /// State.
    pub badge: Badge,
    /// Time left.
    pub left: Option<LeftTime>,
}

/// A field that the viewer may edit.
pub struct EditRow {
    /// Name.
    pub label: String,
    /// Value in words.
    pub value: String,
    /// The edit page; nothing where the viewer may not edit.
    pub href: String,
}

/// One household.
#[derive(Template)]
#[template(path = "page/household.html")]
pub struct HouseholdPage {
    /// What surrounds it.
    pub f: Frame,
    /// Desa.
    pub place: String,
    /// Whose family.
    pub title: String,
    /// State, conflicts.
    pub badges: Vec<Badge>,
    /// KK (masked), address, register, members, last visit.
    pub facts: Vec<Fact>,
    /// Members, the head first.
    pub members: Vec<Member>,
    /// Programs that are or were received.
    pub programs: Vec<ProgramRow>,
    /// Programs that were never received, with whose they are.
    pub never: Vec<String>,
    /// Cases, newest first.
    pub cases: Vec<CaseRow>,
    /// Housing in one line.
    pub house: String,
    /// Fields that may be edited.
    pub edits: Vec<EditRow>,
    /// History, newest first.
    pub timeline: Vec<TimelineItem>,
}
