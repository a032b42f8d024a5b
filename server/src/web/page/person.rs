//! A person: every recorded field, masked where it must be, each editable by who may.

use askama::Template;

use crate::web::view::{Badge, Frame, TimelineItem};
use crate::web::words::household as words;
use crate::web::{say, sign};

/// One field.
pub struct PersonRow {
    /// Name.
    pub label: String,
    /// Value in words, or its mask.
    pub value: String,
    /// Where the mask is opened for a purpose, or nothing.
    pub reveal: String,
    /// The edit page, or nothing.
    pub href: String,
    /// Whether another value waits for an admin.
    pub conflict: bool,
}

/// Fields that belong together.
pub struct PersonSection {
    /// Name of the sign.
    pub sign: &'static str,
    /// Title.
    pub title: String,
    /// Fields.
    pub rows: Vec<PersonRow>,
}

/// One person.
#[derive(Template)]
#[template(path = "page/person.html")]
pub struct PersonPage {
    /// What surrounds it.
    pub f: Frame,
    /// The family's page.
    pub household_href: String,
    /// The family.
    pub household_name: String,
    /// Name.
    pub title: String,
    /// Conflicts, no NIK …
    pub badges: Vec<Badge>,
    /// Sex, age, relation.
    pub facts_line: String,
    /// Sections.
    pub sections: Vec<PersonSection>,
    /// The badge of a field in conflict.
    pub conflict_badge: Badge,
    /// History, newest first.
    pub timeline: Vec<TimelineItem>,
}
