//! The conflict desk: one field, the values that people recorded apart, and a choice.

use askama::Template;

use crate::web::view::{Badge, Fact, Frame, LeftTime};
use crate::web::words::conflict as words;
use crate::web::{say, sign};

/// One line of the desk's list.
pub struct DeskItem {
    /// Its page.
    pub href: String,
    /// Whose field.
    pub name: String,
    /// Which field.
    pub field: String,
    /// Place, and what waits.
    pub meta: String,
    /// Time left.
    pub left: LeftTime,
    /// Whether it is the one shown.
    pub current: bool,
}

/// One of the values side by side.
pub struct Side {
    /// "zero", "first" or "other".
    pub class: &'static str,
    /// 0, A, B …
    pub letter: String,
    /// Role of the writer.
    pub who_role: String,
    /// The value: before, differing part, after.
    pub value: (String, String, String),
    /// Who, when, where, evidence.
    pub facts: Vec<Fact>,
    /// What the form sends for it; nothing where it cannot be chosen.
    pub choice: String,
    /// Words of the choice.
    pub pick: String,
    /// The value in one piece.
    pub plain: String,
    /// Whether it is preset or was chosen.
    pub chosen: bool,
}

/// The conflict that is open.
pub struct OpenConflict {
    /// Where the form goes.
    pub action: String,
    /// The version that was seen.
    pub seen: String,
    /// Name and place.
    pub whose: String,
    /// Field and how many values.
    pub title: String,
    /// How it came about.
    pub badge: Badge,
    /// What is wrong with what was sent, or nothing.
    pub problem: String,
    /// The values.
    pub sides: Vec<Side>,
    /// Whether another value was typed.
    pub typed_chosen: bool,
    /// The other value as typed.
    pub typed: String,
    /// How it is to be written, or nothing.
    pub typed_help: &'static str,
    /// The sentence of what the chosen value becomes, with a place for it.
    pub effect_of: String,
    /// What the choice does, in whole sentences.
    pub effects: Vec<String>,
    /// The reason as typed.
    pub why: String,
    /// When it was opened, on record.
    pub opened: String,
}

/// The desk.
#[derive(Template)]
#[template(path = "page/conflict.html")]
pub struct ConflictPage {
    /// What surrounds it.
    pub f: Frame,
    /// Title of the queue.
    pub title: String,
    /// Whether one was asked for: narrow windows show it alone.
    pub chosen: bool,
    /// All open conflicts.
    pub list: Vec<DeskItem>,
    /// The one shown.
    pub open: Option<OpenConflict>,
    /// What is true when nothing waits.
    pub empty_first: String,
    /// What would stand here, and when.
    pub empty_second: String,
}
