//! A queue: what waits for a person, the most urgent on top.

use askama::Template;

use crate::web::view::{Badge, Chip, Frame, LeftTime, NumberText, Stop};
use crate::web::words::queue as words;
use crate::web::{say, sign};

/// A sign with a count or a word: what a visit holds.
pub struct Part {
    /// Name of the sign.
    pub sign: &'static str,
    /// What the sign means.
    pub title: &'static str,
    /// Count or word.
    pub text: String,
    /// Whether it decides the work.
    pub strong: bool,
}

/// One cell between the name and the holder.
pub enum Cell {
    /// Text with a second line.
    Text {
        /// First line.
        main: String,
        /// Second line.
        meta: String,
    },
    /// What a visit holds.
    Parts(Vec<Part>),
    /// A state.
    Badge(Badge),
    /// The five stops.
    Stops(Vec<Stop>),
    /// A count of warnings.
    Warnings(u64),
    /// A worker's name.
    By(String),
    /// The day of a visit, and how long after it was sent.
    When {
        /// Day.
        day: String,
        /// Delay of sending.
        delay: String,
    },
}

/// One thing that waits.
pub struct Row {
    /// Time left.
    pub left: LeftTime,
    /// Its page.
    pub href: String,
    /// Name; drawn unless there is a number.
    pub name: String,
    /// Registration number.
    pub number: Option<NumberText>,
    /// Urgent, round, conflict …
    pub badges: Vec<Badge>,
    /// Second line: place.
    pub meta: String,
    /// Cells in the order of the columns.
    pub cells: Vec<Cell>,
    /// Who has it open, or nothing.
    pub holder: String,
    /// What a tick sends; nothing where the row needs a look of its own.
    pub tick: String,
}

/// A whole queue.
#[derive(Template)]
#[template(path = "page/queue.html")]
pub struct QueuePage {
    /// What surrounds it.
    pub f: Frame,
    /// Title of the queue.
    pub title: String,
    /// What stands here, and its rule.
    pub rule: String,
    /// How many wait and how many are late, for narrow windows.
    pub summary: (String, String),
    /// Page of the first row, or nothing.
    pub next_href: String,
    /// Words of that button.
    pub next_name: String,
    /// Filters.
    pub chips: Vec<Chip>,
    /// Head of the name column.
    pub first_column: &'static str,
    /// Heads of the cells.
    pub columns: Vec<&'static str>,
    /// Rows from the top.
    pub rows: Vec<Row>,
    /// Whether somebody has one of the rows open.
    pub held: bool,
    /// Whether rows can be ticked.
    pub bulk: bool,
    /// Where ticked rows go.
    pub bulk_action: String,
    /// "1–11 dari 24".
    pub range: String,
    /// The next page, or nothing.
    pub more_href: String,
    /// What is true when nothing waits.
    pub empty_first: String,
    /// What would stand here, and when.
    pub empty_second: String,
}
